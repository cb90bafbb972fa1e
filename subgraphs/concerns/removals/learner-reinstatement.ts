/**
 * How learners return after a removal: in phases and under conditions, once requirements are met, somebody has been to
 * see, the regulator was heard and the authorities that decided the removal agree.
 */
import type { Condition } from "../requirements/requirement-lifecycle.js";

export interface ReturnPhase {
  readonly startsOn: string;
  readonly conditions: readonly Condition[];
}

export interface Reinstatement {
  readonly inForceSince: string;
  readonly hasOpenRequirements: boolean;
  /** Day of the last review on the spot; null where there was none. */
  readonly verifiedOn: string | null;
  /** What the regulator said; null where it was not asked. */
  readonly regulatorView: string | null;
  /** The authorities that decided the removal have agreed to the return. */
  readonly isConsentedTo: boolean;
  readonly phases: readonly ReturnPhase[];
}

export type ReinstatementRefusal =
  | "REQUIREMENTS_OPEN"
  | "NOT_VERIFIED"
  | "REGULATOR_NOT_HEARD"
  | "CONSENT_MISSING"
  | "PHASES_MISSING"
  | "PHASES_OUT_OF_ORDER"
  | "CONDITIONS_MISSING";

/** Learners return in phases, under conditions, when the same authorities agree and somebody has been to see. */
export function reinstatementRefusal(plan: Reinstatement, today: string): ReinstatementRefusal | undefined {
  if (plan.hasOpenRequirements) return "REQUIREMENTS_OPEN";
  if (plan.verifiedOn === null || plan.verifiedOn < plan.inForceSince) return "NOT_VERIFIED";
  if (plan.regulatorView === null || plan.regulatorView.trim() === "") return "REGULATOR_NOT_HEARD";
  if (!plan.isConsentedTo) return "CONSENT_MISSING";
  if (plan.phases.length === 0) return "PHASES_MISSING";
  const starts = [today, ...plan.phases.map(({ startsOn }) => startsOn)];
  if (starts.some((day, index) => day < (starts[index - 1] ?? day))) return "PHASES_OUT_OF_ORDER";
  return plan.phases.some(({ conditions }) => conditions.length === 0) ? "CONDITIONS_MISSING" : undefined;
}

/** A removal ends when every phase of the return is complete. */
export function mayEnd(phases: readonly { readonly isComplete: boolean }[]): boolean {
  return phases.length > 0 && phases.every(({ isComplete }) => isComplete);
}

interface Phase {
  readonly id: string;
  readonly startsOn: string;
  readonly completedOn: string | null;
}

/** Whether a phase is the first of them, in order, that is not complete, and has begun. */
export function isNextPhase({ id }: Phase, inOrder: readonly Phase[], today: string): boolean {
  const next = inOrder.find(({ completedOn }) => completedOn === null);
  return next?.id === id && next.startsOn <= today;
}
