/**
 * Brings rows of one table up to what is given, in one statement, and says how many of them were new, changed or
 * already so. A row that already agrees is not written again, so a second run changes nothing. Relies on target
 * definitions written in this folder: their names become SQL, the rows never do.
 */
import type { ClientBase } from "pg";

export interface UpsertTarget {
  /** Qualified by its schema. */
  readonly table: string;
  /** Column to SQL type. The key columns name one row. */
  readonly key: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
}

export interface UpsertCounts {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
}

export type Row = Readonly<Record<string, string | boolean | null>>;

export async function upsertRows(
  client: ClientBase,
  target: UpsertTarget,
  rows: readonly Row[],
): Promise<UpsertCounts> {
  const written = await client.query<{ inserted: boolean }>(upsertStatement(target), [JSON.stringify(rows)]);
  const inserted = written.rows.filter((row) => row.inserted).length;
  return { inserted, updated: written.rows.length - inserted, unchanged: rows.length - written.rows.length };
}

/** `xmax` is zero on a row version that no update replaced: the row is new. */
function upsertStatement({ table, key, values }: UpsertTarget): string {
  const typed = Object.entries({ ...key, ...values });
  const columns = typed.map(([column]) => column).join(", ");
  const assigned = Object.keys(values);
  const onConflict =
    assigned.length === 0
      ? "do nothing"
      : `do update set ${assigned.map((column) => `${column} = excluded.${column}`).join(", ")}, changed_at = now()
         where (${assigned.map((column) => `held.${column}`).join(", ")})
            is distinct from (${assigned.map((column) => `excluded.${column}`).join(", ")})`;
  return `insert into ${table} as held (${columns})
          select ${columns} from jsonb_to_recordset($1::jsonb) as given (${typed.map((pair) => pair.join(" ")).join(", ")})
          on conflict (${Object.keys(key).join(", ")}) ${onConflict}
          returning held.xmax = 0 as inserted`;
}
