/**
 * Speaking up: what each identity mode stores and who may come to read it, and reports of detriment to somebody who
 * spoke up. A detriment is told to those who protect the person, and never to the provider.
 */
import type { Role } from "../../../authorisation/caller.js";
import type { Relation } from "../../../authorisation/relation.js";
import type { ActionRule } from "../../action-rule.js";
import type { ConcernStatus, IdentityMode } from "../concern-codes.js";

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

/** Relations through which an organisation never learns who spoke up, whatever else it is to the concern. */
const neverTold: readonly Relation[] = ["RESPONSIBLE", "HOST"];
const protecting: readonly Relation[] = ["REGIONAL", "NATIONAL"];

/** Whether an organisation may have to do with identities at all. NHS England's own team reads as the receiver. */
export function mayHandleIdentities(relations: readonly Relation[]): boolean {
  return (
    protecting.some((relation) => relations.includes(relation)) &&
    !neverTold.some((relation) => relations.includes(relation))
  );
}

const everyState = [
  "REPORTED",
  "ACCEPTED",
  "IN_PROGRESS",
  "RESOLUTION_CONFIRMED",
  "CLOSED",
  "REOPENED",
  "DECLINED",
  "MERGED",
] as const;

/** Detriment may come long after the concern is closed, declined or merged. */
export const reportDetriment: ActionRule<`${ConcernStatus}`, Relation> = {
  relations: ["REPORTED_BY", "REGIONAL", "NATIONAL"],
  roles: ["QUALITY_LEAD", "CASE_HOLDER", "EXECUTIVE", "GUARDIAN", "MEMBER"],
  from: everyState,
};

/** Who may read a report of detriment, beside the one who made it. */
export const detrimentReaders: readonly Role[] = ["CASE_HOLDER", "GUARDIAN"];

export function mayReadDetriment(role: Role, relations: readonly Relation[]): boolean {
  return detrimentReaders.includes(role) && mayHandleIdentities(relations);
}

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
