/**
 * Who convenes a review panel, on what, and whom it may invite. A body convenes on what it holds: a panel opens the
 * report to those who attend, so nobody convenes on a report that it does not read in its own right.
 */
import type { Relation } from "../../../authorisation/relation.js";
import type { ActionRule } from "../../action-rule.js";
import type { ConcernStatus } from "../concern-codes.js";
import { isProtocolParty, type ProtocolParties } from "../sharing/protocol-parties.js";
import type { Invitation } from "./review-panel.js";

/** Relations that open the report whatever else is true; what came by agreement, share or panel is not passed on. */
export const convening: ActionRule<`${ConcernStatus}`, Relation> = {
  relations: ["REPORTED_BY", "REGIONAL", "NATIONAL"],
  roles: ["QUALITY_LEAD", "CASE_HOLDER", "EXECUTIVE"],
  from: ["REPORTED", "ACCEPTED", "IN_PROGRESS", "RESOLUTION_CONFIRMED", "REOPENED"],
};

export type ConveningRefusal = "NOT_A_PARTY" | "MEETS_IN_THE_PAST" | InviteeRefusal;
export type InviteeRefusal = "INVITEE_NOT_A_PARTY" | "CONVENOR_INVITED" | "INVITED_ALREADY";

export function conveningRefusal(
  {
    convenor,
    invite,
    meetsOn,
  }: { readonly convenor: string; readonly invite: readonly string[]; readonly meetsOn: string },
  parties: ProtocolParties,
  today: string,
): ConveningRefusal | undefined {
  if (!isProtocolParty(convenor, today, parties)) return "NOT_A_PARTY";
  if (meetsOn < today) return "MEETS_IN_THE_PAST";
  return inviteeRefusal(invite, { convenor, invitations: [] }, parties, today);
}

/** Who declined, or was not concerned, may be asked again. */
export function inviteeRefusal(
  invite: readonly string[],
  { convenor, invitations }: { readonly convenor: string; readonly invitations: readonly Invitation[] },
  parties: ProtocolParties,
  today: string,
): InviteeRefusal | undefined {
  if (invite.includes(convenor)) return "CONVENOR_INVITED";
  if (!invite.every((organisation) => isProtocolParty(organisation, today, parties))) return "INVITEE_NOT_A_PARTY";
  const pending = invitations.filter(({ state }) => state === "INVITED" || state === "ACCEPTED");
  return pending.some(({ organisation }) => invite.includes(organisation)) ? "INVITED_ALREADY" : undefined;
}
