/**
 * Requirements: NHS England issues them, the provider answers, NHS England closes, returns, or carries one into
 * business as usual under conditions that somebody owns. Decides what holds a concern open. Pure rules over data.
 */
import type { Relation } from "../../../authorisation/relation.js";
import type { ActionRule } from "../../action-rule.js";
import type { RemovalState } from "../removals/learner-removal.js";
import type { BankHolidays } from "./working-days.js";
import { afterWorkingDays } from "./working-days.js";

export type RequirementState = "OPEN" | "RESPONDED" | "CLOSED" | "CARRIED";
export type RequirementAction = "respond" | "return" | "close" | "carry";

export interface RequirementKindReference {
  readonly code: string;
  /** Working days for an answer, where the kind fixes them; otherwise whoever issues it sets a date. */
  readonly workingDaysToAnswer: number | null;
  readonly holdsConcernOpen: boolean;
}

const nhsEngland = { relations: ["REGIONAL", "NATIONAL"], roles: ["QUALITY_LEAD", "CASE_HOLDER"] } as const;
const provider = { relations: ["RESPONSIBLE"], roles: ["QUALITY_LEAD", "CASE_HOLDER", "EXECUTIVE"] } as const;

/** A returned requirement is open again: the provider has to answer it anew. */
export const requirementActions: Readonly<Record<RequirementAction, ActionRule<RequirementState, Relation>>> = {
  respond: { ...provider, from: ["OPEN", "RESPONDED"], to: "RESPONDED" },
  return: { ...nhsEngland, from: ["RESPONDED"], to: "OPEN" },
  close: { ...nhsEngland, from: ["RESPONDED"], to: "CLOSED" },
  carry: { ...nhsEngland, from: ["RESPONDED"], to: "CARRIED" },
};

/** The day by which a requirement has to be answered: fixed by its kind, or else the date that was set. */
export function answerDueOn(
  { workingDaysToAnswer }: Pick<RequirementKindReference, "workingDaysToAnswer">,
  issuedOn: string,
  setFor: string,
  holidays: BankHolidays,
): string {
  return workingDaysToAnswer === null ? setFor : afterWorkingDays(issuedOn, workingDaysToAnswer, holidays);
}

/** What goes on after the concern is closed: who owns it, and when it is looked at again. */
export interface Condition {
  readonly text: string;
  /** Role that owns it, never a name. */
  readonly owner: string;
  readonly dueOn: string;
}

export function isRequirementOverdue(state: RequirementState, dueOn: string, today: string): boolean {
  return state === "OPEN" && dueOn < today;
}

export type CarryRefusal =
  "CONDITIONS_MISSING" | "CONDITION_WITHOUT_TEXT" | "CONDITION_WITHOUT_OWNER" | "DUE_IN_THE_PAST";

/** An immediate or mandatory requirement goes into business as usual only with conditions, each owned and dated. */
export function carryRefusal(conditions: readonly Condition[], today: string): CarryRefusal | undefined {
  if (conditions.length === 0) return "CONDITIONS_MISSING";
  if (conditions.some(({ text }) => text.trim() === "")) return "CONDITION_WITHOUT_TEXT";
  if (conditions.some(({ owner }) => owner.trim() === "")) return "CONDITION_WITHOUT_OWNER";
  return conditions.some(({ dueOn }) => dueOn < today) ? "DUE_IN_THE_PAST" : undefined;
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
  return !(state === "CLOSED" || (state === "CARRIED" && conditions.length > 0));
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
  if (removals.some((state) => state !== "ENDED" && state !== "DECLINED")) return "REMOVAL_NOT_ENDED";
  if (!closableIn.includes(category)) return "CATEGORY_TOO_HIGH_TO_CLOSE";
  return requirements.some((requirement) => holdsConcernOpen(requirement, kinds)) ? "REQUIREMENTS_OPEN" : undefined;
}
