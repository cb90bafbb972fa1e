/** Reads concerns as they were known on a day, for a page of them in one statement. */
import type { LoadMany } from "../../loader-of.js";
import { recordsOf, type Row } from "../../records.js";
import { Concern } from "../concern.js";
import type { ConcernRecord } from "../concern-reader.js";

const concerns = recordsOf(Concern);
const loads = new WeakMap<ReadonlySet<string>, LoadMany<string, ConcernRecord>>();

/** Loads by the key of the concern, with the columns of the fields: the same function for the same set of them. */
export function loadConcernsWith(fields: ReadonlySet<string>): LoadMany<string, ConcernRecord> {
  const load: LoadMany<string, ConcernRecord> = loads.get(fields) ?? loadWith(fields);
  loads.set(fields, load);
  return load;
}

function loadWith(fields: ReadonlySet<string>): LoadMany<string, ConcernRecord> {
  return async (context, keys) => {
    const rows = await context.database.read<Row>(
      `select ${concerns.select(fields)} from ${concerns.view} v where v.key = any($1)`,
      [keys],
    );
    return new Map(rows.map((row) => [String(row["key"]), concerns.record(context, row) as ConcernRecord]));
  };
}
