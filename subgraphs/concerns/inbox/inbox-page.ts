/** Pages of the inbox, newest first. */
import { ArgsType, Field } from "type-graphql";
import { connectionType, PageArguments, pageOf, pageSize, type Connection } from "../../connection.js";
import { cursorsFor } from "../../cursor.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { countMessages, readInboxPage, type MessageRecord } from "./inbox-reader.js";
import { Message } from "./message.js";

export const MessageConnection = connectionType("Message", () => Message);

@ArgsType()
export class InboxArguments extends PageArguments {
  @Field(() => Boolean, { nullable: true, description: "Only what nobody in your role has read yet. Default false." })
  unread?: boolean | null;
}

export async function inboxPage(
  context: SubgraphContext,
  { first, after, unread: asked }: InboxArguments,
): Promise<Connection<MessageRecord>> {
  const size = pageSize({ first: first ?? null });
  const unread = asked ?? false;
  const cursors = cursorsFor(context.cursorKey, context.caller, ["inbox", unread]);
  const position = cursors.start(after);
  return pageOf(await readInboxPage(context, { unread, size, after: position }), size, {
    after,
    cursorOf: ({ toldOn, id }) => cursors.seal({ value: toldOn, key: id }),
    count: () => countMessages(context, unread),
  });
}
