/**
 * `npm run import:ods -- FILE.csv`: brings the directory up to a trusts file of the NHS Organisation Data Service.
 * Concerns follow. Exit codes: 0 imported, 1 failed and it says what, 2 wrong usage, 3 imported but for what is listed.
 */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { Command } from "commander";
import type { Writer } from "../database/open-writer.js";
import { refreshAccessAt } from "../hub/access-upkeep.js";
import { dayInEngland } from "../hub/day-in-england.js";
import type { Settings } from "../settings/settings.js";
import { parseOdsFile } from "../subgraphs/organisations/ods-file.js";
import { importOds } from "../subgraphs/organisations/ods-import.js";
import { hasFindings, odsReport, odsReportLines } from "../subgraphs/organisations/ods-report.js";
import { parseLineage } from "../subgraphs/organisations/reference-file.js";
import { runCommand, withSettings, withWriter } from "../hub/run-command.js";

interface Options {
  readonly lineage?: string;
  readonly json?: true;
}

const command = new Command("import:ods")
  .description("Bring the directory of organisations up to a trusts file (etr.csv) of the Organisation Data Service.")
  .argument("<file>", "trusts file: 27 columns, no header, UTF-8")
  .option("--lineage <file>", "JSON list of successions: predecessor, successor, on, source, confidence")
  .option("--json", "print the summary as a JSON object")
  .addHelpText("after", "\nExit codes: 0 imported, 1 failed, 2 wrong usage, 3 imported but for what is listed.")
  .exitOverride()
  .action(importFile);

function importFile(path: string, { lineage: lineagePath, json }: Options): Promise<void> {
  return withSettings(async (settings) => {
    const file = parseOdsFile(await readText(path));
    const lineage =
      lineagePath === undefined
        ? { entries: [], findings: [] }
        : parseLineage(basename(lineagePath), await readText(lineagePath));

    await withWriter(settings, { subgraph: "organisations" }, async (writer) => {
      const summary = await importOds(writer.client, file.records, lineage.entries, { on: dayInEngland() });
      const report = odsReport(file, summary, lineage.findings);
      process.stdout.write(`${json ? JSON.stringify(report) : odsReportLines(report).join("\n")}\n`);
      if (hasFindings(report)) process.exitCode = 3;
      await letConcernsFollow(settings, writer);
    });
  });
}

/** Where a provider is decides who may know of the concerns at it. */
async function letConcernsFollow(settings: Settings, { url, subgraphUrls }: Writer): Promise<void> {
  const say = (line: string): boolean => process.stderr.write(`${line}\n`);
  if (subgraphUrls.concerns !== url) {
    say("Concerns have a database of their own, and follow within a minute or two of the change arriving there.");
    return;
  }
  try {
    const concerns = await refreshAccessAt(settings, url);
    if (concerns > 0) say(`Access was worked out again for ${concerns} of the concerns.`);
  } catch {
    process.exitCode = 1;
    say("The file was imported, but access to concerns was not brought up to it: npm run refresh:access does that.");
  }
}

/** A file in another encoding would put wrong names into the directory without a sign: it fails instead. */
async function readText(path: string): Promise<string> {
  return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(path));
}

await runCommand(command, "Nothing was imported");
