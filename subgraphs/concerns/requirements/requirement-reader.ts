/** Reads requirements, what was said on them and their conditions, for a page of concerns at once. */
import { loaderOf } from "../../loader-of.js";
import type { KeyedRecord } from "../../records.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { listsBy, listsByConcern } from "../lists-by-concern.js";
import { RequirementCondition } from "./requirement-condition.js";
import { Requirement, RequirementResponse } from "./requirement.js";

export type RequirementRecord = Requirement & KeyedRecord;

const newestFirst = "v.issued_on desc, v.id";

export const loadRequirements = listsByConcern<RequirementRecord>(Requirement, newestFirst);
export const loadRequirementsOfReviews = listsBy<RequirementRecord>(Requirement, "review", newestFirst);
export const loadResponses = listsBy<RequirementResponse>(RequirementResponse, "requirement", "v.sequence desc");
export const loadConditions = listsBy<RequirementCondition>(RequirementCondition, "requirement", "v.sequence");

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
