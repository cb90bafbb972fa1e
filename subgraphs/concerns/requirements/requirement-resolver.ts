/** Requirements in the graph: what hangs on them, and the mutations of both sides. */
import type { GraphQLResolveInfo } from "graphql";
import { Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { CarrierMutation, InputArgument } from "../../annotations.js";
import { loaderOf } from "../../loader-of.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { bankHolidays } from "../casework-references.js";
import { change, ConcernPayload } from "../concern-payload.js";
import * as conditions from "./condition-commands.js";
import * as issuing from "./issue-requirement-command.js";
import * as commands from "./requirement-commands.js";
import { isAnsweredInTime } from "./requirement-due.js";
import type { RequirementCondition } from "./requirement-condition.js";
import * as inputs from "./requirement-inputs.js";
import { loadConditions, loadResponses, type RequirementRecord } from "./requirement-reader.js";
import { Requirement, type RequirementResponse } from "./requirement.js";

@Resolver(() => Requirement)
export class RequirementResolver {
  @FieldResolver()
  answeredInTime(@Root() requirement: RequirementRecord, @Ctx() { today }: SubgraphContext): boolean | null {
    const { kind, issuedOn, answeredOn, closedOn } = requirement;
    if (kind === null || issuedOn === null) return null;
    const asked = { issuedOn, answeredOn, closedOn };
    return isAnsweredInTime(issuing.timeToAnswer(kind), asked, today, bankHolidays());
  }

  @FieldResolver()
  responses(
    @Root() { id }: RequirementRecord,
    @Ctx() context: SubgraphContext,
  ): Promise<RequirementResponse[] | undefined> {
    return loaderOf(context, loadResponses).load(id);
  }

  @FieldResolver()
  conditions(
    @Root() { id }: RequirementRecord,
    @Ctx() context: SubgraphContext,
  ): Promise<RequirementCondition[] | undefined> {
    return loaderOf(context, loadConditions).load(id);
  }
}

@Resolver()
export class RequirementMutations {
  @CarrierMutation(() => ConcernPayload, { description: "NHS England requires something of the provider." })
  issueRequirement(
    @InputArgument(() => inputs.IssueRequirementInput) input: inputs.IssueRequirementInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(issuing.issueRequirement, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, { description: "The provider answers a requirement." })
  respondToRequirement(
    @InputArgument(() => inputs.RespondToRequirementInput) input: inputs.RespondToRequirementInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(commands.respondToRequirement, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, {
    description: "The provider says that a requirement is met and asks for its closure.",
  })
  requestRequirementClosure(
    @InputArgument(() => inputs.RequestRequirementClosureInput) input: inputs.RequestRequirementClosureInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(commands.requestRequirementClosure, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, { description: "NHS England finds an answered requirement met." })
  closeRequirement(
    @InputArgument(() => inputs.CloseRequirementInput) input: inputs.CloseRequirementInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(commands.closeRequirement, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, {
    description: "NHS England finds that an answered requirement is not met: it is open again.",
  })
  rejectRequirementClosure(
    @InputArgument(() => inputs.RejectRequirementClosureInput) input: inputs.RejectRequirementClosureInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(commands.rejectRequirementClosure, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, { description: "NHS England takes a requirement back." })
  withdrawRequirement(
    @InputArgument(() => inputs.WithdrawRequirementInput) input: inputs.WithdrawRequirementInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(commands.withdrawRequirement, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, {
    description: "NHS England carries an answered requirement into business as usual, under conditions.",
  })
  carryRequirement(
    @InputArgument(() => inputs.CarryRequirementInput) input: inputs.CarryRequirementInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(conditions.carryRequirement, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, {
    description: "The provider or NHS England records that a condition is met, after closure too.",
  })
  completeCondition(
    @InputArgument(() => inputs.CompleteConditionInput) input: inputs.CompleteConditionInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(conditions.completeCondition, input, context, info);
  }
}
