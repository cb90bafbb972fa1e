/** Reads what hangs on concerns, for a page of them at once, through the visible views. */
import type { Row } from "../records.js";
import type { LoadMany } from "../loader-of.js";
import type { SubgraphContext } from "../subgraph-context.js";
import { CategoryChange } from "./intensive-support/category-change.js";
import { ProgressUpdate } from "./progress-update.js";
import { grouped } from "../grouped.js";
import { listsByConcern } from "./lists-by-concern.js";

export const loadProgress = listsByConcern<ProgressUpdate>(ProgressUpdate, "v.sequence desc");
export const loadCategoryHistory = listsByConcern<CategoryChange>(CategoryChange, "v.sequence");

/** NHS England's own notes by the key of their concern, newest first. */
export const loadInternalNotes: LoadMany<string, string[]> = async (context: SubgraphContext, keys) => {
  const rows = await context.database.readByIndex<Row>(
    "select v.key, v.text from concerns.visible_internal_note v where v.key = any($1) order by v.sequence desc",
    [keys],
  );
  return grouped(keys, rows, "key", (row) => String(row["text"]));
};
