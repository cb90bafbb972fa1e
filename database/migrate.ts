/**
 * Brings a database to the shape that this hub needs: roles, migrations, rights, generated views. One at a time, under
 * a lock of the session; each migration in a transaction of its own, so one that is killed half-way did not happen and
 * the next start goes on from there. A start with nothing to do takes a few milliseconds.
 */
import pg from "pg";
import { migrations } from "../schema/migrations/all.js";
import type { DatabaseRoles } from "./database-roles.js";
import { installGeneratedViews } from "./generated-views.js";
import { grantToLogins, grantToViewOwner } from "./grants.js";
import { ensureRoles } from "./roles.js";
import type { RoleOptions } from "./roles.js";
import { StartRefusal, reasonOf } from "./start-refusal.js";

export interface MigrateOptions extends RoleOptions {
  /** Statements that make the generated views; where none are given, the installed ones stay. */
  readonly generatedViews?: readonly string[];
}

export interface Migrated {
  /** Names of the migrations that this call applied. */
  readonly applied: readonly string[];
  readonly viewsChanged: boolean;
  readonly roles: DatabaseRoles;
}

const migrationLock = 4_201_102;

export async function migrate(options: MigrateOptions): Promise<Migrated> {
  const client = new pg.Client({ connectionString: options.url, application_name: "hub-migrate", keepAlive: true });
  await connect(client);
  try {
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    const roles = await ensureRoles(client, options);
    const applied = await applyMigrations(client, options.url, roles);
    await grantToViewOwner(client, roles);
    const viewsChanged =
      options.generatedViews !== undefined && (await installGeneratedViews(client, roles, options.generatedViews));
    await grantToLogins(client, roles);
    return { applied, viewsChanged, roles };
  } finally {
    // The session ends, and with it the lock.
    await client.end();
  }
}

async function connect(client: pg.Client): Promise<void> {
  // A session that is lost fails the statement under way; without a listener it would end the process.
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new StartRefusal(`The database at DATABASE_URL cannot be reached: ${reasonOf(error)}`);
  }
}

async function applyMigrations(client: pg.Client, url: string, roles: DatabaseRoles): Promise<readonly string[]> {
  const known = migrations.map((migration) => new migration().name);
  const done = await appliedMigrations(client, roles);
  const foreign = done.filter((name) => !known.includes(name));
  if (foreign.length > 0) {
    throw new StartRefusal(
      `The database was brought up to date by a newer hub (it knows ${foreign.join(", ")}). Start that version.`,
    );
  }
  const pending = known.filter((name) => !done.includes(name));
  if (pending.length === 0) return [];
  // Loaded only when there is something to do: it is most of what a start would wait for.
  const { DataSource } = await import("typeorm");
  const source = new DataSource({
    type: "postgres",
    url,
    schema: "hub",
    // Writes nothing unless DEBUG asks for it; the console belongs to the command.
    logger: "debug",
    migrations: [...migrations],
    migrationsTransactionMode: "each",
    extra: { max: 1, options: `-c role=${roles.tableOwner}`, application_name: "hub-migrate" },
  });
  try {
    await source.initialize();
    const applied = await source.runMigrations();
    return applied.map(({ name }) => name);
  } finally {
    if (source.isInitialized) await source.destroy();
  }
}

async function appliedMigrations(client: pg.Client, roles: DatabaseRoles): Promise<readonly string[]> {
  await client.query(`set role ${roles.tableOwner}`);
  const { rows: tables } = await client.query<{ there: boolean }>(
    "select to_regclass('hub.migrations') is not null as there",
  );
  const there = tables[0]?.there === true;
  const rows = there ? (await client.query<{ name: string }>("select name from hub.migrations order by id")).rows : [];
  await client.query("reset role");
  return rows.map(({ name }) => name);
}
