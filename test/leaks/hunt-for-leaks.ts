/**
 * `npm run test:leaks`: the leak hunt for as long as is wanted, or against every planted leak, one after the other. Exit
 * codes: 0 as it should be, 1 a leak was found, or too few of those that were planted, 2 wrong usage.
 */
import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { format, resolveConfig } from "prettier";
import { dayInEngland } from "../../hub/day-in-england.js";
import { leakHuntPage, outcomesIn, withNewer, type PlantedOutcome } from "./leak-hunt-page.js";
import type { PlantedLeak } from "./planted-leak.js";
import { plantedLeaks } from "./planted-leaks.js";
import globalSetup from "../support/global-setup.js";
import globalTeardown from "../support/global-teardown.js";

interface Options {
  readonly minutes: number;
  readonly seed: number;
  readonly planted?: true;
  readonly only: string;
  readonly lanes: number;
  readonly record?: true;
}

const page = "docs/leak-hunt.md";
const leastFound = 0.95;

const command = new Command("test:leaks")
  .description("Hunt for leaks: two hubs that differ in what is hidden, asked the same.")
  .option("--minutes <number>", "of sessions at random", readNumber(1, 600), 5)
  .option("--seed <number>", "where they begin; at random without it", readNumber(0, 2 ** 31 - 1), randomInt(2 ** 31))
  .option("--planted", "plant every known leak in turn and see that it is found")
  .option("--only <text>", "of the planted leaks those whose name holds the text", "")
  .option("--lanes <number>", "planted leaks hunted at once", readNumber(1, 16), 1)
  .option("--record", `write what came of the planted leaks to ${page}`)
  .addHelpText("after", "\nExit codes: 0 as it should be, 1 a leak, or planted ones that were missed, 2 wrong usage.")
  .exitOverride()
  .action(hunt);

function readNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It has to be a whole number from ${least} to ${most}.`);
  };
}

interface Run {
  readonly code: number;
  readonly output: string;
}

function runJest(parameters: readonly string[], environment: NodeJS.ProcessEnv, isShown: boolean): Promise<Run> {
  const jest = ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning", "node_modules/jest/bin/jest.js"];
  const fixed = ["--maxWorkers=1", "test/leaks/leak-hunt.test.ts"];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...jest, ...fixed, ...parameters], {
      env: { ...process.env, ...environment },
      stdio: isShown ? "inherit" : ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (part: Buffer) => {
        output += part.toString();
      });
    child.on("error", reject);
    child.on("exit", (code) => {
      resolve({ code: code ?? 1, output });
    });
  });
}

async function hunt({ minutes, seed, planted, only, lanes, record }: Options): Promise<void> {
  if (planted === undefined) {
    process.stdout.write(`Hunting for ${minutes} minutes, seed ${seed}.\n`);
    const { code } = await runJest([], { LEAK_HUNT_MINUTES: `${minutes}`, LEAK_HUNT_SEED: `${seed}` }, true);
    process.exitCode = code;
    return;
  }
  const leaks = plantedLeaks.filter(({ name }) => name.includes(only));
  const outcomes = await onOneServer(async () => {
    // Where nothing is planted there is nothing to find; and the world that the others hunt in is made.
    if (only === "") {
      const { code, output } = await huntWith([]);
      if (code !== 0) throw new Error(`The hunt fails where nothing is planted.\n${saidBy(output)}`);
    }
    return inLanes(lanes, leaks, plantAndHunt);
  });
  const found = outcomes.filter(({ by }) => by !== null).length;
  process.stdout.write(`${found} of ${leaks.length} planted leaks were found.\n`);
  if (record) {
    const names = plantedLeaks.map(({ name }) => name);
    const text = leakHuntPage(withNewer(names, outcomesIn(readFileSync(page, "utf8")), outcomes));
    writeFileSync(page, await format(text, { ...(await resolveConfig(page)), filepath: page }));
  }
  if (found < leaks.length * leastFound) process.exitCode = 1;
}

/** The world is made once for all runs, and for each of them made to be as its code would have it. */
async function onOneServer<Value>(work: () => Promise<Value>): Promise<Value> {
  await globalSetup();
  try {
    return await work();
  } finally {
    await globalTeardown();
  }
}

async function inLanes<Item, Value>(
  lanes: number,
  items: readonly Item[],
  work: (item: Item) => Promise<Value>,
): Promise<Value[]> {
  const values: Value[] = [];
  const waiting = [...items.entries()];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) values[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return values;
}

function huntWith(faults: PlantedLeak["faults"]): Promise<Run> {
  return runJest(["-t", "nobody can"], { HUB_PLANTED_FAULT: JSON.stringify(faults) }, false);
}

/** What the first test that failed says. */
function saidBy(output: string): string {
  return /●[^]*?(?=\n\n\s+at )/.exec(output)?.[0] ?? output.slice(-400);
}

async function plantAndHunt({ name, faults }: PlantedLeak): Promise<PlantedOutcome> {
  const { output } = await huntWith(faults);
  const by = /A leak: (.*), can tell two hubs apart by (.*)\./.exec(output);
  // At the beginning of a line: jest quotes the line of the test that would say so.
  const isWrong = /^\s*The hunt is wrong/m.test(output);
  const told = by === null || isWrong ? null : `${by[1] ?? ""}, by ${by[2] ?? ""}`;
  process.stdout.write(told === null ? `MISSED  ${name}\n` : `found   ${name}: ${told}\n`);
  if (told === null) process.stderr.write(`${saidBy(output)}\n`);
  return { name, by: told, on: dayInEngland() };
}

try {
  await command.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
