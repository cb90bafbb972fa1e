/** A subgraph in the gateway's own process: the same executor as behind HTTP, without the hop. */
import type { SubgraphConnection } from "../gateway/subgraph-connection.js";
import type { Subgraph } from "../subgraphs/define-subgraph.js";
import type { SubgraphExecutor } from "../subgraphs/subgraph-executor.js";
import { attestationOf } from "./attestation-of.js";

export function inProcessSubgraph(subgraph: Subgraph, execute: SubgraphExecutor): SubgraphConnection {
  return {
    name: subgraph.name,
    execute: ({ document, operationName, variables, context, signal }) =>
      execute({
        document,
        operationName,
        variables,
        authorization: context.authorization,
        purpose: context.purposeHeader,
        requestId: context.requestId,
        signal,
        clientOperation: context.operation,
      }),
    attest: () => Promise.resolve(attestationOf(subgraph)),
    close: () => Promise.resolve(),
  };
}
