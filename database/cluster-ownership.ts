/**
 * One hub owns an embedded server: it holds an advisory lock on a session of its own, which the server gives up by
 * itself when that hub dies in any way. Others may join a server that is owned; only the owner stops it.
 */
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import type { ClusterPlace } from "./cluster-place.js";
import { errorCode } from "./start-refusal.js";

const ownershipLock = 4_201_101;
const ownerName = (pid: number) => `hub-owner-${String(pid)}`;

/** Sessions that are ending, a server that is starting or stopping: worth another try. */
const passing = new Set(["57P03", "57P01", "ECONNREFUSED", "ECONNRESET"]);

export async function connectAsSuperuser(place: ClusterPlace, port: number): Promise<pg.Client> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const client = new pg.Client({
      host: "127.0.0.1",
      port,
      user: "postgres",
      database: "postgres",
      password: place.superuserPassword,
      application_name: ownerName(process.pid),
      connectionTimeoutMillis: 5_000,
    });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (!passing.has(errorCode(error) ?? "") || Date.now() > deadline) throw error;
      await wait(50);
    }
  }
}

/** null: this session owns the server from now on. Otherwise the process that does. */
export async function ownerOtherThan(client: pg.Client): Promise<string | null> {
  // A hub that was just killed still shows for a moment.
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const { rows } = await client.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [
      ownershipLock,
    ]);
    if (rows[0]?.taken === true) return null;
    await wait(50);
  }
  const { rows } = await client.query<{ name: string }>(
    "select a.application_name as name from pg_locks l join pg_stat_activity a using (pid) where l.locktype = 'advisory' and l.objid = $1 and l.granted",
    [ownershipLock],
  );
  return rows[0]?.name.replace("hub-owner-", "process ") ?? "another process";
}

/** The login role `hub` and its database: no superuser, but it may make the hub's other roles. */
export async function ensureHubDatabase(client: pg.Client, password: string): Promise<void> {
  const { rows } = await client.query<{ role: boolean; database: boolean }>(
    "select exists (select from pg_roles where rolname = 'hub') as role, exists (select from pg_database where datname = 'hub') as database",
  );
  if (rows[0]?.role === false) {
    await client.query(`create role hub login createrole password ${client.escapeLiteral(password)}`);
  }
  if (rows[0]?.database === false) await client.query("create database hub owner hub");
}
