/** Reads what hangs on concerns, for a page of them at once, through the visible views. */
import { recordsOf, type KeyedRecord, type Row } from "../records.js";
import { loaderOf, type LoadMany } from "../loader-of.js";
import type { SubgraphContext } from "../subgraph-context.js";
import { CategoryChange } from "./intensive-support/category-change.js";
import { ProgressUpdate } from "./progress-update.js";
import { grouped, listsByConcern } from "./lists-by-concern.js";
import { Requirement, RequirementResponse } from "./requirements/requirement.js";

export type RequirementRecord = Requirement & KeyedRecord;

export const loadRequirements = listsByConcern<RequirementRecord>(Requirement, "v.issued_on desc, v.id");
export const loadProgress = listsByConcern<ProgressUpdate>(ProgressUpdate, "v.sequence desc");
export const loadCategoryHistory = listsByConcern<CategoryChange>(CategoryChange, "v.sequence");

/** A requirement of the concern, with the others of the page in one statement; null where none is named. */
export async function requirementIn(
  context: SubgraphContext,
  concern: string,
  id: string | null,
): Promise<RequirementRecord | null> {
  if (id === null) return null;
  const requirements = await loaderOf(context, loadRequirements).load(concern);
  return requirements?.find((requirement) => requirement.id === id) ?? null;
}

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
