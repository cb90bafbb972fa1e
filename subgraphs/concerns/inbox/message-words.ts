/** What each kind of message says, in words: all that a message tells beside a reference and where it leads. */
import type { MessageKind } from "./notification-rules.js";

export const messageWords: Readonly<Record<MessageKind, string>> = {
  CONCERN_ESCALATED: "A concern was moved up to a category from which regulators are told.",
  CONCERN_SHARED: "A concern was shared with your organisation.",
  SHARE_WITHDRAWN: "A share with your organisation was withdrawn.",
  PANEL_INVITATION: "Your organisation is invited to a regulatory review panel.",
  PANEL_ACTION_DUE: "An action of a review panel is due soon, or overdue.",
  CATEGORY_SIGNED_OFF: "A step down by more than one category is signed off nationally.",
  REQUIREMENT_ISSUED: "NHS England has issued a requirement.",
  REQUIREMENT_CLOSURE_REQUESTED: "A provider says that a requirement is met, and asks for its closure.",
  REQUIREMENT_RETURNED: "NHS England finds that a requirement is not met.",
  REQUIREMENT_CARRIED: "NHS England has carried a requirement into business as usual, under conditions.",
  REQUIREMENT_DUE: "A requirement is due soon.",
  REQUIREMENT_OVERDUE: "A requirement is overdue.",
  REVIEW_SCHEDULED: "A review is scheduled.",
  REVIEW_RECORDED: "What a review found is recorded, or was amended.",
  REVIEW_PUBLISHED: "The report of a review is published.",
  REVIEW_CANCELLED: "A review is cancelled.",
  REVIEW_OVERDUE: "The review of a concern is overdue.",
  REMOVAL_DECIDED: "Learners are to be removed from a placement.",
  REMOVAL_ENDED: "A removal of learners has ended.",
  AGREEMENT_EXPIRING: "A sharing agreement ends soon.",
  DETRIMENT_REPORTED: "Somebody who spoke up reports a detriment.",
  REVEAL_REQUESTED: "Somebody asks to read who spoke up.",
  GLASS_BROKEN: "A concern was opened at an immediate risk to people.",
  ACTION_DROPPED: "A provider has dropped an action of its plan.",
};
