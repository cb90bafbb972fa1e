/** What changed since a cursor: what the clock ended first, then what was written, each concern as it is now. */
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Int, Resolver } from "type-graphql";
import { standingKey } from "../../../authorisation/standing.js";
import { CarrierQuery } from "../../annotations.js";
import { askedFields } from "../../asked-fields.js";
import { pageSize } from "../../connection.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { readConcerns, type ConcernRecord } from "../concern-reader.js";
import { feedCursors, placeAfter } from "./change-cursor.js";
import { readEnded, readWritten, type FeedItem } from "./change-reader.js";
import { ChangeKind, ConcernChanges, type ConcernChange } from "./concern-changes.js";

@Resolver()
export class ConcernChangesResolver {
  @CarrierQuery(() => ConcernChanges, {
    description:
      "What changed of the concerns that you may know of since you last asked: for those who keep a copy. Without `since` it begins with all of them.",
    argumentClasses: { since: "PUBLIC" },
  })
  async concernChanges(
    @Arg("since", () => String, { nullable: true, description: "The `cursor` of the answer before." })
    since: string | null | undefined,
    @Arg("first", () => Int, { nullable: true, description: "How many, 1 to 100. Default 20." })
    first: number | null | undefined,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConcernChanges> {
    const size = pageSize({ first: first ?? null });
    const cursors = feedCursors(context);
    const from = cursors.open(since);
    const ended = await readEnded(context, from, size + 1);
    const written = ended.length > size ? [] : await readWritten(context, from, size + 1 - ended.length);
    const toldEnded = ended.slice(0, size);
    const toldWritten = written.slice(0, size - toldEnded.length);
    return {
      changes: await shown(context, info, [...toldEnded, ...toldWritten]),
      cursor: cursors.seal(placeAfter(from, toldEnded.at(-1), toldWritten.at(-1))),
      hasMore: ended.length + written.length > size,
    };
  }
}

async function shown(
  context: SubgraphContext,
  info: GraphQLResolveInfo,
  told: readonly FeedItem[],
): Promise<ConcernChange[]> {
  const ids = told.filter(({ kind }) => kind === ChangeKind.CHANGED).map(({ id }) => id);
  const fields = askedFields(info, "Concern");
  const records = fields.size === 0 ? new Map<string, ConcernRecord>() : await readConcerns(context, ids, fields);
  return told.map((item) => ({
    id: item.id,
    kind: item.kind,
    on: item.on,
    concern: records.get(item.id) ?? null,
    [standingKey]: context.standingOf(item),
  }));
}
