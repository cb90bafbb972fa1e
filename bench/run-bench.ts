/**
 * One run of the bench: everything is started once and measured against everything else in the same minutes, so that
 * ratios hold even where the machine is busy. Nothing is left running.
 */
import { availableParallelism, totalmem } from "node:os";
import { isDeepStrictEqual } from "node:util";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import type { Log } from "../database/start-refusal.js";
import { HubError } from "../errors/hub-error.js";
import { openedTogether, type OnClose } from "../hub/opened-together.js";
import { startFloor, startHub, startStock, type HubContestant } from "./contestants.js";
import { createGraphClient } from "./graph-client.js";
import { pageQuestion } from "./lists.js";
import { loadInTurns, type LoadTarget, type Throughput } from "./load.js";
import type { Rounds } from "./measuring.js";
import { mostMegabytesDuring, residentMegabytes } from "./resident-memory.js";
import type { ContestantThroughput, Machine, Report } from "./report.js";
import { timeLists } from "./time-lists.js";

export interface BenchOptions {
  readonly sizes: { readonly small: number; readonly large: number };
  /** Addresses of the two databases. */
  readonly databases: { readonly small: string; readonly large: string };
  /** Keys and secrets of the hubs that are measured. */
  readonly dataDirectory: string;
  /** Of load on each contestant, in each round. */
  readonly seconds: number;
  readonly loadRounds: number;
  readonly rounds: Rounds;
  readonly log: Log;
}

const connections = 16;
const restMilliseconds = 5_000;
/** What the hub may hold, in megabytes. */
const most = { atRest: 350, underLoad: 700 };
/** How often as long an answer may take with the audit as without it. */
const mostAuditTimes = 1.2;

const theHub = "the hub";
const theHubWithoutAudit = "the hub without its audit";
const theStock = "stock: Apollo Server, @apollo/gateway, HTTP subgraphs, no authorisation";
const theFloor = "floor: one SQL statement behind plain HTTP";

export async function runBench(options: BenchOptions): Promise<Report> {
  const { close, ...report } = await openedTogether((onClose) => measure(options, onClose));
  await close();
  return report;
}

async function measure(options: BenchOptions, onClose: OnClose): Promise<Report> {
  const { databases, dataDirectory, sizes, rounds, seconds, loadRounds, log } = options;
  const open = async (databaseUrl: string, audit?: "off"): Promise<HubContestant> => {
    const hub = await startHub({ databaseUrl, dataDirectory, ...(audit && { audit }) });
    onClose(() => hub.close());
    return hub;
  };
  log("Starting the hub on each database.");
  const small = await open(databases.small);
  await wait(restMilliseconds);
  const atRest = await residentMegabytes(small.pids[0] ?? 0);
  const large = await open(databases.large);
  log("Timing lists.");
  const lists = await timeLists({ small, large }, sizes, rounds);
  await large.close();

  log("Starting the peers.");
  const [stock, floor] = [await startStock(databases.small), await startFloor(databases.small)];
  onClose(() => stock.close());
  onClose(() => floor.close());
  const withoutAudit = await open(databases.small, "off");
  const targets: readonly LoadTarget[] = [
    { name: theHub, contestant: small, token: await small.tokenOf("national-lead") },
    { name: theHubWithoutAudit, contestant: withoutAudit, token: await withoutAudit.tokenOf("national-lead") },
    { name: theStock, contestant: stock, token: null },
    { name: theFloor, contestant: floor, token: null },
  ];
  await refuseUnlikeAnswers(targets);
  log(`Load on each for ${loadRounds} times ${seconds} s.`);
  const load = loadInTurns(targets, { seconds, rounds: loadRounds, connections });
  const underLoad = await mostMegabytesDuring(small.pids[0] ?? 0, load);
  const measured = await load;
  return {
    recordedOn: new Date().toISOString().slice(0, 10),
    machine: await machineShape(databases.small),
    sizes,
    connections,
    lists,
    throughput: relativeTo(theStock, measured),
    audit: {
      times: figureOf(measured, theHub, "p95") / figureOf(measured, theHubWithoutAudit, "p95"),
      mostTimes: mostAuditTimes,
    },
    memory: [
      { name: "at rest", megabytes: atRest, mostMegabytes: most.atRest },
      { name: "under full load", megabytes: underLoad, mostMegabytes: most.underLoad },
    ],
  };
}

/** A race between programs that do different things would mean nothing. */
async function refuseUnlikeAnswers(targets: readonly LoadTarget[]): Promise<void> {
  const answers = await Promise.all(
    targets.map(async ({ name, contestant, token }) => {
      const client = createGraphClient(contestant.endpoint, token);
      const data = await client.ask(pageQuestion).finally(() => client.close());
      return { name, data };
    }),
  );
  for (const { name, data } of answers)
    if (!isDeepStrictEqual(data, answers[0]?.data))
      throw new HubError("INTERNAL", {}, { cause: `${name} answers another page than ${answers[0]?.name ?? ""}` });
}

function figureOf(
  measured: ReadonlyMap<string, Throughput>,
  name: string,
  figure: "requestsPerSecond" | "p95",
): number {
  return measured.get(name)?.[figure] ?? Number.NaN;
}

function relativeTo(reference: string, measured: ReadonlyMap<string, Throughput>): ContestantThroughput[] {
  const [rate, p95] = [figureOf(measured, reference, "requestsPerSecond"), figureOf(measured, reference, "p95")];
  return [...measured].map(([name, throughput]) => ({
    name,
    ...throughput,
    relative: throughput.requestsPerSecond / rate,
    relativeP95: throughput.p95 / p95,
  }));
}

async function machineShape(databaseUrl: string): Promise<Machine> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ version: string }>("select split_part(version(), ' ', 2) as version");
  await client.end();
  return {
    cores: availableParallelism(),
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    postgres: rows[0]?.version ?? "",
  };
}
