/** Pages of concerns: of all that the caller may know of, and of those that belong to an organisation or a standard. */
import type { GraphQLResolveInfo } from "graphql";
import { ArgsType, Field } from "type-graphql";
import { askedFields } from "../asked-fields.js";
import { connectionType, PageArguments, pageOf, pageSize, type Connection } from "../connection.js";
import { cursorsFor, type Cursors } from "../cursor.js";
import { loaderOf } from "../loader-of.js";
import type { SubgraphContext } from "../subgraph-context.js";
import { Concern } from "./concern.js";
import { ConcernOrder } from "./concern-codes.js";
import { ConcernFilter } from "./concern-filter.js";
import {
  countConcerns,
  countForParents,
  readPage,
  readPages,
  sortPosition,
  type ConcernRecord,
  type PageRequest,
  type ParentColumn,
} from "./concern-reader.js";
import { loadByGroup, type PageOfParent } from "./pages-by-parent.js";

export const ConcernConnection = connectionType("Concern", () => Concern);
export type ConcernPage = Connection<ConcernRecord>;

@ArgsType()
export class ConcernListArguments extends PageArguments {
  @Field(() => ConcernFilter, { nullable: true, description: "Which concerns." })
  filter?: ConcernFilter | null;

  @Field(() => ConcernOrder, { nullable: true, description: "In which order. Default RAISED_ON, newest first." })
  orderBy?: ConcernOrder | null;
}

export const concernListClasses = { filter: "CARRIER", orderBy: "OPERATIONAL" } as const;

export async function concernPage(
  context: SubgraphContext,
  info: GraphQLResolveInfo,
  listArguments: ConcernListArguments,
): Promise<ConcernPage> {
  const { request, cursors } = requestOf(context, listArguments, "all");
  const read = await readPage(context, request, askedFields(info, "Concern"));
  return pageOf(read, request.size, {
    after: listArguments.after,
    cursorOf: (record) => cursors.seal(sortPosition(record)),
    count: () => countConcerns(context, request),
  });
}

/** A page for one parent; those of all parents in the response are read together. */
export async function concernPageOf(
  context: SubgraphContext,
  info: GraphQLResolveInfo,
  listArguments: ConcernListArguments,
  parentColumn: ParentColumn,
  parent: string,
): Promise<ConcernPage> {
  const { request, cursors } = requestOf(context, listArguments, [parentColumn, parent]);
  const key: ParentPage = {
    parent,
    request: { ...request, parentColumn },
    fields: askedFields(info, "Concern"),
    group: JSON.stringify([parentColumn, request]),
  };
  const read = (await loaderOf(context, loadParentPages).load(key)) ?? [];
  return pageOf(read, request.size, {
    after: listArguments.after,
    cursorOf: (record) => cursors.seal(sortPosition(record)),
    count: async () => (await loaderOf(context, loadParentCounts).load(key)) ?? 0,
  });
}

function requestOf(
  context: SubgraphContext,
  listArguments: ConcernListArguments,
  list: unknown,
): { request: PageRequest; cursors: Cursors } {
  const size = pageSize(listArguments);
  const order = listArguments.orderBy ?? ConcernOrder.RAISED_ON;
  const filter = listArguments.filter ?? {};
  const cursors = cursorsFor(context.cursorKey, context.caller, ["concerns", list, order, filter]);
  return { cursors, request: { size, order, filter, after: cursors.start(listArguments.after) } };
}

interface ParentPage extends PageOfParent {
  readonly request: PageRequest;
  readonly fields: ReadonlySet<string>;
}

function loadParentPages(context: SubgraphContext, keys: readonly ParentPage[]) {
  return loadByGroup(keys, ({ request, fields }, parents) => readPages(context, request, fields, parents));
}

function loadParentCounts(context: SubgraphContext, keys: readonly ParentPage[]) {
  return loadByGroup(keys, ({ request }, parents) => countForParents(context, request, parents));
}
