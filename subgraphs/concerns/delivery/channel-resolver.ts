/** Message channels in the graph: thin, from arguments to the reader and the commands, and back. */
import { Ctx, ID, Resolver } from "type-graphql";
import { Carrier, CarrierMutation, CarrierQuery, InputArgument, PlainType } from "../../annotations.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import { UserError } from "../../user-error.js";
import * as commands from "./channel-commands.js";
import { AddMessageChannelInput, RemoveMessageChannelInput } from "./channel-inputs.js";
import { readChannels } from "./channel-reader.js";
import { MessageChannel } from "./message-channel.js";

@PlainType("AddMessageChannelPayload", { description: "The channel, or why there is none." })
export class AddMessageChannelPayload {
  @Carrier(() => MessageChannel, { nullable: true, description: "The channel." })
  channel!: MessageChannel | null;

  @Carrier(() => String, {
    nullable: true,
    description: "Secret of a webhook, with which you verify what it is sent. Shown now and never again.",
  })
  secret!: string | null;

  @Carrier(() => [UserError], { description: "Why it was refused; empty where it was done." })
  userErrors!: readonly UserError[];
}

@PlainType("RemoveMessageChannelPayload", { description: "The channel that is gone, or why it is not." })
export class RemoveMessageChannelPayload {
  @Carrier(() => ID, { nullable: true, description: "Id of the channel that was removed." })
  channelId!: string | null;

  @Carrier(() => [UserError], { description: "Why it was refused; empty where it was done." })
  userErrors!: readonly UserError[];
}

@Resolver()
export class MessageChannelResolver {
  @CarrierQuery(() => [MessageChannel], {
    description: "Where the messages of your organisation go, by role. Empty for those who do not manage it.",
  })
  messageChannels(@Ctx() context: SubgraphContext): Promise<MessageChannel[]> {
    return readChannels(context);
  }

  @CarrierMutation(() => AddMessageChannelPayload, {
    description: "Send the messages to a role of your organisation to an address as well.",
  })
  async addMessageChannel(
    @InputArgument(() => AddMessageChannelInput) input: AddMessageChannelInput,
    @Ctx() context: SubgraphContext,
  ): Promise<AddMessageChannelPayload> {
    const { subject, secret, userErrors } = await commands.addMessageChannel(context, input);
    const [channel = null] = subject === null ? [] : await readChannels(context, subject);
    return { channel, secret, userErrors };
  }

  @CarrierMutation(() => RemoveMessageChannelPayload, { description: "Send nothing more to an address." })
  async removeMessageChannel(
    @InputArgument(() => RemoveMessageChannelInput) input: RemoveMessageChannelInput,
    @Ctx() context: SubgraphContext,
  ): Promise<RemoveMessageChannelPayload> {
    const { subject, userErrors } = await commands.removeMessageChannel(context, input);
    return { channelId: subject, userErrors };
  }
}
