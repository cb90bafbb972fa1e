/** Brings the database to the shape this version needs, without serving: for those who deploy in two steps. */
import { Command } from "commander";
import { openDatabase } from "../database/connection.js";
import { migrate } from "../database/migrate.js";
import { readSettings } from "../settings/settings.js";

const options = new Command("migrate")
  .description("Brings the database up to date: roles, migrations and rights. Does nothing where nothing is to do.")
  .option("--json", "answer as JSON")
  .parse()
  .opts<{ readonly json?: boolean }>();

const read = readSettings(process.env);
if ("findings" in read) {
  process.stderr.write(`${read.findings.join("\n")}\n`);
  process.exitCode = 1;
} else {
  const { settings } = read;
  const { rolePrefix: prefix, statementTimeoutMs } = settings.database;
  const log = (line: string) => process.stderr.write(`${line}\n`);
  const database = await openDatabase(settings, log, { ifRunning: "join" });
  try {
    const applied: string[] = [];
    for (const url of new Set([database.url, ...Object.values(database.subgraphUrls)])) {
      const done = await migrate({ url, prefix, statementTimeoutMs, routerCredential: settings.routerCredential });
      applied.push(...done.applied);
    }
    const words = applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}.`;
    process.stdout.write(`${options.json === true ? JSON.stringify({ applied }) : words}\n`);
  } finally {
    await database.stop();
  }
}
