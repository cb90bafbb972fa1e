/** The closed lists of reviews. What a type needs, and whether it is published, is reference data. */
import { registerEnumType } from "type-graphql";

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

registerEnumType(ReviewType, {
  name: "ReviewType",
  description: "What kind of review it is.",
  valuesConfig: {
    URGENT_RISK_REVIEW: { description: "A fast answer to a suspected significant concern, by a senior panel." },
    PROGRAMME_REVIEW: { description: "One programme across an area." },
    LEARNER_EDUCATOR_REVIEW: { description: "Clarifies concerns with learners and educators." },
    SENIOR_LEADER_ENGAGEMENT: { description: "Escalates to the executives of the provider." },
    MONITORING_LEARNING_ENVIRONMENT: { description: "Follows open requirements." },
    LEARNER_ENGAGEMENT: { description: "Listens to learners." },
    ANNUAL_DEANS_QUALITY_MEETING: { description: "Looks at the year with the provider." },
  },
});
registerEnumType(ReviewStatus, {
  name: "ReviewStatus",
  description: "Where a review stands.",
  valuesConfig: {
    SCHEDULED: { description: "To be held." },
    RECORDED: { description: "Held and recorded; the record may still be amended." },
    PUBLISHED: { description: "Its report is final and published; it is not changed any more." },
    CANCELLED: { description: "Not held." },
  },
});
