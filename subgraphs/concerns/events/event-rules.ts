/**
 * What can happen on a concern: for each kind of event the compartment that somebody has to read to learn of it, and
 * the message that tells people of it, where one does.
 */
import type { Compartment } from "../../../authorisation/data-class.js";
import type { MessageKind, MessageLink } from "../inbox/notification-rules.js";

export type EventKind =
  | "REPORTED"
  | "ACCEPTED"
  | "DECLINED"
  | "ASSESSED"
  | "CATEGORY_CHANGED"
  | "ESCALATED"
  | "REQUIREMENT_ISSUED"
  | "REQUIREMENT_ANSWERED"
  | "REQUIREMENT_CLOSED"
  | "PROGRESS_SUBMITTED"
  | "RESOLUTION_CONFIRMED"
  | "RESOLUTION_VERIFIED"
  | "RESOLUTION_REJECTED"
  | "REOPENED"
  | "NOTE_ADDED"
  | "SHARED"
  | "SHARE_WITHDRAWN"
  | "ACTION_PLANNED"
  | "ACTION_COMPLETED"
  | "ACTION_DROPPED";

export interface EventRule {
  /** Who reads this reads that it happened. */
  readonly readWith: Compartment;
  readonly tells?: MessageKind;
}

export const eventRules: Readonly<Record<EventKind, EventRule>> = {
  REPORTED: { readWith: "OPERATIONAL" },
  ACCEPTED: { readWith: "OPERATIONAL" },
  DECLINED: { readWith: "OPERATIONAL" },
  ASSESSED: { readWith: "OPERATIONAL" },
  CATEGORY_CHANGED: { readWith: "OPERATIONAL:headline" },
  ESCALATED: { readWith: "OPERATIONAL:headline", tells: "CONCERN_ESCALATED" },
  REQUIREMENT_ISSUED: { readWith: "OPERATIONAL", tells: "REQUIREMENT_ISSUED" },
  REQUIREMENT_ANSWERED: { readWith: "MANAGEMENT" },
  REQUIREMENT_CLOSED: { readWith: "OPERATIONAL" },
  PROGRESS_SUBMITTED: { readWith: "MANAGEMENT:summary" },
  RESOLUTION_CONFIRMED: { readWith: "OPERATIONAL" },
  RESOLUTION_VERIFIED: { readWith: "OPERATIONAL" },
  RESOLUTION_REJECTED: { readWith: "OPERATIONAL" },
  REOPENED: { readWith: "OPERATIONAL" },
  NOTE_ADDED: { readWith: "MANAGEMENT:internal" },
  SHARED: { readWith: "MANAGEMENT:internal", tells: "CONCERN_SHARED" },
  SHARE_WITHDRAWN: { readWith: "MANAGEMENT:internal", tells: "SHARE_WITHDRAWN" },
  ACTION_PLANNED: { readWith: "MANAGEMENT:summary" },
  ACTION_COMPLETED: { readWith: "MANAGEMENT:summary" },
  ACTION_DROPPED: { readWith: "MANAGEMENT:summary", tells: "ACTION_DROPPED" },
};

/** One thing that a command did. */
export interface Happening {
  readonly kind: EventKind;
  /** Id of the record that it is about, where that is not the concern itself. */
  readonly record?: string;
  /** Organisations that a message names: the receiver of a share, who is invited. */
  readonly named?: readonly string[];
  /** Where the message leads, where that is not the concern. */
  readonly link?: MessageLink;
}
