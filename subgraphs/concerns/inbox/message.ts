/**
 * A message in the graph: what kind of thing happened, and where to look. It holds no content. Its reference and its
 * link are those of something that the organisation may know of now; where it no longer may, the kind is all there is.
 */
import { ID } from "type-graphql";
import { standingKey, type StandingRecord } from "../../../authorisation/standing.js";
import { Carrier, Classified, PlainType, RecordType } from "../../annotations.js";
import { enumOfWords } from "../../described-enum.js";
import { DateScalar } from "../../scalars.js";
import { messageWords } from "./message-words.js";
import { followedWith, type MessageKind, type MessageLink } from "./notification-rules.js";

const kinds = enumOfWords("MessageKind", "What a message tells of.", messageWords);
const linkTypes = enumOfWords<MessageLink["type"]>("MessageLinkType", "The type of what a message leads to.", {
  Concern: "A concern.",
  ReviewPanel: "A regulatory review panel.",
  LearnerRemoval: "A removal of learners: it stands under its id in the list of its concern.",
  SharingAgreement: "A sharing agreement.",
});

@PlainType("MessageLink", { description: "Where a message leads: what to ask for, and its id." })
export class MessageLinkParts implements MessageLink {
  @Carrier(() => linkTypes, { description: "Type of what it leads to." })
  type!: MessageLink["type"];

  @Carrier(() => ID, { description: "Its id." })
  id!: string;
}

@RecordType("Message", { description: "A message to one role of one organisation: what happened, and where to look." })
export class Message {
  @Carrier(() => ID, { description: "Random identifier." })
  id!: string;

  @Carrier(() => kinds, { description: "What it tells of." })
  kind!: MessageKind;

  @Carrier(() => DateScalar, { description: "The day on which it was told." })
  toldOn!: string;

  @Carrier(() => Boolean, { description: "Whether somebody in this role of your organisation has read it." })
  read!: boolean;

  @Classified(() => String, "OPERATIONAL", {
    description: "Reference of the concern; null where it is about none, and where you may not know of it now.",
  })
  reference!: string | null;

  @Carrier(() => MessageLinkParts, {
    nullable: true,
    description: "Where it leads; null where you may not know of that now.",
  })
  link!: MessageLink | null;
}

/** A row of the inbox, as the database shows it to this caller. */
export interface MessageRow extends Pick<Message, "id" | "kind" | "toldOn" | "read" | "reference"> {
  readonly linkType: MessageLink["type"] | null;
  readonly linkId: string | null;
}

/** The link of a message, where the standing of the caller on what it leads to opens it. */
export function linkOf(message: MessageRow & StandingRecord): MessageLink | null {
  const { linkType: type, linkId: id, [standingKey]: standing } = message;
  if (type === null || id === null) return null;
  return standing.readable.has(followedWith[type]) ? { type, id } : null;
}
