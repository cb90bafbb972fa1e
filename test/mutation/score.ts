/** How the mutants of each file fared, as lines of a table that can be read again: a run may be of some files only. */
import { table } from "../../bench/report-table.js";
import { parts, targets, type Target } from "./targets.js";
import type { Tried, Verdict } from "./try-mutants.js";

export interface Score {
  readonly file: string;
  /** Day of the run. */
  readonly on: string;
  readonly counts: Readonly<Record<Verdict, number>>;
}

const verdicts = ["KILLED", "NOT_LOADED", "EQUIVALENT", "SURVIVED"] as const satisfies readonly Verdict[];

export function scoresOf(tried: readonly Tried[], on: string): Score[] {
  return [...new Set(tried.map(({ mutant }) => mutant.file))].map((file) => {
    const ofFile = tried.filter(({ mutant }) => mutant.file === file);
    const count = (verdict: Verdict): number => ofFile.filter((one) => one.verdict === verdict).length;
    return { file, on, counts: countsFrom(verdicts.map(count)) };
  });
}

function countsFrom([KILLED = 0, NOT_LOADED = 0, EQUIVALENT = 0, SURVIVED = 0]: readonly number[]): Score["counts"] {
  return { KILLED, NOT_LOADED, EQUIVALENT, SURVIVED };
}

const outcomes = ["mutants", "killed", "do not load", "equivalent", "survived"];

/** A line for each part, and one for each file. */
export function scoreTables(scores: readonly Score[]): string {
  const scored = targets.flatMap((target) => {
    const score = scores.find(({ file }) => file === target.file);
    return score === undefined ? [] : [{ ...score, part: target.part }];
  });
  const ofParts = parts
    .map((part) => ({ part, files: scored.filter((score) => score.part === part) }))
    .filter(({ files }) => files.length > 0);
  return [
    table(
      ["part", ...outcomes, "score"],
      ofParts.map(({ part, files }) => {
        const counts = countsFrom(
          verdicts.map((verdict) => files.reduce((sum, { counts: of }) => sum + of[verdict], 0)),
        );
        return [part, ...cellsOf(counts), scoreOf(counts)];
      }),
    ),
    table(
      ["file", ...outcomes, "last run"],
      scored.map(({ file, on, counts }) => [`\`${file}\``, ...cellsOf(counts), on]),
    ),
  ].join("\n\n");
}

function cellsOf(counts: Score["counts"]): number[] {
  const each = verdicts.map((verdict) => counts[verdict]);
  return [each.reduce((sum, count) => sum + count, 0), ...each];
}

/** Of those that load and are not equivalent; never rounded up. */
function scoreOf({ KILLED, SURVIVED }: Score["counts"]): string {
  return `${Math.floor((1000 * KILLED) / (KILLED + SURVIVED)) / 10} %`;
}

/** The lines of files in a page that `scoreTables` wrote. */
export function scoresIn(page: string): Score[] {
  return [...page.matchAll(/^\| `([^`]+)` *\|((?: *\d+ \|){5}) (\S+) *\|$/gm)].map(
    ([, file = "", cells = "", on = ""]) => {
      const [, ...counts] = cells.split("|").map(Number);
      return { file, on, counts: countsFrom(counts) };
    },
  );
}

export function withNewer(former: readonly Score[], newer: readonly Score[]): Score[] {
  const isNewer = (file: Target["file"]): boolean => newer.some((score) => score.file === file);
  return [...former.filter(({ file }) => !isNewer(file)), ...newer];
}
