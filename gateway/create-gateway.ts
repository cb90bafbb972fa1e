/**
 * Puts the gateway together. It does not come up unless every subgraph's guard has answered for the supergraph, and a
 * later supergraph is served only on the same condition; until then the one before it stays.
 */
import type { AddressInfo } from "node:net";
import type { FastifyPluginAsync } from "fastify";
import type { Logger } from "pino";
import type { Role } from "../authorisation/caller.js";
import { HubError } from "../errors/hub-error.js";
import { createAdmission } from "./admission.js";
import { startApolloGraph } from "./apollo-graph.js";
import type { ApolloGraph } from "./apollo-graph.js";
import { checkAttestations } from "./attestation.js";
import type { Composition } from "./attestation.js";
import { withDeadline } from "./deadline.js";
import { createGraphHandler } from "./graph-handler.js";
import type { HandleGraph } from "./graph-handler.js";
import type { Probe } from "./health-routes.js";
import type { GatewayLimits } from "./limits.js";
import { createMetrics } from "./metrics.js";
import { createMetricsServer } from "./metrics-server.js";
import type { Authenticator, RecordRefusal } from "./refusal.js";
import { createServer } from "./server.js";
import type { SubgraphConnection } from "./subgraph-connection.js";
import { supergraphHash } from "./supergraph.js";

export interface GatewayDependencies {
  readonly composition: Composition;
  readonly subgraphs: readonly SubgraphConnection[];
  readonly authenticator: Authenticator;
  readonly recordRefusal: RecordRefusal;
  readonly limits: GatewayLimits;
  readonly introspectionRoles: ReadonlySet<Role>;
  readonly trustedDocuments?: ReadonlySet<string>;
  readonly probes: Readonly<Record<string, Probe>>;
  readonly pages?: FastifyPluginAsync;
  readonly logger: Logger;
}

export interface ListenOptions {
  readonly host: string;
  readonly port: number;
  /** Absent, metrics are not served. */
  readonly metricsPort?: number;
}

export interface Addresses {
  readonly port: number;
  readonly metricsPort: number | undefined;
}

export interface Gateway {
  readonly handle: HandleGraph;
  listen(options: ListenOptions): Promise<Addresses>;
  /** Findings because of which the composition is not served; none when it now is. */
  update(composition: Composition): Promise<string[]>;
  /** SHA-256 of the supergraph that is served now. */
  supergraphHash(): string;
  /** Finishes what is in flight, within the drain limit. */
  close(): Promise<void>;
}

export async function createGateway(dependencies: GatewayDependencies): Promise<Gateway> {
  const { subgraphs, limits, logger, introspectionRoles, trustedDocuments } = dependencies;
  const metrics = createMetrics();
  const start = (supergraphSdl: string) =>
    startApolloGraph({ supergraphSdl, connections: subgraphs, limits, metrics, logger });

  const findings = await attested(dependencies.composition, subgraphs, limits.operationMilliseconds);
  if (findings.length > 0) throw new HubError("INTERNAL", {}, { cause: findings.join("; ") });
  let graph: ApolloGraph = await start(dependencies.composition.supergraphSdl);
  let hash = supergraphHash(dependencies.composition.supergraphSdl);
  let stopping = false;
  let updating: Promise<unknown> = Promise.resolve();

  async function update(composition: Composition): Promise<string[]> {
    const reasons = await attested(composition, subgraphs, limits.operationMilliseconds);
    if (reasons.length > 0) return reasons;
    const next = await start(composition.supergraphSdl).catch((cause: unknown) => cause);
    if (!isGraph(next)) return [`the supergraph cannot be served: ${String(next)}`];
    const previous = graph;
    graph = next;
    hash = supergraphHash(composition.supergraphSdl);
    await previous.stop();
    return [];
  }

  const recordRefusal: RecordRefusal = async (refusal) => {
    try {
      await dependencies.recordRefusal(refusal);
    } catch (cause) {
      throw new HubError("UNAVAILABLE", {}, { cause });
    }
  };
  const admit = createAdmission({ limits, introspectionRoles, trustedDocuments });
  const handle = createGraphHandler({ admit, limits, metrics, logger, recordRefusal, graph: () => graph });
  const app = createServer({
    ...dependencies,
    recordRefusal,
    handle,
    metrics,
    probeMilliseconds: limits.probeMilliseconds,
    isStopping: () => stopping,
  });
  const metricsServer = createMetricsServer(metrics.registry);

  return {
    handle,
    supergraphHash: () => hash,
    async listen({ host, port, metricsPort }) {
      await app.listen({ host, port });
      if (metricsPort !== undefined) {
        await new Promise<void>((resolve, reject) => {
          metricsServer.once("error", reject).listen(metricsPort, host, resolve);
        });
      }
      return { port: portOf(app.server.address()) ?? port, metricsPort: portOf(metricsServer.address()) };
    },
    update(composition) {
      const result = updating.then(() => update(composition));
      updating = result.catch(() => undefined);
      return result;
    },
    async close() {
      if (stopping) return;
      stopping = true;
      const overdue = setTimeout(() => {
        app.server.closeAllConnections();
      }, limits.drainMilliseconds);
      await app.close();
      clearTimeout(overdue);
      await updating;
      await graph.stop();
      metricsServer.closeAllConnections();
      metricsServer.close();
      await Promise.all(subgraphs.map((subgraph) => subgraph.close()));
    },
  };
}

/** A guard that does not answer leaves its policies without an attestation, which is a finding. */
async function attested(
  composition: Composition,
  subgraphs: readonly SubgraphConnection[],
  milliseconds: number,
): Promise<string[]> {
  const never = new AbortController().signal;
  const answers = await Promise.all(
    subgraphs.map((subgraph) => withDeadline(milliseconds, never, () => subgraph.attest())),
  );
  const attestations = answers.flatMap((answer) => (answer.kind === "answered" ? [answer.value] : []));
  try {
    return checkAttestations(composition, attestations);
  } catch (cause) {
    return [`the supergraph cannot be read: ${String(cause)}`];
  }
}

function isGraph(value: unknown): value is ApolloGraph {
  return typeof value === "object" && value !== null && "execute" in value;
}

function portOf(address: AddressInfo | string | null): number | undefined {
  return typeof address === "object" ? address?.port : undefined;
}
