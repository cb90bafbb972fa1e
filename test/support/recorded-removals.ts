/** What is recorded of removals of learners, in the shape of the graph. */
import type { Row, Tree } from "./recorded-truth.js";

/** Tables in the order in which their lists are told, with the field of each. */
export const removalLists = {
  learners: ["removed_learners", "id"],
  consultations: ["removal_consultation", "sequence"],
  consents: ["removal_consent", "sequence"],
  notices: ["removal_notice", "sequence"],
  relocations: ["relocation", "recorded_on, id"],
  reviews: ["removal_review", "sequence desc"],
  phases: ["return_phase", "sequence"],
} as const;
type List = keyof typeof removalLists;
export type RemovalLists = Readonly<Record<List, readonly Row[]>>;

const toBeHeard = ["PROVIDER", "EDUCATION_PROVIDERS", "REGULATORS", "LEGAL_ADVICE"];
const toBeHeardToo = ["ICB", "SERVICE_REGION", "CQC", "LEARNERS"];
const toBeTold = ["PROVIDER_BOARD", "REGULATORS", "ICB", "CQC", "EDUCATION_PROVIDERS"];
const toBeToldToo = ["LEAD_EMPLOYER", "OTHER_REGIONS", "LEARNERS"];
const standing: readonly unknown[] = ["DECIDED", "NOTIFIED", "IN_FORCE", "REINSTATING"];

const organisation = (code: Row[string] | undefined): Tree | null => (code == null ? null : { code });
const instant = (value: Row[string] | undefined): Date => new Date(value as string);
const dayOf = (time: Date): string => time.toLocaleDateString("en-CA", { timeZone: "Europe/London" });

const records: Readonly<Record<List, (row: Row) => Tree>> = {
  learners: (row) => ({
    id: row["id"],
    profession: row["profession"],
    stage: row["stage"],
    educationProvider: organisation(row["education_provider"]),
    band: row["band"],
    learners: row["learners"],
  }),
  consultations: (row) => ({
    id: row["id"],
    consultee: row["consultee"],
    notApplicable: row["not_applicable"],
    answer: row["answer"],
    heardOn: row["heard_on"],
  }),
  consents: (row) => ({
    id: row["id"],
    subject: row["subject"],
    decider: row["decider"],
    organisation: organisation(row["organisation"]),
    role: row["by_role"],
    givenOn: row["given_on"],
    lapsedOn: row["lapsed_on"],
  }),
  notices: (row) => ({
    id: row["id"],
    told: row["told"],
    notApplicable: row["not_applicable"],
    toldOn: dayOf(instant(row["told_at"])),
    toldAt: instant(row["told_at"]).toISOString(),
  }),
  relocations: (row) => ({
    id: row["id"],
    educationProvider: organisation(row["education_provider"]),
    place: organisation(row["place"]),
    plan: row["plan"],
    payProtected: row["pay_protected"],
    progressionProtected: row["progression_protected"],
    recordedOn: row["recorded_on"],
    places: row["places"],
  }),
  reviews: (row) => ({
    id: row["id"],
    reviewedOn: row["reviewed_on"],
    outcome: row["outcome"],
    onTheSpot: row["on_the_spot"],
    findings: row["findings"],
  }),
  phases: (row) => ({
    id: row["id"],
    startsOn: row["starts_on"],
    completedOn: row["completed_on"],
    haltedOn: row["halted_on"],
    conditions: row["conditions"],
  }),
};

export function removalTree(row: Row, lists: RemovalLists, today: string): Tree {
  const own = (list: List): readonly Row[] => lists[list].filter(({ removal }) => removal === row["id"]);
  const parts = Object.fromEntries(
    (Object.keys(records) as List[]).map((list) => [list, own(list).map(records[list])]),
  );
  const isFor = (relation: string): boolean => (row["consulted"] as string[]).includes(relation);
  const heard = own("consultations").map(({ consultee }) => consultee);
  const told = own("notices").map((notice) => notice["told"]);
  const due = row["next_review_on"];
  return {
    ...parts,
    // Beside the fields: as what organisations were asked before it was decided.
    asked: [...(isFor("RESPONSIBLE") ? ["provider"] : []), ...(isFor("EDUCATION_PROVIDER") ? ["university"] : [])],
    id: row["id"],
    state: row["state"],
    scope: row["scope"],
    scopeDetail: row["scope_detail"],
    extent: row["extent"],
    urgent: row["urgent"],
    startsOn: row["starts_on"],
    decidedOn: row["decided_on"],
    inForceSince: row["in_force_since"],
    nextReviewOn: due,
    reviewOverdue: typeof due === "string" && due < today && row["ended_on"] === null,
    endedOn: row["ended_on"],
    reasons: row["reasons"],
    riskOfStaying: row["risk_of_staying"],
    riskOfRemoval: row["risk_of_removal"],
    proposedOn: row["proposed_on"],
    localResolution: row["local_resolution"],
    returnConditions: row["return_conditions"],
    noticesMissing: standing.includes(row["state"])
      ? [...toBeTold, ...toBeToldToo].filter((code) => !told.includes(code))
      : [],
    outcomeReason: row["outcome_reason"],
    regulatorView: row["regulator_view"],
    consulteesMissing:
      row["state"] === "PROPOSED" ? [...toBeHeard, ...toBeHeardToo].filter((code) => !heard.includes(code)) : [],
  };
}

export function placementChange(row: Row): Tree {
  return {
    id: row["id"],
    kind: row["kind"],
    startsOn: row["starts_on"],
    explanation: row["explanation"],
    recordedOn: row["recorded_on"],
  };
}
