/** Reads what concerns were merged into, and what was merged into them, for a page in one statement. */
import { recordsOf, type Row } from "../../records.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { Concern } from "../concern.js";
import type { ConcernRecord } from "../concern-reader.js";
import { grouped } from "../../grouped.js";
import { mergedFromView, mergedIntoView } from "./merging-views.js";

const concerns = recordsOf(Concern);
const columns = concerns.select(concerns.fields);

/** At most one for each: it is merged once. Absent where the caller may not know of the survivor. */
export async function loadSurvivors(
  context: SubgraphContext,
  duplicates: readonly string[],
): Promise<Map<string, ConcernRecord>> {
  const rows = await context.database.readByIndex<Row>(
    `select ${columns}, m.key as duplicate from ${mergedIntoView.name} m
     join ${concerns.view} v on v.key = m.survivor where m.key = any($1)`,
    [duplicates],
  );
  return new Map(
    rows.map((row) => [String(row["duplicate"]), concerns.record(context, row) as ConcernRecord] as const),
  );
}

/** Last merged first, of those that the caller may know of. */
export async function loadDuplicates(
  context: SubgraphContext,
  survivors: readonly string[],
): Promise<Map<string, ConcernRecord[]>> {
  const rows = await context.database.readByIndex<Row>(
    `select ${columns}, m.key as survivor from ${mergedFromView.name} m
     join ${concerns.view} v on v.key = m.duplicate where m.key = any($1) order by m.merged_on desc, v.id`,
    [survivors],
  );
  return grouped(survivors, rows, "survivor", (row) => concerns.record(context, row) as ConcernRecord);
}

export async function loadMergeReasons(
  context: SubgraphContext,
  duplicates: readonly string[],
): Promise<Map<string, string>> {
  const rows = await context.database.readByIndex<{ key: string; reason: string }>(
    `select m.key, m.reason from ${mergedIntoView.name} m where m.key = any($1)`,
    [duplicates],
  );
  return new Map(rows.map(({ key, reason }) => [key, reason]));
}
