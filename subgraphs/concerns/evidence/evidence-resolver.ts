/** Evidence in the graph; the files themselves are fetched beside it. */
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, ID, Info, Resolver, Root } from "type-graphql";
import { CarrierMutation, CarrierQuery, ClassifiedField, InputArgument } from "../../annotations.js";
import { askedFields } from "../../asked-fields.js";
import { loaderOf } from "../../loader-of.js";
import { idShape, type KeyedRecord } from "../../records.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { requirementIn, type RequirementRecord } from "../requirements/requirement-reader.js";
import { Concern } from "../concern.js";
import { change, ConcernPayload } from "../concern-payload.js";
import type { ConcernRecord } from "../concern-reader.js";
import { listsByConcern } from "../lists-by-concern.js";
import { Evidence } from "./evidence.js";
import * as commands from "./evidence-commands.js";
import * as inputs from "./evidence-inputs.js";
import { loadEvidenceByIdWith } from "./evidence-reader.js";

/** As stored, the key of the requirement stands where the graph has the requirement. */
type EvidenceRecord = KeyedRecord & { readonly requirement: string | null };

const loadEvidence = listsByConcern<Evidence>(Evidence, "v.added_on desc, v.id");

@Resolver(() => Evidence)
export class EvidenceResolver {
  @CarrierQuery(() => Evidence, {
    nullable: true,
    description: "A piece of evidence by its id; null where there is none that you may know of.",
    argumentClasses: { id: "OPERATIONAL:headline" },
  })
  async evidence(
    @Arg("id", () => ID, { description: "Its id." }) id: string,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Evidence | null> {
    if (!idShape.test(id)) return null;
    return (await loaderOf(context, loadEvidenceByIdWith(askedFields(info, "Evidence"))).load(id)) ?? null;
  }

  @FieldResolver()
  requirement(
    @Root() { key, requirement }: EvidenceRecord,
    @Ctx() context: SubgraphContext,
  ): Promise<RequirementRecord | null> {
    return requirementIn(context, key, requirement);
  }
}

@Resolver(() => Concern)
export class ConcernEvidenceResolver {
  @ClassifiedField(() => Concern, () => [Evidence], "NARRATIVE:evidence", {
    description: "Files that bear on it, newest first: what the provider sent, and what NHS England added.",
  })
  evidence(@Root() { key }: ConcernRecord, @Ctx() context: SubgraphContext): Promise<Evidence[] | undefined> {
    return loaderOf(context, loadEvidence).load(key);
  }

  @CarrierMutation(() => ConcernPayload, { description: "Attach a file that you sent to /files to a concern." })
  addEvidence(
    @InputArgument(() => inputs.AddEvidenceInput) input: inputs.AddEvidenceInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(commands.addEvidence, input, context, info);
  }

  @CarrierMutation(() => ConcernPayload, { description: "NHS England lets the provider read a file that it added." })
  releaseEvidence(
    @InputArgument(() => inputs.ReleaseEvidenceInput) input: inputs.ReleaseEvidenceInput,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPayload> {
    return change(commands.releaseEvidence, input, context, info);
  }
}
