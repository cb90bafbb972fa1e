/** The hub's database: the one DATABASE_URL names or, where it names none, an embedded server in the data folder. */
import { subgraphNames } from "../settings/structured-settings.js";
import type { Settings, SubgraphName } from "../settings/structured-settings.js";
import { startEmbeddedServer } from "./embedded-server.js";
import type { EmbeddedServerOptions } from "./embedded-server.js";
import type { Log } from "./start-refusal.js";

export interface OpenDatabase {
  /** Signed in as the role that may make roles and migrate; the hub serves with others, derived from it. */
  readonly url: string;
  /** The database of each subgraph; the same one unless the settings say otherwise. */
  readonly subgraphUrls: Readonly<Record<SubgraphName, string>>;
  stop(): Promise<void>;
}

export async function openDatabase(
  settings: Pick<Settings, "database" | "dataDirectory">,
  log: Log,
  options: Pick<EmbeddedServerOptions, "ifRunning"> = {},
): Promise<OpenDatabase> {
  const { url, subgraphUrls } = settings.database;
  const server =
    url === null
      ? await startEmbeddedServer({ dataDirectory: settings.dataDirectory, log, ...options })
      : { url, stop: () => Promise.resolve() };
  const urls = subgraphNames.map((name) => [name, subgraphUrls[name] ?? server.url] as const);
  return {
    url: server.url,
    subgraphUrls: Object.fromEntries(urls) as Record<SubgraphName, string>,
    stop: () => server.stop(),
  };
}
