/**
 * A review, from its schedule to its publication. Those who know of the concern know that it is held; what it found is
 * for the provider and NHS England; the summary of a published one goes where released texts go.
 */
import { ID } from "type-graphql";
import { Classified, RecordType } from "../../annotations.js";
import { DateScalar } from "../../scalars.js";
import { Organisation } from "../federated-stubs.js";
import { Requirement } from "../requirements/requirement.js";
import { ReviewStatus, ReviewType } from "./review-codes.js";

@RecordType("Review", {
  description: "A review of a place or programme because of a concern.",
  source: {
    view: "concerns.visible_review",
    table: "concerns.review",
    concernKey: "concern",
    history: "VERSIONED",
  },
})
export class Review {
  @Classified(() => ID, "OPERATIONAL:headline", { description: "Random identifier.", column: {} })
  id!: string;

  @Classified(() => ReviewType, "OPERATIONAL", { description: "What kind of review it is.", column: {} })
  type!: ReviewType | null;

  @Classified(() => ReviewStatus, "OPERATIONAL", { description: "Where it stands.", column: { sql: "r.state" } })
  status!: ReviewStatus | null;

  @Classified(() => Organisation, "OPERATIONAL", {
    description: "The team of NHS England that scheduled it.",
    column: { refersBy: "code" },
  })
  organisation!: Organisation | null;

  @Classified(() => DateScalar, "OPERATIONAL", { description: "For when it was scheduled.", column: {} })
  scheduledFor!: string | null;

  @Classified(() => DateScalar, "OPERATIONAL", { description: "When it was held.", column: {} })
  heldOn!: string | null;

  @Classified(() => DateScalar, "OPERATIONAL", { description: "When those concerned meet next.", column: {} })
  nextMeetingOn!: string | null;

  @Classified(() => [Requirement], "OPERATIONAL", { description: "Requirements that it raised, newest first." })
  requirements!: Requirement[] | null;

  @Classified(() => [String], "MANAGEMENT", { description: "Posts on the panel, the chair first.", column: {} })
  panel!: string[] | null;

  @Classified(() => [String], "MANAGEMENT", { description: "Posts and groups of those who were met.", column: {} })
  met!: string[] | null;

  @Classified(() => [String], "MANAGEMENT", { description: "The evidence it rests on.", column: {} })
  evidence!: string[] | null;

  @Classified(() => String, "MANAGEMENT", { description: "What it found.", column: {} })
  findings!: string | null;

  @Classified(() => String, "MANAGEMENT:summary", { description: "What is done well there.", column: {} })
  goodPractice!: string | null;

  @Classified(() => String, "MANAGEMENT", { description: "Why it was not held.", column: {} })
  cancelReason!: string | null;

  @Classified(() => DateScalar, "OPERATIONAL", { description: "Day of the final report.", column: {} })
  finalReportOn!: string | null;

  @Classified(() => DateScalar, "OPERATIONAL", { description: "When it was published.", column: {} })
  publishedOn!: string | null;

  @Classified(() => String, "NARRATIVE:released", {
    description: "Executive summary of the published report.",
    column: {},
  })
  summary!: string | null;
}
