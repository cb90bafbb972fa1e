/**
 * The databases that are measured: the same demonstration in two sizes, side by side on one server, so that nothing
 * but the number of concerns differs. Each is filled once and found again; a load that was stopped goes on.
 */
import { mkdirSync } from "node:fs";
import pg from "pg";
import { databaseRoles, urlAs } from "../database/database-roles.js";
import { startEmbeddedServer } from "../database/embedded-server.js";
import { migrate } from "../database/migrate.js";
import { StartRefusal, type Log } from "../database/start-refusal.js";
import { loadDemonstration } from "../demonstration/load-demonstration.js";
import { refreshAccessAt } from "../hub/access-upkeep.js";
import { publishStatisticsAt } from "../hub/publish-statistics-at.js";
import { generatedViews } from "../hub/subgraphs.js";
import type { Settings } from "../settings/structured-settings.js";
import { loadReference } from "../subgraphs/organisations/load-reference.js";
import { readReference } from "../subgraphs/organisations/reference-file.js";
import { loadLibrary } from "../subgraphs/standards/load-library.js";
import { readLibrary } from "../subgraphs/standards/read-library.js";

/** Roles of the bench's own, so that a hub on the same server keeps its passwords. */
export const benchRolePrefix = "hub_bench";

export interface BenchServer {
  /** Signed in as a role that may make databases and roles. */
  readonly url: string;
  stop(): Promise<void>;
}

/** The server at that address or, without one, an embedded server in the folder. */
export async function openBenchServer(url: string | null, folder: string, log: Log): Promise<BenchServer> {
  if (url !== null) return { url, stop: () => Promise.resolve() };
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const server = await startEmbeddedServer({ dataDirectory: folder, log });
  await withClient(server.adminUrl, (client) => client.query("alter role hub createdb"));
  return { url: server.url, stop: () => server.stop() };
}

export interface BenchDatabaseOptions {
  readonly server: BenchServer;
  readonly concerns: number;
  readonly settings: Settings;
  readonly onProgress: (stored: number, concerns: number) => void;
}

/** Gives the address of a database with so many concerns. */
export async function fillDatabase(options: BenchDatabaseOptions): Promise<string> {
  const { server, concerns, settings, onProgress } = options;
  const { identityKeys } = settings;
  const name = nameOf(concerns);
  await createDatabase(server.url, name);
  const url = inDatabase(server.url, name);
  const { roles } = await migrate({ url, prefix: benchRolePrefix, generatedViews: generatedViews() });
  await withClient(urlAs({ url }, roles.writer), async (client) => {
    await client.query("set statement_timeout = 0; set idle_in_transaction_session_timeout = 0");
    await loadPublicData(client);
    // While there are no concerns yet, so that no hub has to go through them.
    const onDirectory = () => refreshAccessAt(settings, url);
    await loadDemonstration(client, { concerns, identityKeys, onDirectory, onProgress });
  });
  await publishStatisticsAt(settings, url);
  // One that was kept may have been migrated since.
  await settle(url, roles.tableOwner);
  return url;
}

export async function dropDatabase(server: BenchServer, concerns: number): Promise<void> {
  await withClient(server.url, (client) => client.query(`drop database if exists ${nameOf(concerns)} with (force)`));
}

function nameOf(concerns: number): string {
  return `hub_bench_${concerns}`;
}

/** What the server's own upkeep does within minutes of a load, done now, so that no run is measured half-way. */
async function settle(url: string, tableOwner: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(`set role ${tableOwner}`);
    const { rows } = await client.query<{ name: string }>(
      "select c.oid::regclass::text as name from pg_class c where c.relkind = 'r' and c.relowner = current_user::regrole",
    );
    for (const { name } of rows) await client.query(`vacuum (analyze) ${name}`);
    await client.query("reset role");
  });
}

/** Signed in as the role that commands use, which may read the tables: for the peers, who know no masks. */
export function tablesUrl(url: string): string {
  return urlAs({ url }, databaseRoles(benchRolePrefix).writer);
}

async function loadPublicData(client: pg.Client): Promise<void> {
  const { reference } = await readReference();
  await loadReference(client, reference);
  const library = await readLibrary();
  if ("library" in library) await loadLibrary(client, library.library);
}

async function createDatabase(serverUrl: string, name: string): Promise<void> {
  await withClient(serverUrl, async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount === 1) return;
    await client.query(`create database ${name}`).catch((error: unknown) => {
      throw new StartRefusal(
        `The database ${name} could not be made (${String(error)}): the role of --database has to be allowed to create databases and roles.`,
      );
    });
  });
}

function inDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
