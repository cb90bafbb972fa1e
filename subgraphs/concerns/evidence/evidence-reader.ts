/** Reads evidence by its id through the caller's visible view. */
import { forEachFields } from "../../loader-of.js";
import { recordsOf, type Row } from "../../records.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { Evidence } from "./evidence.js";

const records = recordsOf(Evidence);

/** Loads with the columns of the fields that are asked for. */
export const loadEvidenceByIdWith = forEachFields(readEvidence);

async function readEvidence(
  context: SubgraphContext,
  ids: readonly string[],
  fields: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Evidence>> {
  const rows = await context.database.readByIndex<Row>(
    `select ${records.select(fields)} from ${records.view} v where v.id = any($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [String(row["id"]), records.record(context, row) as unknown as Evidence]));
}
