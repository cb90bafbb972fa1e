/**
 * Who may read what, written down a second time: field by field and by hand, from the table that the owner signs. It
 * shares nothing with the product, so a slip in the policy, in a field's data class or in the guard shows as a
 * difference from it.
 */

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
] as const;
/** `shared`: a share of it names no class, and `sharedText` NARRATIVE. */
export type Party = (typeof parties)[number];

/**
 * `from5`: a count from five up. `agreement`: while a sharing agreement covers it, and none does here. `share`: where
 * the share names it, and this one does not.
 */
const marks = ["yes", "from5", "agreement", "share", "no"] as const;
type Mark = (typeof marks)[number];

export type RecordType =
  | "Concern"
  | "CategoryChange"
  | "CategorySignOff"
  | "Requirement"
  | "RequirementResponse"
  | "RequirementCondition"
  | "Review"
  | "ProgressUpdate"
  | "Reporter"
  | "Share"
  | "PlannedAction"
  | "TimelineEntry";

// prettier-ignore
const tables: Readonly<Record<RecordType, string>> = {
  Concern: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board
    id                 OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         yes
    category           OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         yes
    provider           OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         yes
    timeline           OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         yes
    reference          OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    title              OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    status             OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    raisedOn           OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    identifiedOn       OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    closedOn           OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    version            OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    site               OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    educationProvider  OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    region             OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    reportedBy         OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    subjectLevel       OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    department         OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    programme          OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    professions        OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    themes             OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    sourceType         OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    patientSafetyRisk  OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    learnerSafetyRisk  OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    immediateRisk      OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    standards          OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    risk               OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    nextReviewOn       OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    overdue            OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    daysInCategory     OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    categoryHistory    OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    requirements       OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    reporter           OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    shares             OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    reviews            OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    summary            NARRATIVE     yes       yes         no        yes     yes     agreement  share   yes         no
    narrative          NARRATIVE     no        no          yes       yes     yes     agreement  share   yes         no
    declineReason      NARRATIVE     no        no          yes       yes     yes     agreement  share   yes         no
    progress           MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no
    actions            MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no
    internalNotes      MANAGEMENT    no        no          no        yes     yes     no         no      no          no
    categorySignOffs   MANAGEMENT    no        no          no        yes     yes     no         no      no          no
    learnersAffected   LEARNERS      from5     from5       no        yes     yes     agreement  no      no          no`,
  CategoryChange: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board
    from               OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    to                 OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    on                 OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    role               OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    organisation       OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    reason             NARRATIVE     yes       yes         no        yes     yes     agreement  share   yes         no
    evidence           NARRATIVE     yes       yes         no        yes     yes     agreement  share   yes         no`,
  CategorySignOff: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board
    id                 OPERATIONAL   no        no          no        yes     yes     no         no      no          no
    from               MANAGEMENT    no        no          no        yes     yes     no         no      no          no
    to                 MANAGEMENT    no        no          no        yes     yes     no         no      no          no
    on                 MANAGEMENT    no        no          no        yes     yes     no         no      no          no
    role               MANAGEMENT    no        no          no        yes     yes     no         no      no          no
    reason             MANAGEMENT    no        no          no        yes     yes     no         no      no          no`,
  Requirement: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board
    id                 OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    kind               OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    standard           OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    issuedOn           OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    dueOn              OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    status             OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    overdue            OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    closedOn           OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    conditions         OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    text               MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no
    responses          MANAGEMENT    yes       no          no        yes     yes     no         share   share       no`,
  RequirementResponse: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board
    id                 OPERATIONAL   yes       no          no        yes     yes     no         no      no          no
    kind               MANAGEMENT    yes       no          no        yes     yes     no         share   share       no
    text               MANAGEMENT    yes       no          no        yes     yes     no         share   share       no
    on                 MANAGEMENT    yes       no          no        yes     yes     no         share   share       no
    role               MANAGEMENT    yes       no          no        yes     yes     no         share   share       no`,
  RequirementCondition: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board
    id                 OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    setOn              OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    dueOn              OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    overdue            OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    metOn              OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    metBy              OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    text               MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no
    owner              MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no
    statement          MANAGEMENT    yes       no          no        yes     yes     no         share   share       no`,
  Review: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board
    id                 OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    type               OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    status             OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    organisation       OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    scheduledFor       OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    heldOn             OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    nextMeetingOn      OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    requirements       OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    finalReportOn      OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    publishedOn        OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    summary            NARRATIVE     yes       yes         no        yes     yes     agreement  share   yes         no
    panel              MANAGEMENT    yes       no          no        yes     yes     no         share   share       no
    met                MANAGEMENT    yes       no          no        yes     yes     no         share   share       no
    evidence           MANAGEMENT    yes       no          no        yes     yes     no         share   share       no
    findings           MANAGEMENT    yes       no          no        yes     yes     no         share   share       no
    cancelReason       MANAGEMENT    yes       no          no        yes     yes     no         share   share       no
    goodPractice       MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no`,
  ProgressUpdate: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board
    kind               MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no
    submittedOn        MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no
    summary            MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no
    detail             MANAGEMENT    yes       no          no        yes     yes     no         share   share       no
    role               MANAGEMENT    yes       no          no        yes     yes     no         share   share       no`,
  Reporter: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board
    identityMode       OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    coarseRole         IDENTITY      no        no          no        no      no      no         no      no          no
    name               IDENTITY      no        no          no        no      no      no         no      no          no
    contact            IDENTITY      no        no          no        no      no      no         no      no          no`,
  Share: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board
    id                 OPERATIONAL   no        no          yes       yes     yes     yes        yes     yes         no
    organisation       OPERATIONAL   no        no          yes       yes     yes     yes        yes     yes         no
    sharedBy           OPERATIONAL   no        no          yes       yes     yes     yes        yes     yes         no
    classes            OPERATIONAL   no        no          yes       yes     yes     yes        yes     yes         no
    reason             OPERATIONAL   no        no          yes       yes     yes     yes        yes     yes         no
    sharedOn           OPERATIONAL   no        no          yes       yes     yes     yes        yes     yes         no
    until              OPERATIONAL   no        no          yes       yes     yes     yes        yes     yes         no
    withdrawnOn        OPERATIONAL   no        no          yes       yes     yes     yes        yes     yes         no`,
  PlannedAction: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board
    id                 OPERATIONAL   yes       yes         no        yes     yes     no         no      no          no
    text               MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no
    plannedOn          MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no
    dueOn              MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no
    status             MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no
    overdue            MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no
    completedOn        MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no
    droppedOn          MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no
    requirement        MANAGEMENT    yes       yes         no        yes     yes     no         share   share       no
    detail             MANAGEMENT    yes       no          no        yes     yes     no         share   share       no
    owner              MANAGEMENT    yes       no          no        yes     yes     no         share   share       no
    outcome            MANAGEMENT    yes       no          no        yes     yes     no         share   share       no`,
  TimelineEntry: `
    field              class         provider  university  reporter  region  nation  regulator  shared  sharedText  board
    kind               OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         yes
    on                 OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         yes
    organisation       OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    role               OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no
    record             OPERATIONAL   yes       yes         yes       yes     yes     yes        yes     yes         no`,
};

/** Roles that read no concern, whatever their organisation is to it; and those that read OPERATIONAL fields only. */
const rolesWithoutConcerns: readonly string[] = ["ANALYST", "AUDITOR", "OPERATOR"];
const rolesOfOperationalOnly: readonly string[] = ["GUARDIAN", "MEMBER"];

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
export function mayKnow(role: string, held: readonly Party[]): boolean {
  return held.length > 0 && !rolesWithoutConcerns.includes(role);
}

export type Verdict =
  | { readonly reads: "all" | "from five" }
  | { readonly reads: "nothing"; readonly dataClass: string; readonly reason: string };

/** What somebody who may know of a concern reads of a field of it. */
export function verdictOn(role: string, held: readonly Party[], type: RecordType, field: string): Verdict {
  const line = lines.get(`${type}.${field}`);
  if (line === undefined) throw new Error(`The reference has no line for ${type}.${field}`);
  const { dataClass } = line;
  const nothing = (reason: string): Verdict => ({ reads: "nothing", dataClass, reason });
  if (dataClass === "IDENTITY") return nothing("REVEAL");
  if (rolesOfOperationalOnly.includes(role) && dataClass !== "OPERATIONAL") return nothing("ROLE");
  const best = marks.find((mark) => held.some((party) => line.marks[party] === mark)) ?? "no";
  if (best === "yes") return { reads: "all" };
  if (best === "from5") return { reads: "from five" };
  return nothing(best === "agreement" || best === "share" ? best.toUpperCase() : "RELATION");
}

/**
 * Whether somebody who may know of a concern sees that it was shared. Whoever shared it and whoever received it do, and
 * so does NHS England where the role reads its casework; for anybody else there is no such share.
 */
export function seesShare(
  { role, organisation }: { readonly role: string; readonly organisation: string },
  held: readonly Party[],
  between: readonly unknown[],
): boolean {
  const isNhsEngland = held.includes("region") || held.includes("nation");
  return between.includes(organisation) || (isNhsEngland && !rolesOfOperationalOnly.includes(role));
}
