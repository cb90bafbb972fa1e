/**
 * A table of published figures from what was asked: which stored table it is read from, what a filter holds fixed, and
 * every cell of it, those without a concern too.
 */
import { controlChart, type ControlChart } from "./process-control.js";
import type { QuarterMembers, StoredFigure } from "./statistics-reader.js";
import { dimensions as allDimensions, tables, type Dimension } from "./statistics-cube.js";

export type AskedDimension = Dimension | "QUARTER";

export interface TableQuestion {
  readonly by: readonly AskedDimension[];
  /** What a filter holds fixed. */
  readonly fixed: ReadonlyMap<Dimension, string>;
}

export type TableRefusal = "TOO_MANY_DIMENSIONS" | "DIMENSION_TWICE" | "NO_SUCH_TABLE";

export interface TableCell {
  readonly key: readonly string[];
  readonly value: number | null;
  readonly suppressed: boolean;
}

const mostFree = 2;

/** Dimensions of the stored table that holds the answer, or why there is none. */
export function storedTable({
  by,
  fixed,
}: TableQuestion): { readonly dimensions: readonly Dimension[] } | { readonly refused: TableRefusal } {
  if (by.length > mostFree) return { refused: "TOO_MANY_DIMENSIONS" };
  const asked = [...by, ...fixed.keys()];
  if (new Set(asked).size < asked.length) return { refused: "DIMENSION_TWICE" };
  const wanted = allDimensions.filter((dimension) => asked.includes(dimension));
  const found = tables.find((table) => table.join() === wanted.join());
  return found === undefined ? { refused: "NO_SUCH_TABLE" } : { dimensions: found };
}

/** Every cell, in the order of the dimensions that were asked for. `quarters`: oldest first. */
export function cellsOf(
  { by, fixed }: TableQuestion,
  dimensions: readonly Dimension[],
  quarters: readonly QuarterMembers[],
  figures: readonly StoredFigure[],
): TableCell[] {
  const stored = new Map(figures.map(({ quarter, key, value }) => [JSON.stringify([quarter, key]), value]));
  const only = quarters.at(-1)?.quarter ?? "";
  const membersOf = (dimension: AskedDimension): string[] =>
    dimension === "QUARTER"
      ? quarters.map(({ quarter }) => quarter)
      : [...new Set(quarters.flatMap(({ members }) => members[dimension]))].sort();
  const keys = by.reduce<string[][]>(
    (some, dimension) => some.flatMap((key) => membersOf(dimension).map((member) => [...key, member])),
    [[]],
  );
  return keys.map((key) => {
    const at = by.indexOf("QUARTER");
    const quarter = at < 0 ? only : (key[at] ?? "");
    const storedKey = dimensions.map((dimension) => fixed.get(dimension) ?? key[by.indexOf(dimension)] ?? "");
    const value = stored.get(JSON.stringify([quarter, storedKey]));
    return { key, value: value === undefined ? 0 : value, suppressed: value === null };
  });
}

/** A series by quarter alone has a trend. */
export function trendOf({ by }: TableQuestion, cells: readonly TableCell[]): ControlChart | null {
  if (by.length !== 1 || by[0] !== "QUARTER") return null;
  return controlChart(cells.map(({ key, value }) => ({ key: key[0] ?? "", value }))) ?? null;
}
