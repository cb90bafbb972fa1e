/** Reads versions of frameworks through the visible view, each time in one statement with the columns asked for. */
import type { LoadMany } from "../loader-of.js";
import type { SubgraphContext } from "../subgraph-context.js";

/** A row under the names of the graph; of the columns only those asked for. */
export interface FrameworkRow {
  readonly __typename: "Framework";
  readonly id: string;
  /** Code of the organisation that publishes it. */
  readonly owner?: string;
}

/** What stands behind each field that is a column. */
const columns: ReadonlyMap<string, string> = new Map([
  ["code", "f.code"],
  ["title", "f.title"],
  ["owner", "f.owner"],
  ["version", "f.version"],
  ["validFrom", `f.valid_from::text as "validFrom"`],
  ["validTo", `f.valid_to::text as "validTo"`],
  ["url", "f.url"],
  ["source", "f.source"],
  ["confidence", "f.confidence"],
  ["note", "f.note"],
]);
const everyField: ReadonlySet<string> = new Set(columns.keys());

const view = "standards.visible_framework";

export async function readFrameworks(
  context: SubgraphContext,
  ids: readonly string[],
  fields: ReadonlySet<string>,
): Promise<Map<string, FrameworkRow>> {
  const rows = await context.database.readByIndex<FrameworkRow>(
    `select ${selectList(fields)} from ${view} f where f.id = any ($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** For references: a page of standards refers to a handful of frameworks, so all their columns are read. */
export const loadFrameworks: LoadMany<string, FrameworkRow> = (context, ids) =>
  readFrameworks(context, ids, everyField);

/** All versions, or those in force on a day; of one framework the newest first. */
export function readFrameworkList(
  context: SubgraphContext,
  inForceOn: string | null,
  fields: ReadonlySet<string>,
): Promise<FrameworkRow[]> {
  return context.database.read<FrameworkRow>(
    `select ${selectList(fields)} from ${view} f
      where $1::date is null or (f.valid_from <= $1 and (f.valid_to is null or f.valid_to >= $1))
      order by f.code, f.valid_from desc, f.id`,
    [inForceOn],
  );
}

function selectList(fields: ReadonlySet<string>): string {
  const asked = [...fields].flatMap((field) => columns.get(field) ?? []);
  return [`'Framework' as "__typename"`, "f.id", ...asked].join(", ");
}
