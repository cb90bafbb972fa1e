/**
 * The provider's own plan: an action is planned for a day to come, and then done or given up, once. The provider alone
 * writes it; what is over stays in the plan.
 */
import type { Relation } from "../../../authorisation/relation.js";
import type { ActionRule } from "../../action-rule.js";
import type { ConcernStatus } from "../concern-codes.js";
import type { PlannedActionStatus } from "./action-plan-codes.js";

type Rule = ActionRule<`${ConcernStatus}`, Relation>;

/** While the concern is being worked on. */
export const planningAction = {
  relations: ["RESPONSIBLE"],
  roles: ["QUALITY_LEAD", "CASE_HOLDER", "EXECUTIVE"],
  from: ["ACCEPTED", "IN_PROGRESS", "RESOLUTION_CONFIRMED", "REOPENED"],
} as const satisfies Rule;

export type PlanningRefusal = "actionDueInThePast" | "requirementClosed";

/** A requirement that is met or was taken back; one that was carried goes on. */
const isOver: readonly string[] = ["CLOSED", "WITHDRAWN"];

export function planningRefusal(
  action: { readonly dueOn: string },
  requirement: { readonly status: string } | null,
  today: string,
): PlanningRefusal | undefined {
  if (action.dueOn < today) return "actionDueInThePast";
  return requirement !== null && isOver.includes(requirement.status) ? "requirementClosed" : undefined;
}

/** An action that is over is not done or given up again. */
export function endingRefusal(action: { readonly status: `${PlannedActionStatus}` }): "actionIsOver" | undefined {
  return action.status === "OPEN" ? undefined : "actionIsOver";
}
