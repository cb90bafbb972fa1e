/**
 * Shares of a concern under the Emerging Concerns Protocol: by whom, to whom, which classes, until when. A share ends
 * by its date, at once when it is withdrawn, and when the body that received it leaves the protocol.
 */
import type { DataClass } from "../../../authorisation/data-class.js";
import type { Relation } from "../../../authorisation/relation.js";
import type { ActionRule } from "../../action-rule.js";
import type { ConcernStatus } from "../concern-codes.js";
import { isProtocolParty, type ProtocolParties } from "./protocol-parties.js";

const roles = ["QUALITY_LEAD", "CASE_HOLDER", "EXECUTIVE"] as const;
const stillThere = ["REPORTED", "ACCEPTED", "IN_PROGRESS", "RESOLUTION_CONFIRMED", "CLOSED", "REOPENED"] as const;

/** No piece is too small and no time too early: any state but declined and merged. */
export const shareAction: ActionRule<`${ConcernStatus}`, Relation> = {
  relations: ["REGIONAL", "NATIONAL", "REMIT", "REPORTED_BY"],
  roles,
  from: stillThere,
};

/** OPERATIONAL goes with every share. What is not named here is never shared this way. */
export const shareableClasses: readonly DataClass[] = ["OPERATIONAL", "NARRATIVE", "MANAGEMENT", "INTELLIGENCE"];

export interface Share {
  readonly sharedBy: string;
  readonly sharedWith: string;
  readonly classes: readonly DataClass[];
  readonly from: string;
  /** Last day. */
  readonly until: string;
  readonly withdrawnOn: string | null;
}

export interface ShareProposal extends Omit<Share, "withdrawnOn"> {
  readonly reason: string;
}

export interface Sharer {
  /** Classes that it may pass on: its own, and what it reads without an agreement or under one that lets it. */
  readonly mayPassOn: readonly DataClass[];
}

export type ShareRefusal =
  | "NOT_A_PARTY"
  | "RECIPIENT_NOT_A_PARTY"
  | "SHARED_WITH_ITSELF"
  | "CLASS_NOT_SHAREABLE"
  | "CLASS_NOT_YOURS_TO_SHARE"
  | "REASON_MISSING"
  | "ENDS_BEFORE_IT_BEGINS"
  | "TOO_LONG";

/** `lastDay`: the last on which a share made today may end. */
export function shareRefusal(
  { sharedBy, sharedWith, classes, from, until, reason }: ShareProposal,
  { mayPassOn }: Sharer,
  parties: ProtocolParties,
  lastDay: string,
): ShareRefusal | undefined {
  if (!isProtocolParty(sharedBy, from, parties)) return "NOT_A_PARTY";
  if (!isProtocolParty(sharedWith, from, parties)) return "RECIPIENT_NOT_A_PARTY";
  if (sharedBy === sharedWith) return "SHARED_WITH_ITSELF";
  if (!classes.every((dataClass) => shareableClasses.includes(dataClass))) return "CLASS_NOT_SHAREABLE";
  if (!classes.every((dataClass) => mayPassOn.includes(dataClass))) return "CLASS_NOT_YOURS_TO_SHARE";
  if (reason.trim() === "") return "REASON_MISSING";
  if (until < from) return "ENDS_BEFORE_IT_BEGINS";
  return until > lastDay ? "TOO_LONG" : undefined;
}

/** Who shared may withdraw, and so may NHS England nationally, which answers for the hub. */
export function mayWithdraw(
  { sharedBy }: Pick<Share, "sharedBy">,
  acting: { readonly organisation: string; readonly relations: readonly Relation[] },
): boolean {
  return acting.organisation === sharedBy || acting.relations.includes("NATIONAL");
}

/** Withdrawal counts from its day on, that day included: what was shared in the morning is closed by noon. */
export function isInForce(
  { sharedBy, sharedWith, from, until, withdrawnOn }: Share,
  day: string,
  parties: ProtocolParties,
): boolean {
  if (day < from || day > until || (withdrawnOn !== null && withdrawnOn <= day)) return false;
  return isProtocolParty(sharedWith, day, parties) && isProtocolParty(sharedBy, day, parties);
}

/** What the shares of one concern open to a body on a day; nothing at all where none is in force. */
export function effectiveClasses(
  shares: readonly Share[],
  organisation: string,
  day: string,
  parties: ProtocolParties,
): ReadonlySet<DataClass> {
  const inForce = shares.filter((share) => share.sharedWith === organisation && isInForce(share, day, parties));
  return new Set<DataClass>(inForce.flatMap(({ classes }) => ["OPERATIONAL", ...classes]));
}
