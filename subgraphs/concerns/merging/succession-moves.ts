/**
 * Trusts merged or split: to whom an open concern may move, and who decides. After a merger there is one to move to;
 * after a split a person chooses, and until then the concern stays where it is. What was closed stays in the history
 * of the trust that is no more.
 */
import type { OrganisationKind, Role } from "../../../authorisation/caller.js";
import type { Relation } from "../../../authorisation/relation.js";
import type { ActionRule } from "../../action-rule.js";
import type { ConcernStatus } from "../concern-codes.js";

export interface Succession {
  readonly predecessor: string;
  readonly successor: string;
  readonly on: string;
}

/** What moves with its provider; the rest is over. */
export const movingStates = [
  "REPORTED",
  "ACCEPTED",
  "IN_PROGRESS",
  "RESOLUTION_CONFIRMED",
  "REOPENED",
] as const satisfies readonly `${ConcernStatus}`[];

/** NHS England decides with whom a concern goes on. */
export const moving = {
  relations: ["REGIONAL", "NATIONAL"],
  roles: ["QUALITY_LEAD", "CASE_HOLDER"],
  from: movingStates,
} as const satisfies ActionRule<`${ConcernStatus}`, Relation>;

/** All open concerns of a provider are moved by the national team: they may lie in several regions by now. */
export function mayMoveAll(caller: { readonly organisationKind: OrganisationKind; readonly role: Role }): boolean {
  return caller.organisationKind === "NATIONAL_BODY" && moving.roles.some((role) => role === caller.role);
}

/** All who came after a provider by a day, however many mergers and splits lie between; lineage may run in a circle. */
export function followersOf(provider: string, successions: readonly Succession[], today: string): string[] {
  const reached = new Set([provider]);
  for (const code of reached)
    for (const { predecessor, successor, on } of successions)
      if (predecessor === code && on <= today) reached.add(successor);
  return [...reached].filter((code) => code !== provider).sort();
}

export type SuccessorRefusal = "NOT_SUCCEEDED" | "SUCCESSOR_NOT_NAMED" | "NOT_A_SUCCESSOR";

export interface ChosenSuccessor {
  readonly to: string;
  /** All that it could have been. */
  readonly among: readonly string[];
}

/**
 * The only one, or the one that a person names of several.
 * @param candidates followers of the provider that are open today.
 */
export function successorAmong(
  candidates: readonly string[],
  named: string | null,
): ChosenSuccessor | { readonly refused: SuccessorRefusal } {
  const to = named ?? (candidates.length === 1 ? candidates[0] : undefined);
  if (candidates.length === 0) return { refused: "NOT_SUCCEEDED" };
  if (to === undefined) return { refused: "SUCCESSOR_NOT_NAMED" };
  return candidates.includes(to) ? { to, among: candidates } : { refused: "NOT_A_SUCCESSOR" };
}
