/** The connections of commands: typeorm on the writer's role, for inserts and conditional updates of known tables. */
import { DataSource, type DataSourceOptions } from "typeorm";
import { databaseRoles, urlAs } from "./database-roles.js";
import type { PoolSettings } from "./pools.js";

type Tables = NonNullable<DataSourceOptions["entities"]>;

export async function openWriterSource(settings: PoolSettings, url: string, tables: Tables): Promise<DataSource> {
  const { rolePrefix, poolSize, poolWaitMs, statementTimeoutMs } = settings.database;
  const { writer } = databaseRoles(rolePrefix);
  return new DataSource({
    type: "postgres",
    url: urlAs({ url, routerCredential: settings.routerCredential }, writer),
    applicationName: writer,
    entities: tables,
    synchronize: false,
    poolSize,
    connectTimeoutMS: poolWaitMs,
    extra: { statement_timeout: statementTimeoutMs, query_timeout: statementTimeoutMs + 1_000, keepAlive: true },
    // A connection that dies while idle fails nothing; the next command takes another.
    poolErrorHandler: () => undefined,
  }).initialize();
}
