/**
 * `npm run refresh:access`: brings the index of who may know of which concern up to the directory and the policy. The
 * hub does so by itself; this is for those who do not want to wait for it. Exit codes: 0 done, 1 failed (a second run
 * goes on from there), 2 wrong usage.
 */
import { Command, CommanderError } from "commander";
import { openWriter } from "../database/open-writer.js";
import { refreshAccessAt } from "../hub/access-upkeep.js";
import { readSettings } from "../settings/settings.js";

const command = new Command("refresh:access")
  .description(
    "Bring who may know of which concern up to the directory and the policy. Does nothing where nothing changed.",
  )
  .option("--json", "print the result as a JSON object")
  .addHelpText("after", "\nExit codes: 0 done, 1 failed (a second run goes on from there), 2 wrong usage.")
  .exitOverride()
  .action(refresh);

async function refresh({ json }: { readonly json?: true }): Promise<void> {
  const configured = readSettings(process.env);
  if ("findings" in configured) {
    fail(configured.findings.join("\n"));
    return;
  }
  const writer = await openWriter(configured.settings, { subgraph: "concerns" });
  try {
    const concerns = await refreshAccessAt(configured.settings, writer.url);
    const words =
      concerns === 0 ? "Nothing has changed." : `Access was worked out again for ${concerns} of the concerns.`;
    process.stdout.write(`${json ? JSON.stringify({ concerns }) : words}\n`);
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
  else fail(`The refresh stopped: ${error instanceof Error ? error.message : "unknown reason"}`);
}
