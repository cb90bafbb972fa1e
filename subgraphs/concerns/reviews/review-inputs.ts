/** Inputs of the mutations on reviews. People appear by their post, never by their name. */
import { ID } from "type-graphql";
import { Input, InputField } from "../../annotations.js";
import { Text, Texts } from "../../input-rules.js";
import { DateScalar } from "../../scalars.js";
import { RequirementKind } from "../concern-codes.js";
import { ChangeInput } from "../concern-inputs.js";
import type { RequirementTerms } from "../requirements/requirement-inputs.js";
import { ReviewType } from "./review-codes.js";

const longText = 10_000;

@Input("ScheduleReviewInput", "NHS England schedules a review because of a concern.")
export class ScheduleReviewInput extends ChangeInput {
  @InputField(() => ReviewType, "OPERATIONAL", { description: "What kind of review it is." })
  type!: ReviewType;

  @InputField(() => DateScalar, "OPERATIONAL", { description: "For when." })
  scheduledFor!: string;
}

abstract class ReviewChangeInput extends ChangeInput {
  @Text(200)
  @InputField(() => ID, "OPERATIONAL:headline", { description: "The review." })
  reviewId!: string;
}

@Input("RaisedRequirementInput", "A requirement that a review raises.")
export class RaisedRequirementInput implements RequirementTerms {
  @InputField(() => RequirementKind, "OPERATIONAL", { description: "How binding it is." })
  kind!: RequirementKind;

  @Text(60)
  @InputField(() => ID, "OPERATIONAL", { description: "The standard to be met, by id." })
  standard!: string;

  @Text(longText)
  @InputField(() => String, "MANAGEMENT", { description: "What is required." })
  text!: string;

  @InputField(() => DateScalar, "OPERATIONAL", {
    nullable: true,
    description: "By when, as for `issueRequirement`.",
  })
  dueOn?: string | null;
}

@Input("RecordReviewInput", "What a review found. A record may be amended in the same way until it is published.")
export class RecordReviewInput extends ReviewChangeInput {
  @InputField(() => DateScalar, "OPERATIONAL", { description: "When it was held." })
  heldOn!: string;

  @Texts(20, 100)
  @InputField(() => [String], "MANAGEMENT", {
    nullable: true,
    description: "Posts on the panel, the chair first; never names of people. At least two where a panel held it.",
  })
  panel?: string[] | null;

  @Texts(30, 100)
  @InputField(() => [String], "MANAGEMENT", { description: "Posts and groups of those who were met; never names." })
  met!: string[];

  @Texts(30, 200)
  @InputField(() => [String], "MANAGEMENT", {
    nullable: true,
    description: "The evidence it rests on, by title. Needed where a panel held it.",
  })
  evidence?: string[] | null;

  @Text(longText)
  @InputField(() => String, "MANAGEMENT", { description: "What it found, in words the provider may read." })
  findings!: string;

  @Text(longText)
  @InputField(() => String, "MANAGEMENT", { nullable: true, description: "What is done well there." })
  goodPractice?: string | null;

  @InputField(() => DateScalar, "OPERATIONAL", {
    nullable: true,
    description: "When those concerned meet next. It brings the next review of the concern forward.",
  })
  nextMeetingOn?: string | null;

  @InputField(() => [RaisedRequirementInput], "CARRIER", {
    nullable: true,
    description: "Requirements that it raises; they are issued with it. An amendment adds to those there are.",
  })
  requirements?: RaisedRequirementInput[] | null;
}

@Input("PublishReviewInput", "The report of a review is final, checked by the provider, and published.")
export class PublishReviewInput extends ReviewChangeInput {
  @InputField(() => DateScalar, "OPERATIONAL", { description: "Day of the final report." })
  finalReportOn!: string;

  @Text(longText)
  @InputField(() => String, "NARRATIVE", { description: "Executive summary, for all who read released texts." })
  summary!: string;

  @InputField(() => Boolean, "OPERATIONAL", { description: "The provider had the chance to correct facts." })
  checkedByProvider!: boolean;
}

@Input("CancelReviewInput", "A scheduled review is not held.")
export class CancelReviewInput extends ReviewChangeInput {
  @Text(longText)
  @InputField(() => String, "MANAGEMENT", { description: "Why, in words the provider may read." })
  reason!: string;
}
