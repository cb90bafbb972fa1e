/** The emergency override, in the graph: breaking the glass, and who broke it. */
import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Info, Resolver, Root } from "type-graphql";
import { CarrierMutation, ClassifiedField, InputArgument } from "../../annotations.js";
import { loaderOf } from "../../loader-of.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { Concern } from "../concern.js";
import { change, ConcernPayload } from "../concern-payload.js";
import type { ConcernRecord } from "../concern-reader.js";
import { listsByConcern } from "../lists-by-concern.js";
import { breakGlass } from "./break-glass-commands.js";
import { BreakGlassInput } from "./break-glass-inputs.js";
import { EmergencyAccess } from "./emergency-access.js";

const loadEmergencyAccess = listsByConcern<EmergencyAccess>(EmergencyAccess, "v.at desc, v.id");

@Resolver(() => Concern)
export class BreakGlassResolver {
  @ClassifiedField(() => Concern, () => [EmergencyAccess], "MANAGEMENT:internal", {
    ofThePresent: true,
    description: "Who opened the concern in an emergency, newest first.",
  })
  emergencyAccess(
    @Root() { key }: ConcernRecord,
    @Ctx() context: SubgraphContext,
  ): Promise<EmergencyAccess[] | undefined> {
    return loaderOf(context, loadEmergencyAccess).load(key);
  }

  @CarrierMutation(() => ConcernPayload, {
    description:
      "People are at immediate risk: open the narrative and the number of learners of one concern to yourself, for four hours. Needs the purpose of use BREAK_GLASS. NHS England and its auditors are told at once.",
  })
  breakGlass(
    @InputArgument(() => BreakGlassInput) input: BreakGlassInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(breakGlass, input, context, info);
  }
}
