/**
 * `npm run seed -- --concerns N`: fills the database with demonstration data, the same every time, up to a million
 * concerns. What is there already counts. Exit codes: 0 loaded, 1 failed (a second run goes on from there), 2 wrong
 * usage.
 */
import { Command, InvalidArgumentError } from "commander";
import { loadDemonstration, usualConcerns } from "../demonstration/load-demonstration.js";
import { createSeedProgress } from "../demonstration/seed-progress.js";
import { refreshAccessAt } from "../hub/access-upkeep.js";
import type { Settings } from "../settings/settings.js";
import { loadReference } from "../subgraphs/organisations/load-reference.js";
import { readReference } from "../subgraphs/organisations/reference-file.js";
import { fail, runCommand, withSettings, withWriter } from "../hub/run-command.js";

interface Options {
  readonly concerns: number;
  readonly json?: true;
}

const mostConcerns = 1_000_000;

const command = new Command("seed")
  .description("Fill the database with demonstration data: invented trusts, universities and concerns.")
  .option(
    "--concerns <number>",
    "how many concerns there are to be, with those that are there",
    readCount,
    usualConcerns,
  )
  .option("--json", "print the result as a JSON object")
  .addHelpText("after", "\nExit codes: 0 loaded, 1 failed (a second run goes on from there), 2 wrong usage.")
  .exitOverride()
  .action(seed);

function readCount(text: string): number {
  const count = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > mostConcerns) {
    throw new InvalidArgumentError(`It has to be a whole number from 1 to ${mostConcerns}.`);
  }
  return count;
}

function seed({ concerns, json }: Options): Promise<void> {
  return withSettings(async (settings) => {
    if (settings.demonstration) await load(settings, concerns, json);
    else
      fail(
        "Demonstration data is for a demonstration: set HUB_DEMO=1, and keep it away from a database with real concerns.",
      );
  });
}

async function load(settings: Settings, concerns: number, json: Options["json"]): Promise<void> {
  const { reference, findings } = await readReference();
  if (findings.length > 0) {
    fail(findings.map(({ file, entry, why }) => `${file}, entry ${entry ?? "?"}: ${why}`).join("\n"));
    return;
  }
  await withWriter(settings, {}, async ({ client, url }) => {
    const progress = createSeedProgress(process.stderr, concerns);
    const started = performance.now();
    try {
      await loadReference(client, reference);
      const counts = await loadDemonstration(client, {
        concerns,
        identityKeys: settings.identityKeys,
        // While there are few concerns, so that a start need not go through the many that follow.
        onDirectory: () => refreshAccessAt(settings, url),
        onProgress: progress.update,
      });
      progress.stop();
      const seconds = Math.round((performance.now() - started) / 100) / 10;
      const words = `${counts.added} concerns added to ${counts.alreadyThere}, in ${seconds} s.`;
      process.stdout.write(`${json ? JSON.stringify({ ...counts, seconds }) : words}\n`);
    } finally {
      progress.stop();
    }
  });
}

await runCommand(command, "The load stopped");
