/** The caller in the graph: what the token said, and the policy worked out for it. Nothing is read but the organisation. */
import type { GraphQLResolveInfo } from "graphql";
import { Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { permittedPurposes } from "../../authentication/permitted-roles.js";
import type { Caller, Purpose } from "../../authorisation/caller.js";
import { compartments, dataClassOf } from "../../authorisation/data-class.js";
import { unlocksOf } from "../../authorisation/unlocks.js";
import { CarrierQuery } from "../annotations.js";
import type { SubgraphContext } from "../subgraph-context.js";
import { referredOrganisation } from "./organisation-reference.js";
import { Viewer, type Unlock } from "./viewer.js";

@Resolver(() => Viewer)
export class ViewerResolver {
  @CarrierQuery(() => Viewer, { description: "Who you are to the hub, and what that opens." })
  viewer(@Ctx() { caller }: SubgraphContext): Caller {
    return caller;
  }

  @FieldResolver()
  organisation(@Root() { organisation }: Caller, @Ctx() context: SubgraphContext, @Info() info: GraphQLResolveInfo) {
    return referredOrganisation(organisation, context, info);
  }

  @FieldResolver()
  purposes(@Root() { organisationKind, role }: Caller): readonly Purpose[] {
    return permittedPurposes(organisationKind, role);
  }

  @FieldResolver()
  unlocks(@Root() caller: Caller): Readonly<Unlock>[] {
    const unlocks = unlocksOf(caller);
    return compartments.map((compartment) => ({
      dataClass: dataClassOf(compartment),
      part: compartment.split(":")[1] ?? null,
      relations: unlocks[compartment],
    }));
  }
}
