/**
 * The part of the reference policy about people who speak up and about emergencies, written by hand like the rest of it:
 * the tables of records, with their marks, and what is open to single persons.
 */

/**
 * What a concern is to one person alone: one who holds it open in an emergency, or who may know who spoke up, because a
 * reveal was approved for them or because that person spoke up openly and they are a case-holder of the region.
 */
export type PersonalPart = "glass" | "toldWho";

// prettier-ignore
export const protectionTables = {
  IdentityReveal: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board       panel
    id                 MANAGEMENT    no        no          no        guard   no      no         no      no          no          no
    state              MANAGEMENT    no        no          no        guard   no      no         no      no          no          no
    reason             MANAGEMENT    no        no          no        guard   no      no         no      no          no          no
    requestedBy        MANAGEMENT    no        no          no        guard   no      no         no      no          no          no
    requestedOn        MANAGEMENT    no        no          no        guard   no      no         no      no          no          no
    answeredBy         MANAGEMENT    no        no          no        guard   no      no         no      no          no          no
    answeredOn         MANAGEMENT    no        no          no        guard   no      no         no      no          no          no
    answerReason       MANAGEMENT    no        no          no        guard   no      no         no      no          no          no
    openUntil          MANAGEMENT    no        no          no        guard   no      no         no      no          no          no`,
  DetrimentReport: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board       panel
    id                 MANAGEMENT    no        no          no        guard   no      no         no      no          no          no
    kinds              MANAGEMENT    no        no          no        guard   no      no         no      no          no          no
    text               MANAGEMENT    no        no          no        guard   no      no         no      no          no          no
    noticedOn          MANAGEMENT    no        no          no        guard   no      no         no      no          no          no
    reportedOn         MANAGEMENT    no        no          no        guard   no      no         no      no          no          no
    reportedBy         MANAGEMENT    no        no          no        guard   no      no         no      no          no          no
    role               MANAGEMENT    no        no          no        guard   no      no         no      no          no          no`,
  EmergencyAccess: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board       panel
    id                 MANAGEMENT    no        no          no        yes     yes     no         no      no          no          no
    by                 MANAGEMENT    no        no          no        yes     yes     no         no      no          no          no
    organisation       MANAGEMENT    no        no          no        yes     yes     no         no      no          no          no
    role               MANAGEMENT    no        no          no        yes     yes     no         no      no          no          no
    reason             MANAGEMENT    no        no          no        yes     yes     no         no      no          no          no
    at                 MANAGEMENT    no        no          no        yes     yes     no         no      no          no          no
    until              MANAGEMENT    no        no          no        yes     yes     no         no      no          no          no`,
} as const;

/** What single persons read beside that: who holds a concern open reads these there, and who is told who spoke up. */
export const openToPersons: Readonly<Record<PersonalPart, Readonly<Record<string, "yes" | "from5">>>> = {
  glass: {
    "Concern.summary": "yes",
    "Concern.narrative": "yes",
    "Concern.declineReason": "yes",
    "Concern.learnersAffected": "from5",
    "CategoryChange.reason": "yes",
    "CategoryChange.evidence": "yes",
    "Review.summary": "yes",
    "LearnerRemoval.reasons": "yes",
    "LearnerRemoval.riskOfStaying": "yes",
    "LearnerRemoval.riskOfRemoval": "yes",
    "LearnerRemoval.learners": "yes",
    "RemovalReview.findings": "yes",
    "RemovedLearners.profession": "yes",
    "RemovedLearners.stage": "yes",
    "RemovedLearners.educationProvider": "yes",
    "RemovedLearners.band": "yes",
    "RemovedLearners.learners": "from5",
    "Relocation.places": "from5",
  },
  toldWho: { "Reporter.coarseRole": "yes", "Reporter.name": "yes", "Reporter.contact": "yes" },
};
