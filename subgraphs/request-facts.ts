/** What the audit says about a request, beside who made it and what it touched. */
import type { AuditEntry, AuditOutcome } from "../audit/audit-entry.js";
import type { KeyedHash } from "../audit/keyed-hash.js";
import type { Disclosure } from "../authorisation/disclosure-log.js";
import { plainName } from "../endpoint/plain-name.js";
import type { SubgraphContext } from "./subgraph-context.js";

export interface RequestFacts {
  readonly requestId: string;
  readonly subgraph: string;
  readonly operationName: string | null;
  readonly documentHash: Buffer;
  readonly variablesHash: Buffer;
}

/** The operation as the client sent it to the router, of which the subgraph executes a part. */
export interface ClientOperation {
  readonly name: string | undefined;
  /** Hashes of the document without its literals and, keyed, of the variables, in hexadecimal. */
  readonly documentHash: string;
  readonly variablesHash: string;
}

export interface AccountableRequest {
  readonly requestId: string;
  readonly document: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Absent where a router does not tell it; then the part that came stands for the whole. */
  readonly clientOperation?: ClientOperation | undefined;
}

export function requestFacts(subgraph: string, request: AccountableRequest, hashOf: KeyedHash): RequestFacts {
  const { requestId, clientOperation } = request;
  if (clientOperation !== undefined)
    return {
      requestId,
      subgraph,
      operationName: clientOperation.name ?? null,
      documentHash: Buffer.from(clientOperation.documentHash, "hex"),
      variablesHash: Buffer.from(clientOperation.variablesHash, "hex"),
    };
  return {
    requestId,
    subgraph,
    operationName: plainName(request.operationName) ?? null,
    // Its literals are in it, so it is keyed as the variables are.
    documentHash: hashOf(request.document),
    variablesHash: hashOf(JSON.stringify(request.variables)),
  };
}

export function auditEntryOf(
  { caller, request }: Pick<SubgraphContext, "caller" | "request">,
  outcome: AuditOutcome,
  records: readonly Disclosure[],
  because: string | null = null,
): AuditEntry {
  return { caller, ...request, outcome, because, records };
}
