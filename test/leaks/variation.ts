/**
 * What one of two databases has that the other has not: a change of something that the caller may not see. Each is a
 * few statements of a superuser, or an act of somebody else through the public endpoint.
 */
import { fieldsOf, recordTypes, type RecordType } from "../support/reference-policy.js";
import { partType } from "../support/reference-view.js";
import type { TestHub } from "../support/test-hub.js";
import type { HiddenRow } from "./hidden-world.js";
import { mayBeNull, otherValue, type StoredColumn } from "./other-values.js";
import type { Line } from "./positions.js";
import { columnOf, storedRecords, storedTypes, type StoredType } from "./stored-fields.js";

export const kinds = [
  "change",
  "null",
  "add",
  "remove",
  "page",
  "thousand",
  "order",
  "others",
  "acts",
  "reporter",
  "time",
] as const;
export type Kind = (typeof kinds)[number];

export interface Variation {
  readonly kind: Kind;
  readonly title: string;
  /** The lines of the reference whose hidden values it touches. */
  readonly lines: readonly Line[];
  /** One column of one row; those of one row become one statement. */
  readonly set?: { readonly table: string; readonly id: string; readonly to: string };
  readonly sql?: string;
  readonly act?: (hub: TestHub) => Promise<unknown>;
}

/** Columns by name, of the tables of concerns by name. */
export type Columns = ReadonlyMap<string, ReadonlyMap<string, StoredColumn>>;

/** Lines that are nothing but the presence of records of a type, or that decide for whom one is present. */
const presence = new Map<StoredType, readonly Line[]>(storedTypes.map((type) => [type, presenceLines(type)]));

function presenceLines(type: StoredType): readonly Line[] {
  if (type === "InternalNote") return ["Concern.internalNotes"];
  const { decides = [], madeOf = {} } = storedRecords[type];
  const isPresence = (field: string): boolean =>
    field === "id" || field in madeOf || partType(type, field) !== undefined || decides.includes(columnOf(type, field));
  const fields = fieldsOf(type);
  const own = fields.includes("id") ? fields.filter(isPresence) : fields;
  const above = recordTypes.flatMap((other) =>
    fieldsOf(other)
      .filter((field) => partType(other, field) === type || storedRecords[other].madeOf?.[field] === type)
      .map((field) => `${other}.${field}`),
  );
  return [...own.map((field) => `${type}.${field}`), ...above];
}

export function presenceOf(type: StoredType): readonly Line[] {
  return presence.get(type) ?? [];
}

/** Every single change of what is hidden that keeps it hidden. */
export function variationsOf(hidden: readonly HiddenRow[], columns: Columns): readonly Variation[] {
  return hidden.flatMap((row) => [
    ...row.fields.flatMap((field) => [...changed(row, field, columns)]),
    ...(row.isAbsent ? [...addedOrRemoved(row, columns)] : []),
  ]);
}

function* changed(row: HiddenRow, field: string, columns: Columns): Generator<Variation> {
  const { type, id } = row;
  const { table, madeOf, decides = [] } = storedRecords[type];
  if (field === "id" || madeOf?.[field] !== undefined || partType(type as RecordType, field) !== undefined) return;
  const column = columnOf(type, field);
  const stored = columns.get(table)?.get(column);
  if (stored === undefined) throw new Error(`${type}.${field} has no column ${column} in ${table}`);
  if (decides.includes(column) && !row.isUnknown) return;
  const lines = [type === "InternalNote" ? "Concern.internalNotes" : `${type}.${field}`];
  const setTo = (kind: Kind, to: string): Variation => ({
    kind,
    title: `${kind} ${lines.join()} of ${id}`,
    lines,
    set: { table, id, to: `${column} = ${to}` },
  });
  yield setTo("change", otherValue(type, field, column, stored));
  if (mayBeNull(column, stored) && !row.small.includes(field)) yield setTo("null", "null");
}

const unique: Readonly<Partial<Record<StoredType, string>>> = {
  Evidence: ", 'content_key', md5(t.content_key::text)::uuid",
  PanelInvitation: ", 'organisation', 'ZY' || upper(substr(md5(t.id::text), 1, 8))",
};
/** A concern is copied with who may know of it, and has no second reporter. */
const neverCopied: readonly StoredType[] = ["Concern", "Reporter"];

function* addedOrRemoved({ type, id, isUnknown, wasKnown, parent }: HiddenRow, columns: Columns): Generator<Variation> {
  const { table } = storedRecords[type];
  const lines = presenceOf(type);
  if (!neverCopied.includes(type)) {
    const sequence = columns.get(table)?.has("sequence") === true ? ", 'sequence', t.sequence + 1000" : "";
    const values = `'id', md5(t.id::text || 'added')::uuid${sequence}${unique[type] ?? ""}`;
    yield {
      kind: "add",
      title: `add ${type} beside ${id}`,
      lines,
      sql: `insert into concerns.${table}
        select (jsonb_populate_record(t, jsonb_build_object(${values}))).* from concerns.${table} t where t.id = '${id}'`,
    };
  }
  if (type === "Concern") yield addedConcern(parent, id);
  // Whoever knew of it is told once that it is gone, which goes with it.
  if (type === "Concern" && !wasKnown) yield removedConcern(parent, id, columns);
  if (type !== "Concern" && (!isUnknown || storedRecords[type].parent === "panel"))
    yield {
      kind: "remove",
      title: `remove ${type} ${id}`,
      lines,
      sql: `delete from concerns.${table} where id = '${id}'`,
    };
  if (columns.get(table)?.has("recorded_from") === true)
    yield {
      kind: "time",
      title: `record ${type} ${id} three days earlier`,
      lines,
      sql: `update concerns.${table} set recorded_from = recorded_from - interval '3 days' where id = '${id}'`,
    };
}

function addedConcern(key: string, id: string): Variation {
  const added = `('x' || substr(md5('${key}'), 1, 15))::bit(60)::bigint`;
  const copied = (table: string, values: string, column: string): string =>
    `insert into concerns.${table} select (jsonb_populate_record(t, jsonb_build_object(${values}))).*
     from concerns.${table} t where t.${column} = ${key}`;
  return {
    kind: "add",
    title: `add a Concern like ${id}`,
    lines: presenceOf("Concern"),
    sql: [
      copied("concern", `'key', ${added}, 'id', md5(t.id::text)::uuid, 'reference', 'QC-' || t.key`, "key"),
      copied("concern_access", `'concern', ${added}`, "concern"),
    ].join("; "),
  };
}

function removedConcern(key: string, id: string, columns: Columns): Variation {
  const hanging = [...columns].filter(([, has]) => has.has("concern")).map(([table]) => table);
  return {
    kind: "remove",
    title: `remove Concern ${id} with all that hangs on it`,
    lines: storedTypes.filter((type) => storedRecords[type].parent !== "panel").flatMap(presenceOf),
    sql: [
      ...hanging.map((table) => `delete from concerns.${table} where concern = ${key}`),
      `delete from concerns.concern_merger where ${key} in (duplicate, survivor)`,
      `delete from concerns.concern where key = ${key}`,
    ].join("; "),
  };
}
