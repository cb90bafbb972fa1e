/** The whole hub in one process: database, subgraphs, gateway, pages; nothing is left behind when it stops. */
import type { Logger } from "pino";
import { ensureExplorer } from "../dashboard/build-explorer.js";
import { openDatabase } from "../database/connection.js";
import type { Log } from "../database/start-refusal.js";
import { httpSubgraph } from "../gateway/http-subgraph.js";
import type { FileExchange } from "../endpoint/file-exchange.js";
import { httpFiles } from "../gateway/http-files.js";
import type { SubgraphConnection } from "../gateway/subgraph-connection.js";
import { subgraphNames, type Settings, type SubgraphName } from "../settings/structured-settings.js";
import { evidenceFiles } from "./evidence-files.js";
import { createDeliveryMetrics } from "./delivery-metrics.js";
import { hubPages } from "./hub-pages.js";
import { keepIdempotency } from "./idempotency-upkeep.js";
import { inProcessSubgraph } from "./in-process-subgraph.js";
import { keepConcerns } from "./keep-concerns.js";
import { openGateway } from "./open-gateway.js";
import { openedTogether, type Closable } from "./opened-together.js";
import { homesOf, prepareDatabases } from "./prepare-databases.js";
import { keepSealing } from "./sealing.js";
import { executorOf, openHubDatabase, type HubDatabase } from "./subgraph-runtime.js";
import { subgraph } from "./subgraphs.js";
import { openTrustWithIssuer, type OpenTrustWithIssuer } from "./trust.js";

/** What a command opens, and serves until it is stopped. */
export interface Hub extends Closable {
  readonly port: number;
}

export interface HubOptions {
  readonly settings: Settings;
  readonly logger: Logger;
  /** Told, in plain words, what the start is doing. */
  readonly log: Log;
  /** Ends what a start may have to wait for. */
  readonly stopping?: AbortSignal;
}

export function openHub({ settings, logger, log, stopping }: HubOptions): Promise<Hub> {
  return openedTogether(async (onClose) => {
    const explorer = ensureExplorer();
    // A failure is reported where it is awaited.
    explorer.catch(() => undefined);
    const server = await openDatabase(settings, log);
    onClose(() => server.stop());
    await prepareDatabases(settings, homesOf(server.subgraphUrls), log);

    const trust = await openTrustWithIssuer(settings);
    onClose(() => trust.close());
    const databases = await openDatabases(
      settings,
      new Set([server.url, ...Object.values(server.subgraphUrls)]),
      trust,
      logger,
    );
    onClose(() => Promise.all([...databases.values()].map((database) => database.end())));
    for (const [url, { writer }] of databases) {
      onClose(keepSealing({ settings, url, logger }).close);
      onClose(keepIdempotency(writer, logger).close);
    }
    const metrics = createDeliveryMetrics();
    const databaseAt = (url: string): HubDatabase => databases.get(url) as HubDatabase;
    if (settings.subgraphs.concerns.url === null) {
      const url = server.subgraphUrls.concerns;
      const upkeep = await keepConcerns({ settings, database: databaseAt(url), url, metrics, logger, log, stopping });
      onClose(() => upkeep.close());
    }

    const gateway = await openGateway({
      settings,
      logger,
      database: databaseAt(server.subgraphUrls.organisations),
      subgraphs: subgraphNames.map((name) =>
        connectionTo(name, settings, databaseAt(server.subgraphUrls[name]), logger),
      ),
      files: filesOf(settings, databaseAt(server.subgraphUrls.concerns), logger),
      pages: hubPages(settings, trust, await explorer),
      moreMetrics: metrics.registry,
    });
    onClose(() => gateway.close());
    const { port } = await gateway.listen({
      host: settings.host,
      port: settings.port,
      metricsPort: settings.metricsPort,
    });
    return { port };
  });
}

async function openDatabases(
  settings: Settings,
  urls: ReadonlySet<string>,
  trust: OpenTrustWithIssuer,
  logger: Logger,
): Promise<ReadonlyMap<string, HubDatabase>> {
  const databases = new Map<string, HubDatabase>();
  for (const url of urls) databases.set(url, await openHubDatabase(settings, url, trust, logger));
  return databases;
}

function connectionTo(
  name: SubgraphName,
  settings: Settings,
  database: HubDatabase,
  logger: Logger,
): SubgraphConnection {
  const { url } = settings.subgraphs[name];
  if (url !== null) return httpSubgraph({ name, url, routerCredential: settings.routerCredential });
  return inProcessSubgraph(subgraph(name), executorOf(name, database, settings, logger));
}

/** They are kept where the concerns are. */
function filesOf(settings: Settings, database: HubDatabase, logger: Logger): FileExchange {
  const { url } = settings.subgraphs.concerns;
  if (url === null) return evidenceFiles(database, settings, logger);
  return httpFiles({ url, routerCredential: settings.routerCredential });
}
