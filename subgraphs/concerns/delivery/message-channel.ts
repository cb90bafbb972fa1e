/** A channel in the graph: where the messages to a role go beside its inbox. A webhook's secret is no part of it. */
import { ID } from "type-graphql";
import { Carrier, PlainType } from "../../annotations.js";
import { enumOfWords } from "../../described-enum.js";
import { DateScalar } from "../../scalars.js";
import type { ChannelKind, ToldRole } from "./channel-rules.js";

export const channelKinds = enumOfWords<ChannelKind>("MessageChannelKind", "How messages leave the hub.", {
  EMAIL: "A short text to an e-mail address.",
  WEBHOOK: "A signed JSON request to an address of yours, after the Standard Webhooks scheme.",
});

export const messageRoles = enumOfWords<ToldRole>("MessageRole", "A role to which messages are addressed.", {
  QUALITY_LEAD: "Answers for the quality of education in the organisation.",
  CASE_HOLDER: "Handles single concerns.",
  GUARDIAN: "Protects people who speak up.",
  EXECUTIVE: "Is accountable for the organisation.",
  AUDITOR: "Reads who read or changed what, never the values.",
});

@PlainType("MessageChannel", {
  description: "Where the messages to one role of your organisation go, beside its inbox.",
})
export class MessageChannel {
  @Carrier(() => ID, { description: "Random identifier." })
  id!: string;

  @Carrier(() => channelKinds, { description: "How messages are sent." })
  kind!: ChannelKind;

  @Carrier(() => messageRoles, { description: "The role whose messages are sent." })
  role!: ToldRole;

  @Carrier(() => String, { description: "The e-mail address, or the address of the webhook." })
  address!: string;

  @Carrier(() => DateScalar, { description: "When it was added." })
  addedOn!: string;
}
