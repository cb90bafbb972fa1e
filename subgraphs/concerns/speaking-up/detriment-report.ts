/** A report that somebody suffered for speaking up, for those of the region who protect the person. */
import { ID } from "type-graphql";
import { Classified, RecordType } from "../../annotations.js";
import { DateScalar } from "../../scalars.js";
import { Organisation } from "../federated-stubs.js";
import { DetrimentKindScalar } from "./detriment-kind.js";

@RecordType("DetrimentReport", {
  description: "A report that somebody suffered for speaking up.",
  source: {
    view: "concerns.visible_detriment_report",
    table: "concerns.detriment_report",
    concernKey: "concern",
    rows: { otherwise: "MANAGEMENT:protection" },
  },
})
export class DetrimentReport {
  @Classified(() => ID, "OPERATIONAL:headline", { description: "Random identifier.", column: {} })
  id!: string;

  @Classified(() => [DetrimentKindScalar], "MANAGEMENT:protection", { description: "How they suffer.", column: {} })
  kinds!: string[] | null;

  @Classified(() => String, "MANAGEMENT:protection", { description: "What happened.", column: {} })
  text!: string | null;

  @Classified(() => DateScalar, "MANAGEMENT:protection", { description: "When it was noticed.", column: {} })
  noticedOn!: string | null;

  @Classified(() => DateScalar, "MANAGEMENT:protection", { description: "When it was reported.", column: {} })
  reportedOn!: string | null;

  @Classified(() => Organisation, "MANAGEMENT:protection", {
    description: "Organisation that reported it.",
    column: { sql: "r.by_organisation", refersBy: "code" },
  })
  reportedBy!: Organisation | null;

  @Classified(() => String, "MANAGEMENT:protection", {
    description: "Role of the person who reported it.",
    column: { sql: "r.by_role" },
  })
  role!: string | null;
}
