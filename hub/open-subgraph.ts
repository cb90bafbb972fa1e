/**
 * One subgraph as a process of its own: its database brought up to date, its guard and its audit, and an HTTP server
 * for the gateway. Callers are verified here again, by the same code as in one process.
 */
import { errorCode, StartRefusal } from "../database/start-refusal.js";
import { serveMetrics } from "../endpoint/metrics-server.js";
import type { SubgraphName } from "../settings/structured-settings.js";
import { createSubgraphServer, type SubgraphServer } from "../subgraphs/subgraph-server.js";
import { evidenceFiles } from "./evidence-files.js";
import { attestationOf } from "./attestation-of.js";
import { createDeliveryMetrics } from "./delivery-metrics.js";
import { keepConcerns } from "./keep-concerns.js";
import { keepIdempotency } from "./idempotency-upkeep.js";
import type { Hub, HubOptions } from "./open-hub.js";
import { openProcessDatabase } from "./open-process-database.js";
import { openedTogether } from "./opened-together.js";
import { prepareDatabases } from "./prepare-databases.js";
import { keepSealing } from "./sealing.js";
import { executorOf, openHubDatabase, type HubDatabase } from "./subgraph-runtime.js";
import { subgraph } from "./subgraphs.js";
import { openTrust } from "./trust.js";

export function openSubgraph(name: SubgraphName, options: HubOptions): Promise<Hub> {
  const { settings, logger, log, stopping } = options;
  return openedTogether(async (onClose) => {
    const { home, stop } = await openProcessDatabase(settings, name, log);
    onClose(stop);
    await prepareDatabases(settings, [home], log);

    const trust = await openTrust(settings);
    onClose(() => trust.close());
    const database = await openHubDatabase(settings, home.url, trust, logger);
    onClose(() => database.end());
    onClose(keepSealing({ settings, url: home.url, logger }).close);
    onClose(keepIdempotency(database.writer, logger).close);
    if (name === "concerns") {
      const metrics = createDeliveryMetrics();
      const upkeep = await keepConcerns({ settings, database, url: home.url, metrics, logger, log, stopping });
      onClose(() => upkeep.close());
      if (settings.concernsMetricsPort !== null)
        onClose(await serveMetrics(metrics.registry, settings.host, settings.concernsMetricsPort));
    }
    const server = subgraphServerOf(name, database, options);
    onClose(() => server.close());
    const { port } = settings.subgraphs[name];
    return { port: await server.listen({ host: settings.host, port }).catch(refusalToListen(port)) };
  });
}

export function subgraphServerOf(
  name: SubgraphName,
  database: HubDatabase,
  { settings, logger }: Pick<HubOptions, "settings" | "logger">,
): SubgraphServer {
  return createSubgraphServer({
    subgraph: subgraph(name),
    execute: executorOf(name, database, settings, logger),
    attestation: attestationOf(subgraph(name)),
    files: name === "concerns" ? evidenceFiles(database, settings, logger) : undefined,
    routerCredential: settings.routerCredential,
    probes: {
      database: async () => {
        await database.pools.reader.query("select 1");
        return true;
      },
    },
    logger,
  });
}

function refusalToListen(port: number): (error: unknown) => never {
  return (error) => {
    if (errorCode(error) !== "EADDRINUSE") throw error;
    throw new StartRefusal(`Port ${port} is in use by another process.`);
  };
}
