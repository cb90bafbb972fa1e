/**
 * Shares of a concern under the Emerging Concerns Protocol: by whom, to whom, which classes, until when. A share ends
 * by its date, which is none after the last day of either body in the protocol, and at once when it is withdrawn.
 */
import type { DataClass } from "../../../authorisation/data-class.js";
import type { Relation } from "../../../authorisation/relation.js";
import type { ActionRule } from "../../action-rule.js";
import type { ConcernStatus } from "../concern-codes.js";
import { everyState, stillThere } from "../concern-states.js";
import { isProtocolParty, type ProtocolParties } from "./protocol-parties.js";

type Rule = ActionRule<`${ConcernStatus}`, Relation>;

const roles = ["QUALITY_LEAD", "CASE_HOLDER", "EXECUTIVE"] as const;

/** No piece is too small and no time too early: any state but declined and merged. */
export const shareAction: Rule = {
  relations: ["REGIONAL", "NATIONAL", "REMIT", "REPORTED_BY"],
  roles,
  from: stillThere,
};

/** What was shared is taken back in whatever state, also by a body that knows of the concern for less than it did. */
export const withdrawShareAction: Rule = {
  relations: [...shareAction.relations, "SHARED", "PANEL"],
  roles,
  from: everyState,
};

/** OPERATIONAL goes with every share. What is not named here is never shared this way. */
export const shareableClasses: readonly DataClass[] = ["OPERATIONAL", "NARRATIVE", "MANAGEMENT", "INTELLIGENCE"];

/** Who shares which classes with whom, from which day. */
export interface ShareOffer {
  readonly sharedBy: string;
  readonly sharedWith: string;
  readonly classes: readonly DataClass[];
  readonly from: string;
}

export interface ShareProposal extends ShareOffer {
  /** Last day. */
  readonly until: string;
  readonly reason: string;
}

export interface Sharer {
  /** Classes that it may pass on: its own, and what it reads without an agreement or under one that lets it. */
  readonly mayPassOn: readonly DataClass[];
}

export type OfferRefusal =
  "NOT_A_PARTY" | "RECIPIENT_NOT_A_PARTY" | "SHARED_WITH_ITSELF" | "CLASS_NOT_SHAREABLE" | "CLASS_NOT_YOURS_TO_SHARE";

export type ShareRefusal =
  OfferRefusal | "REASON_MISSING" | "ENDS_BEFORE_IT_BEGINS" | "TOO_LONG" | "OUTLASTS_THE_PROTOCOL";

/** What can be said against a share before its end and its reason are known. */
export function offerRefusal(
  { sharedBy, sharedWith, classes, from }: ShareOffer,
  { mayPassOn }: Sharer,
  parties: ProtocolParties,
): OfferRefusal | undefined {
  if (!isProtocolParty(sharedBy, from, parties)) return "NOT_A_PARTY";
  if (!isProtocolParty(sharedWith, from, parties)) return "RECIPIENT_NOT_A_PARTY";
  if (sharedBy === sharedWith) return "SHARED_WITH_ITSELF";
  if (!classes.every((dataClass) => shareableClasses.includes(dataClass))) return "CLASS_NOT_SHAREABLE";
  if (!classes.every((dataClass) => mayPassOn.includes(dataClass))) return "CLASS_NOT_YOURS_TO_SHARE";
  return undefined;
}

/** `lastDay`: the last on which a share made today may end. */
export function shareRefusal(
  proposal: ShareProposal,
  sharer: Sharer,
  parties: ProtocolParties,
  lastDay: string,
): ShareRefusal | undefined {
  const refusal = offerRefusal(proposal, sharer, parties);
  if (refusal !== undefined) return refusal;
  const { sharedBy, sharedWith, from, until, reason } = proposal;
  if (reason.trim() === "") return "REASON_MISSING";
  if (until < from) return "ENDS_BEFORE_IT_BEGINS";
  if (until > lastDay) return "TOO_LONG";
  const stay = [sharedBy, sharedWith].every((body) => isProtocolParty(body, until, parties));
  return stay ? undefined : "OUTLASTS_THE_PROTOCOL";
}

/** Who shared may withdraw, and so may NHS England nationally, which answers for the hub. */
export function mayWithdraw(
  { sharedBy }: Pick<ShareProposal, "sharedBy">,
  acting: { readonly organisation: string; readonly relations: readonly Relation[] },
): boolean {
  return acting.organisation === sharedBy || acting.relations.includes("NATIONAL");
}
