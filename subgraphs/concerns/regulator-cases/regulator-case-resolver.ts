/** Regulators' own cases beside a concern, in the graph. */
import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Info, Resolver, Root } from "type-graphql";
import { CarrierMutation, ClassifiedField, InputArgument } from "../../annotations.js";
import { loaderOf } from "../../loader-of.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { Concern } from "../concern.js";
import { change, ConcernPayload } from "../concern-payload.js";
import type { ConcernRecord } from "../concern-reader.js";
import { listsByConcern } from "../lists-by-concern.js";
import * as commands from "./regulator-case-commands.js";
import * as inputs from "./regulator-case-inputs.js";
import { RegulatorCase } from "./regulator-case.js";

const loadCases = listsByConcern<RegulatorCase>(RegulatorCase, "v.opened_on desc, v.id");

@Resolver(() => Concern)
export class RegulatorCaseResolver {
  @ClassifiedField(() => Concern, () => [RegulatorCase], "OPERATIONAL", {
    ofThePresent: true,
    description: "Regulators' own cases that are published, and those that you may read unpublished. Newest first.",
  })
  regulatorCases(
    @Root() { key }: ConcernRecord,
    @Ctx() context: SubgraphContext,
  ): Promise<RegulatorCase[] | undefined> {
    return loaderOf(context, loadCases).load(key);
  }

  @CarrierMutation(() => ConcernPayload, { description: "A regulator records a case of its own." })
  recordRegulatorCase(
    @InputArgument(() => inputs.RecordRegulatorCaseInput) input: inputs.RecordRegulatorCaseInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(commands.recordRegulatorCase, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, {
    description:
      "A regulator says how a case of its own goes on. It closes a case, publishes it no longer or lets fewer bodies read it also where the case is closed, and where it may no longer know of the concern: then without expectedVersion, and the payload holds no concern.",
  })
  updateRegulatorCase(
    @InputArgument(() => inputs.UpdateRegulatorCaseInput) input: inputs.UpdateRegulatorCaseInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(commands.updateRegulatorCase, input, context, info);
  }
}
