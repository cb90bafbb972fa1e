/** Duplicates in the graph: what a concern was merged into, what was merged into it, and the merging itself. */
import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Info, Resolver, Root } from "type-graphql";
import { CarrierMutation, ClassifiedField, InputArgument } from "../../annotations.js";
import { loaderOf } from "../../loader-of.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { Concern } from "../concern.js";
import { change, ConcernPayload } from "../concern-payload.js";
import type { ConcernRecord } from "../concern-reader.js";
import { mergeConcern } from "./merge-command.js";
import { loadDuplicates, loadMergeReasons, loadSurvivors } from "./merger-reader.js";
import { MergeConcernInput } from "./merging-inputs.js";

@Resolver(() => Concern)
export class MergingResolver {
  @ClassifiedField(() => Concern, () => Concern, "OPERATIONAL", {
    ofThePresent: true,
    description: "The concern that it was merged into, where you may know of that one.",
  })
  async mergedInto(@Root() { key }: ConcernRecord, @Ctx() context: SubgraphContext): Promise<ConcernRecord | null> {
    return (await loaderOf(context, loadSurvivors).load(key)) ?? null;
  }

  @ClassifiedField(() => Concern, () => [Concern], "OPERATIONAL", {
    ofThePresent: true,
    description: "Duplicates that were merged into it, of those that you may know of; last merged first.",
  })
  mergedFrom(@Root() { key }: ConcernRecord, @Ctx() context: SubgraphContext): Promise<ConcernRecord[] | undefined> {
    return loaderOf(context, loadDuplicates).load(key);
  }

  @ClassifiedField(() => Concern, () => String, "MANAGEMENT:internal", {
    ofThePresent: true,
    description: "Why NHS England merged it into another one.",
  })
  async mergeReason(@Root() { key }: ConcernRecord, @Ctx() context: SubgraphContext): Promise<string | null> {
    return (await loaderOf(context, loadMergeReasons).load(key)) ?? null;
  }

  @CarrierMutation(() => ConcernPayload, {
    description:
      "NHS England merges a duplicate into the concern that goes on. What hangs on the duplicate stays with it; the other takes the facts that it did not have. A merger is not undone.",
  })
  mergeConcern(
    @InputArgument(() => MergeConcernInput) input: MergeConcernInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(mergeConcern, input, context, info);
  }
}
