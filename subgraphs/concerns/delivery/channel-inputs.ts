/** Inputs of the mutations on message channels. */
import { ID } from "type-graphql";
import { Input, InputField } from "../../annotations.js";
import { CommandInput } from "../../command-input.js";
import { Text } from "../../input-rules.js";
import type { ChannelKind, ToldRole } from "./channel-rules.js";
import { channelKinds, messageRoles } from "./message-channel.js";

@Input("AddMessageChannelInput", "The messages to a role of your organisation are to go to an address as well.")
export class AddMessageChannelInput extends CommandInput {
  @InputField(() => channelKinds, "PUBLIC", { description: "How they are sent." })
  kind!: ChannelKind;

  @InputField(() => messageRoles, "PUBLIC", { description: "The role whose messages are sent." })
  role!: ToldRole;

  @Text(2_000)
  @InputField(() => String, "PUBLIC", { description: "An e-mail address, or the https address of a webhook." })
  address!: string;
}

@Input("RemoveMessageChannelInput", "Nothing more is sent to an address.")
export class RemoveMessageChannelInput extends CommandInput {
  @InputField(() => ID, "PUBLIC", { description: "The channel." })
  id!: string;
}
