/**
 * Who learns that something happened on a concern, written down a second time and by hand: by what an organisation is
 * to the concern, and by the class that the role has to read. An event between two bodies is theirs, and NHS England's
 * where the role reads its casework.
 */
import type { Held } from "./reference-policy.js";

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
];

// prettier-ignore
const table = `
  kind                           class        provider  university  reporter  region  nation  regulator  shared  sharedText  board  panel
  REPORTED                       OPERATIONAL  yes       yes         yes       yes     yes     yes        yes     yes         no     yes
  ACCEPTED                       OPERATIONAL  yes       yes         yes       yes     yes     yes        yes     yes         no     yes
  DECLINED                       OPERATIONAL  yes       yes         yes       yes     yes     yes        yes     yes         no     yes
  ASSESSED                       OPERATIONAL  yes       yes         yes       yes     yes     yes        yes     yes         no     yes
  CATEGORY_CHANGED               OPERATIONAL  yes       yes         yes       yes     yes     yes        yes     yes         yes    yes
  ESCALATED                      OPERATIONAL  yes       yes         yes       yes     yes     yes        yes     yes         yes    yes
  REQUIREMENT_ISSUED             OPERATIONAL  yes       yes         yes       yes     yes     yes        yes     yes         no     yes
  REQUIREMENT_ANSWERED           MANAGEMENT   yes       no          no        yes     yes     no         no      no          no     no
  CATEGORY_SIGNED_OFF            MANAGEMENT   no        no          no        yes     yes     no         no      no          no     no
  REQUIREMENT_CLOSURE_REQUESTED  OPERATIONAL  yes       yes         yes       yes     yes     yes        yes     yes         no     yes
  REQUIREMENT_CLOSED             OPERATIONAL  yes       yes         yes       yes     yes     yes        yes     yes         no     yes
  REVIEW_CANCELLED               OPERATIONAL  yes       yes         yes       yes     yes     yes        yes     yes         no     yes
  REVIEW_PUBLISHED               OPERATIONAL  yes       yes         yes       yes     yes     yes        yes     yes         no     yes
  REVIEW_RECORDED                OPERATIONAL  yes       yes         yes       yes     yes     yes        yes     yes         no     yes
  REVIEW_SCHEDULED               OPERATIONAL  yes       yes         yes       yes     yes     yes        yes     yes         no     yes
  CONDITION_MET                  OPERATIONAL  yes       yes         yes       yes     yes     yes        yes     yes         no     yes
  REQUIREMENT_WITHDRAWN          OPERATIONAL  yes       yes         yes       yes     yes     yes        yes     yes         no     yes
  REQUIREMENT_CARRIED            OPERATIONAL  yes       yes         yes       yes     yes     yes        yes     yes         no     yes
  REQUIREMENT_RETURNED           OPERATIONAL  yes       yes         yes       yes     yes     yes        yes     yes         no     yes
  REVIEW_AMENDED                 MANAGEMENT   yes       no          no        yes     yes     no         no      no          no     no
  PROGRESS_SUBMITTED             MANAGEMENT   yes       yes         no        yes     yes     no         no      no          no     no
  RESOLUTION_CONFIRMED           OPERATIONAL  yes       yes         yes       yes     yes     yes        yes     yes         no     yes
  RESOLUTION_VERIFIED            OPERATIONAL  yes       yes         yes       yes     yes     yes        yes     yes         no     yes
  RESOLUTION_REJECTED            OPERATIONAL  yes       yes         yes       yes     yes     yes        yes     yes         no     yes
  REOPENED                       OPERATIONAL  yes       yes         yes       yes     yes     yes        yes     yes         no     yes
  NOTE_ADDED                     MANAGEMENT   no        no          no        yes     yes     no         no      no          no     no
  MERGED                         OPERATIONAL  yes       yes         yes       yes     yes     yes        yes     yes         no     yes
  DUPLICATE_MERGED               OPERATIONAL  no        no          no        no      no      no         no      no          no     no
  FACTS_AMENDED                  OPERATIONAL  yes       yes         yes       yes     yes     yes        yes     yes         no     yes
  PROVIDER_CHANGED               OPERATIONAL  yes       yes         yes       yes     yes     yes        yes     yes         yes    yes
  REMOVAL_PREPARED               MANAGEMENT   no        no          no        yes     yes     no         no      no          no     no
  REMOVAL_DECIDED                OPERATIONAL  yes       yes         yes       yes     yes     yes        yes     yes         no     yes
  REMOVAL_NOTICE_GIVEN           MANAGEMENT   yes       yes         no        yes     yes     no         no      no          no     no
  LEARNERS_REMOVED               OPERATIONAL  yes       yes         yes       yes     yes     yes        yes     yes         no     yes
  REMOVAL_REVIEWED               OPERATIONAL  yes       yes         yes       yes     yes     yes        yes     yes         no     yes
  LEARNERS_RETURNING             OPERATIONAL  yes       yes         yes       yes     yes     yes        yes     yes         no     yes
  RETURN_PHASE_COMPLETED         OPERATIONAL  yes       yes         yes       yes     yes     yes        yes     yes         no     yes
  RETURN_HALTED                  OPERATIONAL  yes       yes         yes       yes     yes     yes        yes     yes         no     yes
  REMOVAL_ENDED                  OPERATIONAL  yes       yes         yes       yes     yes     yes        yes     yes         no     yes
  PLACEMENTS_CHANGED             MANAGEMENT   yes       yes         no        yes     yes     no         no      no          no     no
  ACTION_PLANNED                 MANAGEMENT   yes       yes         no        yes     yes     no         no      no          no     no
  ACTION_COMPLETED               MANAGEMENT   yes       yes         no        yes     yes     no         no      no          no     no
  ACTION_DROPPED                 MANAGEMENT   yes       yes         no        yes     yes     no         no      no          no     no
  PANEL_CONVENED                 DELIBERATION no       no          no        no      no      no         no      no          no     no
  PANEL_DECIDED                  DELIBERATION no       no          no        no      no      no         no      no          no     no
  PANEL_CLOSED                   DELIBERATION no       no          no        no      no      no         no      no          no     no
  EVIDENCE_ADDED                 NARRATIVE    yes       no          no        yes     yes     no         no      yes         no     no
  EVIDENCE_KEPT                  NARRATIVE    no        no          no        yes     yes     no         no      yes         no     no
  EVIDENCE_RELEASED              NARRATIVE    yes       no          no        yes     yes     no         no      yes         no     no
  SHARED                         MANAGEMENT   no        no          no        yes     yes     no         no      no          no     no
  SHARE_WITHDRAWN                MANAGEMENT   no        no          no        yes     yes     no         no      no          no     no
  CONTRIBUTED                    INTELLIGENCE no        no          no        no      no      no         no      no          no     no
  CONTRIBUTION_SHARED            INTELLIGENCE no        no          no        no      no      no         no      no          no     no
  CASE_RECORDED                  INTELLIGENCE no        no          no        no      no      no         no      no          no     no
  CASE_PUBLISHED                 OPERATIONAL  yes       yes         yes       yes     yes     yes        yes     yes         no     yes
  REVEAL_REQUESTED      PROTECTION   no        no          no        yes     no      no         no      no          no     no
  REVEAL_ANSWERED       PROTECTION   no        no          no        yes     no      no         no      no          no     no
  DETRIMENT_REPORTED    PROTECTION   no        no          no        yes     no      no         no      no          no     no
  GLASS_BROKEN          MANAGEMENT   no        no          no        yes     yes     no         no      no          no     no`;

