/**
 * The figures that are published of one quarter: how many concerns were raised, closed and open, by one dimension or by
 * two. A total is a table of its own, without a dimension. Pure: from facts to counts, before anything is hidden.
 */
export const dimensions = ["REGION", "PROVIDER", "ISF_CATEGORY", "EQF_DOMAIN", "PROFESSION"] as const;
export type Dimension = (typeof dimensions)[number];

export const counted = ["OPEN_CONCERNS", "RAISED", "CLOSED"] as const;
export type Counted = (typeof counted)[number];

/** Concerns that are alike in every dimension. One may cite several domains and concern several professions. */
export interface FactGroup {
  readonly members: Readonly<Record<Dimension, readonly string[]>>;
  readonly counts: Readonly<Record<Counted, number>>;
  /** Of each that was closed in the quarter, the days from report to closure. */
  readonly closedDays: readonly number[];
}

export interface Cell {
  readonly dimensions: readonly Dimension[];
  /** One member for each dimension. */
  readonly key: readonly string[];
  readonly counts: Record<Counted, number>;
  readonly closedDays: number[];
}

/** Tables of at most two dimensions. A provider belongs to a region, so the two together would be one. */
export const tables: readonly (readonly Dimension[])[] = [
  [],
  ...dimensions.map((dimension) => [dimension]),
  ...dimensions.flatMap((first, index) => dimensions.slice(index + 1).map((second) => [first, second])),
].filter((table) => !(table.includes("REGION") && table.includes("PROVIDER")));

/** Cells by their name; those without a concern are left out. */
export function cubeOf(facts: Iterable<FactGroup>): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const { members, counts, closedDays } of facts) {
    for (const table of tables) {
      for (const key of keysOf(table, members)) {
        const name = cellName(table, key);
        const cell = cells.get(name) ?? { dimensions: table, key, counts: noCounts(), closedDays: [] };
        for (const measure of counted) cell.counts[measure] += counts[measure];
        cell.closedDays.push(...closedDays);
        cells.set(name, cell);
      }
    }
  }
  return cells;
}

export function cellName(table: readonly Dimension[], key: readonly string[]): string {
  return JSON.stringify([table, key]);
}

function noCounts(): Record<Counted, number> {
  return { OPEN_CONCERNS: 0, RAISED: 0, CLOSED: 0 };
}

/** Every combination of the members in the dimensions of a table. */
function keysOf(table: readonly Dimension[], members: FactGroup["members"]): string[][] {
  return table.reduce<string[][]>(
    (keys, dimension) => keys.flatMap((key) => members[dimension].map((member) => [...key, member])),
    [[]],
  );
}
