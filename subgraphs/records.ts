/**
 * Reads rows of a visible view into records of the graph: plain objects under the names of the fields, with the
 * standing that came with the row. Only the columns asked for are selected.
 */
import { standingKey, type RowStanding, type StandingRecord } from "../authorisation/standing.js";
import { asOfKey } from "./as-of.js";
import { annotationsOf, type AnnotatedColumn } from "./record-annotations.js";
import type { SubgraphContext } from "./subgraph-context.js";

/** Internal key of the concern to which a record belongs; it never leaves the hub. */
export interface KeyedRecord extends StandingRecord {
  readonly key: string;
}

/** Ids of records are random UUIDs, as PostgreSQL writes them; it takes no other text for one. */
export const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export type Row = Record<string, unknown>;

export interface Records {
  readonly typeName: string;
  readonly view: string;
  /** Fields that have a column. */
  readonly fields: ReadonlySet<string>;
  /** Select list over the view, aliased `v`, for the fields asked for. */
  select(fields: ReadonlySet<string>): string;
  /** Turns a row of that select list into a record, in place. */
  record(context: SubgraphContext, row: Row): KeyedRecord;
}

export function recordsOf(recordClass: object): Records {
  const { typeName, source, columns } = annotationsOf(recordClass);
  const byField = new Map(columns.map((column) => [column.field, column]));
  const references = columns.filter((column) => column.refersBy !== undefined);

  return {
    typeName,
    view: source.view,
    fields: new Set(byField.keys()),
    select: (fields) => {
      const asked = [...fields].map((field) => byField.get(field)).filter((column) => column !== undefined);
      const list = asked.filter(({ field }) => field !== "id").map(({ column, field }) => `v.${column} as "${field}"`);
      return [
        "v.key",
        "v.relations",
        'v.by_agreement as "byAgreement"',
        'v.by_share as "byShare"',
        'v.by_glass as "byGlass"',
        'v.by_owner as "byOwner"',
        "v.id",
        ...list,
      ].join(", ");
    },
    record: (context, row) => {
      for (const column of references) refer(row, column);
      return Object.assign(row, {
        __typename: typeName,
        [standingKey]: context.standingOf(row as unknown as RowStanding),
        ...(context.asOf !== undefined && { [asOfKey]: context.asOf }),
      }) as unknown as KeyedRecord;
    },
  };
}

/** Turns a key, or a list of keys, into references to entities that another subgraph resolves. */
function refer(row: Row, { field, refersBy = "id" }: AnnotatedColumn): void {
  const value = row[field];
  if (Array.isArray(value)) row[field] = value.map((key: unknown) => ({ [refersBy]: key }));
  else if (typeof value === "string") row[field] = { [refersBy]: value };
}
