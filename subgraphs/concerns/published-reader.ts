/** What this subgraph reads of the others: their published views, which are a contract between schemas. */
import type { SubgraphContext } from "../subgraph-context.js";
import type { Queries } from "./published-directory.js";

/** The transaction of a request, for what is read in those of commands as well. */
export function queriesOf({ database }: Pick<SubgraphContext, "database">): Queries {
  return {
    query: async <Rows>(sql: string, values: unknown[] = []) => (await database.read(sql, values)) as unknown as Rows,
  };
}

/** The codes with those of all predecessors, however far back. */
export async function withPredecessors(context: SubgraphContext, codes: readonly string[]): Promise<string[]> {
  const rows = await context.database.readByIndex<{ code: string }>(
    `with recursive lineage (code) as (
       select unnest($1::text[])
       union
       select s.predecessor from organisations.published_succession s join lineage l on s.successor = l.code
     ) select code from lineage`,
    [codes],
  );
  return rows.map(({ code }) => code);
}

/** The standards with those mapped to or from them. */
export async function standardsMappedTo(context: SubgraphContext, ids: readonly string[]): Promise<string[]> {
  const rows = await context.database.readByIndex<{ id: string }>(
    `select unnest($1::text[]) as id
     union select to_id from standards.published_standard_mapping where from_id = any($1)
     union select from_id from standards.published_standard_mapping where to_id = any($1)`,
    [ids],
  );
  return rows.map(({ id }) => id);
}

/** What kind each organisation is; codes the directory does not have are absent. */
export async function loadKinds(
  context: SubgraphContext,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await context.database.readByIndex<{ code: string; kind: string }>(
    "select code, kind from organisations.published_organisation where code = any($1)",
    [codes],
  );
  return new Map(rows.map(({ code, kind }) => [code, kind]));
}
