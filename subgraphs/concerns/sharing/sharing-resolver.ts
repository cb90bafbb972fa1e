/** Shares of a concern under the Emerging Concerns Protocol, in the graph. */
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Resolver, Root } from "type-graphql";
import {
  Carrier,
  CarrierMutation,
  CarrierQuery,
  ClassifiedField,
  InputArgument,
  PlainType,
} from "../../annotations.js";
import { loaderOf } from "../../loader-of.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { UserError } from "../../user-error.js";
import { Concern } from "../concern.js";
import { SharedClass } from "../concern-codes.js";
import { change, ConcernPayload } from "../concern-payload.js";
import type { ConcernRecord } from "../concern-reader.js";
import { listsByConcern } from "../lists-by-concern.js";
import { previewAccess } from "./preview-access.js";
import { Share } from "./share.js";
import * as commands from "./share-commands.js";
import * as inputs from "./sharing-inputs.js";

const loadShares = listsByConcern<Share>(Share, "v.shared_on desc, v.id");

@PlainType("AccessPreview", { description: "A concern as another body would see it, or why that is not shown." })
export class AccessPreview {
  @Carrier(() => Concern, {
    nullable: true,
    description: "The concern as that body would see it: what stays closed is null, and named under `access`.",
  })
  concern!: ConcernRecord | null;

  @Carrier(() => [UserError], { description: "Why the share would be refused; empty where it would be done." })
  userErrors!: readonly UserError[];
}

@Resolver(() => Concern)
export class SharingResolver {
  @ClassifiedField(() => Concern, () => [Share], "OPERATIONAL", {
    description: "Shares that you made or received; all of them for NHS England. Newest first.",
  })
  shares(@Root() { key }: ConcernRecord, @Ctx() context: SubgraphContext): Promise<Share[] | undefined> {
    return loaderOf(context, loadShares).load(key);
  }

  @CarrierQuery(() => AccessPreview, {
    description:
      "A concern as another body of the protocol would see it, in a role like yours, if you shared these classes with it: of what you read yourself. What that body has by an agreement, a panel, another's share or of its own is not shown, nor is the share itself. Other things to which the concern leads are shown as you see them.",
    argumentClasses: { concern: "OPERATIONAL:headline", organisation: "PUBLIC", dataClasses: "PUBLIC" },
  })
  previewAccess(
    @Arg("concern", () => ID, { description: "The concern." }) concern: string,
    @Arg("organisation", () => ID, { description: "Code of the body to share it with." }) organisation: string,
    @Arg("dataClasses", () => [SharedClass], {
      description: "Classes to open beside OPERATIONAL, of those that you read yourself.",
    })
    dataClasses: SharedClass[],
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AccessPreview> {
    return previewAccess(context, info, { concern, organisation, dataClasses });
  }

  @CarrierMutation(() => ConcernPayload, { description: "Share a concern with another body of the protocol." })
  shareConcern(
    @InputArgument(() => inputs.ShareConcernInput) input: inputs.ShareConcernInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(commands.shareConcern, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, {
    description:
      "Withdraw a share, at once. Whoever shared does so also where it may no longer know of the concern: then without expectedVersion, and the payload holds no concern.",
  })
  withdrawShare(
    @InputArgument(() => inputs.WithdrawShareInput) input: inputs.WithdrawShareInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(commands.withdrawShare, input, context, info);
  }
}
