/** The inbox in the graph: thin, from arguments to the reader and the command, and back. */
import { Args, Ctx, Resolver } from "type-graphql";
import { Carrier, CarrierMutation, CarrierQuery, InputArgument, PlainType } from "../../annotations.js";
import type { Connection } from "../../connection.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { UserError } from "../../user-error.js";
import { MarkReadInput } from "./inbox-inputs.js";
import { InboxArguments, inboxPage, MessageConnection } from "./inbox-page.js";
import { readMessages, type MessageRecord } from "./inbox-reader.js";
import { markRead } from "./mark-read-command.js";
import { Message } from "./message.js";

@PlainType("MarkReadPayload", { description: "The messages after the change, or why there was none." })
export class MarkReadPayload {
  @Carrier(() => [Message], { description: "The messages, newest first; none where it was refused." })
  messages!: readonly MessageRecord[];

  @Carrier(() => [UserError], { description: "Why it was refused; empty where it was done." })
  userErrors!: readonly UserError[];
}

@Resolver()
export class InboxResolver {
  @CarrierQuery(() => MessageConnection, {
    description: "What your organisation was told in your role. Newest first.",
    argumentClasses: { unread: "PUBLIC" },
  })
  inbox(
    @Args(() => InboxArguments) listArguments: InboxArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<Connection<MessageRecord>> {
    return inboxPage(context, listArguments);
  }

  @CarrierMutation(() => MarkReadPayload, { description: "Mark messages of your inbox as read." })
  async markRead(
    @InputArgument(() => MarkReadInput) input: MarkReadInput,
    @Ctx() context: SubgraphContext,
  ): Promise<MarkReadPayload> {
    const { userErrors } = await markRead(context, input);
    return { messages: userErrors.length > 0 ? [] : await readMessages(context, input.ids), userErrors };
  }
}
