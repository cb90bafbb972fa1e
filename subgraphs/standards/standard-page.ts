/** Pages of standards, in the order of their frameworks. */
import type { GraphQLResolveInfo } from "graphql";
import { ArgsType, Field } from "type-graphql";
import { askedFields } from "../asked-fields.js";
import { connectionType, PageArguments, pageOf, pageSize, type Connection } from "../connection.js";
import { cursorsFor } from "../cursor.js";
import type { SubgraphContext } from "../subgraph-context.js";
import { Standard } from "./standard.js";
import { filterValues, StandardFilter } from "./standard-filter.js";
import { countStandards, readStandardPage, standardPosition, type StandardRow } from "./standard-reader.js";

export const StandardConnection = connectionType("Standard", () => Standard);

@ArgsType()
export class StandardListArguments extends PageArguments {
  @Field(() => StandardFilter, { nullable: true, description: "Which standards." })
  filter?: StandardFilter | null;
}

export async function standardPage(
  context: SubgraphContext,
  info: GraphQLResolveInfo,
  listArguments: StandardListArguments,
): Promise<Connection<StandardRow>> {
  const size = pageSize(listArguments);
  const filter = filterValues(listArguments.filter ?? {});
  const cursors = cursorsFor(context.cursorKey, context.caller, ["standards", filter]);
  const { after } = listArguments;
  const request = { filter, size, after: cursors.start(after) };
  const read = await readStandardPage(context, request, askedFields(info, "Standard"));
  return pageOf(read, size, {
    after,
    cursorOf: (standard) => cursors.seal(standardPosition(standard)),
    count: () => countStandards(context, filter),
  });
}
