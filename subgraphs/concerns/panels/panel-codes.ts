/** The closed lists of review panels, and the codes of the lists in the reference data that an owner may extend. */
import { codeScalar } from "../../code-scalar.js";
import { describedEnum } from "../../described-enum.js";

export enum PanelState {
  CONVENED = "CONVENED",
  DECIDED = "DECIDED",
  CLOSED = "CLOSED",
}

export enum PanelReason {
  A = "A",
  B = "B",
  C = "C",
}

export enum PanelMode {
  TELECONFERENCE = "TELECONFERENCE",
  VIDEO = "VIDEO",
  IN_PERSON = "IN_PERSON",
  EXISTING_MEETING = "EXISTING_MEETING",
}

export enum InvitationState {
  INVITED = "INVITED",
  ACCEPTED = "ACCEPTED",
  DECLINED = "DECLINED",
  NOT_APPLICABLE = "NOT_APPLICABLE",
}

export enum InvitationAnswer {
  ACCEPTED = "ACCEPTED",
  DECLINED = "DECLINED",
  NOT_APPLICABLE = "NOT_APPLICABLE",
}

export enum PanelActionStatus {
  AGREED = "AGREED",
  DONE = "DONE",
  DROPPED = "DROPPED",
}

export enum InviteeReason {
  PROFESSION = "PROFESSION",
  SETTING = "SETTING",
  REGION = "REGION",
}

describedEnum(PanelState, "PanelState", "Where a review panel stands.", {
  CONVENED: "Convened; bodies answer, contribute and meet.",
  DECIDED: "It has met and decided; its actions are followed up.",
  CLOSED: "Everything agreed is done or dropped.",
});
describedEnum(PanelReason, "PanelReason", "Category of concern of the Emerging Concerns Protocol.", {
  A: "Individuals or groups of professionals.",
  B: "Healthcare systems and the healthcare environment, learning environments included.",
  C: "What might affect trust in professionals or the professions.",
});
describedEnum(PanelMode, "PanelMode", "How a review panel meets.", {
  TELECONFERENCE: "By telephone.",
  VIDEO: "By video.",
  IN_PERSON: "In one place.",
  EXISTING_MEETING: "Within a meeting that the bodies hold anyway.",
});
const answers = {
  ACCEPTED: "It attends.",
  DECLINED: "It does not, and said why.",
  NOT_APPLICABLE: "The matter does not concern it.",
};
describedEnum(InvitationState, "InvitationState", "Where an invitation to a review panel stands.", {
  INVITED: "Not answered yet.",
  ...answers,
});
describedEnum(InvitationAnswer, "InvitationAnswer", "An answer to an invitation to a review panel.", answers);
describedEnum(PanelActionStatus, "PanelActionStatus", "Where an action agreed by a review panel stands.", {
  AGREED: "Outstanding.",
  DONE: "Done.",
  DROPPED: "Not done, for a reason.",
});
describedEnum(InviteeReason, "InviteeReason", "Why a body is suggested for a review panel.", {
  PROFESSION: "It regulates a profession concerned.",
  SETTING: "It regulates the setting.",
  REGION: "It is NHS England's team for the place.",
});

export const PanelOutcomeScalar = codeScalar(
  "PanelOutcome",
  "What a review panel decided, such as `JOINT_VISIT` or `MONITOR`. The list is reference data.",
);

export const PeopleAtRiskScalar = codeScalar(
  "PeopleAtRisk",
  "Who is at risk, such as `LEARNERS` or `PATIENTS`. The list is reference data.",
);

export const PanelUrgencyScalar = codeScalar(
  "PanelUrgency",
  "How urgent a review panel finds the matter, such as `PROMPT`. The list is reference data.",
);
