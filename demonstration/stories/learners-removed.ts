/** The doctors in training of one site are removed; those of another trust are on their way back. */
import { shown, type Narrator, type Part } from "./narrator.js";

const consultees = [
  "PROVIDER",
  "EDUCATION_PROVIDERS",
  "REGULATORS",
  "LEGAL_ADVICE",
  "ICB",
  "SERVICE_REGION",
  "CQC",
  "LEARNERS",
];
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

interface Removal {
  readonly id: string;
  readonly removalId: string | undefined;
}

export async function learnersRemoved(narrator: Narrator): Promise<void> {
  await inForce(narrator, shown({ trust: "ZZN01", theme: "BULLYING_UNDERMINING", category: "ISF3" }), 6);
  await returning(narrator, await inForce(narrator, shown({ trust: "ZZH01", category: "ISF4" }), 8));
}

async function inForce({ does, day, reads }: Narrator, id: string, learners: number): Promise<Removal> {
  await does("midlands-lead", "proposeRemoval", {
    id,
    kindOfChange: "SERIOUS_CONCERN",
    scope: "SPECIALTY",
    scopeDetail: "Acute medicine",
    extent: "FULL",
    reasons: ["SUPERVISION"],
    learners: [{ profession: "DOCTOR", stage: "POSTGRADUATE", educationProvider: null, learners }],
    riskOfStaying: "Nobody senior is there at night, and who asks for help is shouted at.",
    riskOfRemoval: "The rota of the ward has gaps that locums will have to fill.",
    localResolution: "Two plans of the trust did not hold beyond their first month.",
    returnConditions: "A named consultant on every night, for four weeks.",
    startsOn: day(),
  });
  const { removals } = await reads<{ removals: Part[] }>("midlands-lead", id, "removals { id }");
  const removal = { id, removalId: removals[0]?.id };
  for (const consultee of consultees)
    await does("midlands-lead", "recordConsultation", { ...removal, consultee, answer: "No other way is left." });
  await does("midlands-lead", "decideRemoval", { ...removal, decider: "POSTGRADUATE_DEAN", answer: "REMOVE" });
  for (const whom of told) await does("midlands-lead", "recordRemovalNotice", { ...removal, told: whom });
  await does("midlands-lead", "recordRelocation", {
    ...removal,
    place: "ZZL01",
    places: learners,
    plan: "Posts of the same grade and specialty, from the first day.",
    payProtected: true,
    progressionProtected: true,
  });
  await does("midlands-lead", "startRemoval", { ...removal });
  return removal;
}

async function returning({ does, day }: Narrator, removal: Removal): Promise<void> {
  await does("midlands-lead", "reviewRemoval", {
    ...removal,
    outcome: "PREPARE_RETURN",
    onTheSpot: true,
    findings: "Every night of four weeks had its consultant, by the rota and by who was there.",
  });
  await does("midlands-lead", "decideRemoval", { ...removal, decider: "POSTGRADUATE_DEAN", answer: "RETURN" });
  const condition = {
    text: "The consultant on call is on the ward at ten each evening.",
    owner: "Director of medical education",
    dueOn: day(60),
  };
  await does("midlands-lead", "reinstateLearners", {
    ...removal,
    regulatorView: "The General Medical Council agrees to a return in two phases.",
    phases: [
      { startsOn: day(), conditions: [condition] },
      { startsOn: day(28), conditions: [condition] },
    ],
  });
}
