/**
 * `npm run import:standards -- FILE`: checks framework files together with the shipped library and loads all, or
 * nothing. Exit codes: 0 loaded, 1 the files or the database could not be used, 2 wrong usage, 3 findings.
 */
import { Command } from "commander";
import type { StandardsLibrary } from "../subgraphs/standards/library-schema.js";
import { loadLibrary } from "../subgraphs/standards/load-library.js";
import { readLibrary } from "../subgraphs/standards/read-library.js";
import { runCommand, withSettings, withWriter } from "../hub/run-command.js";

interface Options {
  readonly check?: true;
  readonly json?: true;
}

const command = new Command("import:standards")
  .description("Check framework files, with the library that ships with the hub, and load them into the database.")
  .argument("<files...>", "framework files, one for each version")
  .option("--check", "check only; the database is not opened")
  .option("--json", "print the result as a JSON object")
  .addHelpText(
    "after",
    `
A file for a framework of the shipped library takes its place. Stored versions are dated and never edited in place:
only an end, a successor, a source, a confidence or a note may be added to what is stored. Give what belongs together
in one call: the file that ends a version, and the file of the version that follows it.

Exit codes: 0 loaded, 1 the files or the database could not be used, 2 wrong usage, 3 findings and nothing loaded.`,
  )
  .exitOverride()
  .action(importFiles);

async function importFiles(files: readonly string[], { check, json }: Options): Promise<void> {
  const checked = await readLibrary(files);
  if ("findings" in checked) {
    refuse(checked.findings, json);
  } else if (check) {
    const { frameworks, standards, mappings } = checked.library;
    const counts = { frameworks: frameworks.length, standards: standards.length, mappings: mappings.length };
    say(
      `Sound: ${counts.frameworks} frameworks, ${counts.standards} standards, ${counts.mappings} mappings.`,
      counts,
      json,
    );
  } else {
    await load(checked.library, json);
  }
}

function load(library: StandardsLibrary, json: Options["json"]): Promise<void> {
  return withSettings((settings) =>
    withWriter(settings, {}, async (writer) => {
      const loaded = await loadLibrary(writer.client, library);
      if ("findings" in loaded) {
        refuse(loaded.findings, json);
        return;
      }
      const { inserted, updated, unchanged } = loaded;
      say(`Loaded: ${inserted} inserted, ${updated} updated, ${unchanged} unchanged.`, loaded, json);
    }),
  );
}

function refuse(findings: readonly string[], json: Options["json"]): void {
  process.exitCode = 3;
  say(["Nothing was loaded:", ...findings].join("\n"), { findings }, json);
}

function say(words: string, record: object, json: Options["json"]): void {
  process.stdout.write(`${json ? JSON.stringify(record) : words}\n`);
}

await runCommand(command, "Nothing was loaded");
