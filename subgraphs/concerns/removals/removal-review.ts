/** Reviews of a removal of learners, at a fixed interval. */
import { ID } from "type-graphql";
import { Classified, RecordType } from "../../annotations.js";
import { DateScalar } from "../../scalars.js";
import { RemovalReviewOutcome } from "./removal-codes.js";
import { hangingOnRemoval } from "./removal-rows.js";

@RecordType("RemovalReview", {
  description: "A review of a removal of learners.",
  source: hangingOnRemoval("removal_review", { order: "OPERATIONAL" }),
})
export class RemovalReview {
  @Classified(() => ID, "OPERATIONAL:headline", { description: "Random identifier.", column: {} })
  id!: string;

  @Classified(() => DateScalar, "OPERATIONAL", { description: "When it was reviewed.", column: {} })
  reviewedOn!: string | null;

  @Classified(() => RemovalReviewOutcome, "OPERATIONAL", { description: "What was found.", column: {} })
  outcome!: RemovalReviewOutcome | null;

  @Classified(() => Boolean, "OPERATIONAL", { description: "Whether somebody went to see.", column: {} })
  onTheSpot!: boolean | null;

  @Classified(() => String, "NARRATIVE:released", {
    description: "What was found, in words that the provider may read.",
    column: {},
  })
  findings!: string | null;
}
