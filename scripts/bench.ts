/**
 * `npm run bench`: how the hub's lists fare with many concerns, how the hub fares against peers on the same data, and
 * how much memory it holds. Exit codes: 0 as it should be, 1 failed, 2 wrong usage, 3 a figure is over its limit.
 */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { benchRolePrefix, dropDatabase, fillDatabase, openBenchServer } from "../bench/bench-databases.js";
import { performancePage } from "../bench/performance-page.js";
import { reportTables } from "../bench/report-table.js";
import { findingsOf, type Report } from "../bench/report.js";
import { runBench } from "../bench/run-bench.js";
import { reasonOf, StartRefusal, type Log } from "../database/start-refusal.js";
import { createSeedProgress } from "../demonstration/seed-progress.js";
import { readSettings, type Settings } from "../settings/settings.js";

interface Options {
  readonly concerns: number;
  readonly seconds: number;
  readonly database?: string;
  readonly keep?: true;
  readonly quick?: true;
  readonly record?: true;
  readonly json?: true;
}

const fewConcerns = 2_000;
const performanceFile = "docs/performance.md";

const command = new Command("bench")
  .description("Measure the hub on a database with 2,000 concerns and on a large one, and against peers.")
  .option(
    "--concerns <number>",
    "how many concerns the large database has",
    readNumber(fewConcerns, 1_000_000),
    500_000,
  )
  .option("--seconds <number>", "of load on each contestant, in each round", readNumber(1, 300), 5)
  .option("--database <url>", "a PostgreSQL server where databases and roles may be made; an embedded one without it")
  .option("--keep", "keep the databases in HUB_DATA_DIR/bench (or on the server) for the next run")
  .option("--quick", "a small database and few rounds: to see that the bench works")
  .option("--record", `write the tables to ${performanceFile}`)
  .option("--json", "print the report as a JSON object")
  .addHelpText("after", "\nExit codes: 0 as it should be, 1 failed, 2 wrong usage, 3 a figure is over its limit.")
  .exitOverride()
  .action(bench);

function readNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It has to be a whole number from ${least} to ${most}.`);
  };
}

const log: Log = (line) => {
  process.stderr.write(`${line}\n`);
};

async function bench(options: Options): Promise<void> {
  const folder = options.keep ? path.resolve(process.env["HUB_DATA_DIR"] ?? ".data", "bench") : temporaryFolder();
  try {
    const report = await measureIn(folder, options);
    process.stdout.write(`${options.json ? JSON.stringify(report) : reportTables(report)}\n`);
    if (options.record) writeFileSync(performanceFile, performancePage(report));
    const findings = findingsOf(report);
    for (const finding of findings) log(finding);
    if (findings.length > 0) process.exitCode = 3;
  } finally {
    if (!options.keep) rmSync(folder, { recursive: true, force: true });
  }
}

/** PostgreSQL may run under another account, which has to pass through. */
function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "hub-bench-"));
  chmodSync(folder, 0o711);
  return folder;
}

/** Those of the hubs that are measured, which keep their secrets in the folder. */
function settingsIn(folder: string): Settings {
  const read = readSettings({ HUB_DEMO: "1", HUB_DATA_DIR: folder, DATABASE_ROLE_PREFIX: benchRolePrefix });
  if ("findings" in read) throw new StartRefusal(read.findings.join(" "));
  return read.settings;
}

async function measureIn(folder: string, { concerns, seconds, database, keep, quick }: Options): Promise<Report> {
  const server = await openBenchServer(database ?? null, folder, log);
  const sizes = { small: fewConcerns, large: quick ? Math.min(concerns, 10_000) : concerns };
  const settings = settingsIn(folder);
  const fill = async (size: number): Promise<string> => {
    const progress = createSeedProgress(process.stderr, size);
    try {
      return await fillDatabase({ server, concerns: size, settings, onProgress: progress.update });
    } finally {
      progress.stop();
    }
  };
  try {
    const databases = { small: await fill(sizes.small), large: await fill(sizes.large) };
    return await runBench({
      sizes,
      databases,
      dataDirectory: folder,
      seconds: quick ? 1 : seconds,
      loadRounds: quick ? 1 : 5,
      rounds: quick ? { warmUp: 5, counted: 10 } : { warmUp: 30, counted: 100 },
      log,
    });
  } finally {
    if (database !== undefined && !keep) for (const size of Object.values(sizes)) await dropDatabase(server, size);
    await server.stop();
  }
}

try {
  await command.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else {
    const cause = error instanceof Error && error.cause !== undefined ? ` (${reasonOf(error.cause)})` : "";
    log(`The bench stopped: ${reasonOf(error)}${cause}`);
    process.exitCode = 1;
  }
}
