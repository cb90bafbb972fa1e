/**
 * Who may read what, written down a second time: field by field and by hand, from the table that the owner signs. It
 * shares nothing with the product, so a slip in the policy, in a field's data class or in the guard shows as a
 * difference from it.
 */
import { intelligenceTables } from "./reference-intelligence.js";
import { removalTables, type RemovalType } from "./reference-removals.js";
import { openToPersons, protectionTables, type PersonalPart } from "./reference-protection.js";

/** What an organisation is to a concern. */
const parties = [
  "provider",
  "university",
  "reporter",
  "region",
  "nation",
  "regulator",
  "shared",
  "sharedText",
  "board",
  "panel",
] as const;
/** `panel`: it convened or attends one on the concern that is not closed. `shared`: a share of it names no class, and `sharedText` NARRATIVE. */
export type Party = (typeof parties)[number];

export type Held = Party | PersonalPart;

/**
 * `from5`: a count from five up. `agreement`: while a sharing agreement covers it, and none does here. `share`: where
 * the share names it, and this one does not. `glass`: to a person who holds the concern open. `guard`: to those who
 * protect whoever spoke up, the case-holder and the guardian.
 */
const marks = ["yes", "from5", "guard", "agreement", "share", "glass", "no"] as const;
type Mark = (typeof marks)[number];

export type RecordType =
  | "Concern"
  | "CategoryChange"
  | "ProviderPeriod"
  | "CategorySignOff"
  | "Requirement"
  | "RequirementResponse"
  | "RequirementCondition"
  | "Review"
  | "ProgressUpdate"
  | "Reporter"
  | "Share"
  | "PlannedAction"
  | "TimelineEntry"
  | "ReviewPanel"
  | "PanelInvitation"
  | "PanelContribution"
  | "PanelDissent"
  | "PanelAction"
  | "Evidence"
  | keyof typeof intelligenceTables
  | keyof typeof protectionTables
  | RemovalType;

