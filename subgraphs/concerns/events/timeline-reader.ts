/** Reads the stories of concerns through the caller's visible view: a page of each of several in one statement. */
import type { SubgraphContext } from "../../subgraph-context.js";
import { recordsOf, type KeyedRecord, type Row } from "../../records.js";
import { grouped } from "../../grouped.js";
import { TimelineEntry } from "./timeline-entry.js";

export type TimelineRow = TimelineEntry & KeyedRecord;

export interface TimelineRequest {
  readonly size: number;
  /** Id of the event after which to go on. */
  readonly after: string | undefined;
}

const entries = recordsOf(TimelineEntry);

/** Newest first. A page has one more than its size, where there is more, so that the reader of it knows. */
export async function readTimelines(
  context: SubgraphContext,
  { size, after }: TimelineRequest,
  concerns: readonly string[],
): Promise<Map<string, TimelineRow[]>> {
  const rows = await context.database.readByIndex<Row>(
    `select page.* from unnest($1::bigint[]) as parent (key) cross join lateral (
       select ${entries.select(entries.fields)} from ${entries.view} v
       where v.key = parent.key and ($2::uuid is null or v.sequence < (
         select last.sequence from ${entries.view} last where last.id = $2 and last.key = parent.key))
       order by v.sequence desc limit ${size + 1}) page`,
    [concerns, after ?? null],
  );
  return grouped(concerns, rows, "key", (row) => entries.record(context, row) as TimelineRow);
}

export async function countTimelines(
  context: SubgraphContext,
  concerns: readonly string[],
): Promise<Map<string, number>> {
  const rows = await context.database.readByIndex<{ key: string; count: string }>(
    `select v.key, count(*) as count from ${entries.view} v where v.key = any($1) group by v.key`,
    [concerns],
  );
  return new Map(rows.map(({ key, count }) => [key, Number(count)]));
}
