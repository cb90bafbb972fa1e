/** The closed lists of reviews. What a type needs, and whether it is published, is reference data. */
import { describedEnum } from "../../described-enum.js";

export enum ReviewType {
  URGENT_RISK_REVIEW = "URGENT_RISK_REVIEW",
  PROGRAMME_REVIEW = "PROGRAMME_REVIEW",
  LEARNER_EDUCATOR_REVIEW = "LEARNER_EDUCATOR_REVIEW",
  SENIOR_LEADER_ENGAGEMENT = "SENIOR_LEADER_ENGAGEMENT",
  MONITORING_LEARNING_ENVIRONMENT = "MONITORING_LEARNING_ENVIRONMENT",
  LEARNER_ENGAGEMENT = "LEARNER_ENGAGEMENT",
  ANNUAL_DEANS_QUALITY_MEETING = "ANNUAL_DEANS_QUALITY_MEETING",
}

export enum ReviewStatus {
  SCHEDULED = "SCHEDULED",
  RECORDED = "RECORDED",
  PUBLISHED = "PUBLISHED",
  CANCELLED = "CANCELLED",
}

describedEnum(ReviewType, "ReviewType", "What kind of review it is.", {
  URGENT_RISK_REVIEW: "A fast answer to a suspected significant concern, by a senior panel.",
  PROGRAMME_REVIEW: "One programme across an area.",
  LEARNER_EDUCATOR_REVIEW: "Clarifies concerns with learners and educators.",
  SENIOR_LEADER_ENGAGEMENT: "Escalates to the executives of the provider.",
  MONITORING_LEARNING_ENVIRONMENT: "Follows open requirements.",
  LEARNER_ENGAGEMENT: "Listens to learners.",
  ANNUAL_DEANS_QUALITY_MEETING: "Looks at the year with the provider.",
});
describedEnum(ReviewStatus, "ReviewStatus", "Where a review stands.", {
  SCHEDULED: "To be held.",
  RECORDED: "Held and recorded; the record may still be amended.",
  PUBLISHED: "Its report is final and published; it is not changed any more.",
  CANCELLED: "Not held.",
});
