/**
 * A writing connection for a command such as an import, whether or not the hub is running: it joins the embedded
 * server of a running hub, or starts one for as long as the command takes. The database is brought up to date first.
 */
import type pg from "pg";
import type { Settings, SubgraphName } from "../settings/structured-settings.js";
import { openDatabase, type OpenDatabase } from "./connection.js";
import { migrate } from "./migrate.js";
import type { Log } from "./start-refusal.js";
import { connectWriter } from "./writer-client.js";

export interface Writer {
  readonly client: pg.Client;
  /** The database it writes to, and that of each subgraph, as the role that may migrate. */
  readonly url: string;
  readonly subgraphUrls: OpenDatabase["subgraphUrls"];
  close(): Promise<void>;
}

export interface WriterOptions {
  /** Whose database, where subgraphs have their own; DATABASE_URL unless told. */
  readonly subgraph?: SubgraphName;
  readonly log?: Log;
}

const logToStderr: Log = (line) => {
  process.stderr.write(`${line}\n`);
};

export async function openWriter(settings: Settings, options: WriterOptions = {}): Promise<Writer> {
  const database = await openDatabase(settings, options.log ?? logToStderr, { ifRunning: "join" });
  const { routerCredential } = settings;
  const { rolePrefix: prefix, statementTimeoutMs } = settings.database;
  const url = options.subgraph === undefined ? database.url : database.subgraphUrls[options.subgraph];
  try {
    await migrate({ url, prefix, routerCredential, statementTimeoutMs });
    const client = await connectWriter(settings, { url, name: "hub-command", waits: "30s" });
    const close = async () => {
      await client.end().catch(() => undefined);
      await database.stop();
    };
    return { client, url, subgraphUrls: database.subgraphUrls, close };
  } catch (error) {
    await database.stop();
    throw error;
  }
}
