/**
 * Who may read what of removals of learners, written down a second time: field by field and by hand. Which removals, and
 * which of what hangs on them, are there for somebody is said below the tables.
 */
import type { Held } from "./reference-policy.js";
import type { Tree } from "./recorded-truth.js";

// prettier-ignore
export const removalTables = {
  LearnerRemoval: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board   panel
    id                 OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         yes   yes
    state              OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no   yes
    scope              OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no   yes
    scopeDetail        OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no   yes
    extent             OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no   yes
    urgent             OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no   yes
    startsOn           OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no   yes
    decidedOn          OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no   yes
    inForceSince       OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no   yes
    nextReviewOn       OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no   yes
    reviewOverdue      OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no   yes
    endedOn            OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no   yes
    consents           OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no   yes
    reviews            OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no   yes
    phases             OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no   yes
    reasons            NARRATIVE     yes       yes         no        yes     yes     agreement  share   yes         glass   yes
    riskOfStaying      NARRATIVE     yes       yes         no        yes     yes     agreement  share   yes         glass   yes
    riskOfRemoval      NARRATIVE     yes       yes         no        yes     yes     agreement  share   yes         glass   yes
    proposedOn         MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no   no
    localResolution    MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no   no
    returnConditions   MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no   no
    notices            MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no   no
    noticesMissing     MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no   no
    relocations        MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no   no
    outcomeReason      MANAGEMENT    no        no          no        yes     yes     no         no      no          no   no
    regulatorView      MANAGEMENT    no        no          no        yes     yes     no         no      no          no   no
    consultations      MANAGEMENT    no        no          no        yes     yes     no         no      no          no   no
    consulteesMissing  MANAGEMENT    no        no          no        yes     yes     no         no      no          no   no
    learners           LEARNERS      yes       yes         no        yes     yes     agreement  no      no          glass   no`,
  RemovedLearners: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board   panel
    id                 OPERATIONAL   yes       yes         no        yes     yes     no         no      no          no   no
    profession         LEARNERS      yes       yes         no        yes     yes     agreement  no      no          glass   no
    stage              LEARNERS      yes       yes         no        yes     yes     agreement  no      no          glass   no
    educationProvider  LEARNERS      yes       yes         no        yes     yes     agreement  no      no          glass   no
    band               LEARNERS      yes       yes         no        yes     yes     agreement  no      no          glass   no
    learners           LEARNERS      from5     from5       no        yes     yes     agreement  no      no          glass   no`,
  RemovalConsultation: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board   panel
    id                 OPERATIONAL   no        no          no        yes     yes     no         no      no          no   no
    consultee          MANAGEMENT    no        no          no        yes     yes     no         no      no          no   no
    notApplicable      MANAGEMENT    no        no          no        yes     yes     no         no      no          no   no
    answer             MANAGEMENT    no        no          no        yes     yes     no         no      no          no   no
    heardOn            MANAGEMENT    no        no          no        yes     yes     no         no      no          no   no`,
  RemovalConsent: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board   panel
    id                 OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no   yes
    subject            OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no   yes
    decider            OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no   yes
    organisation       OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no   yes
    role               OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no   yes
    givenOn            OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no   yes
    lapsedOn           OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no   yes`,
  RemovalNotice: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board   panel
    id                 OPERATIONAL   yes       yes         no        yes     yes     no         no      no          no   no
    told               MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no   no
    notApplicable      MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no   no
    toldOn             MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no   no
    toldAt             MANAGEMENT    no        no          no        yes     yes     no         no      no          no   no`,
  Relocation: `
    field                 class       provider  university  reporter  region  nation  regulator  shared  sharedText  board   panel
    id                    OPERATIONAL yes       yes         no        yes     yes     no         no      no          no   no
    educationProvider     MANAGEMENT  yes       yes         no        yes     yes     no         share   share       no   no
    place                 MANAGEMENT  yes       yes         no        yes     yes     no         share   share       no   no
    plan                  MANAGEMENT  yes       yes         no        yes     yes     no         share   share       no   no
    payProtected          MANAGEMENT  yes       yes         no        yes     yes     no         share   share       no   no
    progressionProtected  MANAGEMENT  yes       yes         no        yes     yes     no         share   share       no   no
    recordedOn            MANAGEMENT  yes       yes         no        yes     yes     no         share   share       no   no
    places                LEARNERS    from5     from5       no        yes     yes     agreement  no      no          glass   no`,
  RemovalReview: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board   panel
    id                 OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no   yes
    reviewedOn         OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no   yes
    outcome            OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no   yes
    onTheSpot          OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no   yes
    findings           NARRATIVE     yes       yes         no        yes     yes     agreement  share   yes         glass   yes`,
  ReturnPhase: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board   panel
    id                 OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no   yes
    startsOn           OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no   yes
    completedOn        OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no   yes
    haltedOn           OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no   yes
    conditions         MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no   no`,
  PlacementChange: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board   panel
    id                 OPERATIONAL   yes       yes         no        yes     yes     no         no      no          no   no
    kind               MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no   no
    startsOn           MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no   no
    explanation        MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no   no
    recordedOn         MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no   no`,
} as const;

export type RemovalType = keyof typeof removalTables;

/** Which records hang on a removal, by field. */
export const partsOfRemovals = {
  learners: "RemovedLearners",
  consultations: "RemovalConsultation",
  consents: "RemovalConsent",
  notices: "RemovalNotice",
  relocations: "Relocation",
  reviews: "RemovalReview",
  phases: "ReturnPhase",
} as const;

interface Asker {
  readonly role: string;
  readonly organisation: string;
}

/** Roles that read the casework of their organisation, and not only where things stand. */
const caseworkers: readonly string[] = ["QUALITY_LEAD", "CASE_HOLDER", "EXECUTIVE"];

/**
 * A decided removal is there for everybody; one that is not, for NHS England's casework and for the casework of those
 * who were asked. What is about learners of one university is not there for another; nor is that another consented for
 * anybody but NHS England.
 */
export function seesOfRemovals(
  type: string,
  { role, organisation }: Asker,
  held: readonly Held[],
  record: Tree,
): boolean {
  const isCasework = caseworkers.includes(role);
  if (isCasework && (held.includes("region") || held.includes("nation"))) return true;
  const whose = (field: string): unknown => (record[field] as Tree | null)?.["code"] ?? null;
  switch (type) {
    case "LearnerRemoval": {
      const asked = record["asked"] as readonly Held[];
      return record["decidedOn"] !== null || (isCasework && asked.some((party) => held.includes(party)));
    }
    case "RemovedLearners":
    case "Relocation":
      return !held.includes("university") || whose("educationProvider") === organisation;
    case "RemovalConsent":
      return [null, organisation].includes(whose("organisation") as string | null);
    default:
      return true;
  }
}
