/**
 * `npm run statistics:publish`: publishes the figures of every quarter that is over and was not published yet. Meant to
 * be run by a schedule, some time after the end of a quarter. Exit codes: 0 published, or nothing to publish; 1 failed,
 * and nothing was published; 2 wrong usage.
 */
import { Command, CommanderError } from "commander";
import { openWriter } from "../database/open-writer.js";
import { publishStatisticsAt } from "../hub/publish-statistics-at.js";
import { readSettings } from "../settings/settings.js";

const command = new Command("statistics:publish")
  .description("Publish the figures of every quarter that is over. What was published stays as it is.")
  .option("--json", "print the result as a JSON object")
  .addHelpText("after", "\nExit codes: 0 published or nothing to publish, 1 failed, 2 wrong usage.")
  .exitOverride()
  .action(publish);

async function publish({ json }: { readonly json?: true }): Promise<void> {
  const configured = readSettings(process.env);
  if ("findings" in configured) {
    fail(configured.findings.join("\n"));
    return;
  }
  const writer = await openWriter(configured.settings, { subgraph: "concerns" });
  try {
    const snapshot = await publishStatisticsAt(configured.settings, writer.url);
    const words =
      snapshot === undefined
        ? "Every quarter that is over was published before."
        : `Published: ${snapshot.quarters.join(", ")}; ${snapshot.cells} figures that are not zero.`;
    process.stdout.write(`${json ? JSON.stringify({ snapshot: snapshot ?? null }) : words}\n`);
  } finally {
    await writer.close();
  }
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

try {
  await command.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else fail(`Nothing was published: ${error instanceof Error ? error.message : "unknown reason"}`);
}
