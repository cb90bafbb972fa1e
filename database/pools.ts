/**
 * Connections of the reader and the audit writer to one database. Nothing waits for ever: a busy pool answers OVERLOADED after a
 * second, a slow statement ends, and a connection that dies, in use or idle, fails what used it and nothing else.
 */
import pg from "pg";
import type { Settings } from "../settings/structured-settings.js";
import { asHubError } from "./database-error.js";
import { databaseRoles, urlAs } from "./database-roles.js";
import type { Log } from "./start-refusal.js";

export interface Pools {
  /** Reads views. Pipelined: statements may be sent without awaiting the ones before. No cursors. */
  readonly reader: pg.Pool;
  readonly auditWriter: pg.Pool;
  end(): Promise<void>;
}

export type PoolSettings = Pick<Settings, "routerCredential"> & {
  readonly database: Pick<Settings["database"], "rolePrefix" | "poolSize" | "poolWaitMs" | "statementTimeoutMs">;
};

export function createPools(settings: PoolSettings, url: string, log: Log = () => undefined): Pools {
  const { poolSize, rolePrefix } = settings.database;
  const roles = databaseRoles(rolePrefix);
  const poolWith = poolFor(settings, url, log);
  const pools = {
    reader: poolWith(roles.reader, { pipeline: true }),
    auditWriter: poolWith(roles.auditWriter, { max: Math.min(poolSize, 4) }),
  };
  return {
    ...pools,
    end: async () => {
      await Promise.all(Object.values(pools).map((pool) => pool.end()));
    },
  };
}

/** Connections of the writer for work beside requests, such as a queue of jobs: few, and none is waited for. */
export function openWriterPool(settings: PoolSettings, url: string, log: Log): pg.Pool {
  return poolFor(settings, url, log)(databaseRoles(settings.database.rolePrefix).writer, { max: 2 });
}

/** One connection of the sealer, for the chain behind the audit. `more` for a command, which takes its time. */
export function openSealerPool(settings: PoolSettings, url: string, log: Log, more: pg.PoolConfig = {}): pg.Pool {
  return poolFor(settings, url, log)(databaseRoles(settings.database.rolePrefix).auditSealer, { max: 1, ...more });
}

function poolFor(settings: PoolSettings, url: string, log: Log): (role: string, more: pg.PoolConfig) => pg.Pool {
  const { poolSize, poolWaitMs, statementTimeoutMs } = settings.database;
  return (role, more) => {
    const pool = new pg.Pool({
      connectionString: urlAs({ url, routerCredential: settings.routerCredential }, role),
      application_name: role,
      max: poolSize,
      connectionTimeoutMillis: poolWaitMs,
      idleTimeoutMillis: 60_000,
      keepAlive: true,
      statement_timeout: statementTimeoutMs,
      // The server's own limit comes first; this one is for a server that no longer answers at all.
      query_timeout: statementTimeoutMs + 1_000,
      ...more,
    });
    const note = (error: Error) => {
      log(`A database connection of ${role} was lost: ${error.message}`);
    };
    pool.on("error", note);
    // The pool listens to idle connections only; one that is lost between two statements would end the process.
    pool.on("connect", (client) => client.on("error", () => undefined));
    return pool;
  };
}

/** A connection of the pool, or the HubError that says why there is none. Give it back with `release`. */
export async function acquire(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw asHubError(error);
  }
}
