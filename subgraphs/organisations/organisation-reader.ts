/**
 * Reads organisations through the visible view: by code, as a page, and the sites of several at once, each in one
 * statement with the columns asked for. Pages go by keyset on name and code.
 */
import { grouped } from "../grouped.js";
import { forEachFields } from "../loader-of.js";
import type { Position } from "../cursor.js";
import type { SubgraphContext } from "../subgraph-context.js";
import type { FilterValues } from "./organisation-filter.js";

/** A row under the names of the graph; of the columns only those asked for. References are codes. */
export interface OrganisationRow {
  readonly __typename: "Organisation";
  readonly code: string;
  readonly name?: string;
  readonly region?: string | null;
  readonly icb?: string | null;
  readonly parent?: string | null;
}

/** What stands behind each field that is a column; the others are loaded apart. */
const columns: ReadonlyMap<string, string> = new Map([
  ["name", "o.name"],
  ["kind", "o.kind"],
  ["status", "o.status"],
  ["openedOn", `o.opened_on::text as "openedOn"`],
  ["closedOn", `o.closed_on::text as "closedOn"`],
  ["region", "o.region"],
  ["icb", "o.icb"],
  ["parent", "o.parent"],
  ["postcode", "o.postcode"],
  ["ukprn", "o.ukprn"],
  ["everySetting", `o.every_setting as "everySetting"`],
]);

const view = "organisations.visible_organisation";

/** The conditions of a filter, and the day after them: a cursor is sealed with those and holds on the next day. */
const matching = `
      ($1::text[] is null or o.kind = any ($1))
  and ($2::text[] is null or o.region = any ($2))
  and ($3::text[] is null or o.status = any ($3))
  and ($4::text is null or o.name ilike $4)
  and ($5::boolean is null or $5 = (o.kind in ('NATIONAL_BODY', 'REGION') or exists (
        select from organisations.visible_signatory s
         where s.organisation = o.code and s.from_date <= $6::date and (s.until_date is null or s.until_date >= $6))))`;

export interface PageRequest {
  readonly filter: FilterValues;
  readonly size: number;
  readonly after: Position | undefined;
}

export async function readOrganisations(
  context: SubgraphContext,
  codes: readonly string[],
  fields: ReadonlySet<string>,
): Promise<Map<string, OrganisationRow>> {
  const rows = await context.database.readByIndex<OrganisationRow>(
    `select ${selectList(fields)} from ${view} o where o.code = any ($1)`,
    [codes],
  );
  return new Map(rows.map((row) => [row.code, row]));
}

/** One more than the page holds, so that the caller of this function knows whether there is a next one. */
export function readOrganisationPage(
  context: SubgraphContext,
  { filter, size, after }: PageRequest,
  fields: ReadonlySet<string>,
): Promise<OrganisationRow[]> {
  return context.database.read<OrganisationRow>(
    `select ${selectList(new Set([...fields, "name"]))} from ${view} o
      where ${matching} and ($7::text is null or (o.name, o.code) > ($7, $8::text))
      order by o.name, o.code limit $9`,
    [...filter, context.today, after?.value ?? null, after?.key ?? null, size + 1],
  );
}

export async function countOrganisations(context: SubgraphContext, filter: FilterValues): Promise<number> {
  const [row] = await context.database.read<{ count: number }>(
    `select count(*)::integer as count from ${view} o where ${matching}`,
    [...filter, context.today],
  );
  return row?.count ?? 0;
}

async function readSites(
  context: SubgraphContext,
  codes: readonly string[],
  fields: ReadonlySet<string>,
): Promise<ReadonlyMap<string, OrganisationRow[]>> {
  const rows = await context.database.readByIndex<OrganisationRow & { readonly parent: string }>(
    `select ${selectList(new Set([...fields, "parent"]))} from ${view} o
      where o.parent = any ($1) and o.kind = 'TRUST_SITE' order by o.name, o.code`,
    [codes],
  );
  return grouped(codes, rows, "parent", (row): OrganisationRow => row);
}

export const loadOrganisations = forEachFields(readOrganisations);
export const loadSites = forEachFields(readSites);

function selectList(fields: ReadonlySet<string>): string {
  const asked = [...fields].flatMap((field) => columns.get(field) ?? []);
  return [`'Organisation' as "__typename"`, "o.code", ...asked].join(", ");
}
