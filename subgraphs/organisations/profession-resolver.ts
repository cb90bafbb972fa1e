/** The professions in the graph. */
import type { GraphQLResolveInfo } from "graphql";
import { Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { PublicQuery } from "../annotations.js";
import type { SubgraphContext } from "../subgraph-context.js";
import { referredOrganisation } from "./organisation-reference.js";
import { ProfessionDetail } from "./profession-detail.js";
import { readProfessions, type ProfessionRow } from "./remit-reader.js";

@Resolver(() => ProfessionDetail)
export class ProfessionResolver {
  @PublicQuery(() => [ProfessionDetail], { description: "All professions, by title." })
  professions(@Ctx() context: SubgraphContext): Promise<ProfessionRow[]> {
    return readProfessions(context);
  }

  @FieldResolver()
  regulator(@Root() { regulator }: ProfessionRow, @Ctx() context: SubgraphContext, @Info() info: GraphQLResolveInfo) {
    return referredOrganisation(regulator, context, info);
  }
}
