/** Who looked at a concern, in pages, for the executive of its provider and for the team of its region. */
import { Args, Ctx, Resolver, Root } from "type-graphql";
import { ClassifiedField } from "../../annotations.js";
import { PageArguments, pageOf, pageSize, type Connection } from "../../connection.js";
import { cursorsFor } from "../../cursor.js";
import { loaderOf } from "../../loader-of.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { Concern } from "../concern.js";
import type { ConcernRecord } from "../concern-reader.js";
import { loadByGroup, type PageOfParent } from "../pages-by-parent.js";
import { ConcernReadingConnection, type ConcernReadingRecord } from "./concern-reading.js";
import { countConcernReadings, readConcernReadings, type ReadingsRequest } from "./concern-readings-reader.js";

@Resolver(() => Concern)
export class ConcernReadingsResolver {
  @ClassifiedField(() => Concern, () => ConcernReadingConnection, "AUDIT:readers", {
    ofThePresent: true,
    description:
      "On which days your own people and the bodies that the concern names looked at it, the last day first. At the provider it is for the executive.",
  })
  async accessLog(
    @Root() { key, id }: ConcernRecord,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<Connection<ConcernReadingRecord>> {
    const size = pageSize(page);
    const cursors = cursorsFor(context.cursorKey, context.caller, ["accessLog", id]);
    const request = { size, after: cursors.start(page.after) };
    const asked: ReadingsPage = { parent: key, group: JSON.stringify(request), request };
    const read = (await loaderOf(context, loadReadings).load(asked)) ?? [];
    return pageOf(read, size, {
      after: page.after,
      cursorOf: ({ on, code, role }) => cursors.seal({ value: on, key: `${code} ${role ?? ""}` }),
      count: async () => (await loaderOf(context, countConcernReadings).load(key)) ?? 0,
    });
  }
}

interface ReadingsPage extends PageOfParent {
  readonly request: ReadingsRequest;
}

function loadReadings(context: SubgraphContext, pages: readonly ReadingsPage[]) {
  return loadByGroup(pages, ({ request }, concerns) => readConcernReadings(context, request, concerns));
}
