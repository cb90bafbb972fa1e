/** Brings every database of the hub up to date and loads the library, the directory and, where asked, the demonstration. */
import pg from "pg";
import type { OpenDatabase } from "../database/connection.js";
import { databaseRoles, urlAs } from "../database/database-roles.js";
import { migrate } from "../database/migrate.js";
import { StartRefusal, type Log } from "../database/start-refusal.js";
import { loadDemonstration } from "../demonstration/load-demonstration.js";
import type { Settings } from "../settings/structured-settings.js";
import { loadReference } from "../subgraphs/organisations/load-reference.js";
import { readReference } from "../subgraphs/organisations/reference-file.js";
import { loadLibrary } from "../subgraphs/standards/load-library.js";
import { readLibrary } from "../subgraphs/standards/read-library.js";
import { generatedViews } from "./subgraphs.js";

export async function prepareDatabases(settings: Settings, database: OpenDatabase, log: Log): Promise<void> {
  const { routerCredential } = settings;
  const { rolePrefix: prefix, statementTimeoutMs } = settings.database;
  const urls = new Set(Object.values(database.subgraphUrls));
  for (const url of urls) {
    const { applied } = await migrate({
      url,
      prefix,
      statementTimeoutMs,
      routerCredential,
      generatedViews: generatedViews(),
    });
    if (applied.length > 0) log(`Database brought up to date (${applied.length} steps).`);
    await withWriter(urlAs({ url, routerCredential }, databaseRoles(prefix).writer), (client) =>
      loadContent(client, settings, log),
    );
  }
}

async function withWriter(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: "hub-prepare" });
  await client.connect();
  try {
    await client.query("set statement_timeout = 0; set lock_timeout = '60s'; set idle_in_transaction_session_timeout = 0");
    await work(client);
  } finally {
    await client.end();
  }
}

async function loadContent(client: pg.Client, settings: Settings, log: Log): Promise<void> {
  const { reference, findings } = await readReference();
  if (findings.length > 0) throw new StartRefusal(findings.join("\n"));
  await loadReference(client, reference);

  const library = await readLibrary();
  if ("findings" in library) throw new StartRefusal(library.findings.join("\n"));
  const loaded = await loadLibrary(client, library.library);
  if ("findings" in loaded) throw new StartRefusal(loaded.findings.join("\n"));

  if (!settings.demonstration) return;
  await loadDemonstration(client, { concerns: 2_000, identityKeys: settings.identityKeys, onProgress: () => undefined });
  log("Demonstration data is in place.");
}
