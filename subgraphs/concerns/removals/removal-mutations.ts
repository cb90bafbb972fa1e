/** The mutations on removals of learners: each runs its command and shows the concern as its caller now sees it. */
import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Info, Resolver } from "type-graphql";
import { CarrierMutation, InputArgument } from "../../annotations.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { change, ConcernPayload } from "../concern-payload.js";
import { decideRemoval } from "./decide-removal-command.js";
import * as hearing from "./hear-removal-commands.js";
import { recordPlacementChange } from "./placement-change-command.js";
import { proposeRemoval } from "./propose-removal-command.js";
import * as returning from "./reinstatement-commands.js";
import * as following from "./removal-commands.js";
import * as inputs from "./removal-inputs.js";
import * as returns from "./return-inputs.js";

@Resolver()
export class RemovalMutations {
  @CarrierMutation(() => ConcernPayload, {
    description: "NHS England proposes to remove learners. Nobody else knows of it until they are heard.",
  })
  proposeRemoval(
    @InputArgument(() => inputs.ProposeRemovalInput) input: inputs.ProposeRemovalInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(proposeRemoval, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, {
    description:
      "Somebody who has to be heard on a proposed removal was heard; the provider and universities see it from then on.",
  })
  recordConsultation(
    @InputArgument(() => inputs.RecordConsultationInput) input: inputs.RecordConsultationInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(hearing.recordConsultation, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, { description: "NHS England no longer proposes to remove learners." })
  withdrawRemovalProposal(
    @InputArgument(() => inputs.WithdrawRemovalProposalInput) input: inputs.WithdrawRemovalProposalInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(hearing.withdrawRemovalProposal, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, {
    description: "An authority decides on a removal of learners, or on their return. The last consent sets ISF4.",
  })
  decideRemoval(
    @InputArgument(() => inputs.DecideRemovalInput) input: inputs.DecideRemovalInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(decideRemoval, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, { description: "Record where removed learners go." })
  recordRelocation(
    @InputArgument(() => inputs.RecordRelocationInput) input: inputs.RecordRelocationInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(following.recordRelocation, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, { description: "Somebody was told of a removal of learners in writing." })
  recordRemovalNotice(
    @InputArgument(() => inputs.RecordRemovalNoticeInput) input: inputs.RecordRemovalNoticeInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(following.recordRemovalNotice, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, {
    description: "The learners go; a removal that is not urgent waits for notices and places.",
  })
  startRemoval(
    @InputArgument(() => inputs.StartRemovalInput) input: inputs.StartRemovalInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(following.startRemoval, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, { description: "NHS England reviews a removal of learners." })
  reviewRemoval(
    @InputArgument(() => returns.ReviewRemovalInput) input: returns.ReviewRemovalInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(returning.reviewRemoval, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, {
    description: "Removed learners begin to return, in phases and under conditions.",
  })
  reinstateLearners(
    @InputArgument(() => returns.ReinstateLearnersInput) input: returns.ReinstateLearnersInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(returning.reinstateLearners, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, { description: "A phase of the return is complete." })
  completeReturnPhase(
    @InputArgument(() => returns.CompleteReturnPhaseInput) input: returns.CompleteReturnPhaseInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(returning.completeReturnPhase, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, { description: "The return of learners is halted; the removal goes on." })
  haltReturn(
    @InputArgument(() => returns.HaltReturnInput) input: returns.HaltReturnInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(returning.haltReturn, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, {
    description: "The learners are back, and the category steps down; the concern stays open.",
  })
  endRemoval(
    @InputArgument(() => returns.EndRemovalInput) input: returns.EndRemovalInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(returning.endRemoval, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, {
    description: "Record an ordinary change of placements, which is no removal of learners.",
  })
  recordPlacementChange(
    @InputArgument(() => returns.RecordPlacementChangeInput) input: returns.RecordPlacementChangeInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(recordPlacementChange, input, context, info);
  }
}
