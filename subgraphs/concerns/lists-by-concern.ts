/** Loads what hangs on concerns, for a page of them in one statement, through a visible view. */
import type { LoadMany } from "../loader-of.js";
import { recordsOf, type Row } from "../records.js";

/** Loads lists by the key of their concern, in a given order. All columns: they are few and the lists short. */
export function listsByConcern<Item>(recordClass: object, order: string): LoadMany<string, Item[]> {
  const records = recordsOf(recordClass);
  return async (context, keys) => {
    const rows = await context.database.read<Row>(
      `select ${records.select(records.fields)} from ${records.view} v where v.key = any($1) order by ${order}`,
      [keys],
    );
    return grouped(keys, rows, "key", (row) => records.record(context, row) as Item);
  };
}

/** Lists for each key, empty where a key has no row. */
export function grouped<Item>(
  keys: readonly string[],
  rows: readonly Row[],
  by: string,
  toItem: (row: Row) => Item,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>(keys.map((key) => [key, []]));
  for (const row of rows) groups.get(String(row[by]))?.push(toItem(row));
  return groups;
}
