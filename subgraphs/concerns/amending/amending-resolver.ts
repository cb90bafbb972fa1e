/** Amending a concern, in the graph. */
import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Info, Resolver } from "type-graphql";
import { CarrierMutation, InputArgument } from "../../annotations.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { change, ConcernPayload } from "../concern-payload.js";
import { amendConcern } from "./amend-command.js";
import { AmendConcernInput } from "./amending-inputs.js";

@Resolver()
export class AmendingResolver {
  @CarrierMutation(() => ConcernPayload, {
    description:
      "NHS England sets right the facts of an open concern: what it is about, where, which standards. Who may know of it follows at once. A narrative is amended by nobody.",
  })
  amendConcern(
    @InputArgument(() => AmendConcernInput) input: AmendConcernInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(amendConcern, input, context, info);
  }
}
