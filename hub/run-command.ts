/** What commands have in common: settings, a writer for as long as the work takes, exit codes, one clear line on failure. */
import { CommanderError, Option, type Command } from "commander";
import { openWriter, type Writer, type WriterOptions } from "../database/open-writer.js";
import { readSettings, type Settings } from "../settings/settings.js";
import { subgraphNames } from "../settings/structured-settings.js";

export function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

/**
 * Exit codes: 1 where it stopped, 2 where it was called wrongly, otherwise what the command itself says.
 * @param stopped beginning of the line that says why it stopped.
 */
export async function runCommand(command: Command, stopped: string): Promise<void> {
  try {
    await command.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else fail(`${stopped}: ${error instanceof Error ? error.message : "unknown reason"}`);
  }
}

/** For what each database has of its own. */
export function subgraphOption(): Option {
  return new Option("--subgraph <name>", "whose database, where subgraphs have databases of their own")
    .choices(subgraphNames)
    .default("concerns");
}

/** Does nothing but say what is wrong where the settings are. */
export async function withSettings(work: (settings: Settings) => Promise<void>): Promise<void> {
  const configured = readSettings(process.env);
  if ("findings" in configured) fail(configured.findings.join("\n"));
  else await work(configured.settings);
}

export async function withWriter(
  settings: Settings,
  options: WriterOptions,
  work: (writer: Writer) => Promise<void>,
): Promise<void> {
  const writer = await openWriter(settings, options);
  try {
    await work(writer);
  } finally {
    await writer.close();
  }
}
