/**
 * Who uses an embedded server. One process owns it, by an advisory lock on a session of its own, which the server gives
 * up by itself when that process dies in any way; others may join. Whoever leaves last stops the server.
 */
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import type { ClusterPlace } from "./cluster-place.js";
import { errorCode } from "./start-refusal.js";

const ownershipLock = 4_201_101;
/** Coming and going happen one at a time, so that nobody joins a server that is being stopped. */
const doorLock = 4_201_103;
const presence = "hub-process-";

export interface Presence {
  readonly session: pg.Client;
  /** null: this process owns the server. Otherwise the process that does. */
  readonly owner: string | null;
}

/** null where the server is starting, stopping or gone: worth another look at what is running. */
export async function enter(place: ClusterPlace, port: number): Promise<Presence | null> {
  const session = new pg.Client({
    host: "127.0.0.1",
    port,
    user: "postgres",
    database: "postgres",
    password: place.superuserPassword,
    application_name: `${presence}${process.pid}`,
    connectionTimeoutMillis: 5_000,
  });
  session.on("error", () => undefined);
  try {
    await session.connect();
    await session.query("select pg_advisory_lock($1)", [doorLock]);
    const owner = await ownerOtherThan(session);
    await session.query("select pg_advisory_unlock($1)", [doorLock]);
    return { session, owner };
  } catch (error) {
    await session.end().catch(() => undefined);
    if (isPassing(error)) return null;
    throw error;
  }
}

/** Whether nobody else is there, so that the server is to be stopped; until then nobody can come in. */
export async function leave(session: pg.Client): Promise<boolean> {
  await session.query("select pg_advisory_lock($1)", [doorLock]);
  const { rows } = await session.query<{ others: boolean }>(
    "select exists (select from pg_stat_activity where starts_with(application_name, $1) and pid <> pg_backend_pid()) as others",
    [presence],
  );
  if (rows[0]?.others !== true) return true;
  await session.query("set application_name = 'hub-left'");
  await session.end();
  return false;
}

/** The login role `hub` and its database: no superuser, but it may make the hub's other roles. */
export async function ensureHubDatabase(session: pg.Client, password: string): Promise<void> {
  const { rows } = await session.query<{ role: boolean; database: boolean }>(
    "select exists (select from pg_roles where rolname = 'hub') as role, exists (select from pg_database where datname = 'hub') as database",
  );
  if (rows[0]?.role === false) {
    await session.query(`create role hub login createrole password ${session.escapeLiteral(password)}`);
  }
  if (rows[0]?.database === false) await session.query("create database hub owner hub");
}

async function ownerOtherThan(session: pg.Client): Promise<string | null> {
  // A hub that was just killed still shows for a moment.
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const { rows } = await session.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [
      ownershipLock,
    ]);
    if (rows[0]?.taken === true) return null;
    await wait(50);
  }
  const { rows } = await session.query<{ name: string }>(
    "select a.application_name as name from pg_locks l join pg_stat_activity a using (pid) where l.locktype = 'advisory' and l.objid = $1 and l.granted",
    [ownershipLock],
  );
  return rows[0]?.name.replace(presence, "process ") ?? "another process";
}

function isPassing(error: unknown): boolean {
  const code = errorCode(error);
  // A session that the server ends without a word has no code.
  return code === null || /^(57P0[123]|ECONNREFUSED|ECONNRESET|EPIPE)$/.test(code);
}
