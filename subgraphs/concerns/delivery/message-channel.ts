/** A channel in the graph: where the messages to a role go beside its inbox. A webhook's secret is no part of it. */
import { ID, registerEnumType } from "type-graphql";
import { Carrier, PlainType } from "../../annotations.js";
import { DateScalar } from "../../scalars.js";
import type { ChannelKind, ToldRole } from "./channel-rules.js";

export const channelKinds: Readonly<Record<ChannelKind, ChannelKind>> = { EMAIL: "EMAIL", WEBHOOK: "WEBHOOK" };
export const messageRoles: Readonly<Record<ToldRole, ToldRole>> = {
  QUALITY_LEAD: "QUALITY_LEAD",
  CASE_HOLDER: "CASE_HOLDER",
  GUARDIAN: "GUARDIAN",
  EXECUTIVE: "EXECUTIVE",
  AUDITOR: "AUDITOR",
};

registerEnumType(channelKinds, {
  name: "MessageChannelKind",
  description: "How messages leave the hub.",
  valuesConfig: {
    EMAIL: { description: "A short text to an e-mail address." },
    WEBHOOK: { description: "A signed JSON request to an address of yours, after the Standard Webhooks scheme." },
  },
});
registerEnumType(messageRoles, {
  name: "MessageRole",
  description: "A role to which messages are addressed.",
  valuesConfig: {
    QUALITY_LEAD: { description: "Answers for the quality of education in the organisation." },
    CASE_HOLDER: { description: "Handles single concerns." },
    GUARDIAN: { description: "Protects people who speak up." },
    EXECUTIVE: { description: "Is accountable for the organisation." },
    AUDITOR: { description: "Reads who read or changed what, never the values." },
  },
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
