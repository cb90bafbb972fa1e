/**
 * `npm run explain -- query.graphql --as PERSONA`: what becomes of a query of a persona of the demonstration. The query
 * is asked, and the audit has it. Exit codes: 0 explained, 1 failed, 2 wrong usage.
 */
import { readFile } from "node:fs/promises";
import { Command, InvalidArgumentError, Option } from "commander";
import { z } from "zod";
import { personas } from "../demonstration/personas.js";
import { explainQuery } from "../hub/explain-query.js";
import { explanationText } from "../hub/explanation-text.js";
import { fail, runCommand, withSettings, withWriter } from "../hub/run-command.js";

interface Options {
  readonly as: string;
  readonly purpose?: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly sql?: true;
  readonly json?: true;
}

const names = personas.map(({ name }) => name);

const command = new Command("explain")
  .description(
    "Tell what a query costs, which fetches and SQL statements it takes, and what is withheld by which rule.",
  )
  .argument("<file>", "a GraphQL document with one query")
  .addOption(new Option("--as <persona>", "who asks").choices(names).makeOptionMandatory())
  .option("--purpose <purpose>", "purpose of use that is declared; the role's usual one without it")
  .option("--variables <json>", "variables of the query, as a JSON object", readVariables, {})
  .option("--sql", "print the text of each statement")
  .option("--json", "print the explanation as a JSON object")
  .addHelpText("after", "\nExit codes: 0 explained, 1 failed, 2 wrong usage.")
  .exitOverride()
  .action(explain);

function readVariables(text: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    throw new InvalidArgumentError("It has to be a JSON object.");
  }
}

async function explain(file: string, { as: persona, purpose, variables, sql, json }: Options): Promise<void> {
  const query = await readFile(file, "utf8");
  await withSettings(async (settings) => {
    if (!settings.demonstration) {
      fail("Queries are explained for personas of the demonstration, and this hub has none.");
      return;
    }
    await withWriter(settings, {}, async ({ url }) => {
      const explained = await explainQuery(settings, url, { query, variables, persona, purpose });
      if ("finding" in explained) {
        fail(explained.finding);
        return;
      }
      const { explanation } = explained;
      const text = json ? JSON.stringify(explanation) : explanationText(explanation, { sql: sql === true });
      process.stdout.write(`${text}\n`);
    });
  });
}

await runCommand(command, "The query could not be explained");
