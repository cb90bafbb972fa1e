/**
 * Requests a second and how long an answer takes, of contestants that take turns on the same machine, with the
 * processor time that their own processes took for a request where the system tells. Every answer is looked at: one
 * that is not the page fails.
 */
import { readFile } from "node:fs/promises";
import autocannon from "autocannon";
import { HubError } from "../errors/hub-error.js";
import type { Contestant } from "./contestants.js";
import { graphHeaders } from "./graph-client.js";
import { pageQuestion } from "./lists.js";
import { percentile } from "./measuring.js";

export interface LoadTarget {
  readonly name: string;
  readonly contestant: Contestant;
  readonly token: string | null;
}

export interface Throughput {
  readonly requestsPerSecond: number;
  /** So many milliseconds nineteen in twenty answers take at most. */
  readonly p95: number;
  /** Of the contestant's processes, without PostgreSQL; null where the system does not tell. */
  readonly processorMilliseconds: number | null;
}

export interface LoadOptions {
  readonly seconds: number;
  readonly rounds: number;
  readonly connections: number;
}

export async function loadInTurns(
  targets: readonly LoadTarget[],
  { seconds, rounds, connections }: LoadOptions,
): Promise<ReadonlyMap<string, Throughput>> {
  // Not counted: caches fill, code is compiled.
  for (const target of targets) await loadOnce(target, seconds, connections);
  const measured = new Map<string, Throughput[]>(targets.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    // Forwards and backwards, so that nobody always follows the same other one.
    for (const target of round % 2 === 0 ? targets : targets.toReversed())
      measured.get(target.name)?.push(await loadOnce(target, seconds, connections));
  return new Map([...measured].map(([name, throughputs]) => [name, medianOf(throughputs)]));
}

async function loadOnce(target: LoadTarget, seconds: number, connections: number): Promise<Throughput> {
  const { contestant, token, name } = target;
  const before = await processorTime(contestant.pids);
  const times: number[] = [];
  let other = "";
  const result = await autocannon({
    url: contestant.endpoint,
    method: "POST",
    headers: graphHeaders(token),
    body: JSON.stringify(pageQuestion),
    connections,
    duration: seconds,
    verifyBody: (body) => {
      if (isPage(String(body))) return true;
      other = String(body).slice(0, 200);
      return false;
    },
    setupClient: (client) => {
      client.on("response", (_status, _bytes, milliseconds) => times.push(milliseconds));
    },
  });
  const after = await processorTime(contestant.pids);
  const failures = result.non2xx + result.errors + result.mismatches;
  if (failures > 0) {
    const cause = `${name}: ${failures} requests under load failed, ${result.errors} without an answer. ${other}`;
    throw new HubError("INTERNAL", {}, { cause });
  }
  const spent = before === null || after === null ? null : (after - before) / result.requests.total;
  const requestsPerSecond = result.requests.total / result.duration;
  return { requestsPerSecond, p95: percentile(times, 95), processorMilliseconds: spent };
}

function isPage(body: string): boolean {
  return body.startsWith('{"data":{"concerns"') || body.startsWith('{"data" : {"concerns"');
}

function medianOf(throughputs: readonly Throughput[]): Throughput {
  const spent = throughputs.map(({ processorMilliseconds }) => processorMilliseconds).filter((value) => value !== null);
  const median = (valueOf: (throughput: Throughput) => number): number => percentile(throughputs.map(valueOf), 50);
  return {
    requestsPerSecond: median(({ requestsPerSecond }) => requestsPerSecond),
    p95: median(({ p95 }) => p95),
    processorMilliseconds: spent.length === 0 ? null : percentile(spent, 50),
  };
}

const millisecondsInTick = 10;

/** User and system time so far, in milliseconds: fields 14 and 15 of /proc/PID/stat, see proc(5). */
async function processorTime(pids: readonly number[]): Promise<number | null> {
  try {
    const ticks = await Promise.all(pids.map(ticksOf));
    return ticks.reduce((sum, count) => sum + count, 0) * millisecondsInTick;
  } catch {
    return null;
  }
}

async function ticksOf(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, "utf8")).split(") ").at(-1)?.split(" ") ?? [];
  return Number(fields[11]) + Number(fields[12]);
}
