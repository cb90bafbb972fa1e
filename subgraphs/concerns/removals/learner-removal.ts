/**
 * The removal of learners as a lifecycle, from proposal through consultation, decision and notices to reviews and a
 * phased return. It ends only through reinstatement, and its concern is never closed straight from it.
 */
import type { Relation } from "../../../authorisation/relation.js";
import type { ActionRule } from "../../action-rule.js";
import { addDays } from "../../calendar-day.js";
import type { RemovalEffect } from "../intensive-support/intensive-support.js";

export type RemovalState =
  "PROPOSED" | "CONSULTED" | "DECIDED" | "DECLINED" | "WITHDRAWN" | "NOTIFIED" | "IN_FORCE" | "REINSTATING" | "ENDED";

export type RemovalAction =
  | "recordConsultation"
  | "recordRelocation"
  | "consent"
  | "decline"
  | "withdraw"
  | "recordNotice"
  | "bringIntoForce"
  | "review"
  | "consentToReturn"
  | "reinstate"
  | "completePhase"
  | "haltReinstatement"
  | "end";

const nhsEngland = { relations: ["REGIONAL", "NATIONAL"], roles: ["QUALITY_LEAD", "CASE_HOLDER"] } as const;
/** Who of them may consent to which removal is for removal-decision.ts. */
const authority = {
  relations: ["REGIONAL", "NATIONAL", "EDUCATION_PROVIDER"],
  roles: ["QUALITY_LEAD", "EXECUTIVE"],
} as const;

/** The last consultee, consent and notice lead on by themselves: to CONSULTED, to DECIDED and to NOTIFIED. */
export const removalActions: Readonly<Record<RemovalAction, ActionRule<RemovalState, Relation>>> = {
  recordConsultation: { ...nhsEngland, from: ["PROPOSED"] },
  recordRelocation: { ...nhsEngland, from: ["PROPOSED", "CONSULTED", "DECIDED", "NOTIFIED", "IN_FORCE"] },
  consent: { ...authority, from: ["CONSULTED"] },
  decline: { ...authority, from: ["PROPOSED", "CONSULTED"], to: "DECLINED" },
  withdraw: { ...nhsEngland, from: ["PROPOSED", "CONSULTED"], to: "WITHDRAWN" },
  recordNotice: { ...nhsEngland, from: ["DECIDED", "NOTIFIED", "IN_FORCE", "REINSTATING"] },
  bringIntoForce: { ...nhsEngland, from: ["DECIDED", "NOTIFIED"], to: "IN_FORCE" },
  review: { ...nhsEngland, from: ["IN_FORCE", "REINSTATING"] },
  consentToReturn: { ...authority, from: ["IN_FORCE"] },
  reinstate: { ...nhsEngland, from: ["IN_FORCE"], to: "REINSTATING" },
  completePhase: { ...nhsEngland, from: ["REINSTATING"] },
  haltReinstatement: { ...nhsEngland, from: ["REINSTATING"], to: "IN_FORCE" },
  end: { ...nhsEngland, from: ["REINSTATING"], to: "ENDED" },
};

/** What a removal says of the category: suspension once decided, held there until learners are back. */
export const categoryEffect: Readonly<Record<RemovalState, RemovalEffect>> = {
  PROPOSED: "NONE",
  CONSULTED: "NONE",
  DECLINED: "NONE",
  WITHDRAWN: "NONE",
  DECIDED: "ALLOWS_SUSPENSION",
  NOTIFIED: "ALLOWS_SUSPENSION",
  IN_FORCE: "HOLDS_SUSPENSION",
  REINSTATING: "HOLDS_SUSPENSION",
  ENDED: "NONE",
};

/** The effect of all removals of a concern together: the strongest of them. */
export function effectOf(removals: readonly RemovalState[]): RemovalEffect {
  const effects = new Set(removals.map((state) => categoryEffect[state]));
  if (effects.has("HOLDS_SUSPENSION")) return "HOLDS_SUSPENSION";
  return effects.has("ALLOWS_SUSPENSION") ? "ALLOWS_SUSPENSION" : "NONE";
}

/** Decided, and learners are not all back. */
export function isStanding(state: RemovalState): boolean {
  return categoryEffect[state] !== "NONE";
}

/** Ended, or never decided and no longer proposed. */
export function isOver(state: RemovalState): boolean {
  return state === "ENDED" || state === "DECLINED" || state === "WITHDRAWN";
}

export interface RemovalReference {
  /** Days from one review of a removal to the next. */
  readonly reviewDays: number;
  readonly notices: readonly { readonly code: string; readonly mayBeNotApplicable: boolean }[];
}

export interface Notice {
  readonly told: string;
  readonly isNotApplicable: boolean;
}

/** Who has still to be told in writing. */
export function outstandingNotices(given: readonly Notice[], { notices }: Pick<RemovalReference, "notices">): string[] {
  return notices
    .filter(
      ({ code, mayBeNotApplicable }) =>
        !given.some(({ told, isNotApplicable }) => told === code && (mayBeNotApplicable || !isNotApplicable)),
    )
    .map(({ code }) => code);
}

export type NoticeRefusal = "UNKNOWN_NOTICE" | "HAS_TO_BE_TOLD";

export function noticeRefusal(
  { told, isNotApplicable }: Notice,
  { notices }: Pick<RemovalReference, "notices">,
): NoticeRefusal | undefined {
  const known = notices.find(({ code }) => code === told);
  if (known === undefined) return "UNKNOWN_NOTICE";
  return isNotApplicable && !known.mayBeNotApplicable ? "HAS_TO_BE_TOLD" : undefined;
}

export type StartRefusal = "NOTICES_MISSING" | "RELOCATION_MISSING";

/** Learners go only once everybody is told and there is somewhere to go; urgent safety waits for no letter. */
export function startRefusal(
  removal: { readonly isUrgent: boolean; readonly learnersWithoutPlace: number },
  outstanding: readonly string[],
): StartRefusal | undefined {
  if (removal.isUrgent) return undefined;
  if (outstanding.length > 0) return "NOTICES_MISSING";
  return removal.learnersWithoutPlace > 0 ? "RELOCATION_MISSING" : undefined;
}

/** From the last review, or from the day on which it came into force. */
export function nextRemovalReviewOn(last: string, { reviewDays }: Pick<RemovalReference, "reviewDays">): string {
  return addDays(last, reviewDays);
}
