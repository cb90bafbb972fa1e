/** Reads one piece of evidence through the caller's visible view, and what fetching its file needs of it. */
import { recordsOf, type Row } from "../../records.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { Evidence } from "./evidence.js";

const records = recordsOf(Evidence);

export async function readEvidence(
  context: SubgraphContext,
  id: string,
  fields: ReadonlySet<string>,
): Promise<Evidence | null> {
  const [row] = await context.database.readByIndex<Row>(
    `select ${records.select(fields)} from ${records.view} v where v.id = $1`,
    [id],
  );
  return row === undefined ? null : (records.record(context, row) as unknown as Evidence);
}
