/** The closed lists of removals of learners. */
import { registerEnumType } from "type-graphql";

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

registerEnumType(RemovalStateCode, {
  name: "RemovalState",
  description: "Where a removal of learners stands, from proposal to return.",
  valuesConfig: {
    PROPOSED: { description: "Proposed; those concerned are being heard." },
    CONSULTED: { description: "Everybody was heard; the authorities decide." },
    DECIDED: { description: "Decided by every authority that has to; notices are given." },
    DECLINED: { description: "An authority declined it." },
    WITHDRAWN: { description: "NHS England no longer proposes it." },
    NOTIFIED: { description: "Everybody was told in writing." },
    IN_FORCE: { description: "The learners are removed." },
    REINSTATING: { description: "The learners return, in phases and under conditions." },
    ENDED: { description: "The learners are back." },
  },
});
registerEnumType(RemovalScopeCode, {
  name: "RemovalScope",
  description: "Which learners a removal is about.",
  valuesConfig: {
    ALL_LEARNERS: { description: "All learners of the provider." },
    PROFESSION: { description: "Learners of one profession." },
    PROGRAMME: { description: "Learners of one programme." },
    SPECIALTY: { description: "Learners in one specialty." },
    SITE: { description: "Learners at one site." },
    STAGE: { description: "Learners of one stage, such as undergraduates." },
  },
});
registerEnumType(RemovalExtentCode, {
  name: "RemovalExtent",
  description: "Whether all of the learners in scope are removed.",
  valuesConfig: {
    FULL: { description: "All of them." },
    PARTIAL: { description: "Some of them, or from part of their work." },
  },
});
registerEnumType(RemovalAnswer, {
  name: "RemovalAnswer",
  description: "What an authority says to a removal of learners.",
  valuesConfig: {
    REMOVE: { description: "It consents to the removal." },
    DECLINE: { description: "It does not consent; the proposal ends." },
    RETURN: { description: "It consents to the return of the learners." },
  },
});
registerEnumType(RemovalReviewOutcome, {
  name: "RemovalReviewOutcome",
  description: "What a review of a removal found.",
  valuesConfig: {
    CONTINUE: { description: "The removal goes on as it is." },
    PREPARE_RETURN: { description: "The return of the learners can be prepared." },
    RETURN_HALTED: { description: "The return was halted; the removal goes on." },
  },
});
registerEnumType(ConsentSubject, { name: "ConsentSubject", description: "What an authority consented to." });
