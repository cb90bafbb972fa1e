/**
 * What leaves the hub about a message: its kind, in words or as a code, a reference, a day and a link. Nothing else; and
 * not even these of what protects people who speak up.
 */
import { messageWords } from "../inbox/message-words.js";
import type { MessageKind, MessageLink } from "../inbox/notification-rules.js";

export interface Notice {
  /** Id of the message: the same however often it is sent. */
  readonly id: string;
  /** Null where it is for the inbox alone to say. */
  readonly kind: MessageKind | null;
  readonly reference: string | null;
  /** Address of a page of the hub, where a person signs in first. */
  readonly link: string;
  readonly toldOn: string;
}

/** What stands behind the # stays in the browser, and in no log of a server. */
export function linkTo(publicUrl: string, link: MessageLink | null): string {
  const place = link === null ? "inbox" : `${link.type}/${link.id}`;
  return `${publicUrl.replace(/\/$/, "")}/#${place}`;
}

export function emailOf({ kind, reference, link, toldOn }: Notice): {
  readonly subject: string;
  readonly text: string;
} {
  const words = kind === null ? "There is a message in your inbox." : messageWords[kind];
  const lines = [
    words,
    "",
    ...(reference === null ? [] : [`Reference: ${reference}`]),
    `Told on: ${toldOn}`,
    `Sign in to read more: ${link}`,
    "",
    "This message was sent by the Quality Concerns Hub. It says nothing of what the concern holds, and cannot be answered.",
  ];
  const subject = `${words.replace(/\.$/, "")}${reference === null ? "" : ` (${reference})`}`;
  return { subject, text: `${lines.join("\n")}\n` };
}

export function webhookBodyOf({ id, kind, reference, link, toldOn }: Notice): string {
  return JSON.stringify({ id, kind, reference, link, toldOn });
}
