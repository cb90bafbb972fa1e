/** A condition under which a requirement went into business as usual: it is owned, dated, and met in the end. */
import { ID } from "type-graphql";
import { today } from "../../../database/view-settings.js";
import { Classified, RecordType } from "../../annotations.js";
import { DateScalar } from "../../scalars.js";
import { Organisation } from "../federated-stubs.js";

@RecordType("RequirementCondition", {
  description: "What goes on after a requirement was carried into business as usual.",
  source: {
    view: "concerns.visible_requirement_condition",
    table: "concerns.requirement_condition",
    concernKey: "concern",
    history: "VERSIONED",
    filters: {
      requirement: { compartment: "OPERATIONAL:headline", sql: "r.requirement" },
      sequence: { compartment: "OPERATIONAL", sql: "r.sequence" },
    },
  },
})
export class RequirementCondition {
  @Classified(() => ID, "OPERATIONAL:headline", { description: "Random identifier.", column: {} })
  id!: string;

  @Classified(() => String, "MANAGEMENT:summary", { description: "What has to go on.", column: {} })
  text!: string | null;

  @Classified(() => String, "MANAGEMENT:summary", { description: "The post that owns it.", column: {} })
  owner!: string | null;

  @Classified(() => DateScalar, "OPERATIONAL", { description: "When it was set.", column: {} })
  setOn!: string | null;

  @Classified(() => DateScalar, "OPERATIONAL", { description: "By when it has to be met.", column: {} })
  dueOn!: string | null;

  @Classified(() => Boolean, "OPERATIONAL", {
    description: "Whether it is not met after its date.",
    column: { sql: `(r.met_on is null and r.due_on < ${today})` },
  })
  overdue!: boolean | null;

  @Classified(() => DateScalar, "OPERATIONAL", { description: "When it was recorded as met.", column: {} })
  metOn!: string | null;

  @Classified(() => Organisation, "OPERATIONAL", {
    description: "The organisation that recorded it as met.",
    column: { refersBy: "code" },
  })
  metBy!: Organisation | null;

  @Classified(() => String, "MANAGEMENT", { description: "What shows that it is met.", column: {} })
  statement!: string | null;
}
