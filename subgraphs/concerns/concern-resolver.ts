/** Concerns in the graph: thin, from arguments to the reader and back. */
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, ID, Info, Resolver, Root } from "type-graphql";
import { dataClassOf } from "../../authorisation/data-class.js";
import { redactionReasons } from "../../authorisation/redaction.js";
import { standingKey } from "../../authorisation/standing.js";
import { askedFields } from "../asked-fields.js";
import { CarrierQuery } from "../annotations.js";
import { loaderOf } from "../loader-of.js";
import { annotationsOf } from "../record-annotations.js";
import type { SubgraphContext } from "../subgraph-context.js";
import { loadCategoryHistory, loadInternalNotes, loadProgress } from "./casework-reader.js";
import type { CategoryChange } from "./intensive-support/category-change.js";
import { Concern } from "./concern.js";
import type { ConcernAccess } from "./access/concern-access.js";
import { relationsTold } from "./access/relations-told.js";
import {
  ConcernConnection,
  ConcernListArguments,
  concernListClasses,
  concernPage,
  type ConcernPage,
} from "./concern-page.js";
import { concernIdShape, loadConcernsByIdWith, type ConcernRecord } from "./concern-reader.js";
import type { ProgressUpdate } from "./progress-update.js";
import type { Requirement } from "./requirements/requirement.js";
import { loadRequirements } from "./requirements/requirement-reader.js";

@Resolver(() => Concern)
export class ConcernResolver {
  @CarrierQuery(() => Concern, {
    nullable: true,
    description: "A concern by its id; null where there is none that you may know of.",
    argumentClasses: { id: "OPERATIONAL:headline" },
  })
  async concern(
    @Arg("id", () => ID, { description: "Its id." }) id: string,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernRecord | null> {
    if (!concernIdShape.test(id)) return null;
    return (await loaderOf(context, loadConcernsByIdWith(askedFields(info, "Concern"))).load(id)) ?? null;
  }

  @CarrierQuery(() => ConcernConnection, {
    description: "The concerns that you may know of.",
    argumentClasses: concernListClasses,
  })
  concerns(
    @Args(() => ConcernListArguments) listArguments: ConcernListArguments,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPage> {
    return concernPage(context, info, listArguments);
  }

  @FieldResolver()
  categoryHistory(@Root() { key }: ConcernRecord, @Ctx() context: SubgraphContext): Loaded<CategoryChange[]> {
    return loaderOf(context, loadCategoryHistory).load(key);
  }

  @FieldResolver()
  requirements(@Root() { key }: ConcernRecord, @Ctx() context: SubgraphContext): Loaded<Requirement[]> {
    return loaderOf(context, loadRequirements).load(key);
  }

  @FieldResolver()
  progress(@Root() { key }: ConcernRecord, @Ctx() context: SubgraphContext): Loaded<ProgressUpdate[]> {
    return loaderOf(context, loadProgress).load(key);
  }

  @FieldResolver()
  internalNotes(@Root() { key }: ConcernRecord, @Ctx() context: SubgraphContext): Loaded<string[]> {
    return loaderOf(context, loadInternalNotes).load(key);
  }

  @FieldResolver()
  access(@Root() concern: ConcernRecord): ConcernAccess {
    const { relations, readable, reasonFor } = concern[standingKey];
    const hidden = annotationsOf(Concern).fields.filter(({ compartment }) => !readable.has(compartment));
    return {
      relations: relationsTold(relations, readable),
      hidden: hidden.map(({ field, compartment }) => {
        const because = reasonFor(compartment);
        return { field, dataClass: dataClassOf(compartment), because, ask: redactionReasons[because] };
      }),
    };
  }
}

type Loaded<Value> = Promise<Value | undefined>;
