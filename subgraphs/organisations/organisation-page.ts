/** Pages of organisations, by name. */
import type { GraphQLResolveInfo } from "graphql";
import { ArgsType, Field } from "type-graphql";
import { askedFields } from "../asked-fields.js";
import { connectionType, PageArguments, pageOf, pageSize, type Connection } from "../connection.js";
import { cursorsFor } from "../cursor.js";
import type { SubgraphContext } from "../subgraph-context.js";
import { Organisation } from "./organisation.js";
import { filterValues, OrganisationFilter } from "./organisation-filter.js";
import { countOrganisations, readOrganisationPage, type OrganisationRow } from "./organisation-reader.js";

export const OrganisationConnection = connectionType("Organisation", () => Organisation);

@ArgsType()
export class OrganisationListArguments extends PageArguments {
  @Field(() => OrganisationFilter, { nullable: true, description: "Which organisations." })
  filter?: OrganisationFilter | null;
}

export async function organisationPage(
  context: SubgraphContext,
  info: GraphQLResolveInfo,
  listArguments: OrganisationListArguments,
): Promise<Connection<OrganisationRow>> {
  const size = pageSize(listArguments);
  const filter = filterValues(listArguments.filter ?? {});
  const cursors = cursorsFor(context.cursorKey, context.caller, ["organisations", filter]);
  const { after } = listArguments;
  const request = { filter, size, after: cursors.start(after) };
  const read = await readOrganisationPage(context, request, askedFields(info, "Organisation"));
  return pageOf(read, size, {
    after,
    cursorOf: ({ name = "", code }) => cursors.seal({ value: name, key: code }),
    count: () => countOrganisations(context, filter),
  });
}
