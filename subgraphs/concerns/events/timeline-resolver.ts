/** The story of a concern in the graph: one order for all of it that the caller may see, in pages. */
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { ClassifiedField } from "../../annotations.js";
import { PageArguments, pageOf, pageSize, type Connection } from "../../connection.js";
import { cursorsFor } from "../../cursor.js";
import { loaderOf } from "../../loader-of.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { Concern } from "../concern.js";
import type { ConcernRecord } from "../concern-reader.js";
import { loadByGroup, type PageOfParent } from "../pages-by-parent.js";
import { eventRules } from "./event-rules.js";
import { TimelineConnection, TimelineEntry, type EventRecord } from "./timeline-entry.js";
import { countTimelines, readTimelines, type TimelineRequest, type TimelineRow } from "./timeline-reader.js";

@Resolver(() => Concern)
export class TimelineResolver {
  @ClassifiedField(() => Concern, () => TimelineConnection, "OPERATIONAL:headline", {
    nullable: false,
    description: "What happened on it, of what you may see: one story, newest first.",
  })
  async timeline(
    @Root() { key, id }: ConcernRecord,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<Connection<TimelineRow>> {
    const size = pageSize(page);
    const cursors = cursorsFor(context.cursorKey, context.caller, ["story", id]);
    const request = { size, after: cursors.start(page.after)?.value };
    const asked: StoryPage = { parent: key, group: JSON.stringify(request), request };
    const read = (await loaderOf(context, loadTimelines).load(asked)) ?? [];
    return pageOf(read, size, {
      after: page.after,
      // An event is found again by its id: its place in the story would be another after an event that is hidden.
      cursorOf: (event) => cursors.seal({ value: event.id, key: "" }),
      count: async () => (await loaderOf(context, countTimelines).load(key)) ?? 0,
    });
  }
}

interface StoryPage extends PageOfParent {
  readonly request: TimelineRequest;
}

function loadTimelines(context: SubgraphContext, pages: readonly StoryPage[]) {
  return loadByGroup(pages, ({ request }, concerns) => readTimelines(context, request, concerns));
}

@Resolver(() => TimelineEntry)
export class TimelineEntryResolver {
  /** The row has the id alone; what it is the id of follows from the kind of event. */
  @FieldResolver()
  record(@Root() { kind, record }: TimelineRow): EventRecord | null {
    const type = eventRules[kind].about;
    return record === null || type === undefined ? null : { type, id: record as unknown as string };
  }
}
