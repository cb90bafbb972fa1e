/**
 * Reads concerns through the caller's visible view: by id, as a page, and a page for each of several parents, each in
 * one statement with the columns asked for. Lists go by keyset, so page 500 costs what page 1 costs.
 */
import { HubError } from "../../errors/hub-error.js";
import { forEachFields } from "../loader-of.js";
import { recordsOf, type KeyedRecord, type Row } from "../records.js";
import type { Position } from "../cursor.js";
import type { SubgraphContext } from "../subgraph-context.js";
import { Concern } from "./concern.js";
import type { ConcernOrder } from "./concern-codes.js";
import { conditionsOf, filterProblem, type Condition, type ConcernFilter } from "./concern-filter.js";
import { standardsMappedTo, withPredecessors } from "./published-reader.js";

export type ConcernRecord = Concern & KeyedRecord & { readonly sortValue: string };

interface Order {
  readonly column: string;
  readonly type: "date" | "text";
  readonly direction: "asc" | "desc";
}

export const concernIdShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Each order is an index of the access rows. Ties are broken by the random key. */
const orders: Readonly<Record<ConcernOrder, Order>> = {
  RAISED_ON: { column: "raised_order", type: "date", direction: "desc" },
  CATEGORY: { column: "category", type: "text", direction: "desc" },
  NEXT_REVIEW_ON: { column: "review_order", type: "date", direction: "asc" },
  LAST_CHANGED: { column: "changed_order", type: "date", direction: "desc" },
};

const concerns = recordsOf(Concern);

/** Concerns at an organisation in one of its parts, or concerns that cite a standard. */
export type ParentColumn = "provider" | "site" | "region" | "education_provider" | "icb" | "standards";

export interface Selection {
  readonly filter: ConcernFilter;
  /** The column by which the concerns belong to a parent, if the list is nested under one. */
  readonly parentColumn?: ParentColumn;
}

export interface PageRequest extends Selection {
  readonly order: ConcernOrder;
  readonly size: number;
  readonly after: Position | undefined;
}

export async function readConcerns(
  context: SubgraphContext,
  ids: readonly string[],
  fields: ReadonlySet<string>,
): Promise<Map<string, ConcernRecord>> {
  const rows = await context.database.readByIndex<Row>(
    `select ${concerns.select(fields)} from ${concerns.view} v where v.id = any($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [String(row["id"]), toRecord(context, row)]));
}

/** Loads with the columns of the fields that are asked for. */
export const loadConcernsByIdWith = forEachFields(readConcerns);

/** A page has one more than its size, where there is more, so that the reader of it knows. */
export async function readPage(
  context: SubgraphContext,
  request: PageRequest,
  fields: ReadonlySet<string>,
): Promise<ConcernRecord[]> {
  const { sql, values, isFiltered } = await pageSql(context, request, fields, []);
  const { database } = context;
  const rows = isFiltered ? await database.read<Row>(sql, values) : await database.readByIndex<Row>(sql, values);
  return rows.map((row) => toRecord(context, row));
}

/** The same page for each of several parents, in one statement. */
export async function readPages(
  context: SubgraphContext,
  request: PageRequest,
  fields: ReadonlySet<string>,
  parents: readonly string[],
): Promise<Map<string, ConcernRecord[]>> {
  const page = await pageSql(context, request, fields, [parents]);
  const rows = await context.database.read<Row & { parent: string }>(
    `select parent.key as parent, page.* from unnest($1::text[]) as parent (key) cross join lateral (${page.sql}) page`,
    page.values,
  );
  const pages = new Map<string, ConcernRecord[]>(parents.map((parent) => [parent, []]));
  for (const row of rows) pages.get(row.parent)?.push(toRecord(context, row));
  return pages;
}

export async function countConcerns(context: SubgraphContext, selection: Selection): Promise<number> {
  const where = whereClause(selection, await conditions(context, selection.filter), []);
  const [row] = await context.database.read<{ count: string }>(
    `select count(*) as count from ${concerns.view} v ${where.sql}`,
    where.values,
  );
  return Number(row?.count ?? 0);
}

export async function countForParents(
  context: SubgraphContext,
  selection: Selection,
  parents: readonly string[],
): Promise<Map<string, number>> {
  const where = whereClause(selection, await conditions(context, selection.filter), [parents]);
  const rows = await context.database.read<{ parent: string; count: string }>(
    `select parent.key as parent, (select count(*) from ${concerns.view} v ${where.sql}) as count
     from unnest($1::text[]) as parent (key)`,
    where.values,
  );
  return new Map(rows.map(({ parent, count }) => [parent, Number(count)]));
}

export function sortPosition(record: ConcernRecord): Position {
  return { value: record.sortValue, key: record.key };
}

function toRecord(context: SubgraphContext, row: Row): ConcernRecord {
  return concerns.record(context, row) as ConcernRecord;
}

interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

async function pageSql(
  context: SubgraphContext,
  request: PageRequest,
  fields: ReadonlySet<string>,
  leading: readonly unknown[],
): Promise<Statement & { readonly isFiltered: boolean }> {
  const order = orders[request.order];
  const filtering = await conditions(context, request.filter);
  const where = whereClause(request, [...filtering, ...(request.after ? [beyond(order, request.after)] : [])], leading);
  return {
    isFiltered: filtering.length > 0,
    sql: `select ${concerns.select(fields)}, v.${order.column}::text as "sortValue" from ${concerns.view} v ${where.sql}
          order by v.${order.column} ${order.direction}, v.key ${order.direction} limit ${request.size + 1}`,
    values: where.values,
  };
}

async function conditions(context: SubgraphContext, filter: ConcernFilter): Promise<Condition[]> {
  const problem = filterProblem(filter);
  if (problem !== undefined) throw new HubError("BAD_USER_INPUT", problem);
  return conditionsOf({
    ...filter,
    ...(filter.provider && { provider: await withPredecessors(context, filter.provider) }),
    ...(filter.standard && { standard: await standardsMappedTo(context, filter.standard) }),
  });
}

/** Rows after a position: one comparison of pairs, which is where the index is entered. */
function beyond({ column, type, direction }: Order, after: Position): Condition {
  const comparison = direction === "desc" ? "<" : ">";
  return {
    sql: `(v.${column}, v.key) ${comparison} (($::text[])[1]::${type}, ($::text[])[2]::bigint)`,
    value: [after.value, after.key],
  };
}

/** Conditions joined, their parameters numbered after those that lead the statement. */
function whereClause({ parentColumn }: Selection, list: readonly Condition[], leading: readonly unknown[]): Statement {
  const terms = list.map(({ sql }, index) => sql.replaceAll("$", `$${leading.length + index + 1}`));
  if (parentColumn === "standards") terms.push("v.standards @> array[parent.key]");
  else if (parentColumn !== undefined) terms.push(`v.${parentColumn} = parent.key`);
  return {
    sql: terms.length === 0 ? "" : `where ${terms.join(" and ")}`,
    values: [...leading, ...list.map(({ value }) => value)],
  };
}
