/**
 * The reveal of who spoke up in confidence: asked for with a reason by the case-holder, allowed by another person who
 * is a guardian, read by that one case-holder, for a limited time. It lapses by the clock, without a write.
 */
import type { Role } from "../../../authorisation/caller.js";
import type { Relation } from "../../../authorisation/relation.js";
import type { IdentityMode } from "../concern-codes.js";
import { identityRules, mayHandleIdentities } from "./speaking-up.js";

/** One person, by the issuer of the token and the subject in it, acting for one organisation in one role. */
export interface RevealPerson {
  readonly issuer: string;
  readonly subject: string;
  readonly organisation: string;
  readonly role: Role;
}

export interface RevealActing extends RevealPerson {
  readonly relations: readonly Relation[];
}

export interface Reveal {
  readonly requestedBy: RevealPerson;
  readonly requestedAt: Date;
  readonly answer: { readonly by: RevealPerson; readonly at: Date; readonly isApproved: boolean } | null;
}

export interface RevealLimits {
  /** For how long a request waits for its answer. */
  readonly answerWithinHours: number;
  /** For how long the reader may read, from the approval on. */
  readonly openMinutes: number;
}

export type RevealState = "REQUESTED" | "APPROVED" | "REFUSED" | "LAPSED";

/** A moment before the request is LAPSED too: nothing is open that has not been asked for. */
export function revealStateAt({ requestedAt, answer }: Reveal, at: Date, limits: RevealLimits): RevealState {
  if (at < requestedAt) return "LAPSED";
  if (answer === null || at < answer.at)
    return isWithin(requestedAt, at, limits.answerWithinHours * 60) ? "REQUESTED" : "LAPSED";
  if (!answer.isApproved) return "REFUSED";
  return isWithin(answer.at, at, limits.openMinutes) ? "APPROVED" : "LAPSED";
}

function isWithin(from: Date, at: Date, minutes: number): boolean {
  return at.getTime() - from.getTime() < minutes * 60_000;
}

export type RevealRefusal =
  | "NOT_YOURS_TO_DO"
  | "NOTHING_TO_REVEAL"
  | "REASON_MISSING"
  | "ALREADY_REQUESTED"
  | "SAME_PERSON"
  | "NOT_IN_THIS_STATE";

/** `mine`: the state of the reveal of this concern that the same person asked for last, if there was one. */
export function requestRefusal(
  acting: RevealActing,
  mode: `${IdentityMode}`,
  reason: string,
  mine: RevealState | undefined,
): RevealRefusal | undefined {
  if (acting.role !== "CASE_HOLDER" || !mayHandleIdentities(acting.relations)) return "NOT_YOURS_TO_DO";
  if (identityRules[mode].readBy !== "REVEAL") return "NOTHING_TO_REVEAL";
  if (reason.trim() === "") return "REASON_MISSING";
  return mine === "REQUESTED" || mine === "APPROVED" ? "ALREADY_REQUESTED" : undefined;
}

/** The second person is a guardian, and somebody else: one person with both roles is still one person. */
export function answerRefusal(
  acting: RevealActing,
  reveal: Reveal,
  at: Date,
  limits: RevealLimits,
): RevealRefusal | undefined {
  if (acting.role !== "GUARDIAN" || !mayHandleIdentities(acting.relations)) return "NOT_YOURS_TO_DO";
  if (isSamePerson(acting, reveal.requestedBy)) return "SAME_PERSON";
  return revealStateAt(reveal, at, limits) === "REQUESTED" ? undefined : "NOT_IN_THIS_STATE";
}

function isSamePerson(left: RevealPerson, right: RevealPerson): boolean {
  return left.issuer === right.issuer && left.subject === right.subject;
}
