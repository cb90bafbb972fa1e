/**
 * Which kinds of messages are named outside the hub: those of which whoever keeps the channels of an organisation may
 * read, in each of their roles. They choose the addresses, also for the roles that protect people who speak up.
 */
import { readableInRole } from "../../../authorisation/policy.js";
import { eventRules } from "../events/event-rules.js";
import type { MessageKind } from "../inbox/notification-rules.js";
import { channelManagers } from "./channel-rules.js";

export function isToldOutside(kind: MessageKind): boolean {
  return Object.values(eventRules)
    .filter(({ tells }) => tells === kind)
    .every(({ readWith }) => channelManagers.every((role) => readableInRole[readWith].includes(role)));
}
