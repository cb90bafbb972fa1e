/** What a run found, and what of it is not as it has to be. Plain values, as they are printed with `--json`. */
import type { Throughput } from "./load.js";
import type { Timing } from "./measuring.js";

export interface Machine {
  readonly cores: number;
  readonly memoryGigabytes: number;
  readonly platform: string;
  readonly node: string;
  readonly postgres: string;
}

export interface ListTiming {
  readonly name: string;
  readonly persona: string;
  readonly small: Timing;
  readonly large: Timing;
  /** Median at the larger size over median at the smaller. */
  readonly times: number;
  readonly mostTimes: number | null;
}

export interface ContestantThroughput extends Throughput {
  readonly name: string;
  /** Requests a second; the stock set-up is 1. */
  readonly relative: number;
  /** The time of an answer at the 95th percentile; the stock set-up is 1. */
  readonly relativeP95: number;
}

export interface MemoryUse {
  readonly name: string;
  readonly megabytes: number;
  readonly mostMegabytes: number;
}

export interface Report {
  readonly recordedOn: string;
  readonly machine: Machine;
  readonly sizes: { readonly small: number; readonly large: number };
  readonly connections: number;
  readonly lists: readonly ListTiming[];
  readonly throughput: readonly ContestantThroughput[];
  /** How often as long an answer takes with the audit as without it, at the 95th percentile under full load. */
  readonly audit: { readonly times: number; readonly mostTimes: number };
  readonly memory: readonly MemoryUse[];
}

/** One line for each figure that is over its limit; none when all is well. */
export function findingsOf({ lists, audit, memory, sizes }: Report): string[] {
  const slower = lists
    .filter(({ times, mostTimes }) => mostTimes !== null && !(times <= mostTimes))
    .map(
      ({ name, persona, times, mostTimes }) =>
        `${name} as ${persona} takes ${times.toFixed(1)} times as long at ${sizes.large} concerns as at ${sizes.small}; at most ${mostTimes ?? ""}.`,
    );
  const larger = memory
    .filter(({ megabytes, mostMegabytes }) => !(megabytes < mostMegabytes))
    .map(
      ({ name, megabytes, mostMegabytes }) =>
        `The hub holds ${Math.round(megabytes)} MB ${name}; under ${mostMegabytes}.`,
    );
  const dearer =
    audit.times <= audit.mostTimes
      ? []
      : [
          `An answer under full load takes ${audit.times.toFixed(2)} times as long with the audit as without it, at the 95th percentile; at most ${audit.mostTimes}.`,
        ];
  return [...slower, ...dearer, ...larger];
}
