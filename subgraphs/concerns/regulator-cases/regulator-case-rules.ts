/**
 * A regulator's own case about a place, beside the concern: enhanced monitoring and the like. The regulator alone
 * records and changes it. It publishes a case when it has verified it, not while it only considers one; until then the
 * case is its own, and read by whom it names.
 */
import type { OrganisationKind } from "../../../authorisation/caller.js";
import type { Relation } from "../../../authorisation/relation.js";
import type { ActionRule } from "../../action-rule.js";
import type { ConcernStatus } from "../concern-codes.js";
import { everyState, stillThere } from "../concern-states.js";
import { withoutBodies } from "../intelligence/contribution-rules.js";

type Rule = ActionRule<`${ConcernStatus}`, Relation>;

const regulators = {
  relations: ["REPORTED_BY", "REMIT", "SHARED", "PANEL"],
  roles: ["QUALITY_LEAD", "CASE_HOLDER", "EXECUTIVE"],
} as const satisfies Partial<Rule>;

export const recordCaseAction: Rule = { ...regulators, from: stillThere };
/** A case goes on when the concern is declined or goes on in another. */
export const updateCaseAction: Rule = { ...regulators, from: everyState };

export const caseStatuses = ["UNDER_CONSIDERATION", "OPEN", "CLOSED"] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/** The kind by which concerns are found that are, or are not, under enhanced monitoring; while a case of it is open. */
export const enhancedMonitoring = "ENHANCED_MONITORING";
export const monitoredWhile: CaseStatus = "OPEN";

export interface CaseKind {
  readonly code: string;
  /** Regulators that have such cases; null: any. */
  readonly regulators: readonly string[] | null;
}

export interface RecordedCase {
  readonly kind: string;
  readonly openedOn: string;
  readonly status: CaseStatus;
  readonly publishedByRegulator: boolean;
  readonly note: string | null;
  /** Codes of the bodies that read it beside the regulator, in their order. */
  readonly sharedWith: readonly string[];
}

/**
 * Whether a change of a case tells nobody anything: it is closed, published no longer, or read by fewer. That is the
 * regulator's to do whatever has become of the case, the concern or its part in the protocol.
 */
export function takesBack(before: RecordedCase, after: RecordedCase): boolean {
  return (
    after.note === before.note &&
    (after.status === before.status || after.status === "CLOSED") &&
    (!after.publishedByRegulator || before.publishedByRegulator) &&
    withoutBodies(after.sharedWith, before.sharedWith).length === 0
  );
}

/** Whether whoever reads a case reads the same of it as before. */
export function readsTheSame(before: RecordedCase, after: RecordedCase): boolean {
  return (["note", "status", "publishedByRegulator"] as const).every((field) => after[field] === before[field]);
}

export interface Regulator {
  readonly organisation: string;
  readonly organisationKind: OrganisationKind;
}

export type CaseRefusal =
  "NOT_A_REGULATOR" | "UNKNOWN_CASE_KIND" | "CASE_KIND_NOT_YOURS" | "OPENED_LATER" | "PUBLISHED_TOO_EARLY";

export function caseRefusal(
  { kind: code, openedOn, status, publishedByRegulator }: RecordedCase,
  { organisation, organisationKind }: Regulator,
  kinds: readonly CaseKind[],
  today: string,
): CaseRefusal | undefined {
  if (organisationKind !== "REGULATOR") return "NOT_A_REGULATOR";
  const kind = kinds.find((known) => known.code === code);
  if (kind === undefined) return "UNKNOWN_CASE_KIND";
  if (kind.regulators !== null && !kind.regulators.includes(organisation)) return "CASE_KIND_NOT_YOURS";
  if (openedOn > today) return "OPENED_LATER";
  return publishedByRegulator && status === "UNDER_CONSIDERATION" ? "PUBLISHED_TOO_EARLY" : undefined;
}
