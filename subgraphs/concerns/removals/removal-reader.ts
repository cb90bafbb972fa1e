/** Reads removals of learners and what hangs on them, for a page at once, through the visible views. */
import type { LoadMany } from "../../loader-of.js";
import { recordsOf, type KeyedRecord, type Row } from "../../records.js";
import { grouped, listsByConcern } from "../lists-by-concern.js";
import { LearnerRemoval } from "./learner-removal-record.js";
import { PlacementChange } from "./placement-change.js";
import { Relocation } from "./relocation.js";
import { RemovalConsent } from "./removal-consent.js";
import { RemovalConsultation } from "./removal-consultation.js";
import { RemovalNotice } from "./removal-notice.js";
import { RemovalReview } from "./removal-review.js";
import { RemovedLearners } from "./removed-learners.js";
import { ReturnPhase } from "./return-phase.js";

export type RemovalRecord = LearnerRemoval & KeyedRecord;

export const loadRemovals = listsByConcern<RemovalRecord>(
  LearnerRemoval,
  "coalesce(v.decided_on, v.proposed_on) desc, v.id",
);
export const loadPlacementChanges = listsByConcern<PlacementChange>(PlacementChange, "v.starts_on desc, v.id");

export const loadLearners = listsByRemoval<RemovedLearners>(RemovedLearners, "v.id");
export const loadConsultations = listsByRemoval<RemovalConsultation>(RemovalConsultation, "v.sequence");
export const loadConsents = listsByRemoval<RemovalConsent>(RemovalConsent, "v.sequence");
export const loadNotices = listsByRemoval<RemovalNotice>(RemovalNotice, "v.sequence");
export const loadRelocations = listsByRemoval<Relocation>(Relocation, "v.recorded_on, v.id");
export const loadReviews = listsByRemoval<RemovalReview>(RemovalReview, "v.sequence desc");
export const loadPhases = listsByRemoval<ReturnPhase>(ReturnPhase, "v.sequence");

/** Loads lists by the id of their removal, in a given order. */
function listsByRemoval<Item>(recordClass: object, order: string): LoadMany<string, Item[]> {
  const records = recordsOf(recordClass);
  return async (context, removals) => {
    const rows = await context.database.readByIndex<Row>(
      `select ${records.select(records.fields)}, v.removal from ${records.view} v
       where v.removal = any($1) order by ${order}`,
      [removals],
    );
    return grouped(removals, rows, "removal", (row) => records.record(context, row) as Item);
  };
}
