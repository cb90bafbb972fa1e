/**
 * One line of the audit: who did what, for what purpose, to which records, and which fields they were given. Names of
 * fields only; never a value, a token, a free text or the identity of somebody who spoke up.
 */
import type { AuditedCaller } from "../authorisation/caller.js";
import type { Disclosure } from "../authorisation/disclosure-log.js";
import { policyVersion } from "../authorisation/policy.js";
import type { ErrorCode } from "../errors/hub-error.js";

/** REPLAYED: a request sent again with its idempotency key got its answer again, and nothing was changed. */
export type AuditOutcome = "DISCLOSED" | "CHANGED" | "REPLAYED" | "REFUSED" | "UNAUTHENTICATED" | "INVALID" | "FAILED";

export interface AuditEntry {
  /** Null where the token named nobody who can be believed. */
  readonly caller: AuditedCaller | null;
  readonly requestId: string;
  readonly subgraph: string;
  readonly operationName: string | null;
  /** SHA-256 of the client's document without its literals; of a part that came to a subgraph alone, a keyed hash. */
  readonly documentHash: Buffer | null;
  /** Keyed hash of the variables as JSON, so that no guess can be checked against it. */
  readonly variablesHash: Buffer | null;
  readonly outcome: AuditOutcome;
  /** Why it was refused: a constant word, never a value of the request. Null where it was not. */
  readonly because: string | null;
  readonly records: readonly Disclosure[];
}

/** Whether it tells of a request whose sender is not known, so that anybody can cause as many as they like. */
export function isNobody({ caller, outcome }: AuditEntry): boolean {
  return caller === null && outcome === "UNAUTHENTICATED";
}

const outcomeByCode: Readonly<Partial<Record<ErrorCode, AuditOutcome>>> = {
  UNAUTHENTICATED: "UNAUTHENTICATED",
  FORBIDDEN: "REFUSED",
};

/** What came of a request that was turned away with this code before anything of it was done. */
export function outcomeOfRefusal(code: ErrorCode): AuditOutcome {
  return outcomeByCode[code] ?? "INVALID";
}

/** Columns of `audit.entry`, in the order of `auditValues`. */
export const auditColumns = [
  "subject",
  "organisation",
  "role",
  "purpose",
  "request_id",
  "subgraph",
  "operation_name",
  "document_hash",
  "variables_hash",
  "outcome",
  "because",
  "policy_version",
  "records",
] as const;

export function auditValues(entry: AuditEntry): unknown[] {
  const { caller } = entry;
  return [
    caller && `${caller.issuer} ${caller.subject}`,
    caller?.organisation ?? null,
    caller?.role ?? null,
    caller?.purpose ?? null,
    entry.requestId,
    entry.subgraph,
    entry.operationName,
    entry.documentHash,
    entry.variablesHash,
    entry.outcome,
    entry.because,
    policyVersion,
    JSON.stringify(entry.records),
  ];
}
