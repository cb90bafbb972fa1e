/**
 * Requirements: NHS England issues them, the provider answers and asks for closure, NHS England closes, returns,
 * withdraws, or carries one into business as usual under conditions that somebody owns. Decides what holds a concern open.
 */
import type { Relation } from "../../../authorisation/relation.js";
import type { ActionRule } from "../../action-rule.js";
import { isOver, type RemovalState } from "../removals/learner-removal.js";
import { namesAPerson } from "../reviews/posts.js";
import type { AnswerTime } from "./requirement-due.js";

export type RequirementState = "OPEN" | "RESPONDED" | "CLOSURE_REQUESTED" | "CLOSED" | "CARRIED" | "WITHDRAWN";
export type RequirementAction = "respond" | "requestClosure" | "return" | "close" | "carry" | "withdraw";

export interface RequirementKindReference extends AnswerTime {
  readonly code: string;
  readonly holdsConcernOpen: boolean;
}

const nhsEngland = { relations: ["REGIONAL", "NATIONAL"], roles: ["QUALITY_LEAD", "CASE_HOLDER"] } as const;
const provider = { relations: ["RESPONSIBLE"], roles: ["QUALITY_LEAD", "CASE_HOLDER", "EXECUTIVE"] } as const;

const answered = ["RESPONDED", "CLOSURE_REQUESTED"] as const;
/** Still to be answered or verified. */
export const unsettledStates = ["OPEN", ...answered] as const;

/** A returned requirement is open again: the provider has to answer it anew. A request for closure is an answer too. */
export const requirementActions: Readonly<Record<RequirementAction, ActionRule<RequirementState, Relation>>> = {
  respond: { ...provider, from: ["OPEN", "RESPONDED"], to: "RESPONDED" },
  requestClosure: { ...provider, from: ["OPEN", "RESPONDED"], to: "CLOSURE_REQUESTED" },
  return: { ...nhsEngland, from: answered, to: "OPEN" },
  close: { ...nhsEngland, from: answered, to: "CLOSED" },
  carry: { ...nhsEngland, from: answered, to: "CARRIED" },
  withdraw: { ...nhsEngland, from: unsettledStates, to: "WITHDRAWN" },
};

/** What goes on after the concern is closed: who owns it, and when it is looked at again. */
export interface Condition {
  readonly text: string;
  /** Role that owns it, never a name. */
  readonly owner: string;
  readonly dueOn: string;
}

export type CarryRefusal =
  | "CONDITIONS_MISSING"
  | "CONDITION_WITHOUT_TEXT"
  | "CONDITION_WITHOUT_OWNER"
  | "OWNER_IS_A_PERSON"
  | "CONDITION_DUE_IN_THE_PAST";

/** An immediate or mandatory requirement goes into business as usual only with conditions, each owned and dated. */
export function carryRefusal(conditions: readonly Condition[], today: string): CarryRefusal | undefined {
  if (conditions.length === 0) return "CONDITIONS_MISSING";
  if (conditions.some(({ text }) => text.trim() === "")) return "CONDITION_WITHOUT_TEXT";
  if (conditions.some(({ owner }) => owner.trim() === "")) return "CONDITION_WITHOUT_OWNER";
  if (conditions.some(({ owner }) => namesAPerson(owner))) return "OWNER_IS_A_PERSON";
  return conditions.some(({ dueOn }) => dueOn < today) ? "CONDITION_DUE_IN_THE_PAST" : undefined;
}

/** A requirement at the closure of its concern, as it was stored. */
export interface ClosingRequirement {
  readonly kind: string;
  readonly state: string;
  readonly conditions: readonly Condition[];
}

/** A kind or a state that is not known holds the concern open: better one question too many. */
export function holdsConcernOpen(
  { kind, state, conditions }: ClosingRequirement,
  kinds: readonly RequirementKindReference[],
): boolean {
  if (kinds.find(({ code }) => code === kind)?.holdsConcernOpen === false) return false;
  if (state === "CLOSED" || state === "WITHDRAWN") return false;
  return !(state === "CARRIED" && conditions.length > 0);
}

/** Whether it is still to be answered or verified, and of a kind that holds its concern open. */
export function isOutstanding(
  { kind, state }: Pick<ClosingRequirement, "kind" | "state">,
  kinds: readonly RequirementKindReference[],
): boolean {
  return unsettledStates.some((one) => one === state) && holdsConcernOpen({ kind, state, conditions: [] }, kinds);
}

export interface ClosingConcern {
  readonly category: string;
  readonly requirements: readonly ClosingRequirement[];
  readonly removals: readonly RemovalState[];
}

export type ClosureRefusal = "REMOVAL_NOT_ENDED" | "CATEGORY_TOO_HIGH_TO_CLOSE" | "REQUIREMENTS_OPEN";

export function closureRefusal(
  { category, requirements, removals }: ClosingConcern,
  closableIn: readonly string[],
  kinds: readonly RequirementKindReference[],
): ClosureRefusal | undefined {
  if (removals.some((state) => !isOver(state))) return "REMOVAL_NOT_ENDED";
  if (!closableIn.includes(category)) return "CATEGORY_TOO_HIGH_TO_CLOSE";
  return requirements.some((requirement) => holdsConcernOpen(requirement, kinds)) ? "REQUIREMENTS_OPEN" : undefined;
}
