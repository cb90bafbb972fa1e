/**
 * `npm run test:mutation`: whether the tests notice when a rule of the policy, the guard, the relations, the masks or the
 * access index is not what it was. Exit codes: 0 every mutant was killed, 1 failed, 2 wrong usage, 3 there are findings.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { dayInEngland } from "../../hub/day-in-england.js";
import { shown } from "./mutant.js";
import { mutationPage } from "./mutation-page.js";
import { scoresIn, scoresOf, scoreTables, withNewer } from "./score.js";
import { targets } from "./targets.js";
import { mutantsOf, needlessEntries, tryMutants, type Tried } from "./try-mutants.js";

interface Options {
  readonly file: string;
  readonly sample: number;
  readonly lanes: number;
  readonly list?: true;
  readonly record?: true;
}

const page = "docs/mutation.md";

const command = new Command("test:mutation")
  .description("Plant a fault after another in the policy and in what enforces it, and see that a test fails.")
  .option("--file <text>", "only files and parts whose name holds this", "")
  .option("--sample <number>", "one mutant of so many, evenly spread", wholeNumber, 1)
  .option("--lanes <number>", "mutants that are tried at a time", wholeNumber, availableParallelism())
  .option("--list", "show the mutants and try none")
  .option("--record", `write how the files fared to ${page}`)
  .addHelpText("after", "\nExit codes: 0 every mutant was killed, 1 failed, 2 wrong usage, 3 there are findings.")
  .exitOverride()
  .action(run);

function wholeNumber(text: string): number {
  const value = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (value > 0) return value;
  throw new InvalidArgumentError("It has to be a whole number from 1 to 9999.");
}

const say = (text: string): boolean => process.stderr.write(`${text}\n`);

async function run({ file, sample, lanes, list, record }: Options): Promise<void> {
  const chosen = targets.filter((target) => target.file.includes(file) || target.part === file);
  if (list) {
    for (const mutant of chosen.flatMap(mutantsOf)) process.stdout.write(`${shown(mutant)}\n`);
    return;
  }
  if (record && sample > 1) throw new CommanderError(2, "sample", "A sample is not recorded.");
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => {
      stop.abort();
    });
  const tried = await tryMutants({ targets: chosen, oneOf: sample, lanes, signal: stop.signal, onTried: tell });
  const scores = scoresOf(tried, dayInEngland());
  process.stdout.write(`${scoreTables(scores)}\n`);
  if (record) {
    const former = existsSync(page) ? scoresIn(readFileSync(page, "utf8")) : [];
    writeFileSync(page, mutationPage(withNewer(former, scores)));
  }
  const needless = sample === 1 ? needlessEntries(tried) : [];
  for (const { file: of, was, is } of needless)
    say(`No longer equivalent, or no longer made: ${of}\n  - ${was}\n  + ${is}`);
  if (needless.length > 0 || tried.some(({ verdict }) => verdict === "SURVIVED")) process.exitCode = 3;
}

function tell({ mutant, verdict }: Tried, done: number, all: number): void {
  if (verdict === "SURVIVED") say(`SURVIVED ${shown(mutant)}`);
  if (done % 25 === 0 || done === all) say(`${done} of ${all}`);
}

try {
  await command.parseAsync();
} catch (error) {
  const isUsage = error instanceof CommanderError;
  if (!isUsage) say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = isUsage && error.exitCode === 0 ? 0 : isUsage ? 2 : 1;
}
