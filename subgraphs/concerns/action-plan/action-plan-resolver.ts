/** The provider's action plan, in the graph. */
import type { GraphQLResolveInfo } from "graphql";
import { Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { CarrierMutation, ClassifiedField, InputArgument } from "../../annotations.js";
import { loaderOf } from "../../loader-of.js";
import type { KeyedRecord } from "../../records.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { requirementIn, type RequirementRecord } from "../requirements/requirement-reader.js";
import { Concern } from "../concern.js";
import { change, ConcernPayload } from "../concern-payload.js";
import type { ConcernRecord } from "../concern-reader.js";
import { listsByConcern } from "../lists-by-concern.js";
import * as commands from "./action-plan-commands.js";
import * as inputs from "./action-plan-inputs.js";
import { PlannedAction } from "./planned-action.js";

/** As stored, the key of the requirement stands where the graph has the requirement. */
type ActionRecord = KeyedRecord & { readonly requirement: string | null };

const loadActions = listsByConcern<PlannedAction>(PlannedAction, "v.due_on, v.id");

@Resolver(() => PlannedAction)
export class PlannedActionResolver {
  @FieldResolver()
  requirement(
    @Root() { key, requirement }: ActionRecord,
    @Ctx() context: SubgraphContext,
  ): Promise<RequirementRecord | null> {
    return requirementIn(context, key, requirement);
  }
}

@Resolver(() => Concern)
export class ActionPlanResolver {
  @ClassifiedField(() => Concern, () => [PlannedAction], "MANAGEMENT:summary", {
    description: "The provider's plan: what it means to do, by when, and how far it has got. First due first.",
  })
  actions(@Root() { key }: ConcernRecord, @Ctx() context: SubgraphContext): Promise<PlannedAction[] | undefined> {
    return loaderOf(context, loadActions).load(key);
  }

  @CarrierMutation(() => ConcernPayload, { description: "The provider plans an action." })
  planAction(
    @InputArgument(() => inputs.PlanActionInput) input: inputs.PlanActionInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(commands.planAction, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, { description: "The provider says that an action is done." })
  completeAction(
    @InputArgument(() => inputs.CompleteActionInput) input: inputs.CompleteActionInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(commands.completeAction, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, { description: "The provider gives an action up, and says why." })
  dropAction(
    @InputArgument(() => inputs.DropActionInput) input: inputs.DropActionInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(commands.dropAction, input, context, info);
  }
}
