/** The figures of one quarter as they are published: counts after disclosure control, and medians where enough closed. */
import { hiddenCells, rounded, smallestShown } from "./disclosure-control.js";
import { counted, cubeOf, dimensions, type Cell, type Dimension, type FactGroup } from "./statistics-cube.js";
import { linesOf, type CubeMembers } from "./statistics-lines.js";

export const measures = [...counted, "MEDIAN_DAYS_TO_CLOSE"] as const;
export type Measure = (typeof measures)[number];

export interface Figure {
  readonly measure: Measure;
  readonly dimensions: readonly Dimension[];
  readonly key: readonly string[];
  /** Null where it is hidden. */
  readonly value: number | null;
}

export interface QuarterFigures {
  readonly members: CubeMembers["members"];
  /** Those that are not zero. */
  readonly figures: readonly Figure[];
}

export function figuresOf(facts: readonly FactGroup[], regionOf: ReadonlyMap<string, string>): QuarterFigures {
  const cube = cubeOf(facts);
  const members = membersOf(facts);
  const lines = linesOf({ members, regionOf });
  const figures = counted.flatMap((measure) => {
    const counts = new Map([...cube].map(([name, cell]) => [name, cell.counts[measure]]));
    const hidden = hiddenCells(counts, lines);
    return [...cube].flatMap(([name, cell]) => {
      const count = cell.counts[measure];
      const isHidden = hidden.has(name);
      if (count === 0 && !isHidden) return [];
      const figure = { measure, dimensions: cell.dimensions, key: cell.key, value: isHidden ? null : rounded(count) };
      return measure === "CLOSED" ? [figure, medianOf(cell, isHidden)] : [figure];
    });
  });
  return { members, figures };
}

/** A median of fewer than eight would be that of a few people's work, and so would one of a hidden number. */
function medianOf({ dimensions: of, key, closedDays }: Cell, isHidden: boolean): Figure {
  const days = [...closedDays].sort((left, right) => left - right);
  const middle = Math.floor(days.length / 2);
  const median = days.length % 2 === 1 ? (days[middle] ?? 0) : ((days[middle - 1] ?? 0) + (days[middle] ?? 0)) / 2;
  const value = isHidden || days.length < smallestShown ? null : rounded(median);
  return { measure: "MEDIAN_DAYS_TO_CLOSE", dimensions: of, key, value };
}

export function membersOf(facts: readonly FactGroup[]): CubeMembers["members"] {
  const all = (dimension: Dimension): string[] =>
    [...new Set(facts.flatMap(({ members }) => members[dimension]))].sort();
  return Object.fromEntries(dimensions.map((dimension) => [dimension, all(dimension)])) as unknown as Record<
    Dimension,
    string[]
  >;
}
