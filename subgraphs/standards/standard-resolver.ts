/** Standards in the graph: thin, from arguments to the readers and back. */
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, ID, Info, Resolver, Root } from "type-graphql";
import { askedFields } from "../asked-fields.js";
import { PublicQuery } from "../annotations.js";
import type { Connection } from "../connection.js";
import { loaderOf } from "../loader-of.js";
import type { SubgraphContext } from "../subgraph-context.js";
import { loadFrameworks, type FrameworkRow } from "./framework-reader.js";
import { loadMappings, type MappingRow } from "./mapping-reader.js";
import { Standard, StandardMapping } from "./standard.js";
import { frameworkOf, standardIdShape } from "./standard-keys.js";
import { StandardConnection, StandardListArguments, standardPage } from "./standard-page.js";
import { loadStandards, readStandards, type StandardRow } from "./standard-reader.js";

@Resolver(() => Standard)
export class StandardResolver {
  @PublicQuery(() => Standard, {
    nullable: true,
    description: "A standard by its id; null where the library does not have it.",
    argumentClasses: { id: "PUBLIC" },
  })
  async standard(
    @Arg("id", () => ID, { description: "Framework and code, such as `EQF-2021:1.7`." }) id: string,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<StandardRow | null> {
    if (!standardIdShape.test(id)) return null;
    return (await readStandards(context, [id], askedFields(info, "Standard"))).get(id) ?? null;
  }

  @PublicQuery(() => StandardConnection, {
    description: "The standards of all frameworks, each framework in its own order.",
    argumentClasses: { filter: "CARRIER" },
  })
  standards(
    @Args(() => StandardListArguments) listArguments: StandardListArguments,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<StandardRow>> {
    return standardPage(context, info, listArguments);
  }

  @FieldResolver()
  framework(@Root() { id }: StandardRow, @Ctx() context: SubgraphContext): Loaded<FrameworkRow> {
    return loaderOf(context, loadFrameworks).load(frameworkOf(id));
  }

  @FieldResolver()
  parent(@Root() { parent }: StandardRow, @Ctx() context: SubgraphContext): Loaded<StandardRow> {
    return referredStandard(parent, context);
  }

  @FieldResolver()
  supersededBy(@Root() { supersededBy }: StandardRow, @Ctx() context: SubgraphContext): Loaded<StandardRow> {
    return referredStandard(supersededBy, context);
  }

  @FieldResolver()
  mappings(@Root() { id }: StandardRow, @Ctx() context: SubgraphContext): Loaded<MappingRow[]> {
    return loaderOf(context, loadMappings).load(id);
  }
}

@Resolver(() => StandardMapping)
export class StandardMappingResolver {
  @FieldResolver()
  to(@Root() { to }: MappingRow, @Ctx() context: SubgraphContext): Loaded<StandardRow> {
    return referredStandard(to, context);
  }
}

type Loaded<Value> = Promise<Value | undefined> | null;

function referredStandard(id: string | null | undefined, context: SubgraphContext): Loaded<StandardRow> {
  return id === null || id === undefined ? null : loaderOf(context, loadStandards).load(id);
}
