/** Organisations in the graph: thin, from arguments to the readers and back. */
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, ID, Info, Resolver, Root } from "type-graphql";
import { askedFields } from "../asked-fields.js";
import { PublicQuery } from "../annotations.js";
import type { Connection } from "../connection.js";
import { loaderOf } from "../loader-of.js";
import type { SubgraphContext } from "../subgraph-context.js";
import { loadPredecessors, loadSuccessors, type SuccessionRow } from "./lineage-reader.js";
import { Organisation, Succession } from "./organisation.js";
import { organisationCode } from "./organisation-code.js";
import { OrganisationConnection, OrganisationListArguments, organisationPage } from "./organisation-page.js";
import { loadSites, readOrganisations, type OrganisationRow } from "./organisation-reader.js";
import { referredOrganisation } from "./organisation-reference.js";
import { loadProtocolSignatures } from "./protocol-signature-reader.js";
import type { ProtocolSignature } from "./protocol-signature.js";
import type { QualityTeam } from "./quality-team.js";
import { loadQualityTeams, loadRemits } from "./remit-reader.js";

@Resolver(() => Organisation)
export class OrganisationResolver {
  @PublicQuery(() => Organisation, {
    nullable: true,
    description: "An organisation by its code; null where the directory does not carry it.",
    argumentClasses: { code: "PUBLIC" },
  })
  async organisation(
    @Arg("code", () => ID, { description: "Such as `RRK`, `10007774` or `GMC`, in capitals." }) code: string,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrganisationRow | null> {
    if (!organisationCode.test(code)) return null;
    return (await readOrganisations(context, [code], askedFields(info, "Organisation"))).get(code) ?? null;
  }

  @PublicQuery(() => OrganisationConnection, {
    description: "The directory, by name.",
    argumentClasses: { filter: "CARRIER" },
  })
  organisations(
    @Args(() => OrganisationListArguments) listArguments: OrganisationListArguments,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<OrganisationRow>> {
    return organisationPage(context, info, listArguments);
  }

  @FieldResolver()
  region(@Root() { region }: OrganisationRow, @Ctx() context: SubgraphContext, @Info() info: GraphQLResolveInfo) {
    return referredOrganisation(region, context, info);
  }

  @FieldResolver()
  icb(@Root() { icb }: OrganisationRow, @Ctx() context: SubgraphContext, @Info() info: GraphQLResolveInfo) {
    return referredOrganisation(icb, context, info);
  }

  @FieldResolver()
  parent(@Root() { parent }: OrganisationRow, @Ctx() context: SubgraphContext, @Info() info: GraphQLResolveInfo) {
    return referredOrganisation(parent, context, info);
  }

  @FieldResolver()
  sites(
    @Root() { code }: OrganisationRow,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Loaded<OrganisationRow[]> {
    return loaderOf(context, loadSites(askedFields(info, "Organisation"))).load(code);
  }

  @FieldResolver()
  predecessors(@Root() { code }: OrganisationRow, @Ctx() context: SubgraphContext): Loaded<SuccessionRow[]> {
    return loaderOf(context, loadPredecessors).load(code);
  }

  @FieldResolver()
  successors(@Root() { code }: OrganisationRow, @Ctx() context: SubgraphContext): Loaded<SuccessionRow[]> {
    return loaderOf(context, loadSuccessors).load(code);
  }

  @FieldResolver()
  remit(@Root() { code }: OrganisationRow, @Ctx() context: SubgraphContext): Loaded<string[]> {
    return loaderOf(context, loadRemits).load(code);
  }

  @FieldResolver()
  qualityTeam(@Root() { code }: OrganisationRow, @Ctx() context: SubgraphContext): Loaded<QualityTeam> {
    return loaderOf(context, loadQualityTeams).load(code);
  }

  @FieldResolver()
  protocolSignature(@Root() { code }: OrganisationRow, @Ctx() context: SubgraphContext): Loaded<ProtocolSignature> {
    return loaderOf(context, loadProtocolSignatures).load(code);
  }
}

@Resolver(() => Succession)
export class SuccessionResolver {
  @FieldResolver()
  predecessor(
    @Root() { predecessor }: SuccessionRow,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return referredOrganisation(predecessor, context, info);
  }

  @FieldResolver()
  successor(@Root() { successor }: SuccessionRow, @Ctx() context: SubgraphContext, @Info() info: GraphQLResolveInfo) {
    return referredOrganisation(successor, context, info);
  }
}

type Loaded<Value> = Promise<Value | undefined>;
