/** Steps of a removal of learners for tests, through the public endpoint: from the proposal to the return. */
import { dayInEngland } from "../../hub/day-in-england.js";
import { assessed, done } from "./casework.js";
import * as people from "./people.js";
import type { TestHub } from "./test-hub.js";
import type { Person } from "./test-issuer.js";

const region = people.aRegionalLead;

/** Fenbridge sends learners too, and has no part in a concern of Wexbridge's but by a removal. */
export const aLeadOfAnotherUniversity: Person = {
  name: "fenbridge-university",
  organisation: "ZZFENU",
  role: "QUALITY_LEAD",
};

export const doctors = { profession: "DOCTOR", stage: "POSTGRADUATE", educationProvider: null, learners: 6 };
export const ofWexbridge = {
  profession: "NURSE_ADULT",
  stage: "UNDERGRADUATE",
  educationProvider: "ZZWEXU",
  learners: 9,
};
export const ofFenbridge = { ...ofWexbridge, educationProvider: "ZZFENU", learners: 3 };

export const proposal = {
  kindOfChange: "SERIOUS_CONCERN",
  scope: "SITE",
  scopeDetail: "ZZN0101",
  extent: "FULL",
  reasons: ["SUPERVISION"],
  learners: [doctors],
  riskOfStaying: "Nobody senior supervises at night.",
  riskOfRemoval: "The rota of the ward has six gaps.",
  localResolution: "A plan of March did not hold.",
  returnConditions: "A named clinician on every night.",
  startsOn: dayInEngland(),
};

/** A concern of the provider's at ISF3, about learners of Wexbridge. */
export function atIsf3(hub: TestHub, more: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const professions = ["DOCTOR", "NURSE_ADULT"];
  return assessed(
    hub,
    { reporter: people.aUniversityLead, lead: region, category: "ISF3" },
    { professions, site: "ZZN0101", ...more },
  );
}

/** Proposes a removal and gives its id. */
export async function proposed(
  hub: TestHub,
  id: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const known = await removalsOf(hub, id);
  await done(hub, region, "proposeRemoval", { id, ...proposal, ...more });
  const added = (await removalsOf(hub, id)).find((removal) => !known.includes(removal));
  if (added === undefined) throw new Error("There is no proposal");
  return added;
}

export async function removalsOf(hub: TestHub, id: string): Promise<string[]> {
  const answer = await hub
    .as(people.aNationalLead)
    .for("query($id: ID!) { concern(id: $id) { removals { id } } }", { id });
  const { removals } = answer.data?.["concern"] as unknown as { removals: { id: string }[] };
  return removals.map((removal) => removal.id);
}

export interface OfRemoval {
  readonly id: string;
  readonly removalId: string;
}

const consultees = ["EDUCATION_PROVIDERS", "REGULATORS", "LEGAL_ADVICE", "ICB", "SERVICE_REGION", "CQC", "LEARNERS"];
const told = [
  "PROVIDER_BOARD",
  "REGULATORS",
  "ICB",
  "CQC",
  "EDUCATION_PROVIDERS",
  "LEAD_EMPLOYER",
  "OTHER_REGIONS",
  "LEARNERS",
];

export function heard(hub: TestHub, removal: OfRemoval, consultee: string): Promise<unknown> {
  return done(hub, region, "recordConsultation", { ...removal, consultee, answer: "They see no other way." });
}

/** Everybody was heard. */
export async function consulted(hub: TestHub, removal: OfRemoval): Promise<void> {
  for (const consultee of ["PROVIDER", ...consultees]) await heard(hub, removal, consultee);
}

export function consents(
  hub: TestHub,
  person: Person,
  removal: OfRemoval,
  decider: string,
  answer = "REMOVE",
): Promise<unknown> {
  return done(hub, person, "decideRemoval", { ...removal, decider, answer });
}

/** Everybody was told in writing, those apart who are named. */
export async function notified(hub: TestHub, removal: OfRemoval, but: readonly string[] = []): Promise<void> {
  for (const one of told.filter((each) => !but.includes(each)))
    await done(hub, region, "recordRemovalNotice", { ...removal, told: one });
}

export function placed(
  hub: TestHub,
  removal: OfRemoval,
  educationProvider: string | null,
  places: number,
): Promise<unknown> {
  return done(hub, region, "recordRelocation", {
    ...removal,
    educationProvider,
    place: "ZZE01",
    places,
    plan: "Posts of the same grade, from Monday.",
    payProtected: true,
    progressionProtected: true,
  });
}

/** A removal of doctors, decided by the dean. */
export async function decidedRemoval(hub: TestHub, id: string): Promise<OfRemoval> {
  const removal = { id, removalId: await proposed(hub, id) };
  await consulted(hub, removal);
  await consents(hub, region, removal, "POSTGRADUATE_DEAN");
  return removal;
}

/** A removal of doctors that is in force. */
export async function removalInForce(hub: TestHub, id: string): Promise<OfRemoval> {
  const removal = await decidedRemoval(hub, id);
  await notified(hub, removal);
  await placed(hub, removal, null, 6);
  await done(hub, region, "startRemoval", { ...removal });
  return removal;
}

const condition = { text: "A named clinician on every night.", owner: "Director of education", dueOn: "2999-01-01" };

export function phase(startsOn = dayInEngland()): Readonly<Record<string, unknown>> {
  return { startsOn, conditions: [condition] };
}

/** Somebody went to see, the dean agreed, and the learners begin to return. */
export async function returning(hub: TestHub, removal: OfRemoval, phases = [phase()]): Promise<void> {
  const review = { outcome: "PREPARE_RETURN", onTheSpot: true, findings: "Every night of a month was covered." };
  await done(hub, region, "reviewRemoval", { ...removal, ...review });
  await consents(hub, region, removal, "POSTGRADUATE_DEAN", "RETURN");
  await done(hub, region, "reinstateLearners", { ...removal, regulatorView: "The regulator agrees.", phases });
}

/** Ids of the phases of a return, in order. */
export async function phasesOf(hub: TestHub, { id, removalId }: OfRemoval): Promise<string[]> {
  const answer = await hub
    .as(region)
    .for("query($id: ID!) { concern(id: $id) { removals { id phases { id } } } }", { id });
  const { removals } = answer.data?.["concern"] as unknown as { removals: { id: string; phases: { id: string }[] }[] };
  return removals.filter((removal) => removal.id === removalId).flatMap(({ phases }) => phases.map((each) => each.id));
}
