/**
 * Intelligence: what a body that takes part in the Emerging Concerns Protocol contributes to a concern. It stays its
 * own: that body alone decides which other bodies of the protocol read it. A provider, a university or a board takes no
 * part, so none of them is ever one of these.
 */
import type { Relation } from "../../../authorisation/relation.js";
import type { ActionRule } from "../../action-rule.js";
import type { ConcernStatus } from "../concern-codes.js";
import { everyState, stillThere } from "../concern-states.js";
import { isProtocolParty, type ProtocolParties } from "../sharing/protocol-parties.js";

type Rule = ActionRule<`${ConcernStatus}`, Relation>;

/** Whoever may know of the concern as a body of the protocol does. */
const bodies = {
  relations: ["REPORTED_BY", "REGIONAL", "NATIONAL", "REMIT", "SHARED", "PANEL"],
  roles: ["QUALITY_LEAD", "CASE_HOLDER", "EXECUTIVE"],
} as const satisfies Partial<Rule>;

/** No time is too early and none too late; what was given is taken back in whatever state. */
export const contributeAction: Rule = { ...bodies, from: stillThere };
export const withdrawAction: Rule = { ...bodies, from: everyState };

export type AudienceRefusal = "NOT_A_PARTY" | "AUDIENCE_NOT_A_PARTY" | "AUDIENCE_IS_THE_OWNER";

/** Whether the owner may let these bodies read what it contributed; whether they know of the concern is not asked. */
export function audienceRefusal(
  owner: string,
  audience: readonly string[],
  day: string,
  parties: ProtocolParties,
): AudienceRefusal | undefined {
  if (!isProtocolParty(owner, day, parties)) return "NOT_A_PARTY";
  if (audience.includes(owner)) return "AUDIENCE_IS_THE_OWNER";
  return audience.every((body) => isProtocolParty(body, day, parties)) ? undefined : "AUDIENCE_NOT_A_PARTY";
}

/** Each body once, in an order that says nothing. */
export function withBodies(audience: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...audience, ...more])].sort();
}

export function withoutBodies(audience: readonly string[], fewer: readonly string[]): string[] {
  return audience.filter((body) => !fewer.includes(body));
}
