/** Protection of people who speak up, in the graph: reveals of an identity, and reports of detriment. */
import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Info, Resolver, Root } from "type-graphql";
import { CarrierMutation, ClassifiedField, InputArgument } from "../../annotations.js";
import { loaderOf } from "../../loader-of.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { Concern } from "../concern.js";
import { change, ConcernPayload } from "../concern-payload.js";
import type { ConcernRecord } from "../concern-reader.js";
import { reportDetriment } from "./detriment-commands.js";
import { DetrimentReport } from "./detriment-report.js";
import { IdentityReveal } from "./identity-reveal-record.js";
import * as reveals from "./reveal-commands.js";
import * as inputs from "./speaking-up-inputs.js";
import { loadDetriments, loadReveals } from "./speaking-up-reader.js";

@Resolver(() => Concern)
export class SpeakingUpResolver {
  @ClassifiedField(() => Concern, () => [IdentityReveal], "MANAGEMENT:protection", {
    ofThePresent: true,
    description: "Requests to know who spoke up in confidence, newest first; for those of the region who protect them.",
  })
  reveals(@Root() { key }: ConcernRecord, @Ctx() context: SubgraphContext): Promise<IdentityReveal[] | undefined> {
    return loaderOf(context, loadReveals).load(key);
  }

  @ClassifiedField(() => Concern, () => [DetrimentReport], "MANAGEMENT:protection", {
    ofThePresent: true,
    description:
      "Reports that somebody suffered for speaking up, newest first; for those of the region who protect them.",
  })
  detriments(@Root() { key }: ConcernRecord, @Ctx() context: SubgraphContext): Promise<DetrimentReport[] | undefined> {
    return loaderOf(context, loadDetriments).load(key);
  }

  @CarrierMutation(() => ConcernPayload, {
    description: "A case-holder asks who spoke up in confidence. A guardian, who is somebody else, has to approve it.",
  })
  requestIdentityReveal(
    @InputArgument(() => inputs.RequestIdentityRevealInput) input: inputs.RequestIdentityRevealInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(reveals.requestIdentityReveal, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, {
    description: "A guardian approves such a request, for the one who asked and a limited time, or refuses it.",
  })
  approveIdentityReveal(
    @InputArgument(() => inputs.ApproveIdentityRevealInput) input: inputs.ApproveIdentityRevealInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(reveals.approveIdentityReveal, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, {
    description:
      "Report that somebody suffered for speaking up. Told to those who protect them, never to the provider.",
  })
  reportDetriment(
    @InputArgument(() => inputs.ReportDetrimentInput) input: inputs.ReportDetrimentInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(reportDetriment, input, context, info);
  }
}
