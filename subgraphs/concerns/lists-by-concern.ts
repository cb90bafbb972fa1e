/** Loads what hangs on concerns, or on what hangs on them, for a page in one statement, through a visible view. */
import type { LoadMany } from "../loader-of.js";
import { grouped } from "../grouped.js";
import { recordsOf, type Row } from "../records.js";

/** Loads lists by the key of their concern, in a given order. All columns: they are few and the lists short. */
export function listsByConcern<Item>(recordClass: object, order: string): LoadMany<string, Item[]> {
  return listsBy(recordClass, "key", order);
}

/** The same by another column of the view, which holds the id of the parent. */
export function listsBy<Item>(recordClass: object, column: string, order: string): LoadMany<string, Item[]> {
  const records = recordsOf(recordClass);
  const columns = `${records.select(records.fields)}${column === "key" ? "" : `, v.${column}`}`;
  return async (context, parents) => {
    const rows = await context.database.readByIndex<Row>(
      `select ${columns} from ${records.view} v where v.${column} = any($1) order by ${order}`,
      [parents],
    );
    return grouped(parents, rows, column, (row) => records.record(context, row) as Item);
  };
}
