/**
 * A database of its own for a test file, copied from the migrated template in a fraction of a second. The roles are
 * those of production, and so are their rights: what a test can read as the reader, the hub can.
 */
import { randomBytes } from "node:crypto";
import pg from "pg";
import { databaseRoles, urlAs } from "../../database/database-roles.js";
import { migrate } from "../../database/migrate.js";
import type { TestServer } from "./global-setup.js";

export interface TestDatabase {
  /** The login role `hub`: not a superuser, may migrate. */
  readonly url: string;
  readonly readerUrl: string;
  readonly writerUrl: string;
  readonly auditWriterUrl: string;
  /** A superuser, who sees everything: for arranging and for looking, never for what is being tested. */
  readonly adminUrl: string;
  drop(): Promise<void>;
}

export interface TestDatabaseOptions {
  readonly generatedViews?: readonly string[];
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

export async function createTestDatabase({ generatedViews }: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const server = testServer();
  const name = `test_${randomBytes(8).toString("hex")}`;
  const url = inDatabase(server.url, name);
  await asAdmin(server, `create database ${name} template ${server.template} owner hub`);
  // Rights on a database are not copied with it.
  const roles = databaseRoles(prefix);
  await asAdmin(
    { adminUrl: url },
    `revoke all on database ${name} from public;
     grant connect on database ${name} to ${roles.reader}, ${roles.writer}, ${roles.auditWriter};
     grant temporary on database ${name} to ${roles.writer};
     grant create on database ${name} to ${roles.tableOwner}`,
  );
  if (generatedViews !== undefined) await migrate({ url, prefix, generatedViews });
  return {
    url,
    readerUrl: urlAs({ url }, roles.reader),
    writerUrl: urlAs({ url }, roles.writer),
    auditWriterUrl: urlAs({ url }, roles.auditWriter),
    adminUrl: inDatabase(server.adminUrl, name),
    drop: () => asAdmin(server, `drop database if exists ${name} with (force)`),
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
    drop: () => asAdmin(server, `drop database if exists ${name} with (force)`),
  };
}

async function asAdmin({ adminUrl }: Pick<TestServer, "adminUrl">, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
