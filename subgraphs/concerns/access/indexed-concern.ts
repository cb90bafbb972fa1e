/** What of a concern, its shares, its panels and its removals of learners decides who may know of it, as the access index takes it. */
import type { IndexedConcern } from "../../../authorisation/access-rows.js";
import { statesBeforeAcceptance } from "../../../authorisation/relations-of.js";
import { categoryLevel } from "../intensive-support/intensive-support.js";
import type { ConcernRow } from "../concern-tables.js";

export function isAccepted(status: string): boolean {
  return !statesBeforeAcceptance.includes(status);
}

type IndexedRow = Pick<
  ConcernRow,
  | "reference"
  | "status"
  | "category"
  | "provider"
  | "site"
  | "educationProvider"
  | "region"
  | "icb"
  | "reportedBy"
  | "professions"
  | "raisedOn"
  | "changedOn"
  | "nextReviewOn"
>;

export function indexedConcern(
  concern: IndexedRow,
  { shares, atPanels, learnersFrom }: Pick<IndexedConcern, "shares" | "atPanels" | "learnersFrom">,
): IndexedConcern {
  return {
    ...concern,
    accepted: isAccepted(concern.status),
    category: categoryLevel(concern.category),
    shares,
    atPanels,
    learnersFrom,
  };
}
