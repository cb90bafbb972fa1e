/** An action of the provider's own plan: what, by when and how far in brief, and in full for who manages the concern. */
import { ID } from "type-graphql";
import { today } from "../../../database/view-settings.js";
import { Classified, RecordType } from "../../annotations.js";
import { DateScalar } from "../../scalars.js";
import { Requirement } from "../requirements/requirement.js";
import { ActionOwner, PlannedActionStatus } from "./action-plan-codes.js";

@RecordType("PlannedAction", {
  description: "Something the provider plans to do about a concern, with a day and a post that answers for it.",
  source: {
    view: "concerns.visible_planned_action",
    table: "concerns.planned_action",
    concernKey: "concern",
    history: "VERSIONED",
  },
})
export class PlannedAction {
  @Classified(() => ID, "OPERATIONAL:headline", { description: "Random identifier.", column: {} })
  id!: string;

  @Classified(() => String, "MANAGEMENT:summary", { description: "What is to be done, in a sentence.", column: {} })
  text!: string | null;

  @Classified(() => String, "MANAGEMENT", { description: "How it is to be done.", column: {} })
  detail!: string | null;

  @Classified(() => ActionOwner, "MANAGEMENT", { description: "The post that answers for it.", column: {} })
  owner!: ActionOwner | null;

  @Classified(() => DateScalar, "MANAGEMENT:summary", { description: "When it was planned.", column: {} })
  plannedOn!: string | null;

  @Classified(() => DateScalar, "MANAGEMENT:summary", { description: "By when it is to be done.", column: {} })
  dueOn!: string | null;

  @Classified(() => PlannedActionStatus, "MANAGEMENT:summary", { description: "Where it stands.", column: {} })
  status!: PlannedActionStatus | null;

  @Classified(() => Boolean, "MANAGEMENT:summary", {
    description: "Whether it is open after its day.",
    column: { sql: `(r.status = 'OPEN' and r.due_on < ${today})` },
  })
  overdue!: boolean | null;

  @Classified(() => DateScalar, "MANAGEMENT:summary", { description: "When it was done.", column: {} })
  completedOn!: string | null;

  @Classified(() => DateScalar, "MANAGEMENT:summary", { description: "When it was given up.", column: {} })
  droppedOn!: string | null;

  @Classified(() => String, "MANAGEMENT", {
    description: "What came of it: what was done, or why it was given up.",
    column: {},
  })
  outcome!: string | null;

  @Classified(() => Requirement, "MANAGEMENT:summary", {
    description: "The requirement that it is meant to meet.",
    column: {},
  })
  requirement!: Requirement | null;
}
