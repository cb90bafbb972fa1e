/**
 * The whole hub in one process: database, subgraphs, gateway, pages. Whatever was opened is closed again, in reverse
 * order, when the hub stops or does not come up.
 */
import type { Logger } from "pino";
import { ensureExplorer } from "../dashboard/build-explorer.js";
import { openDatabase } from "../database/connection.js";
import type { Log } from "../database/start-refusal.js";
import { httpSubgraph } from "../gateway/http-subgraph.js";
import type { SubgraphConnection } from "../gateway/subgraph-connection.js";
import { subgraphNames, type Settings, type SubgraphName } from "../settings/structured-settings.js";
import { hubPages } from "./hub-pages.js";
import { inProcessSubgraph } from "./in-process-subgraph.js";
import { openGateway } from "./open-gateway.js";
import { prepareDatabases } from "./prepare-databases.js";
import { executorOf, openHubDatabase, type HubDatabase } from "./subgraph-runtime.js";
import { subgraph } from "./subgraphs.js";
import { openTrust, type OpenTrust } from "./trust.js";

export interface Hub {
  readonly port: number;
  close(): Promise<void>;
}

export interface HubOptions {
  readonly settings: Settings;
  readonly logger: Logger;
  /** Told, in plain words, what the start is doing. */
  readonly log: Log;
}

export async function openHub({ settings, logger, log }: HubOptions): Promise<Hub> {
  const opened: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of opened.splice(0).reverse()) await end();
  };
  try {
    const explorer = ensureExplorer();
    // A failure is reported where it is awaited.
    explorer.catch(() => undefined);
    const server = await openDatabase(settings, log);
    opened.push(() => server.stop());
    await prepareDatabases(settings, server, log);

    const trust = await openTrust(settings);
    opened.push(() => trust.close());
    const databases = await openDatabases(settings, new Set([server.url, ...Object.values(server.subgraphUrls)]), trust, logger);
    opened.push(async () => {
      for (const database of databases.values()) await database.end();
    });
    const databaseAt = (url: string): HubDatabase => databases.get(url) as HubDatabase;

    const gateway = await openGateway({
      settings,
      logger,
      database: databaseAt(server.subgraphUrls.organisations),
      subgraphs: subgraphNames.map((name) =>
        connectionTo(name, settings, databaseAt(server.subgraphUrls[name]), logger),
      ),
      pages: hubPages(settings, trust, await explorer),
    });
    opened.push(() => gateway.close());
    const { port } = await gateway.listen({
      host: settings.host,
      port: settings.port,
      metricsPort: settings.metricsPort,
    });
    return { port, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openDatabases(
  settings: Settings,
  urls: ReadonlySet<string>,
  trust: OpenTrust,
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
