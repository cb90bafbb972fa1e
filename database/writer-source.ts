/** The connections of commands: typeorm on the writer's role, for inserts and conditional updates of known tables. */
import { DataSource, type DataSourceOptions } from "typeorm";
import { databaseRoles, urlAs } from "./database-roles.js";
import type { PoolSettings } from "./pools.js";

type Tables = NonNullable<DataSourceOptions["entities"]>;

/** For requests: a statement has the time that one may take. */
export function openWriterSource(settings: PoolSettings, url: string, tables: Tables): Promise<DataSource> {
  const { statementTimeoutMs } = settings.database;
  return open(settings, url, tables, {
    statement_timeout: statementTimeoutMs,
    query_timeout: statementTimeoutMs + 1_000,
  });
}

/** For work beside requests, over all there is: it takes the time that it takes. */
export function openPatientWriterSource(settings: PoolSettings, url: string, tables: Tables): Promise<DataSource> {
  return open(settings, url, tables, { statement_timeout: 0 });
}

interface Patience {
  /** Milliseconds; none is 0. */
  readonly statement_timeout: number;
  readonly query_timeout?: number;
}

function open(settings: PoolSettings, url: string, tables: Tables, patience: Patience): Promise<DataSource> {
  const { rolePrefix, poolSize, poolWaitMs } = settings.database;
  const { writer } = databaseRoles(rolePrefix);
  return new DataSource({
    type: "postgres",
    url: urlAs({ url, routerCredential: settings.routerCredential }, writer),
    applicationName: writer,
    entities: tables,
    synchronize: false,
    poolSize,
    connectTimeoutMS: poolWaitMs,
    extra: { ...patience, keepAlive: true },
    // A connection that dies while idle fails nothing; the next command takes another.
    poolErrorHandler: () => undefined,
  }).initialize();
}
