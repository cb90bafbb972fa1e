/** The records of removals of learners that come through generated views. */
import { LearnerRemoval } from "./learner-removal-record.js";
import { PlacementChange } from "./placement-change.js";
import { Relocation } from "./relocation.js";
import { RemovalConsent } from "./removal-consent.js";
import { RemovalConsultation } from "./removal-consultation.js";
import { RemovalNotice } from "./removal-notice.js";
import { RemovalReview } from "./removal-review.js";
import { RemovedLearners } from "./removed-learners.js";
import { ReturnPhase } from "./return-phase.js";

export const removalRecords: readonly object[] = [
  LearnerRemoval,
  RemovedLearners,
  RemovalConsultation,
  RemovalConsent,
  RemovalNotice,
  Relocation,
  RemovalReview,
  ReturnPhase,
  PlacementChange,
];
