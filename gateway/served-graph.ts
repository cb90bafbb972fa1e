/**
 * The supergraph that is served now. None is, unless every subgraph's guard has answered for it; another is swapped in
 * whole on the same condition, and until then the one before it stays.
 */
import { HubError } from "../errors/hub-error.js";
import { startApolloGraph } from "./apollo-graph.js";
import type { ApolloGraph, ApolloGraphDependencies } from "./apollo-graph.js";
import { checkAttestations } from "./attestation.js";
import type { Composition } from "./attestation.js";
import { withDeadline } from "./deadline.js";
import { supergraphHash } from "./supergraph.js";

export type ServedGraphDependencies = Omit<ApolloGraphDependencies, "supergraphSdl">;

export interface ServedGraph {
  readonly current: () => ApolloGraph;
  /** SHA-256 of the supergraph. */
  readonly hash: () => string;
  /** Findings because of which the composition is not served; none when it now is. One at a time. */
  readonly update: (composition: Composition) => Promise<string[]>;
  readonly stop: () => Promise<void>;
}

/** Rejects with the findings as the cause when the composition may not be served. */
export async function serveGraph(
  composition: Composition,
  dependencies: ServedGraphDependencies,
): Promise<ServedGraph> {
  let served = await startAttested(composition, dependencies);
  if ("findings" in served) throw new HubError("INTERNAL", {}, { cause: served.findings.join("; ") });
  let { graph, hash } = served;
  let updating: Promise<unknown> = Promise.resolve();

  async function replace(next: Composition): Promise<string[]> {
    served = await startAttested(next, dependencies);
    if ("findings" in served) return served.findings;
    const previous = graph;
    ({ graph, hash } = served);
    await previous.stop();
    return [];
  }

  return {
    current: () => graph,
    hash: () => hash,
    update(next) {
      const result = updating.then(() => replace(next));
      updating = result.catch(() => undefined);
      return result;
    },
    async stop() {
      await updating;
      await graph.stop();
    },
  };
}

type Started = { readonly graph: ApolloGraph; readonly hash: string } | { readonly findings: string[] };

async function startAttested(composition: Composition, dependencies: ServedGraphDependencies): Promise<Started> {
  const { supergraphSdl } = composition;
  try {
    const findings = await findingsOf(composition, dependencies);
    if (findings.length > 0) return { findings };
    return { graph: await startApolloGraph({ ...dependencies, supergraphSdl }), hash: supergraphHash(supergraphSdl) };
  } catch (cause) {
    return { findings: [`the supergraph cannot be served: ${String(cause)}`] };
  }
}

/** A guard that does not answer leaves its policies without an attestation, which is a finding. */
async function findingsOf(
  composition: Composition,
  { connections, limits }: ServedGraphDependencies,
): Promise<string[]> {
  const never = new AbortController().signal;
  const answers = await Promise.all(
    connections.map((subgraph) => withDeadline(limits.operationMilliseconds, never, () => subgraph.attest())),
  );
  return checkAttestations(
    composition,
    answers.flatMap((answer) => (answer.kind === "answered" ? [answer.value] : [])),
  );
}
