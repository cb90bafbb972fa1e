/**
 * Who may put a file on a concern, and for whom it is. What the provider sends is the provider's to read. What NHS
 * England adds is kept from it until NHS England releases it.
 */
import type { Relation } from "../../../authorisation/relation.js";
import { actionRefusal, type Acting, type ActionRefusal, type ActionRule } from "../../action-rule.js";
import type { ConcernStatus } from "../concern-codes.js";

type Rule = ActionRule<`${ConcernStatus}`, Relation>;

export const addingEvidence = {
  relations: ["RESPONSIBLE", "REGIONAL", "NATIONAL"],
  roles: ["QUALITY_LEAD", "CASE_HOLDER", "EXECUTIVE"],
  from: ["REPORTED", "ACCEPTED", "IN_PROGRESS", "RESOLUTION_CONFIRMED", "REOPENED"],
} as const satisfies Rule;

export const releasingEvidence = {
  relations: ["REGIONAL", "NATIONAL"],
  roles: ["QUALITY_LEAD", "CASE_HOLDER"],
  from: ["ACCEPTED", "IN_PROGRESS", "RESOLUTION_CONFIRMED", "REOPENED", "CLOSED"],
} as const satisfies Rule;

/** Whether the provider reads it from the first day. */
export function isForTheProvider({ relations }: Pick<Acting<Relation>, "relations">, release: boolean): boolean {
  return release || relations.includes("RESPONSIBLE");
}

/** Why NHS England may not add a file that the provider reads at once: that is to release it, by who may and when. */
export function addingRefusal(
  acting: Acting<Relation>,
  status: `${ConcernStatus}`,
  isReleased: boolean,
): ActionRefusal | undefined {
  if (!isReleased || acting.relations.includes("RESPONSIBLE")) return undefined;
  return actionRefusal(releasingEvidence, acting, status);
}

/** Whoever may never attach a file need not send one: it would only take up room. */
export function maySendFiles(role: string): boolean {
  return addingEvidence.roles.some((each) => each === role);
}
