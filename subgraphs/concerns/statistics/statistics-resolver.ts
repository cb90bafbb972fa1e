/** Published statistics in the graph: thin, from arguments to the stored figures and back. */
import { Arg, Ctx, ID, Resolver } from "type-graphql";
import { HubError } from "../../../errors/hub-error.js";
import { PublicQuery } from "../../annotations.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { roundedTo, smallestShown } from "./disclosure-control.js";
import { quarterShape } from "./quarter.js";
import {
  StatisticsDimension,
  StatisticsFilter,
  StatisticsMeasure,
  StatisticsSnapshot,
  StatisticsTable,
} from "./statistics.js";
import type { Dimension } from "./statistics-cube.js";
import { readFigures, readQuarters, readSnapshots, type SnapshotRow } from "./statistics-reader.js";
import { cellsOf, storedTable, trendOf, type TableRefusal } from "./statistics-table.js";

const problems: Readonly<Record<TableRefusal, string>> = {
  TOO_MANY_DIMENSIONS: "at most two dimensions",
  DIMENSION_TWICE: "a dimension can be asked for, or held fixed, once",
  NO_SUCH_TABLE: "there is no table of these dimensions: at most two besides the quarter, and not region with provider",
};

@Resolver()
export class StatisticsResolver {
  @PublicQuery(() => StatisticsTable, {
    nullable: true,
    description: "A table of published figures; null where none were published yet, or in no such snapshot.",
    argumentClasses: { measure: "PUBLIC", by: "PUBLIC", period: "PUBLIC", filter: "PUBLIC", snapshot: "PUBLIC" },
  })
  async statistics(
    @Arg("measure", () => StatisticsMeasure, { description: "What is counted." }) measure: StatisticsMeasure,
    @Arg("by", () => [StatisticsDimension], { description: "Up to two dimensions; none gives the total." })
    by: StatisticsDimension[],
    @Arg("period", () => String, {
      nullable: true,
      description: "A quarter, such as `2026-Q3`: by default the last one; by quarter, the first of the series.",
    })
    period: string | null | undefined,
    @Arg("filter", () => StatisticsFilter, { nullable: true, description: "What to hold fixed." })
    filter: StatisticsFilter | null | undefined,
    @Arg("snapshot", () => ID, { nullable: true, description: "A snapshot; by default the newest." })
    snapshotId: string | null | undefined,
    @Ctx() context: SubgraphContext,
  ): Promise<StatisticsTable | null> {
    const question = { by, fixed: fixedBy(filter ?? {}) };
    const stored = storedTable(question);
    if ("refused" in stored) throw new HubError("BAD_USER_INPUT", { field: "by", problem: problems[stored.refused] });
    if (typeof period === "string" && !quarterShape.test(period))
      throw new HubError("BAD_USER_INPUT", { field: "period", problem: "must be a quarter, such as 2026-Q3" });

    const snapshots = await readSnapshots(context);
    const snapshot = snapshots.find(({ id }) => (snapshotId ?? id) === id);
    if (snapshot === undefined) return null;
    const [firstQuarter, lastQuarter] = quartersAsked(snapshot, by, period ?? null);
    const quarters = await readQuarters(context, firstQuarter, lastQuarter);
    const figures = await readFigures(context, { measure, dimensions: stored.dimensions, firstQuarter, lastQuarter });
    const cells = cellsOf(question, stored.dimensions, quarters, figures);
    return {
      snapshot: shown(snapshot),
      cells,
      rule: { smallestShown, roundedTo },
      trend: trendOf(question, cells),
    };
  }

  @PublicQuery(() => [StatisticsSnapshot], { description: "What was published so far, newest first." })
  async statisticsSnapshots(@Ctx() context: SubgraphContext): Promise<StatisticsSnapshot[]> {
    return (await readSnapshots(context)).map(shown);
  }
}

function shown({ id, publishedOn, firstQuarter, lastQuarter }: SnapshotRow): StatisticsSnapshot {
  return { id, publishedOn, period: `${firstQuarter}/${lastQuarter}` };
}

function fixedBy({ region, provider, category, domain, profession }: StatisticsFilter): ReadonlyMap<Dimension, string> {
  const given: readonly (readonly [Dimension, string | null | undefined])[] = [
    ["REGION", region],
    ["PROVIDER", provider],
    ["ISF_CATEGORY", category],
    ["EQF_DOMAIN", domain],
    ["PROFESSION", profession],
  ];
  return new Map(given.flatMap(([dimension, member]) => (typeof member === "string" ? [[dimension, member]] : [])));
}

/** Bounded by the snapshot: a quarter that it does not hold has no cells. */
function quartersAsked(
  { firstQuarter, lastQuarter }: SnapshotRow,
  by: readonly StatisticsDimension[],
  period: string | null,
): readonly [first: string, last: string] {
  if (by.includes(StatisticsDimension.QUARTER)) return [period ?? firstQuarter, lastQuarter];
  const quarter = period ?? lastQuarter;
  return [quarter, quarter <= lastQuarter ? quarter : ""];
}
