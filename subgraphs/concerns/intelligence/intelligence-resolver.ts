/** What bodies contribute to a concern of their own knowledge, in the graph. */
import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Info, Resolver, Root } from "type-graphql";
import { CarrierMutation, ClassifiedField, InputArgument } from "../../annotations.js";
import { loaderOf } from "../../loader-of.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { Concern } from "../concern.js";
import { change, ConcernPayload } from "../concern-payload.js";
import type { ConcernRecord } from "../concern-reader.js";
import { listsByConcern } from "../lists-by-concern.js";
import { Contribution } from "./contribution.js";
import * as commands from "./contribution-commands.js";
import * as inputs from "./intelligence-inputs.js";

const loadIntelligence = listsByConcern<Contribution>(Contribution, "v.received_on desc, v.id");

@Resolver(() => Concern)
export class IntelligenceResolver {
  @ClassifiedField(() => Concern, () => [Contribution], "INTELLIGENCE", {
    ofThePresent: true,
    description: "What you contributed, and what others did that let you read it. Newest first.",
  })
  intelligence(@Root() { key }: ConcernRecord, @Ctx() context: SubgraphContext): Promise<Contribution[] | undefined> {
    return loaderOf(context, loadIntelligence).load(key);
  }

  @CarrierMutation(() => ConcernPayload, {
    description: "Contribute what your organisation knows itself. It stays your own: you say who else reads it.",
  })
  contributeIntelligence(
    @InputArgument(() => inputs.ContributeIntelligenceInput) input: inputs.ContributeIntelligenceInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(commands.contributeIntelligence, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, { description: "Let further bodies read what you contributed." })
  shareContribution(
    @InputArgument(() => inputs.ShareContributionInput) input: inputs.ShareContributionInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(commands.shareContribution, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, {
    description:
      "Let bodies no longer read what you contributed; also where you may no longer know of the concern: then without expectedVersion, and the payload holds no concern.",
  })
  withdrawContribution(
    @InputArgument(() => inputs.WithdrawContributionInput) input: inputs.WithdrawContributionInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(commands.withdrawContribution, input, context, info);
  }
}