// prettier-ignore
const tables: Readonly<Record<RecordType, string>> = {
  ...removalTables,
  Concern: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board       panel
    id                 OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         yes         yes
    category           OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         yes         yes
    provider           OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         yes         yes
    timeline           OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         yes         yes
    reference          OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    title              OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    status             OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    raisedOn           OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    identifiedOn       OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    closedOn           OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    version            OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    site               OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    educationProvider  OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    region             OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    reportedBy         OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    subjectLevel       OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    department         OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    programme          OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    professions        OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    themes             OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    sourceType         OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    patientSafetyRisk  OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    learnerSafetyRisk  OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    immediateRisk      OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    standards          OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    risk               OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    nextReviewOn       OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    overdue            OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    daysInCategory     OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    stepDown           OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    categoryHistory    OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    requirements       OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    reporter           OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    removals           OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    shares             OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    panels             OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    reviews            OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    mergedInto         OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    mergedFrom         OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    providerHistory    OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    summary            NARRATIVE     yes       yes         no        yes     yes     agreement  share   yes         glass       yes
    narrative          NARRATIVE     no        no          yes       yes     yes     agreement  share   yes         glass       yes
    evidence           NARRATIVE     yes       no          no        yes     yes     agreement  share   yes         no          no
    declineReason      NARRATIVE     no        no          yes       yes     yes     agreement  share   yes         glass       yes
    progress           MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no          no
    actions            MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no          no
    placementChanges   MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no          no
    internalNotes      MANAGEMENT    no        no          no        yes     yes     no         no      no          no          no
    categorySignOffs   MANAGEMENT    no        no          no        yes     yes     no         no      no          no          no
    mergeReason        MANAGEMENT    no        no          no        yes     yes     no         no      no          no          no
    learnersAffected   LEARNERS      from5     from5       no        yes     yes     agreement  no      no          glass       no
    intelligence       INTELLIGENCE  no        no          yes       yes     yes     yes        yes     yes         no          yes
    regulatorCases     OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    emergencyAccess    MANAGEMENT    no        no          no        yes     yes     no         no      no          no         no
    reveals            MANAGEMENT    no        no          no        guard   no      no         no      no          no         no
    detriments         MANAGEMENT    no        no          no        guard   no      no         no      no          no         no
    detrimentReported  MANAGEMENT    no        no          no        guard   no      no         no      no          no         no`,
  CategoryChange: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board       panel
    from               OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    to                 OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    on                 OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    role               OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    organisation       OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    reason             NARRATIVE     yes       yes         no        yes     yes     agreement  share   yes         glass       yes
    evidence           NARRATIVE     yes       yes         no        yes     yes     agreement  share   yes         glass       yes`,
  ProviderPeriod: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board       panel
    organisation       OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    from               OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    to                 OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    successor          OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    among              OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    reason             MANAGEMENT    no        no          no        yes     yes     no         no      no          no          no`,
  CategorySignOff: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board       panel
    id                 OPERATIONAL   no        no          no        yes     yes     no         no      no          no          yes
    from               MANAGEMENT    no        no          no        yes     yes     no         no      no          no          no
    to                 MANAGEMENT    no        no          no        yes     yes     no         no      no          no          no
    on                 MANAGEMENT    no        no          no        yes     yes     no         no      no          no          no
    role               MANAGEMENT    no        no          no        yes     yes     no         no      no          no          no
    reason             MANAGEMENT    no        no          no        yes     yes     no         no      no          no          no`,
  Requirement: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board       panel
    id                 OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    kind               OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    standard           OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    issuedOn           OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    dueOn              OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    status             OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    overdue            OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    closedOn           OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    conditions         OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    text               MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no          no
    answeredOn         MANAGEMENT    yes       no          no        yes     yes     no         share   share       no          no
    answeredInTime     MANAGEMENT    yes       no          no        yes     yes     no         share   share       no          no
    responses          MANAGEMENT    yes       no          no        yes     yes     no         share   share       no          no`,
  RequirementResponse: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board       panel
    id                 OPERATIONAL   yes       no          no        yes     yes     no         no      no          no          yes
    kind               MANAGEMENT    yes       no          no        yes     yes     no         share   share       no          no
    text               MANAGEMENT    yes       no          no        yes     yes     no         share   share       no          no
    on                 MANAGEMENT    yes       no          no        yes     yes     no         share   share       no          no
    role               MANAGEMENT    yes       no          no        yes     yes     no         share   share       no          no`,
  RequirementCondition: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board       panel
    id                 OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    setOn              OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    dueOn              OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    overdue            OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    metOn              OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    metBy              OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    text               MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no          no
    owner              MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no          no
    statement          MANAGEMENT    yes       no          no        yes     yes     no         share   share       no          no`,
  Review: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board       panel
    id                 OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    type               OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    status             OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    organisation       OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    scheduledFor       OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    heldOn             OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    nextMeetingOn      OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    requirements       OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    finalReportOn      OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    publishedOn        OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    summary            NARRATIVE     yes       yes         no        yes     yes     agreement  share   yes         glass       yes
    panel              MANAGEMENT    yes       no          no        yes     yes     no         share   share       no          no
    met                MANAGEMENT    yes       no          no        yes     yes     no         share   share       no          no
    evidence           MANAGEMENT    yes       no          no        yes     yes     no         share   share       no          no
    findings           MANAGEMENT    yes       no          no        yes     yes     no         share   share       no          no
    cancelReason       MANAGEMENT    yes       no          no        yes     yes     no         share   share       no          no
    goodPractice       MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no          no`,
  ProgressUpdate: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board       panel
    kind               MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no          no
    submittedOn        MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no          no
    summary            MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no          no
    detail             MANAGEMENT    yes       no          no        yes     yes     no         share   share       no          no
    role               MANAGEMENT    yes       no          no        yes     yes     no         share   share       no          no`,
  Reporter: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board       panel
    identityMode       OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    coarseRole         IDENTITY      no        no          no        no      no      no         no      no          no          no
    name               IDENTITY      no        no          no        no      no      no         no      no          no          no
    contact            IDENTITY      no        no          no        no      no      no         no      no          no          no`,
  Share: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board       panel
    id                 OPERATIONAL   no        no          yes       yes     yes     yes        yes     yes         no          yes
    organisation       OPERATIONAL   no        no          yes       yes     yes     yes        yes     yes         no          yes
    sharedBy           OPERATIONAL   no        no          yes       yes     yes     yes        yes     yes         no          yes
    classes            OPERATIONAL   no        no          yes       yes     yes     yes        yes     yes         no          yes
    reason             OPERATIONAL   no        no          yes       yes     yes     yes        yes     yes         no          yes
    sharedOn           OPERATIONAL   no        no          yes       yes     yes     yes        yes     yes         no          yes
    until              OPERATIONAL   no        no          yes       yes     yes     yes        yes     yes         no          yes
    withdrawnOn        OPERATIONAL   no        no          yes       yes     yes     yes        yes     yes         no          yes`,
  Evidence: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board       panel
    id                 OPERATIONAL   yes       no          no        yes     yes     no         no      yes         no          no
    name               NARRATIVE     yes       no          no        yes     yes     agreement  share   yes         no          no
    mediaType          NARRATIVE     yes       no          no        yes     yes     agreement  share   yes         no          no
    sha256             NARRATIVE     yes       no          no        yes     yes     agreement  share   yes         no          no
    size               NARRATIVE     yes       no          no        yes     yes     agreement  share   yes         no          no
    description        NARRATIVE     yes       no          no        yes     yes     agreement  share   yes         no          no
    requirement        NARRATIVE     yes       no          no        yes     yes     agreement  share   yes         no          no
    addedOn            NARRATIVE     yes       no          no        yes     yes     agreement  share   yes         no          no
    addedBy            NARRATIVE     yes       no          no        yes     yes     agreement  share   yes         no          no
    releasedOn         NARRATIVE     yes       no          no        yes     yes     agreement  share   yes         no          no
    downloadPath       NARRATIVE     yes       no          no        yes     yes     agreement  share   yes         no          no
    contentKey         NARRATIVE     yes       no          no        yes     yes     agreement  share   yes         no          no`,
  PlannedAction: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board       panel
    id                 OPERATIONAL   yes       yes         no        yes     yes     no         no      no          no          yes
    text               MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no          no
    plannedOn          MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no          no
    dueOn              MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no          no
    status             MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no          no
    overdue            MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no          no
    completedOn        MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no          no
    droppedOn          MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no          no
    requirement        MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no          no
    detail             MANAGEMENT    yes       no          no        yes     yes     no         share   share       no          no
    owner              MANAGEMENT    yes       no          no        yes     yes     no         share   share       no          no
    outcome            MANAGEMENT    yes       no          no        yes     yes     no         share   share       no          no`,
  TimelineEntry: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board       panel
    kind               OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         yes         yes
    on                 OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         yes         yes
    organisation       OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    role               OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes
    record             OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no          yes`,
  ReviewPanel: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board       panel
    id                 DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    state              DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    convenor           DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    convenedOn         DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    reason             DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    purpose            DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    mode               DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    meetsOn            DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    providers          DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    regions            DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    professions        DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    invitations        DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    version            DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    concerns           DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    suggestedInvitees  DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    heldOn             DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    attended           DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    atRisk             DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    urgency            DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    outcomes           DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    rationale          DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    personalData       DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    dissents           DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    actions            DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    disclosure         DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    reviewOn           DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    decidedOn          DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    recordedBy         DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    closedOn           DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    contributions      INTELLIGENCE  no        no          no        no      no      no         no      no          no          yes`,
  PanelInvitation: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board       panel
    id                 DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    organisation       DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    state              DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    invitedOn          DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    answeredOn         DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    reason             DELIBERATION  no        no          no        no      no      no         no      no          no          yes`,
  PanelContribution: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board       panel
    id                 INTELLIGENCE  no        no          no        no      no      no         no      no          no          yes
    owner              INTELLIGENCE  no        no          no        no      no      no         no      no          no          yes
    text               INTELLIGENCE  no        no          no        no      no      no         no      no          no          yes
    contributedOn      INTELLIGENCE  no        no          no        no      no      no         no      no          no          yes
    role               INTELLIGENCE  no        no          no        no      no      no         no      no          no          yes`,
  PanelDissent: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board       panel
    id                 DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    organisation       DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    text               DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    recordedOn         DELIBERATION  no        no          no        no      no      no         no      no          no          yes`,
  PanelAction: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board       panel
    id                 DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    owner              DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    text               DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    dueOn              DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    status             DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    overdue            DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    endedOn            DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    note               DELIBERATION  no        no          no        no      no      no         no      no          no          yes
    panel              DELIBERATION  no        no          no        no      no      no         no      no          no          yes`,
  ...intelligenceTables,
  ...protectionTables,
};

/** Roles that read no concern, whatever their organisation is to it; and those that read OPERATIONAL fields only. */
const rolesWithoutConcerns: readonly string[] = ["ANALYST", "AUDITOR", "OPERATOR"];
const rolesOfOperationalOnly: readonly string[] = ["GUARDIAN", "MEMBER"];
/** Roles that protect whoever spoke up. */
const guards: readonly string[] = ["CASE_HOLDER", "GUARDIAN"];

interface Line {
  readonly dataClass: string;
  readonly marks: Readonly<Record<Party, Mark>>;
}

const lines = new Map<string, Line>(
  Object.entries(tables).flatMap(([type, table]) =>
    table
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => {
        const [field = "", dataClass = "", ...cells] = line.trim().split(/\s+/);
        const byParty = Object.fromEntries(parties.map((party, column) => [party, cells[column]]));
        return [`${type}.${field}`, { dataClass, marks: byParty as Record<Party, Mark> }] as const;
      }),
  ),
);

export const recordTypes = Object.keys(tables) as readonly RecordType[];

export function fieldsOf(type: RecordType): readonly string[] {
  return [...lines.keys()].filter((key) => key.startsWith(`${type}.`)).map((key) => key.slice(type.length + 1));
}

/** Whether a person of this role, for an organisation that is this to a concern, may know that it exists. */
export function mayKnow(role: string, held: readonly Held[]): boolean {
  return held.length > 0 && !rolesWithoutConcerns.includes(role);
}

export type Verdict =
  | { readonly reads: "all" | "from five" }
  | { readonly reads: "nothing"; readonly dataClass: string; readonly reason: string };

/** What somebody who may know of a concern reads of a field of it. */
export function verdictOn(role: string, held: readonly Held[], type: RecordType, field: string): Verdict {
  const line = lines.get(`${type}.${field}`);
  if (line === undefined) throw new Error(`The reference has no line for ${type}.${field}`);
  const { dataClass } = line;
  const nothing = (reason: string): Verdict => ({ reads: "nothing", dataClass, reason });
  const markOf = (party: Held): Mark =>
    isPersonal(party) ? (openToPersons[party][`${type}.${field}`] ?? "no") : line.marks[party];
  const best = marks.find((mark) => held.some((party) => markOf(party) === mark)) ?? "no";
  if (dataClass === "IDENTITY") return best === "yes" ? { reads: "all" } : nothing("REVEAL");
  const isGuarded = Object.values(line.marks).includes("guard");
  if (isGuarded ? !guards.includes(role) : rolesOfOperationalOnly.includes(role) && dataClass !== "OPERATIONAL")
    return nothing("ROLE");
  if (best === "yes" || best === "guard") return { reads: "all" };
  if (best === "from5") return { reads: "from five" };
  return nothing(best === "no" ? "RELATION" : best.toUpperCase());
}

function isPersonal(party: Held): party is PersonalPart {
  return party in openToPersons;
}

/**
 * Whether somebody who may know of a concern sees that it was shared. Whoever shared it and whoever received it do, and
 * so does NHS England where the role reads its casework; for anybody else there is no such share.
 */
export function seesShare(
  { role, organisation }: { readonly role: string; readonly organisation: string },
  held: readonly Held[],
  between: readonly unknown[],
): boolean {
  const isNhsEngland = held.includes("region") || held.includes("nation");
  return between.includes(organisation) || (isNhsEngland && !rolesOfOperationalOnly.includes(role));
}

/**
 * Whether somebody sees a panel on a concern: who convened it or accepted does, in a role that reads casework, closed or
 * not. For anybody else, NHS England included, there is no such panel.
 */
export function seesPanel(
  { role, organisation }: { readonly role: string; readonly organisation: string },
  attending: readonly unknown[],
): boolean {
  return attending.includes(organisation) && !rolesOfOperationalOnly.includes(role);
}

/**
 * Whether somebody who reads the evidence on a concern sees a piece of it. What was not released for the provider is
 * seen by NHS England, and by whom an agreement or a share opens the narrative.
 */
export function seesEvidence(held: readonly Held[], releasedOn: unknown): boolean {
  return releasedOn !== null || held.some((party) => ["region", "nation", "sharedText"].includes(party));
}
