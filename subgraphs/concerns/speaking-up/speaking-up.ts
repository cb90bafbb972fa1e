/**
 * Speaking up: what each identity mode stores and who may come to read it, and reports of detriment to somebody who
 * spoke up. A detriment is told to those who protect the person, and never to the provider.
 */
import { protecting, providing, type Relation } from "../../../authorisation/relation.js";
import type { ActionRule } from "../../action-rule.js";
import type { ConcernStatus, IdentityMode } from "../concern-codes.js";
import { everyState } from "../concern-states.js";

export interface IdentityRule {
  readonly isStored: boolean;
  /** How a case-holder comes to read it: in the course of the work, after a reveal by two people, or never. */
  readonly readBy: "CASE_HOLDER" | "REVEAL" | "NOBODY";
}

/** The choice is the person's; it can be loosened by the person alone, and never by the hub. */
export const identityRules: Readonly<Record<`${IdentityMode}`, IdentityRule>> = {
  OPEN: { isStored: true, readBy: "CASE_HOLDER" },
  CONFIDENTIAL: { isStored: true, readBy: "REVEAL" },
  ANONYMOUS: { isStored: false, readBy: "NOBODY" },
};

/** Whether an organisation may have to do with identities at all. NHS England's own team reads as the receiver. */
export function mayHandleIdentities(relations: readonly Relation[]): boolean {
  return (
    protecting.some((relation) => relations.includes(relation)) &&
    !providing.some((relation) => relations.includes(relation))
  );
}

type Rule = ActionRule<`${ConcernStatus}`, Relation>;

/** Detriment may come long after the concern is closed, declined or merged. */
export const reportDetriment: Rule = {
  relations: ["REPORTED_BY", ...protecting],
  roles: ["QUALITY_LEAD", "CASE_HOLDER", "EXECUTIVE", "GUARDIAN", "MEMBER"],
  from: everyState,
};

/** The person may have to be told of the outcome whatever has become of the concern. */
export const requestReveal: Rule = { relations: protecting, roles: ["CASE_HOLDER"], from: everyState };
export const answerReveal: Rule = { relations: protecting, roles: ["GUARDIAN"], from: everyState };

export interface DetrimentReport {
  readonly kinds: readonly string[];
  readonly text: string;
  readonly noticedOn: string;
}

export type DetrimentRefusal = "KIND_MISSING" | "UNKNOWN_KIND" | "TEXT_MISSING" | "NOTICED_IN_THE_FUTURE";

export function detrimentRefusal(
  { kinds, text, noticedOn }: DetrimentReport,
  today: string,
  known: readonly { readonly code: string }[],
): DetrimentRefusal | undefined {
  if (kinds.length === 0) return "KIND_MISSING";
  if (!kinds.every((kind) => known.some(({ code }) => code === kind))) return "UNKNOWN_KIND";
  if (text.trim() === "") return "TEXT_MISSING";
  return noticedOn > today ? "NOTICED_IN_THE_FUTURE" : undefined;
}
