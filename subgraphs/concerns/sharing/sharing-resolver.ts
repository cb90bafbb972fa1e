/** Shares of a concern under the Emerging Concerns Protocol, in the graph. */
import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Info, Resolver, Root } from "type-graphql";
import { CarrierMutation, ClassifiedField, InputArgument } from "../../annotations.js";
import { loaderOf } from "../../loader-of.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { Concern } from "../concern.js";
import { change, ConcernPayload } from "../concern-payload.js";
import type { ConcernRecord } from "../concern-reader.js";
import { listsByConcern } from "../lists-by-concern.js";
import { Share } from "./share.js";
import * as commands from "./share-commands.js";
import * as inputs from "./sharing-inputs.js";

const loadShares = listsByConcern<Share>(Share, "v.shared_on desc, v.id");

@Resolver(() => Concern)
export class SharingResolver {
  @ClassifiedField(() => Concern, () => [Share], "OPERATIONAL", {
    description: "Shares that you made or received; all of them for NHS England. Newest first.",
  })
  shares(@Root() { key }: ConcernRecord, @Ctx() context: SubgraphContext): Promise<Share[] | undefined> {
    return loaderOf(context, loadShares).load(key);
  }

  @CarrierMutation(() => ConcernPayload, { description: "Share a concern with another body of the protocol." })
  shareConcern(
    @InputArgument(() => inputs.ShareConcernInput) input: inputs.ShareConcernInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(commands.shareConcern, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, { description: "Withdraw a share, at once." })
  withdrawShare(
    @InputArgument(() => inputs.WithdrawShareInput) input: inputs.WithdrawShareInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(commands.withdrawShare, input, context, info);
  }
}
