/**
 * Answers one request to a subgraph: who asks is verified, the operation executed in one transaction of that caller,
 * and what it disclosed is durable in the audit before any of it is returned. The same for a subgraph in this process
 * and for one behind HTTP.
 */
import { execute, getOperationAST, OperationTypeNode, type DocumentNode, type ExecutionResult } from "graphql";
import type { AuditOutcome } from "../audit/audit-entry.js";
import type { StatedRedaction } from "../authorisation/redaction.js";
import { HubError } from "../errors/hub-error.js";
import type { Subgraph } from "./define-subgraph.js";
import { createDocumentCache } from "./document-cache.js";
import { contextOf, type ContextDependencies, type SubgraphRequest } from "./request-context.js";
import { auditEntryOf } from "./request-facts.js";
import type { SubgraphContext } from "./subgraph-context.js";
import { maskErrors, type MaskedError } from "./masked-error.js";

export interface SubgraphReply {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly MaskedError[];
  readonly extensions?: { readonly redactions: readonly StatedRedaction[] };
}

export interface SubgraphDependencies extends ContextDependencies {
  /** Told of errors that nobody expected, with the reference that the client gets. */
  readonly logError: (error: unknown, reference: string) => void;
}

export type SubgraphExecutor = (request: SubgraphRequest) => Promise<SubgraphReply>;

export function createSubgraphExecutor(subgraph: Subgraph, dependencies: SubgraphDependencies): SubgraphExecutor {
  const documents = createDocumentCache(subgraph.schema);
  const { audit, logError } = dependencies;

  const answer = async (request: SubgraphRequest): Promise<SubgraphReply> => {
    const context = await contextOf(subgraph.name, dependencies, request);
    const document = documents.get(request.document);
    if (document === undefined) throw new HubError("BAD_USER_INPUT");
    // What nobody waits for is not begun.
    if (request.signal?.aborted === true) throw new HubError("UNAVAILABLE");
    const result = await run(subgraph, document, context, request);
    const disclosed = context.disclosures.disclosures();
    const outcome = outcomeOf(result);
    // What was public in all its parts, as names in the directory are, is nothing that has to be accounted for.
    if (disclosed.length > 0 || outcome === "FAILED") await audit.record(auditEntryOf(context, outcome, disclosed));
    const redactions = context.disclosures.redactions();
    return {
      ...(result.data !== undefined && { data: result.data }),
      ...(result.errors && { errors: maskErrors(result.errors, request.requestId, logError) }),
      ...(redactions.length > 0 && { extensions: { redactions } }),
    };
  };

  return (request) =>
    answer(request).catch((error: unknown) => ({ errors: maskErrors([error], request.requestId, logError) }));
}

function outcomeOf({ errors = [] }: ExecutionResult): AuditOutcome {
  return errors.length === 0 ? "DISCLOSED" : "FAILED";
}

async function run(
  { schema }: Subgraph,
  document: DocumentNode,
  contextValue: SubgraphContext,
  { variables, operationName, signal }: SubgraphRequest,
): Promise<ExecutionResult> {
  const { database } = contextValue;
  const isQuery = getOperationAST(document, operationName)?.operation === OperationTypeNode.QUERY;
  let leave = (): void => undefined;
  const left = new Promise<ExecutionResult>((resolve) => {
    leave = () => {
      // Commands have transactions of their own: one that has begun is not broken off, but reads nothing for nobody.
      if (!isQuery) return void database.end();
      resolve({ errors: [new HubError("UNAVAILABLE")] });
      void database.abandon();
    };
  });
  signal?.addEventListener("abort", leave, { once: true });
  try {
    return await Promise.race([
      execute({ schema, document, contextValue, variableValues: variables, operationName }),
      left,
    ]);
  } finally {
    signal?.removeEventListener("abort", leave);
    await database.end();
  }
}
