/** The Intensive Support Framework in the graph: moves between categories, their sign-off, what a rating suggests. */
import type { GraphQLResolveInfo } from "graphql";
import { Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { CarrierField, CarrierMutation, ClassifiedField, InputArgument } from "../../annotations.js";
import { loaderOf } from "../../loader-of.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { categoryMoves, requirementKinds } from "../casework-references.js";
import { Concern } from "../concern.js";
import { IsfCategory } from "../concern-codes.js";
import { change, ConcernPayload } from "../concern-payload.js";
import type { ConcernRecord } from "../concern-reader.js";
import { intensiveSupport } from "../concern-references.js";
import { actionRules } from "../concern-lifecycle.js";
import { listsByConcern } from "../lists-by-concern.js";
import { isOutstanding } from "../requirements/requirement-lifecycle.js";
import { loadRequirements } from "../requirements/requirement-reader.js";
import * as commands from "./category-commands.js";
import { CategorySignOff } from "./category-sign-off.js";
import { suggestedCategory } from "./intensive-support.js";
import * as inputs from "./intensive-support-inputs.js";
import { RiskRating } from "./risk-rating.js";
import type { StepDownFacts, StepDownOfConcern } from "./step-down-of-a-concern.js";
import { stepDownOf } from "./step-down.js";

const movable: readonly string[] = actionRules.changeCategory.from;
const loadSignOffs = listsByConcern<CategorySignOff>(CategorySignOff, "v.step desc, v.id");

@Resolver(() => Concern)
export class IntensiveSupportResolver {
  @ClassifiedField(() => Concern, () => [CategorySignOff], "MANAGEMENT:internal", {
    description: "National sign-offs of steps down by more than one category, newest first.",
  })
  categorySignOffs(
    @Root() { key }: ConcernRecord,
    @Ctx() context: SubgraphContext,
  ): Promise<CategorySignOff[] | undefined> {
    return loaderOf(context, loadSignOffs).load(key);
  }

  /** The row of the concern has the facts alone. */
  @FieldResolver()
  async stepDown(@Root() concern: ConcernRecord, @Ctx() context: SubgraphContext): Promise<StepDownOfConcern | null> {
    const facts = concern.stepDown as unknown as StepDownFacts;
    if (!movable.includes(facts.status)) return null;
    const all = (await loaderOf(context, loadRequirements).load(concern.key)) ?? [];
    const requirements = all.filter(({ kind, status }) =>
      isOutstanding({ kind: kind ?? "", state: status ?? "" }, requirementKinds()),
    );
    const stepping = { ...facts, areRequirementsOutstanding: requirements.length > 0 };
    const step = stepDownOf(stepping, intensiveSupport(), categoryMoves());
    return step && { ...step, requirements };
  }

  @CarrierMutation(() => ConcernPayload, {
    description:
      "NHS England moves an assessed concern to another category: up by any number, down by one, further with national sign-off. ISF4 follows the removal of learners.",
  })
  changeCategory(
    @InputArgument(() => inputs.ChangeCategoryInput) input: inputs.ChangeCategoryInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(commands.changeCategory, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, {
    description: "NHS England nationally signs off a step down by more than one category.",
  })
  signOffCategoryMove(
    @InputArgument(() => inputs.SignOffCategoryMoveInput) input: inputs.SignOffCategoryMoveInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(commands.signOffCategoryMove, input, context, info);
  }
}

@Resolver(() => RiskRating)
export class RiskRatingResolver {
  @CarrierField(() => IsfCategory, {
    nullable: true,
    description: "What the risk with controls suggests; a person sets the category. It never suggests ISF4.",
  })
  suggestedCategory(@Root() { residual }: RiskRating): string | undefined {
    return suggestedCategory(residual, intensiveSupport());
  }
}
