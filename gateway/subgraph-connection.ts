/**
 * How the gateway reaches a subgraph. In one process the composition root hands over connections that execute the
 * subgraph's schema directly; between processes `httpSubgraph` speaks the same words over keep-alive HTTP.
 */
import type { StatedRedaction } from "../authorisation/redaction.js";
import type { GuardAttestation } from "./attestation.js";
import type { GatewayContext } from "./gateway-context.js";

export interface SubgraphRequest {
  readonly document: string;
  readonly operationName: string | undefined;
  readonly variables: Record<string, unknown>;
  readonly context: GatewayContext;
  readonly signal: AbortSignal;
}

export interface SubgraphError {
  readonly message?: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: unknown } & Record<string, unknown>;
}

export interface SubgraphResponse {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly SubgraphError[];
  readonly extensions?: { readonly redactions?: readonly StatedRedaction[] };
}

/** `execute` rejects when the subgraph cannot be reached or does not answer in GraphQL; the gateway then goes on without it. */
export interface SubgraphConnection {
  readonly name: string;
  execute(request: SubgraphRequest): Promise<SubgraphResponse>;
  attest(): Promise<GuardAttestation>;
  close(): Promise<void>;
}
