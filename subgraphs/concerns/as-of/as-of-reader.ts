/** Reads concerns as they were known on a day, for a page of them in one statement. */
import { forEachFields } from "../../loader-of.js";
import { recordsOf, type Row } from "../../records.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { Concern } from "../concern.js";
import type { ConcernRecord } from "../concern-reader.js";

const concerns = recordsOf(Concern);

/** Loads by the key of the concern, with the columns of the fields that are asked for. */
export const loadConcernsWith = forEachFields(readByKey);

async function readByKey(
  context: SubgraphContext,
  keys: readonly string[],
  fields: ReadonlySet<string>,
): Promise<ReadonlyMap<string, ConcernRecord>> {
  const rows = await context.database.readByIndex<Row>(
    `select ${concerns.select(fields)} from ${concerns.view} v where v.key = any($1)`,
    [keys],
  );
  return new Map(rows.map((row) => [String(row["key"]), concerns.record(context, row) as ConcernRecord]));
}
