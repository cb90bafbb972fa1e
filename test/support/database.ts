/**
 * A database of its own for a test file, copied from the migrated template in a fraction of a second. The roles are
 * those of production, and so are their rights: what a test can read as the reader, the hub can.
 */
import { randomBytes } from "node:crypto";
import pg from "pg";
import { databaseRoles, urlAs } from "../../database/database-roles.js";
import type { TestServer } from "./global-setup.js";

export interface TestDatabase {
  /** The login role `hub`: not a superuser, may migrate. */
  readonly url: string;
  readonly readerUrl: string;
  readonly writerUrl: string;
  readonly auditWriterUrl: string;
  readonly auditSealerUrl: string;
  /** A superuser, who sees everything: for arranging and for looking, never for what is being tested. */
  readonly adminUrl: string;
  drop(): Promise<void>;
}

export interface TestDatabaseOptions {
  readonly generatedViews?: readonly string[];
  /** The database that is copied; the migrated one where none is named. */
  readonly template?: string;
}

const prefix = "hub";

function testServer(): TestServer {
  const told = process.env["HUB_TEST_SERVER"];
  if (told === undefined)
    throw new Error("There is no test server: run the tests by jest with the project's configuration.");
  const server = JSON.parse(told) as TestServer;
  if (server.failure !== null) throw new Error(`The template database could not be made: ${server.failure}`);
  return server;
}

function inDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

export async function createTestDatabase({
  generatedViews,
  template,
}: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const server = testServer();
  const name = `test_${randomBytes(8).toString("hex")}`;
  const url = inDatabase(server.url, name);
  await asAdmin(server, `create database ${name} template ${template ?? server.template} owner hub`);
  // Rights on a database are not copied with it.
  const roles = databaseRoles(prefix);
  await asAdmin(
    { adminUrl: url },
    `revoke all on database ${name} from public;
     grant connect on database ${name} to ${roles.reader}, ${roles.writer}, ${roles.auditWriter}, ${roles.auditSealer};
     grant temporary on database ${name} to ${roles.writer};
     grant create on database ${name} to ${roles.tableOwner}`,
  );
  if (generatedViews !== undefined) {
    // Most copies are of a database that is migrated already, and need nothing that migrates.
    const { migrate } = await import("../../database/migrate.js");
    await migrate({ url, prefix, generatedViews });
  }
  return {
    url,
    readerUrl: urlAs({ url }, roles.reader),
    writerUrl: urlAs({ url }, roles.writer),
    auditWriterUrl: urlAs({ url }, roles.auditWriter),
    auditSealerUrl: urlAs({ url }, roles.auditSealer),
    adminUrl: inDatabase(server.adminUrl, name),
    drop: () => dropDatabase(server, name),
  };
}

/** An empty database that no migration has seen. */
export async function createEmptyDatabase(): Promise<Pick<TestDatabase, "url" | "adminUrl" | "drop">> {
  const server = testServer();
  const name = `test_${randomBytes(8).toString("hex")}`;
  await asAdmin(server, `create database ${name} owner hub`);
  return {
    url: inDatabase(server.url, name),
    adminUrl: inDatabase(server.adminUrl, name),
    drop: () => dropDatabase(server, name),
  };
}

async function dropDatabase(server: TestServer, name: string): Promise<void> {
  await asAdmin(server, `drop database if exists ${name} with (force)`);
}

/** What the one who filled a template tells those who copy it; null where nobody has. */
export async function toldOfTemplate(name: string): Promise<string | null> {
  const [row] = await asAdmin<{ told: string | null }>(
    testServer(),
    `select shobj_description(oid, 'pg_database') as told from pg_database where datname = '${name}'`,
  );
  return row?.told ?? null;
}

/** Fills a database once in a run of the tests, for all workers; what is told of it has to be JSON. */
export async function fillTemplate(
  name: string,
  options: TestDatabaseOptions,
  fill: (database: TestDatabase) => Promise<unknown>,
): Promise<void> {
  const server = testServer();
  const holder = new pg.Client({ connectionString: server.adminUrl });
  await holder.connect();
  try {
    await holder.query("select pg_advisory_lock(hashtext($1))", [name]);
    if ((await toldOfTemplate(name)) !== null) return;
    const database = await createTestDatabase(options);
    const told = await fill(database);
    await holder.query(`alter database ${new URL(database.adminUrl).pathname.slice(1)} rename to ${name}`);
    await holder.query(`comment on database ${name} is ${holder.escapeLiteral(JSON.stringify(told ?? null))}`);
  } finally {
    await holder.end();
  }
}

async function asAdmin<Row extends pg.QueryResultRow>(
  { adminUrl }: Pick<TestServer, "adminUrl">,
  statement: string,
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}
