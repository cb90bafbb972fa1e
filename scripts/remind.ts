/**
 * `npm run remind`: reminds people of what is due or overdue. The hub does so by itself every few minutes; each
 * reminder is given once, whoever runs. Exit codes: 0 done, 1 failed (a second run goes on from there), 2 wrong usage.
 */
import { Command, CommanderError } from "commander";
import { openWriter } from "../database/open-writer.js";
import { remindAt } from "../hub/reminding.js";
import { readSettings } from "../settings/settings.js";

const command = new Command("remind")
  .description("Remind people of what is due or overdue. What they were reminded of before is not repeated.")
  .option("--json", "print how many reminders of each kind were given as a JSON object")
  .addHelpText("after", "\nExit codes: 0 done, 1 failed (a second run goes on from there), 2 wrong usage.")
  .exitOverride()
  .action(remind);

async function remind({ json }: { readonly json?: true }): Promise<void> {
  const configured = readSettings(process.env);
  if ("findings" in configured) {
    fail(configured.findings.join("\n"));
    return;
  }
  const writer = await openWriter(configured.settings, { subgraph: "concerns" });
  try {
    const reminded = await remindAt(configured.settings, writer.url);
    const words = Object.entries(reminded).map(([kind, count]) => `${kind}: ${count}`);
    if (words.length === 0) words.push("There is nothing new to remind of.");
    process.stdout.write(`${json ? JSON.stringify({ reminded }) : words.join("\n")}\n`);
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
  else fail(`The reminders stopped: ${error instanceof Error ? error.message : "unknown reason"}`);
}
