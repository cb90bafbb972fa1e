/** Reviews in the graph: on their concern, with the requirements that they raised, and the mutations. */
import type { GraphQLResolveInfo } from "graphql";
import { Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { CarrierMutation, ClassifiedField, InputArgument } from "../../annotations.js";
import { loaderOf } from "../../loader-of.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { Concern } from "../concern.js";
import { change, ConcernPayload } from "../concern-payload.js";
import type { ConcernRecord } from "../concern-reader.js";
import { listsByConcern } from "../lists-by-concern.js";
import { loadRequirementsOfReviews } from "../requirements/requirement-reader.js";
import type { Requirement } from "../requirements/requirement.js";
import * as commands from "./review-commands.js";
import * as inputs from "./review-inputs.js";
import { Review } from "./review.js";

const loadReviews = listsByConcern<Review>(Review, "v.scheduled_for desc, v.id");

@Resolver(() => Review)
export class ReviewResolver {
  @FieldResolver()
  requirements(@Root() { id }: Review, @Ctx() context: SubgraphContext): Promise<Requirement[] | undefined> {
    return loaderOf(context, loadRequirementsOfReviews).load(id);
  }
}

@Resolver(() => Concern)
export class ReviewsOfConcernResolver {
  @ClassifiedField(() => Concern, () => [Review], "OPERATIONAL", {
    description: "Reviews because of it, by the day for which they were scheduled, latest first.",
  })
  reviews(@Root() { key }: ConcernRecord, @Ctx() context: SubgraphContext): Promise<Review[] | undefined> {
    return loaderOf(context, loadReviews).load(key);
  }

  @CarrierMutation(() => ConcernPayload, { description: "NHS England schedules a review because of a concern." })
  scheduleReview(
    @InputArgument(() => inputs.ScheduleReviewInput) input: inputs.ScheduleReviewInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(commands.scheduleReview, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, {
    description:
      "NHS England records what a review found, with the requirements that it raises, or amends a record that is not published.",
  })
  recordReview(
    @InputArgument(() => inputs.RecordReviewInput) input: inputs.RecordReviewInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(commands.recordReview, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, {
    description: "NHS England publishes the final report of a review, for those who may know of the concern.",
  })
  publishReview(
    @InputArgument(() => inputs.PublishReviewInput) input: inputs.PublishReviewInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(commands.publishReview, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, { description: "NHS England cancels a scheduled review." })
  cancelReview(
    @InputArgument(() => inputs.CancelReviewInput) input: inputs.CancelReviewInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(commands.cancelReview, input, context, info);
  }
}
