/** Reads what hangs on concerns, for a page of them at once, through the visible views. */
import { recordsOf, type KeyedRecord, type Row } from "../records.js";
import type { LoadMany } from "../loader-of.js";
import type { SubgraphContext } from "../subgraph-context.js";
import { CategoryChange } from "./category-change.js";
import { ProgressUpdate } from "./progress-update.js";
import { Requirement, RequirementResponse } from "./requirement.js";
import { Share } from "./share.js";

export type RequirementRecord = Requirement & KeyedRecord;

/** Loads lists by the key of their concern, in a given order. All columns: they are few and the lists short. */
function listsByConcern<Item>(recordClass: object, order: string): LoadMany<string, Item[]> {
  const records = recordsOf(recordClass);
  return async (context, keys) => {
    const rows = await context.database.read<Row>(
      `select ${records.select(records.fields)} from ${records.view} v where v.key = any($1) order by ${order}`,
      [keys],
    );
    return grouped(keys, rows, "key", (row) => records.record(context, row) as Item);
  };
}

export const loadRequirements = listsByConcern<RequirementRecord>(Requirement, "v.issued_on desc, v.id");
export const loadProgress = listsByConcern<ProgressUpdate>(ProgressUpdate, "v.sequence desc");
export const loadShares = listsByConcern<Share>(Share, "v.shared_on desc, v.id");
export const loadCategoryHistory = listsByConcern<CategoryChange>(CategoryChange, "v.sequence");

const responses = recordsOf(RequirementResponse);

/** Answers by the id of their requirement, newest first. */
export const loadResponses: LoadMany<string, RequirementResponse[]> = async (context, requirements) => {
  const rows = await context.database.read<Row>(
    `select ${responses.select(responses.fields)}, v.requirement from ${responses.view} v
     where v.requirement = any($1) order by v.sequence desc`,
    [requirements],
  );
  return grouped(
    requirements,
    rows,
    "requirement",
    (row) => responses.record(context, row) as unknown as RequirementResponse,
  );
};

/** NHS England's own notes by the key of their concern, newest first. */
export const loadInternalNotes: LoadMany<string, string[]> = async (context: SubgraphContext, keys) => {
  const rows = await context.database.read<Row>(
    "select v.key, v.text from concerns.visible_internal_note v where v.key = any($1) order by v.sequence desc",
    [keys],
  );
  return grouped(keys, rows, "key", (row) => String(row["text"]));
};

function grouped<Item>(
  keys: readonly string[],
  rows: readonly Row[],
  by: string,
  toItem: (row: Row) => Item,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>(keys.map((key) => [key, []]));
  for (const row of rows) groups.get(String(row[by]))?.push(toItem(row));
  return groups;
}
