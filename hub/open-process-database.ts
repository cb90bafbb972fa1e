/**
 * The database of a part of the hub that runs as a process of its own: the one its settings name or else the embedded
 * server of this machine, which the parts share. The first to come starts that one and the last to leave stops it.
 */
import { openDatabase } from "../database/connection.js";
import type { Log } from "../database/start-refusal.js";
import type { Settings, SubgraphName } from "../settings/structured-settings.js";
import { homeOf, type Home } from "./prepare-databases.js";

export interface ProcessDatabase {
  readonly home: Home;
  stop(): Promise<void>;
}

export async function openProcessDatabase(settings: Settings, name: SubgraphName, log: Log): Promise<ProcessDatabase> {
  const { url, subgraphUrls } = settings.database;
  const own = subgraphUrls[name];
  // A process that is told of its own database alone knows nothing of where the others have theirs.
  if (url === null && own !== null) return { home: homeOf(subgraphUrls, own), stop: () => Promise.resolve() };
  const database = await openDatabase(settings, log, { ifRunning: "join" });
  return { home: homeOf(database.subgraphUrls, database.subgraphUrls[name]), stop: () => database.stop() };
}
