/** Reads published figures, which are the same for everybody. */
import type { SubgraphContext } from "../../subgraph-context.js";
import type { Figure, Measure } from "./figures.js";
import type { Dimension } from "./statistics-cube.js";

export interface SnapshotRow {
  readonly id: string;
  readonly publishedOn: string;
  readonly firstQuarter: string;
  readonly lastQuarter: string;
}

/** Newest first. */
export function readSnapshots(context: SubgraphContext): Promise<SnapshotRow[]> {
  return context.database.read<SnapshotRow>(
    `select id, published_on::text as "publishedOn", first_quarter as "firstQuarter", last_quarter as "lastQuarter"
       from concerns.published_statistics_snapshot order by last_quarter desc`,
  );
}

export interface FiguresQuestion {
  readonly measure: Measure;
  /** Of the table, without quarters, in its order. */
  readonly dimensions: readonly Dimension[];
  readonly firstQuarter: string;
  readonly lastQuarter: string;
}

export type StoredFigure = Pick<Figure, "key" | "value"> & { readonly quarter: string };

export function readFigures(
  context: SubgraphContext,
  { measure, dimensions, firstQuarter, lastQuarter }: FiguresQuestion,
): Promise<StoredFigure[]> {
  return context.database.read<StoredFigure>(
    `select quarter, key, value from concerns.published_statistics_cell
      where measure = $1 and dimensions = $2 and quarter between $3 and $4`,
    [measure, dimensions.join(), firstQuarter, lastQuarter],
  );
}

export interface QuarterMembers {
  readonly quarter: string;
  readonly members: Readonly<Record<Dimension, readonly string[]>>;
}

/** Oldest first. */
export function readQuarters(
  context: SubgraphContext,
  firstQuarter: string,
  lastQuarter: string,
): Promise<QuarterMembers[]> {
  return context.database.read<QuarterMembers>(
    `select quarter, members from concerns.published_statistics_quarter
      where quarter between $1 and $2 order by quarter`,
    [firstQuarter, lastQuarter],
  );
}
