/** The mutations of the concerns subgraph: each runs its command, then shows the concern as its caller now sees it. */
import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Info, Resolver } from "type-graphql";
import { CarrierMutation, InputArgument } from "../annotations.js";
import type { SubgraphContext } from "../subgraph-context.js";
import * as commands from "./concern-commands.js";
import * as inputs from "./concern-inputs.js";
import { change, ConcernPayload, show } from "./concern-payload.js";
import * as categories from "./intensive-support/category-commands.js";
import { reportConcern } from "./report-concern.js";

@Resolver()
export class ConcernMutations {
  @CarrierMutation(() => ConcernPayload, { description: "Report that a standard is at risk or not met." })
  reportConcern(
    @InputArgument(() => inputs.ReportConcernInput) input: inputs.ReportConcernInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return show(reportConcern(context, input), context, info);
  }

  @CarrierMutation(() => ConcernPayload, {
    description: "NHS England takes a report on and releases a text to the provider.",
  })
  acceptConcern(
    @InputArgument(() => inputs.AcceptConcernInput) input: inputs.AcceptConcernInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(commands.acceptConcern, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, { description: "NHS England does not take a report on." })
  declineConcern(
    @InputArgument(() => inputs.DeclineConcernInput) input: inputs.DeclineConcernInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(commands.declineConcern, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, { description: "NHS England rates the risk and sets the category." })
  assessConcern(
    @InputArgument(() => inputs.AssessConcernInput) input: inputs.AssessConcernInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(categories.assessConcern, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, { description: "The provider reports on its progress." })
  submitProgress(
    @InputArgument(() => inputs.SubmitProgressInput) input: inputs.SubmitProgressInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(commands.submitProgress, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, { description: "The provider says that the concern is resolved." })
  confirmResolution(
    @InputArgument(() => inputs.ConfirmResolutionInput) input: inputs.ConfirmResolutionInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(commands.confirmResolution, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, { description: "NHS England verifies the resolution and closes the concern." })
  verifyResolution(
    @InputArgument(() => inputs.VerifyResolutionInput) input: inputs.VerifyResolutionInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(commands.verifyResolution, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, { description: "NHS England finds that the concern is not resolved." })
  rejectResolution(
    @InputArgument(() => inputs.RejectResolutionInput) input: inputs.RejectResolutionInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(commands.rejectResolution, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, { description: "NHS England opens a closed concern again." })
  reopenConcern(
    @InputArgument(() => inputs.ReopenConcernInput) input: inputs.ReopenConcernInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(commands.reopenConcern, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, { description: "NHS England's team writes a note to itself." })
  addInternalNote(
    @InputArgument(() => inputs.AddInternalNoteInput) input: inputs.AddInternalNoteInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(commands.addInternalNote, input, context, info);
  }
}
