/** The closed lists of removals of learners. */
import { describedEnum } from "../../described-enum.js";

export enum RemovalStateCode {
  PROPOSED = "PROPOSED",
  CONSULTED = "CONSULTED",
  DECIDED = "DECIDED",
  DECLINED = "DECLINED",
  WITHDRAWN = "WITHDRAWN",
  NOTIFIED = "NOTIFIED",
  IN_FORCE = "IN_FORCE",
  REINSTATING = "REINSTATING",
  ENDED = "ENDED",
}

export enum RemovalScopeCode {
  ALL_LEARNERS = "ALL_LEARNERS",
  PROFESSION = "PROFESSION",
  PROGRAMME = "PROGRAMME",
  SPECIALTY = "SPECIALTY",
  SITE = "SITE",
  STAGE = "STAGE",
}

export enum RemovalExtentCode {
  FULL = "FULL",
  PARTIAL = "PARTIAL",
}

export enum RemovalAnswer {
  REMOVE = "REMOVE",
  DECLINE = "DECLINE",
  RETURN = "RETURN",
}

export enum RemovalReviewOutcome {
  CONTINUE = "CONTINUE",
  PREPARE_RETURN = "PREPARE_RETURN",
  RETURN_HALTED = "RETURN_HALTED",
}

export enum ConsentSubject {
  REMOVAL = "REMOVAL",
  RETURN = "RETURN",
}

describedEnum(RemovalStateCode, "RemovalState", "Where a removal of learners stands, from proposal to return.", {
  PROPOSED: "Proposed; those concerned are being heard.",
  CONSULTED: "Everybody was heard; the authorities decide.",
  DECIDED: "Decided by every authority that has to; notices are given.",
  DECLINED: "An authority declined it.",
  WITHDRAWN: "NHS England no longer proposes it.",
  NOTIFIED: "Everybody was told in writing.",
  IN_FORCE: "The learners are removed.",
  REINSTATING: "The learners return, in phases and under conditions.",
  ENDED: "The learners are back.",
});
describedEnum(RemovalScopeCode, "RemovalScope", "Which learners a removal is about.", {
  ALL_LEARNERS: "All learners of the provider.",
  PROFESSION: "Learners of one profession.",
  PROGRAMME: "Learners of one programme.",
  SPECIALTY: "Learners in one specialty.",
  SITE: "Learners at one site.",
  STAGE: "Learners of one stage, such as undergraduates.",
});
describedEnum(RemovalExtentCode, "RemovalExtent", "Whether all of the learners in scope are removed.", {
  FULL: "All of them.",
  PARTIAL: "Some of them, or from part of their work.",
});
describedEnum(RemovalAnswer, "RemovalAnswer", "What an authority says to a removal of learners.", {
  REMOVE: "It consents to the removal.",
  DECLINE: "It does not consent; the proposal ends.",
  RETURN: "It consents to the return of the learners.",
});
describedEnum(RemovalReviewOutcome, "RemovalReviewOutcome", "What a review of a removal found.", {
  CONTINUE: "The removal goes on as it is.",
  PREPARE_RETURN: "The return of the learners can be prepared.",
  RETURN_HALTED: "The return was halted; the removal goes on.",
});
describedEnum(ConsentSubject, "ConsentSubject", "What an authority consented to.", {
  REMOVAL: "That the learners are removed.",
  RETURN: "That they return.",
});
