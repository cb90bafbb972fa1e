/** What a body contributed to a concern of what it knows itself, as those see it whom that body lets read it. */
import { ID } from "type-graphql";
import { Classified, RecordType } from "../../annotations.js";
import { DateScalar } from "../../scalars.js";
import { Organisation } from "../federated-stubs.js";
import { ownersAudience, sharedWithForTheOwner } from "./owned-rows.js";

@RecordType("Contribution", {
  description: "What a body of the protocol contributed of its own knowledge. It decides who else reads it.",
  source: {
    view: "concerns.visible_contribution",
    table: "concerns.contribution",
    concernKey: "concern",
    audience: ownersAudience,
    rows: { otherwise: "INTELLIGENCE" },
  },
})
export class Contribution {
  @Classified(() => ID, "OPERATIONAL:headline", { description: "Random identifier.", column: {} })
  id!: string;

  @Classified(() => Organisation, "INTELLIGENCE", {
    description: "The body that contributed it, and to which it belongs.",
    column: { refersBy: "code" },
  })
  owner!: Organisation | null;

  @Classified(() => DateScalar, "INTELLIGENCE", { description: "When that body received it.", column: {} })
  receivedOn!: string | null;

  @Classified(() => String, "INTELLIGENCE", { description: "What it knows.", column: {} })
  text!: string | null;

  @Classified(() => [Organisation], "INTELLIGENCE", {
    description: "The bodies that it lets read it beside itself; null for everybody but the owner.",
    column: { sql: sharedWithForTheOwner, refersBy: "code" },
  })
  sharedWith!: Organisation[] | null;
}
