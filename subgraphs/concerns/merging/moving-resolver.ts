/** Moves with a provider in the graph: with whom a concern was before, and the moving itself. */
import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Info, Int, Resolver, Root } from "type-graphql";
import { Carrier, CarrierMutation, ClassifiedField, InputArgument, PlainType } from "../../annotations.js";
import { loaderOf } from "../../loader-of.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { UserError } from "../../user-error.js";
import { Concern } from "../concern.js";
import { change, ConcernPayload } from "../concern-payload.js";
import type { ConcernRecord } from "../concern-reader.js";
import { movedAtOnce, moveConcernsOfProvider } from "./move-all-command.js";
import { MoveConcernInput, MoveConcernsOfProviderInput } from "./move-inputs.js";
import { moveConcern } from "./provider-move-commands.js";
import { countMoved, countOpen, loadProviderHistory } from "./provider-move-reader.js";
import { ProviderPeriod } from "./provider-period.js";

@PlainType("MovedConcernsPayload", { description: "How many concerns were moved, or why none were." })
export class MovedConcernsPayload {
  @Carrier(() => Int, { description: "How many this request moved." })
  moved!: number;

  @Carrier(() => Int, {
    nullable: true,
    description:
      "How many are left with the provider: send the request again until it is 0. Null where it was refused.",
  })
  remaining!: number | null;

  @Carrier(() => [UserError], { description: "Why it was refused; empty where it was done." })
  userErrors!: readonly UserError[];
}

@Resolver(() => Concern)
export class MovingResolver {
  @ClassifiedField(() => Concern, () => [ProviderPeriod], "OPERATIONAL", {
    description:
      "Providers that were responsible for it before, the last first: it moved on when they were merged or split. Empty where it never moved.",
  })
  providerHistory(
    @Root() { key }: ConcernRecord,
    @Ctx() context: SubgraphContext,
  ): Promise<ProviderPeriod[] | undefined> {
    return loaderOf(context, loadProviderHistory).load(key);
  }

  @CarrierMutation(() => ConcernPayload, {
    description:
      "NHS England moves an open concern to a provider that came after its own, by a merger or a split of trusts. The people of the successor read it from then on as those of a responsible provider do; the predecessor's no longer do.",
  })
  moveConcern(
    @InputArgument(() => MoveConcernInput) input: MoveConcernInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(moveConcern, input, context, info);
  }

  @CarrierMutation(() => MovedConcernsPayload, {
    description: `NHS England nationally moves the open concerns of a provider that was dissolved to its successor, at most ${movedAtOnce} with each request. Closed ones stay.`,
  })
  async moveConcernsOfProvider(
    @InputArgument(() => MoveConcernsOfProviderInput) input: MoveConcernsOfProviderInput,
    @Ctx() context: SubgraphContext,
  ): Promise<MovedConcernsPayload> {
    const { subject: run, userErrors } = await moveConcernsOfProvider(context, input);
    if (run === null) return { moved: 0, remaining: null, userErrors };
    return { moved: await countMoved(context, run), remaining: await countOpen(context, input.provider), userErrors };
  }
}
