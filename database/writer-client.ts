/** One connection as the writer, for work that a person or a start waits for: it has the time that it takes. */
import pg from "pg";
import type { Settings } from "../settings/structured-settings.js";
import { databaseRoles, urlAs } from "./database-roles.js";

export interface WriterClientOptions {
  readonly url: string;
  /** By which it is told apart in PostgreSQL. */
  readonly name: string;
  /** How long it waits for what somebody has locked, as PostgreSQL writes it. */
  readonly waits: string;
}

export async function connectWriter(
  { routerCredential, database }: Pick<Settings, "routerCredential" | "database">,
  { url, name, waits }: WriterClientOptions,
): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: urlAs({ url, routerCredential }, databaseRoles(database.rolePrefix).writer),
    application_name: name,
    keepAlive: true,
  });
  // A lost session fails the statement under way, in words; it does not end the process.
  client.on("error", () => undefined);
  await client.connect();
  await client.query(
    `set statement_timeout = 0; set lock_timeout = '${waits}'; set idle_in_transaction_session_timeout = '10min'`,
  );
  return client;
}
