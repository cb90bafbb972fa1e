/** Reads removals of learners and what hangs on them, for a page at once, through the visible views. */
import type { KeyedRecord } from "../../records.js";
import { listsBy, listsByConcern } from "../lists-by-concern.js";
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

export const loadLearners = listsBy<RemovedLearners>(RemovedLearners, "removal", "v.id");
export const loadConsultations = listsBy<RemovalConsultation>(RemovalConsultation, "removal", "v.sequence");
export const loadConsents = listsBy<RemovalConsent>(RemovalConsent, "removal", "v.sequence");
export const loadNotices = listsBy<RemovalNotice>(RemovalNotice, "removal", "v.sequence");
export const loadRelocations = listsBy<Relocation>(Relocation, "removal", "v.recorded_on, v.id");
export const loadReviews = listsBy<RemovalReview>(RemovalReview, "removal", "v.sequence desc");
export const loadPhases = listsBy<ReturnPhase>(ReturnPhase, "removal", "v.sequence");
