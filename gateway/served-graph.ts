/**
 * The supergraph that is served. None is, unless every subgraph's guard has answered for it; and they are asked again
 * for as long as it is, since a subgraph in another process may be started again with another policy or schema.
 */
import { HubError } from "../errors/hub-error.js";
import { startApolloGraph } from "./apollo-graph.js";
import type { ApolloGraph, ApolloGraphDependencies } from "./apollo-graph.js";
import { attestationCheck } from "./attestation.js";
import type { Composition } from "./attestation.js";
import { withDeadline } from "../endpoint/deadline.js";

export type ServedGraphDependencies = Omit<ApolloGraphDependencies, "supergraphSdl">;

export interface ServedGraph extends ApolloGraph {
  /** Because of what it would not be served if it were started now; nothing while all is as it was. */
  findings(): Promise<string[]>;
}

/** Rejects when the composition may not be served; the findings are the cause. */
export async function serveGraph(
  composition: Composition,
  dependencies: ServedGraphDependencies,
): Promise<ServedGraph> {
  const { connections, limits } = dependencies;
  const { supergraphSdl } = composition;
  const check = attestationCheck(composition);
  const never = new AbortController().signal;

  /** A guard that does not answer leaves its policies without an attestation, which is a finding. */
  async function findings(): Promise<string[]> {
    const answers = await Promise.all(
      connections.map((subgraph) => withDeadline(limits.operationMilliseconds, never, () => subgraph.attest())),
    );
    return check(answers.flatMap((answer) => (answer.kind === "answered" ? [answer.value] : [])));
  }

  const found = await findings();
  if (found.length > 0) throw new HubError("INTERNAL", {}, { cause: found.join("; ") });
  return { ...(await startApolloGraph({ ...dependencies, supergraphSdl })), findings };
}
