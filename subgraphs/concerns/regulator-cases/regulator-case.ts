/** A regulator's own case beside a concern: published, for all who read the concern; otherwise for whom it names. */
import { ID } from "type-graphql";
import { Classified, RecordType } from "../../annotations.js";
import { DateScalar } from "../../scalars.js";
import { Organisation } from "../federated-stubs.js";
import { ownersAudience, sharedWithForTheOwner } from "../intelligence/owned-rows.js";
import { CaseKindScalar, CaseStatusEnum } from "./regulator-case-codes.js";
import type { CaseStatus } from "./regulator-case-rules.js";

@RecordType("RegulatorCase", {
  description:
    "A case that a regulator keeps of its own, such as enhanced monitoring. One that it has not published is there for itself and for those it names alone.",
  source: {
    view: "concerns.visible_regulator_case",
    table: "concerns.regulator_case",
    concernKey: "concern",
    audience: ownersAudience,
    rows: { sql: "r.published_by_regulator", otherwise: "INTELLIGENCE" },
  },
})
export class RegulatorCase {
  @Classified(() => ID, "OPERATIONAL:headline", { description: "Random identifier.", column: {} })
  id!: string;

  @Classified(() => Organisation, "OPERATIONAL", {
    description: "The regulator whose case it is.",
    column: { sql: "r.owner", refersBy: "code" },
  })
  regulator!: Organisation | null;

  @Classified(() => CaseKindScalar, "OPERATIONAL", { description: "What kind of case.", column: {} })
  kind!: string | null;

  @Classified(() => String, "OPERATIONAL", { description: "The regulator's own reference.", column: {} })
  reference!: string | null;

  @Classified(() => DateScalar, "OPERATIONAL", { description: "When it was opened.", column: {} })
  openedOn!: string | null;

  @Classified(() => DateScalar, "OPERATIONAL", { description: "When it was closed.", column: {} })
  closedOn!: string | null;

  @Classified(() => CaseStatusEnum, "OPERATIONAL", { description: "Where it stands.", column: {} })
  status!: CaseStatus | null;

  @Classified(() => Boolean, "OPERATIONAL", { description: "Whether the regulator has published it.", column: {} })
  publishedByRegulator!: boolean | null;

  @Classified(() => String, "OPERATIONAL", { description: "Conditions, and what else the regulator says.", column: {} })
  note!: string | null;

  @Classified(() => [Organisation], "OPERATIONAL", {
    description: "The bodies that it lets read it unpublished; null for everybody but the regulator.",
    column: { sql: sharedWithForTheOwner, refersBy: "code" },
  })
  sharedWith!: Organisation[] | null;
}
