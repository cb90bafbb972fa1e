/**
 * Reads standards through the visible view: by id, as a page, and those of several frameworks at once, each in one
 * statement with the columns asked for. Pages go by keyset, in the order of the frameworks and of their own text.
 */
import type { Position } from "../cursor.js";
import type { LoadMany } from "../loader-of.js";
import type { SubgraphContext } from "../subgraph-context.js";
import type { FilterValues } from "./standard-filter.js";
import { frameworkOf } from "./standard-keys.js";

/** A row under the names of the graph; of the columns only those asked for. References are ids. */
export interface StandardRow {
  readonly __typename: "Standard";
  readonly id: string;
  readonly position: number;
  readonly parent?: string | null;
  readonly supersededBy?: string | null;
}

/** What stands behind each field that is a column; the framework is in the id. */
const columns: ReadonlyMap<string, string> = new Map([
  ["code", "s.code"],
  ["title", "s.title"],
  ["kind", "s.kind"],
  ["parent", "s.parent"],
  ["validFrom", `s.valid_from::text as "validFrom"`],
  ["validTo", `s.valid_to::text as "validTo"`],
  ["supersededBy", `s.superseded_by as "supersededBy"`],
  ["source", "s.source"],
  ["confidence", "s.confidence"],
  ["note", "s.note"],
]);
const everyField: ReadonlySet<string> = new Set(columns.keys());

const view = "standards.visible_standard";

/** A standard stands under another one when that is its parent, or the parent of one that it stands under. */
const matching = `
      ($1::text is null or s.framework = $1)
  and ($2::text[] is null or s.code = any ($2))
  and ($3::date is null or (s.valid_from <= $3 and (s.valid_to is null or s.valid_to >= $3)))
  and ($4::text is null or s.id in (
        with recursive beneath (id) as (
          select child.id from ${view} above join ${view} child on child.parent = above.id
           where above.id = $4 or above.code = $4
          union
          select child.id from beneath join ${view} child on child.parent = beneath.id)
        select id from beneath))
  and ($5::text is null or s.title ilike $5 or s.note ilike $5)
  and ($6::date is null or s.valid_to <= $6)`;

export interface PageRequest {
  readonly filter: FilterValues;
  readonly size: number;
  readonly after: Position | undefined;
}

export async function readStandards(
  context: SubgraphContext,
  ids: readonly string[],
  fields: ReadonlySet<string>,
): Promise<Map<string, StandardRow>> {
  const rows = await context.database.readByIndex<StandardRow>(
    `select ${selectList(fields)} from ${view} s where s.id = any ($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** For references, which may ask for different fields: all columns, so that one statement serves them all. */
export const loadStandards: LoadMany<string, StandardRow> = (context, ids) => readStandards(context, ids, everyField);

/** One more than the page holds, so that the caller of this function knows whether there is a next one. */
export function readStandardPage(
  context: SubgraphContext,
  { filter, size, after }: PageRequest,
  fields: ReadonlySet<string>,
): Promise<StandardRow[]> {
  return context.database.read<StandardRow>(
    `select ${selectList(fields)} from ${view} s
      where ${matching} and ($7::text is null or (s.framework, s.position, s.id) > ($7, $8::integer, $9::text))
      order by s.framework, s.position, s.id limit $10`,
    [...filter, after && frameworkOf(after.key), after?.value, after?.key, size + 1],
  );
}

/** Where a standard stands in a page. */
export function standardPosition({ id, position }: StandardRow): Position {
  return { value: String(position), key: id };
}

export async function countStandards(context: SubgraphContext, filter: FilterValues): Promise<number> {
  const [row] = await context.database.read<{ count: number }>(
    `select count(*)::integer as count from ${view} s where ${matching}`,
    filter,
  );
  return row?.count ?? 0;
}

/** The standards of each framework, in its order. */
export const loadFrameworkStandards: LoadMany<string, StandardRow[]> = async (context, frameworks) => {
  const rows = await context.database.readByIndex<StandardRow>(
    `select ${selectList(everyField)} from ${view} s where s.framework = any ($1)
      order by s.framework, s.position, s.id`,
    [frameworks],
  );
  const standards = new Map<string, StandardRow[]>(frameworks.map((framework) => [framework, []]));
  for (const row of rows) standards.get(frameworkOf(row.id))?.push(row);
  return standards;
};

function selectList(fields: ReadonlySet<string>): string {
  const asked = [...fields].flatMap((field) => columns.get(field) ?? []);
  return [`'Standard' as "__typename"`, "s.id", "s.position", ...asked].join(", ");
}
