/** The connections of commands: typeorm on the writer's role, for inserts and conditional updates of known tables. */
import type pg from "pg";
import { DataSource, type DataSourceOptions } from "typeorm";
import { databaseRoles, urlAs } from "./database-roles.js";
import type { PoolSettings } from "./pools.js";

type Tables = NonNullable<DataSourceOptions["entities"]>;

/** For requests: nothing takes longer than one may. */
export function openWriterSource(settings: PoolSettings, url: string, tables: Tables): Promise<DataSource> {
  const { poolSize, statementTimeoutMs } = settings.database;
  return open(settings, url, tables, {
    max: poolSize,
    statement_timeout: statementTimeoutMs,
    query_timeout: statementTimeoutMs + 1_000,
  });
}

/** For work beside requests, over all there is: it takes its time, and waits a minute for what somebody has locked. */
export function openPatientWriterSource(settings: PoolSettings, url: string, tables: Tables): Promise<DataSource> {
  const { poolSize } = settings.database;
  // As options, since the client leaves out a limit of 0, and the role's own would hold.
  return open(settings, url, tables, {
    max: Math.min(poolSize, 4),
    options: "-c statement_timeout=0 -c lock_timeout=60000",
  });
}

function open(settings: PoolSettings, url: string, tables: Tables, pool: pg.PoolConfig): Promise<DataSource> {
  const { rolePrefix, poolWaitMs } = settings.database;
  const { writer } = databaseRoles(rolePrefix);
  return new DataSource({
    type: "postgres",
    url: urlAs({ url, routerCredential: settings.routerCredential }, writer),
    applicationName: writer,
    entities: tables,
    synchronize: false,
    connectTimeoutMS: poolWaitMs,
    extra: { ...pool, keepAlive: true },
    // A connection that dies while idle fails nothing; the next command takes another.
    poolErrorHandler: () => undefined,
  }).initialize();
}
