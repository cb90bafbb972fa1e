/** The closed lists of review panels, and the codes of the lists in the reference data that an owner may extend. */
import { registerEnumType } from "type-graphql";
import { codeScalar } from "../../code-scalar.js";

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

registerEnumType(PanelState, {
  name: "PanelState",
  description: "Where a review panel stands.",
  valuesConfig: {
    CONVENED: { description: "Convened; bodies answer, contribute and meet." },
    DECIDED: { description: "It has met and decided; its actions are followed up." },
    CLOSED: { description: "Everything agreed is done or dropped." },
  },
});
registerEnumType(PanelReason, {
  name: "PanelReason",
  description: "Category of concern of the Emerging Concerns Protocol.",
  valuesConfig: {
    A: { description: "Individuals or groups of professionals." },
    B: { description: "Healthcare systems and the healthcare environment, learning environments included." },
    C: { description: "What might affect trust in professionals or the professions." },
  },
});
registerEnumType(PanelMode, {
  name: "PanelMode",
  description: "How a review panel meets.",
  valuesConfig: {
    TELECONFERENCE: { description: "By telephone." },
    VIDEO: { description: "By video." },
    IN_PERSON: { description: "In one place." },
    EXISTING_MEETING: { description: "Within a meeting that the bodies hold anyway." },
  },
});
const answers = {
  ACCEPTED: { description: "It attends." },
  DECLINED: { description: "It does not, and said why." },
  NOT_APPLICABLE: { description: "The matter does not concern it." },
};
registerEnumType(InvitationState, {
  name: "InvitationState",
  description: "Where an invitation to a review panel stands.",
  valuesConfig: { INVITED: { description: "Not answered yet." }, ...answers },
});
registerEnumType(InvitationAnswer, {
  name: "InvitationAnswer",
  description: "An answer to an invitation to a review panel.",
  valuesConfig: answers,
});
registerEnumType(PanelActionStatus, {
  name: "PanelActionStatus",
  description: "Where an action agreed by a review panel stands.",
  valuesConfig: {
    AGREED: { description: "Outstanding." },
    DONE: { description: "Done." },
    DROPPED: { description: "Not done, for a reason." },
  },
});
registerEnumType(InviteeReason, {
  name: "InviteeReason",
  description: "Why a body is suggested for a review panel.",
  valuesConfig: {
    PROFESSION: { description: "It regulates a profession concerned." },
    SETTING: { description: "It regulates the setting." },
    REGION: { description: "It is NHS England's team for the place." },
  },
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
