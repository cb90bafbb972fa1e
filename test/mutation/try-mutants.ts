/**
 * Makes the mutants of the files that were chosen and tries each on a lane that is free. Before the first one every
 * test that will be asked has to pass as things are.
 */
import { readFileSync } from "node:fs";
import { codeFaults } from "./code-faults.js";
import { equivalentMutants, type EquivalentMutant } from "./equivalent-mutants.js";
import { openLane, type Lane } from "./lane.js";
import { mutantsFrom, type Mutant } from "./mutant.js";
import { policyFaults } from "./policy-faults.js";
import type { Target } from "./targets.js";

export type Verdict = "KILLED" | "NOT_LOADED" | "EQUIVALENT" | "SURVIVED";

export interface Tried {
  readonly mutant: Mutant;
  readonly target: Target;
  readonly verdict: Verdict;
}

export interface Trial {
  readonly targets: readonly Target[];
  /** One of so many, evenly spread. */
  readonly oneOf: number;
  readonly lanes: number;
  readonly signal: AbortSignal;
  readonly onTried: (tried: Tried, done: number, all: number) => void;
}

export function mutantsOf({ file }: Target): Mutant[] {
  const source = readFileSync(file, "utf8");
  return mutantsFrom(file, source, [...policyFaults(file, source), ...codeFaults(file, source)]);
}

export async function tryMutants({ targets, oneOf, lanes: many, signal, onTried }: Trial): Promise<Tried[]> {
  const all = targets
    .flatMap((target) => mutantsOf(target).map((mutant) => ({ target, mutant })))
    .filter((_, index) => index % oneOf === 0);
  const waiting = [...all];
  const tried: Tried[] = [];
  const lanes: Lane[] = [];
  const closeAll = () => Promise.all(lanes.map((lane) => lane.close()));
  signal.addEventListener("abort", () => void closeAll());
  try {
    while (lanes.length < many) lanes.push(await openLane());
    await Promise.all(
      lanes.map(async (lane) => {
        await passAsThingsAre(lane, targets);
        for (let next = waiting.shift(); next !== undefined && !signal.aborted; next = waiting.shift()) {
          const one = { ...next, verdict: await verdictOf(next.mutant, next.target, lane) };
          tried.push(one);
          onTried(one, tried.length, all.length);
        }
      }),
    );
    signal.throwIfAborted();
  } finally {
    await closeAll();
  }
  return tried;
}

/** Makes the worlds that tests copy as well, before there is a fault in what makes them. */
async function passAsThingsAre(lane: Lane, targets: readonly Target[]): Promise<void> {
  const files = new Set(targets.flatMap(({ steps }) => steps.flatMap(({ files: each }) => each)));
  if ((await lane.run({ files: [...files], ofAHub: true })) !== "PASSED")
    throw new Error(`Tests fail as things are: ${[...files].join(" ")}`);
}

async function verdictOf(mutant: Mutant, target: Target, lane: Lane): Promise<Verdict> {
  for (const step of target.steps) {
    const outcome = await lane.run({ ...step, mutant });
    if (outcome !== "PASSED") return outcome === "FAILED" ? "KILLED" : "NOT_LOADED";
  }
  return equivalentMutants.some((entry) => isOf(entry, mutant)) ? "EQUIVALENT" : "SURVIVED";
}

const isOf = ({ file, was, is }: EquivalentMutant, mutant: Mutant): boolean =>
  file === mutant.file && was === mutant.was.trim() && is === mutant.is.trim();

/** Entries of the list for the files that were tried in full, of which no mutant survived. */
export function needlessEntries(tried: readonly Tried[]): EquivalentMutant[] {
  const files = new Set(tried.map(({ mutant }) => mutant.file));
  return equivalentMutants.filter(
    (entry) =>
      files.has(entry.file) && !tried.some(({ mutant, verdict }) => verdict === "EQUIVALENT" && isOf(entry, mutant)),
  );
}
