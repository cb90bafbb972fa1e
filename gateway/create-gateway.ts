/**
 * Puts the gateway together from what the composition root hands over: connections to subgraphs, who authenticates,
 * where refusals are recorded, limits. It knows no subgraph by name.
 */
import { createHash } from "node:crypto";
import type { AddressInfo } from "node:net";
import type { FastifyPluginAsync } from "fastify";
import type { GraphQLScalarType } from "graphql";
import type { Logger } from "pino";
import { Registry } from "prom-client";
import type { Role } from "../authorisation/caller.js";
import { HubError } from "../errors/hub-error.js";
import { createAdmission } from "./admission.js";
import type { Composition } from "./attestation.js";
import type { GraphDocument } from "./document-route.js";
import { createGraphHandler } from "./graph-handler.js";
import type { HandleGraph } from "./graph-handler.js";
import type { FileExchange } from "../endpoint/file-exchange.js";
import type { Probe } from "../endpoint/health-routes.js";
import type { GatewayLimits } from "./limits.js";
import { createMetricsServer } from "../endpoint/metrics-server.js";
import { createMetrics } from "./metrics.js";
import type { Authenticator, RecordRefusal } from "./refusal.js";
import { serveGraph } from "./served-graph.js";
import { createServer } from "./server.js";
import type { SubgraphConnection } from "./subgraph-connection.js";

export interface GatewayDependencies {
  readonly composition: Composition;
  readonly subgraphs: readonly SubgraphConnection[];
  /** Of the graph, with the shapes of their values. */
  readonly scalars: readonly GraphQLScalarType[];
  readonly authenticator: Authenticator;
  readonly recordRefusal: RecordRefusal;
  readonly limits: GatewayLimits;
  readonly introspectionRoles: ReadonlySet<Role>;
  /** SHA-256 of each document that may run; absent, any admitted document may. */
  readonly trustedDocuments?: ReadonlySet<string>;
  /** For what the audit keeps of variables: a hash that guesses cannot be checked against. */
  readonly hashOf: (text: string) => Buffer;
  /** Of what the gateway relies on beside its subgraphs. */
  readonly probes: Readonly<Record<string, Probe>>;
  /** Documents that are made of a query each; their queries run where only trusted ones do. */
  readonly documents?: readonly GraphDocument[];
  readonly files?: FileExchange;
  readonly pages?: FastifyPluginAsync;
  /** Metrics of other parts of the process, served beside its own. */
  readonly moreMetrics?: Registry;
  readonly logger: Logger;
}

export interface ListenOptions {
  readonly host: string;
  /** 0 for any free port. */
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
  /** Finishes what is in flight, within the drain limit. */
  close(): Promise<void>;
}

/** Rejects when the composition may not be served; the findings are the cause. */
export async function createGateway(dependencies: GatewayDependencies): Promise<Gateway> {
  const { composition, subgraphs, scalars, limits, logger, introspectionRoles, hashOf } = dependencies;
  const metrics = createMetrics();
  const graph = await serveGraph(composition, { connections: subgraphs, scalars, limits, metrics, logger });
  const recordRefusal = orUnavailable(dependencies.recordRefusal);
  const { documents = [], trustedDocuments: named } = dependencies;
  const trustedDocuments = named && withQueriesOf(documents, named);
  const admit = createAdmission({ limits, introspectionRoles, trustedDocuments, hashOf });
  const handle = createGraphHandler({ admit, limits, metrics, logger, recordRefusal, graph });
  let closing: Promise<void> | undefined;
  const app = createServer({
    ...dependencies,
    probes: { ...dependencies.probes, subgraphs: areAttested },
    recordRefusal,
    handle,
    metrics,
    probeMilliseconds: limits.probeMilliseconds,
    probeHoldsMilliseconds: limits.probeHoldsMilliseconds,
    isStopping: () => closing !== undefined,
  });
  const { moreMetrics } = dependencies;
  const metricsServer = createMetricsServer(
    moreMetrics === undefined ? metrics.registry : Registry.merge([metrics.registry, moreMetrics]),
  );

  async function areAttested(): Promise<boolean> {
    const findings = await graph.findings();
    if (findings.length > 0) logger.warn({ findings }, "the guards do not answer for what is served");
    return findings.length === 0;
  }

  async function close(): Promise<void> {
    const overdue = setTimeout(() => {
      app.server.closeAllConnections();
    }, limits.drainMilliseconds);
    await app.close();
    clearTimeout(overdue);
    await graph.stop();
    metricsServer.closeAllConnections();
    metricsServer.close();
    await Promise.all([...subgraphs, ...(dependencies.files ? [dependencies.files] : [])].map((each) => each.close()));
  }

  return {
    handle,
    async listen({ host, port, metricsPort }) {
      await app.listen({ host, port });
      if (metricsPort !== undefined) {
        await new Promise<void>((resolve, reject) => {
          metricsServer.once("error", reject).listen(metricsPort, host, resolve);
        });
      }
      return { port: portOf(app.server.address()) ?? port, metricsPort: portOf(metricsServer.address()) };
    },
    close: () => (closing ??= close()),
  };
}

function withQueriesOf(documents: readonly GraphDocument[], trusted: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...trusted, ...documents.map(({ query }) => createHash("sha256").update(query).digest("hex"))]);
}

/** Without a record there is no answer but that part of the hub is away. */
function orUnavailable(record: RecordRefusal): RecordRefusal {
  return async (refusal) => {
    try {
      await record(refusal);
    } catch (cause) {
      throw new HubError("UNAVAILABLE", {}, { cause });
    }
  };
}

function portOf(address: AddressInfo | string | null): number | undefined {
  return typeof address === "object" ? address?.port : undefined;
}
