/** Concerns nested under the entities of other subgraphs: at an organisation, and citing a standard. */
import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Info, Resolver, Root } from "type-graphql";
import { CarrierField } from "../annotations.js";
import { loaderOf } from "../loader-of.js";
import type { SubgraphContext } from "../subgraph-context.js";
import {
  ConcernConnection,
  ConcernListArguments,
  concernListClasses,
  concernPageOf,
  type ConcernPage,
} from "./concern-page.js";
import type { ParentColumn } from "./concern-reader.js";
import { Organisation, Standard } from "./federated-stubs.js";
import { loadKinds } from "./published-reader.js";
import { RiskProfile } from "./risk-profile.js";
import { readRiskProfiles } from "./risk-profile-reader.js";

/** By which column concerns belong to an organisation of each kind; to any other kind as the provider. */
const columnByKind: Readonly<Record<string, ParentColumn>> = {
  TRUST_SITE: "site",
  REGION: "region",
  ICB: "icb",
  EDUCATION_PROVIDER: "education_provider",
};

async function columnOf(context: SubgraphContext, code: string): Promise<ParentColumn> {
  const kind = (await loaderOf(context, loadKinds).load(code)) ?? "";
  return columnByKind[kind] ?? "provider";
}

/** One statement for all organisations of a kind. */
async function loadRiskProfiles(
  context: SubgraphContext,
  codes: readonly string[],
): Promise<ReadonlyMap<string, RiskProfile>> {
  const byColumn = new Map<ParentColumn, string[]>();
  // Asked for all of them together: a wait for each would be a statement for each.
  const columns = await Promise.all(codes.map(async (code) => [code, await columnOf(context, code)] as const));
  for (const [code, column] of columns) byColumn.set(column, [...(byColumn.get(column) ?? []), code]);
  const profiles = new Map<string, RiskProfile>();
  for (const [column, parents] of byColumn)
    for (const [code, profile] of await readRiskProfiles(context, column, parents)) profiles.set(code, profile);
  return profiles;
}

@Resolver(() => Organisation)
export class OrganisationConcernsResolver {
  @CarrierField(() => ConcernConnection, {
    description: "Concerns at this organisation: as provider, site, region, board or education provider, by its kind.",
    argumentClasses: concernListClasses,
  })
  async concerns(
    @Root() { code }: Organisation,
    @Args(() => ConcernListArguments) listArguments: ConcernListArguments,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPage> {
    return concernPageOf(context, info, listArguments, await columnOf(context, code), code);
  }

  @CarrierField(() => RiskProfile, { description: "The concerns at this organisation in figures." })
  async riskProfile(@Root() { code }: Organisation, @Ctx() context: SubgraphContext): Promise<RiskProfile | undefined> {
    return loaderOf(context, loadRiskProfiles).load(code);
  }
}

@Resolver(() => Standard)
export class StandardConcernsResolver {
  @CarrierField(() => ConcernConnection, {
    description: "Concerns that cite this standard.",
    argumentClasses: concernListClasses,
  })
  concerns(
    @Root() { id }: Standard,
    @Args(() => ConcernListArguments) listArguments: ConcernListArguments,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernPage> {
    return concernPageOf(context, info, listArguments, "standards", id);
  }
}
