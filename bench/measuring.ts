/**
 * How a time is measured: what is compared takes turns, request by request, so that whatever else the machine does
 * falls on all of it alike; and what is told is the median and the 95th percentile, never a mean.
 */
export interface Timing {
  /** Milliseconds. */
  readonly median: number;
  readonly p95: number;
  readonly runs: number;
}

export interface Contender {
  readonly name: string;
  /** Does once what is measured, and rejects where it did not come to what it should. */
  run(): Promise<unknown>;
}

export interface Rounds {
  /** Rounds that are not counted: caches fill, code is compiled. */
  readonly warmUp: number;
  readonly counted: number;
}

/** The rank that so many of a hundred lie at or below, of values in any order. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}

export function timingOf(milliseconds: readonly number[]): Timing {
  return { median: percentile(milliseconds, 50), p95: percentile(milliseconds, 95), runs: milliseconds.length };
}

/** Times by name. Each round begins with another contender, since whoever follows a slow one may pay for it. */
export async function timeInTurns(
  contenders: readonly Contender[],
  { warmUp, counted }: Rounds,
): Promise<ReadonlyMap<string, Timing>> {
  const taken = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < warmUp + counted; round += 1) {
    const first = round % Math.max(1, contenders.length);
    for (const { name, run } of [...contenders.slice(first), ...contenders.slice(0, first)]) {
      const started = performance.now();
      await run();
      if (round >= warmUp) taken.get(name)?.push(performance.now() - started);
    }
  }
  return new Map([...taken].map(([name, milliseconds]) => [name, timingOf(milliseconds)]));
}
