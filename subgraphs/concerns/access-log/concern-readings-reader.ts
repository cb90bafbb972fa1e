/** Reads who looked at concerns, through the visible view: a page of each of several in one statement. */
import { standingKey, type RowStanding } from "../../../authorisation/standing.js";
import { concernReadingView } from "../../../database/access-log-views.js";
import type { Position } from "../../cursor.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { grouped } from "../../grouped.js";
import type { ConcernReadingRecord } from "./concern-reading.js";

export interface ReadingsRequest {
  readonly size: number;
  readonly after: Position | undefined;
}

type ReadingRow = RowStanding & Pick<ConcernReadingRecord, "id" | "key" | "on" | "code" | "role">;

/** The last day first. A page has one more than its size, where there is more. */
export async function readConcernReadings(
  context: SubgraphContext,
  { size, after }: ReadingsRequest,
  concerns: readonly string[],
): Promise<Map<string, ConcernReadingRecord[]>> {
  const [code, role] = after === undefined ? [null, null] : after.key.split(" ");
  const rows = await context.database.readByIndex<ReadingRow>(
    `select page.* from unnest($1::bigint[]) as parent (key) cross join lateral (
       select v.key, v.id, v.relations, v.looked_on as "on", v.organisation as code, v.role from ${concernReadingView} v
       where v.key = parent.key and ($2::date is null or v.looked_on < $2
         or v.looked_on = $2 and (v.organisation, v.role) > ($3::text, $4::text))
       order by v.looked_on desc, v.organisation, v.role limit ${size + 1}) page`,
    [concerns, after?.value ?? null, code, role],
  );
  return grouped(concerns, rows as unknown as Record<string, unknown>[], "key", (row) => {
    const reading = row as unknown as ReadingRow;
    return { ...reading, organisation: { code: reading.code }, [standingKey]: context.standingOf(reading) };
  });
}

export async function countConcernReadings(
  context: SubgraphContext,
  concerns: readonly string[],
): Promise<Map<string, number>> {
  const rows = await context.database.readByIndex<{ key: string; count: number }>(
    `select v.key, count(*)::integer as count from ${concernReadingView} v where v.key = any($1) group by v.key`,
    [concerns],
  );
  return new Map(rows.map(({ key, count }) => [key, count]));
}