/** The type of the record that an event names. */
export const recordOfEvent: Readonly<Record<string, string>> = {
  REQUIREMENT_ISSUED: "Requirement",
  REQUIREMENT_ANSWERED: "Requirement",
  CATEGORY_SIGNED_OFF: "CategorySignOff",
  REQUIREMENT_CLOSURE_REQUESTED: "Requirement",
  REQUIREMENT_CLOSED: "Requirement",
  REQUIREMENT_RETURNED: "Requirement",
  REQUIREMENT_CARRIED: "Requirement",
  REQUIREMENT_WITHDRAWN: "Requirement",
  CONDITION_MET: "RequirementCondition",
  REVIEW_SCHEDULED: "Review",
  REVIEW_RECORDED: "Review",
  REVIEW_AMENDED: "Review",
  REVIEW_PUBLISHED: "Review",
  REVIEW_CANCELLED: "Review",
  REMOVAL_PREPARED: "LearnerRemoval",
  REMOVAL_DECIDED: "LearnerRemoval",
  REMOVAL_NOTICE_GIVEN: "LearnerRemoval",
  LEARNERS_REMOVED: "LearnerRemoval",
  REMOVAL_REVIEWED: "LearnerRemoval",
  LEARNERS_RETURNING: "LearnerRemoval",
  RETURN_PHASE_COMPLETED: "LearnerRemoval",
  RETURN_HALTED: "LearnerRemoval",
  REMOVAL_ENDED: "LearnerRemoval",
  PLACEMENTS_CHANGED: "PlacementChange",
  ACTION_PLANNED: "PlannedAction",
  ACTION_COMPLETED: "PlannedAction",
  ACTION_DROPPED: "PlannedAction",
  PANEL_CONVENED: "ReviewPanel",
  PANEL_DECIDED: "ReviewPanel",
  PANEL_CLOSED: "ReviewPanel",
  EVIDENCE_ADDED: "Evidence",
  EVIDENCE_KEPT: "Evidence",
  EVIDENCE_RELEASED: "Evidence",
  SHARED: "Share",
  SHARE_WITHDRAWN: "Share",
  CONTRIBUTED: "Contribution",
  CONTRIBUTION_SHARED: "Contribution",
  CASE_RECORDED: "RegulatorCase",
  CASE_PUBLISHED: "RegulatorCase",
};

const lines = new Map(
  table
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [kind = "", dataClass = "", ...cells] = line.trim().split(/\s+/);
      return [kind, { dataClass, readers: parties.filter((_party, column) => cells[column] === "yes") }] as const;
    }),
);

/** PROTECTION is what those roles alone read that protect whoever spoke up. */
const guards: readonly string[] = ["CASE_HOLDER", "GUARDIAN"];
const rolesOfOperationalOnly: readonly string[] = ["GUARDIAN", "MEMBER"];

const ofBodies: readonly string[] = ["DELIBERATION", "INTELLIGENCE"];

/** @param bodies whose event it is, where it belongs to certain bodies. */
export function learnsOf(
  { role, organisation }: { readonly role: string; readonly organisation: string },
  held: readonly Held[],
  kind: string,
  bodies: readonly string[],
): boolean {
  const line = lines.get(kind);
  if (line === undefined) throw new Error(`The reference has no line for ${kind}`);
  const isOpen = line.dataClass === "OPERATIONAL" || !rolesOfOperationalOnly.includes(role);
  const readsClass = line.dataClass === "PROTECTION" ? guards.includes(role) : isOpen;
  // That it was shared is OPERATIONAL to its two ends; what goes on at a panel is not, nor what a body contributes.
  if (bodies.includes(organisation)) return readsClass || !ofBodies.includes(line.dataClass);
  return readsClass && held.some((party) => line.readers.includes(party));
}
