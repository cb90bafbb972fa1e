/** Frameworks in the graph: thin, from arguments to the readers and back. */
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, ID, Info, Resolver, Root } from "type-graphql";
import { askedFields } from "../asked-fields.js";
import { PublicQuery } from "../annotations.js";
import { loaderOf } from "../loader-of.js";
import { DateScalar } from "../scalars.js";
import type { SubgraphContext } from "../subgraph-context.js";
import { Framework } from "./framework.js";
import { readFrameworkList, readFrameworks, type FrameworkRow } from "./framework-reader.js";
import { frameworkIdShape } from "./standard-keys.js";
import { loadFrameworkStandards, type StandardRow } from "./standard-reader.js";

@Resolver(() => Framework)
export class FrameworkResolver {
  @PublicQuery(() => Framework, {
    nullable: true,
    description: "A version of a framework by its id; null where the library does not have it.",
    argumentClasses: { id: "PUBLIC" },
  })
  async framework(
    @Arg("id", () => ID, { description: "Code and version, such as `EQF-2021`." }) id: string,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<FrameworkRow | null> {
    if (!frameworkIdShape.test(id)) return null;
    return (await readFrameworks(context, [id], askedFields(info, "Framework"))).get(id) ?? null;
  }

  @PublicQuery(() => [Framework], {
    description: "The versions of all frameworks, by code, the newest version first.",
    argumentClasses: { inForceOn: "PUBLIC" },
  })
  frameworks(
    @Arg("inForceOn", () => DateScalar, { nullable: true, description: "Only those in force on this day." })
    inForceOn: string | null | undefined,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<FrameworkRow[]> {
    return readFrameworkList(context, inForceOn ?? null, askedFields(info, "Framework"));
  }

  /** The directory belongs to another subgraph: what the library knows of an organisation is its code. */
  @FieldResolver()
  owner(@Root() { owner }: FrameworkRow): { readonly code: string | undefined } {
    return { code: owner };
  }

  @FieldResolver()
  standards(@Root() { id }: FrameworkRow, @Ctx() context: SubgraphContext): Promise<StandardRow[] | undefined> {
    return loaderOf(context, loadFrameworkStandards).load(id);
  }
}
