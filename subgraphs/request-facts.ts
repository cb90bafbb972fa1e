/** What the audit says about a request, beside who made it and what it touched. */
import { createHash } from "node:crypto";
import type { AuditEntry, AuditOutcome } from "../audit/audit-entry.js";
import type { Disclosure } from "../authorisation/disclosure-log.js";
import type { SubgraphContext } from "./subgraph-context.js";

export interface RequestFacts {
  readonly requestId: string;
  readonly subgraph: string;
  readonly operationName: string | null;
  readonly documentHash: Buffer;
  readonly variablesHash: Buffer;
}

export function requestFacts(
  subgraph: string,
  request: {
    readonly requestId: string;
    readonly document: string;
    readonly operationName: string | undefined;
    readonly variables: Readonly<Record<string, unknown>>;
  },
): RequestFacts {
  return {
    requestId: request.requestId,
    subgraph,
    operationName: request.operationName ?? null,
    documentHash: sha256(request.document),
    variablesHash: sha256(JSON.stringify(request.variables)),
  };
}

export function auditEntryOf(
  { caller, request }: Pick<SubgraphContext, "caller" | "request">,
  outcome: AuditOutcome,
  records: readonly Disclosure[],
): AuditEntry {
  return { caller, ...request, outcome, records };
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
