/**
 * The whole of it in one story: a learner speaks up in confidence, and those who each hold a piece put them together,
 * until the learners are back and the concern is closed. Each step is looked at by whom it concerns, and by who may not.
 */
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { pino } from "pino";
import { dayInEngland } from "../../hub/day-in-england.js";
import { openHubDatabase } from "../../hub/subgraph-runtime.js";
import { addDays } from "../../subgraphs/calendar-day.js";
import { remindPeople } from "../../subgraphs/concerns/inbox/remind.js";
import { whoSpokeUp } from "../support/a-report.js";
import { act, done, reported } from "../support/casework.js";
import { toldOf } from "../support/inboxes.js";
import { inThreeMonths } from "../support/mutation-inputs.js";
import { convened, donePanel, joint } from "../support/panel-steps.js";
import { daysAgo, letDaysPass } from "../support/passing-days.js";
import * as people from "../support/people.js";
import { planOf } from "../support/provider-work.js";
import * as removals from "../support/removal-steps.js";
import { required } from "../support/support-casework.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";

const {
  aRegionalLead: region,
  aProviderLead: provider,
  aUniversityLead: university,
  theGmc: gmc,
  theCqc: cqc,
} = people;
const anExecutive = people.persona("northmoor-executive");
const outsider = people.aLeadOfAnotherProvider;
const everybody = [region, provider, university, gmc, cqc, people.theNmc, people.anIcb, people.anAuditor, outsider];
const narrative = "On four nights in October nobody senior could be reached by the learners on the ward.";

let hub: TestHub;
let id: string;
let removal: removals.OfRemoval;
beforeAll(async () => {
  hub = await openTestHub();
});
afterAll(() => hub.close());

const fields = "status category title summary narrative learnersAffected reporter { name contact identityMode }";

async function seenBy(person: Person, selection = fields): Promise<Readonly<Record<string, unknown>> | null> {
  const { data } = await hub.as(person).for(`query Read($id: ID!) { concern(id: $id) { ${selection} } }`, { id });
  return data?.["concern"] as unknown as Readonly<Record<string, unknown>> | null;
}

const knowOf = async (persons: readonly Person[]): Promise<string[]> => {
  const known = await Promise.all(persons.map(async (person) => ((await seenBy(person, "id")) ? [person.name] : [])));
  return known.flat();
};

it("a learner speaks up in confidence: the university reports it, and the region alone learns of it", async () => {
  id = await reported(hub, university, { professions: ["DOCTOR", "NURSE_ADULT"], site: "ZZN0101", narrative });
  expect(await knowOf(everybody)).toEqual([region.name, university.name]);
  expect(await seenBy(region)).toMatchObject({ status: "REPORTED", narrative, reporter: { name: null } });
});

it("the region accepts it: the provider reads the text that is meant for it, and nothing of who spoke up", async () => {
  const summary = "Supervision at night was reported to be missing.";
  await done(hub, region, "acceptConcern", { id, summary });
  expect(await seenBy(provider)).toMatchObject({ status: "ACCEPTED", summary, narrative: null });
  expect((await seenBy(provider))?.["reporter"]).not.toMatchObject({ name: whoSpokeUp.name });
  expect(await knowOf([gmc, cqc, outsider])).toEqual([]);
});

it("it is assessed at ISF2: the regulators in whose remit it is are told, and no other", async () => {
  const [inherent, residual] = [
    { likelihood: 4, impact: 4 },
    { likelihood: 4, impact: 3 },
  ];
  await done(hub, region, "assessConcern", { id, inherent, residual, category: "ISF2", reason: "Four nights." });
  expect(await toldOf(hub, gmc, id)).toContain("CONCERN_ESCALATED");
  expect(await toldOf(hub, people.theNmc, id)).toContain("CONCERN_ESCALATED");
  expect(await seenBy(gmc)).toMatchObject({ category: "ISF2", narrative: null });
  expect(await knowOf([outsider, people.aLeadOfAnotherRegion])).toEqual([]);
});

it("what has to be done at once is not done in five working days: the provider's executive is told", async () => {
  await required(hub, id, { kind: "IMMEDIATE_MANDATORY", text: "Put a consultant on every night.", dueOn: null });
  const database = await openHubDatabase(hub.settings, hub.database.url, hub.issuer.trust, pino({ level: "silent" }));
  await remindPeople(database.writer, { today: () => addDays(dayInEngland(), 20) });
  await database.end();
  expect(await toldOf(hub, anExecutive, id)).toContain("REQUIREMENT_OVERDUE");
  expect(await toldOf(hub, region, id)).toContain("REQUIREMENT_OVERDUE");
});

it("it goes up to ISF3, by a person with a reason", async () => {
  const move = { id, category: "ISF3", reason: "The nights are still not covered.", evidence: "The rota of the week." };
  const byTheProvider = await act(hub, provider, "changeCategory", move);
  expect(byTheProvider.userErrors.map(({ code }) => code)).toEqual(["FORBIDDEN"]);
  await done(hub, region, "changeCategory", move);
  expect(await seenBy(gmc)).toMatchObject({ category: "ISF3" });
});

it("it is shared with the Care Quality Commission, which reads what was previewed", async () => {
  const classes = { organisation: "CQC", dataClasses: ["NARRATIVE"] };
  const preview = `query($concern: ID!, $organisation: ID!, $dataClasses: [SharedClass!]!) {
    previewAccess(concern: $concern, organisation: $organisation, dataClasses: $dataClasses) {
      concern { ${fields} } userErrors { code } } }`;
  const { data } = await hub.as(region).for(preview, { concern: id, ...classes });
  const { concern: previewed } = data?.["previewAccess"] as unknown as { concern: unknown };
  await done(hub, region, "shareConcern", { id, ...classes, until: inThreeMonths, reason: "An inspection is due." });
  expect(await seenBy(cqc)).toMatchObject({ summary: "Supervision at night was reported to be missing." });
  expect(await seenBy(cqc)).toEqual(previewed);
  expect(await seenBy(people.theNmc)).toMatchObject({ narrative: null });
});

it("three bodies meet on it, and the provider cannot tell that they do", async () => {
  const before = await seenBy(provider, `${fields} version panels { id } timeline(first: 100) { nodes { kind } }`);
  const panel = await convened(hub, id, { attending: [gmc, cqc] });
  await donePanel(hub, gmc, "contributeToPanel", { id: panel, text: "The survey says the same." });
  await donePanel(hub, region, "recordPanelDecision", { id: panel, ...joint, attended: ["Y60", "GMC", "CQC"] });
  await donePanel(hub, region, "decideDisclosure", { id: panel, tell: false, because: "A visit comes first." });
  expect(await seenBy(provider, `${fields} version panels { id } timeline(first: 100) { nodes { kind } }`)).toEqual(
    before,
  );
  await letDaysPass(hub, 3);
});

it("the doctors are removed, which makes it ISF4", async () => {
  removal = await removals.removalInForce(hub, id);
  expect(await seenBy(provider)).toMatchObject({ category: "ISF4" });
  expect(await seenBy(gmc, "removals { state }")).toMatchObject({ removals: [{ state: "IN_FORCE" }] });
  const tooEarly = await act(hub, provider, "confirmResolution", { id, statement: "All is well." });
  expect(tooEarly.userErrors.map(({ code }) => code)).toEqual(["CONFLICT"]);
});

it("the provider plans, does what it planned, and answers what was required of it", async () => {
  const { requirements } = (await seenBy(provider, "requirements { id }")) as { requirements: { id: string }[] };
  const requirementId = requirements[0]?.id;
  const plan = { id, text: "Name a consultant for each night.", owner: "CLINICAL_LEAD", dueOn: inThreeMonths };
  await done(hub, provider, "planAction", { ...plan, requirementId });
  const [action] = await planOf(hub, id);
  await done(hub, provider, "completeAction", { id, actionId: action?.id, outcome: "The rota names one." });
  await done(hub, provider, "requestRequirementClosure", { id, requirementId, text: "Every night is covered." });
  await done(hub, region, "closeRequirement", { id, requirementId });
});

it("the learners return in phases, and it steps down by one category at a time", async () => {
  await removals.returning(hub, removal);
  for (const phaseId of await removals.phasesOf(hub, removal))
    await done(hub, region, "completeReturnPhase", { ...removal, phaseId });
  await done(hub, region, "endRemoval", { ...removal, category: "ISF3", reason: "They are back." });
  const tooFar = { id, category: "ISF0", reason: "All is well.", evidence: "A visit." };
  expect((await act(hub, region, "changeCategory", tooFar)).userErrors).not.toEqual([]);
  for (const category of ["ISF2", "ISF1"])
    await done(hub, region, "changeCategory", { ...tooFar, category, reason: "It holds." });
  expect(await seenBy(region)).toMatchObject({ category: "ISF1" });
});

it("the provider confirms that it is resolved, the region sees for itself and closes it", async () => {
  await done(hub, provider, "confirmResolution", { id, statement: "Three months without an empty night." });
  const byTheProvider = await act(hub, provider, "verifyResolution", { id });
  expect(byTheProvider.userErrors.map(({ code }) => code)).toEqual(["FORBIDDEN"]);
  await done(hub, region, "verifyResolution", { id });
  expect(await seenBy(university)).toMatchObject({ status: "CLOSED" });
});

it("what was known in the middle of it is still told: ISF3, learners in their places, the requirement open", async () => {
  const then = `asOf(on: "${daysAgo(3)}") { status category removals { state } requirements { status } }`;
  const inTheMiddle = { status: "IN_PROGRESS", category: "ISF3", removals: [], requirements: [{ status: "OPEN" }] };
  expect(await seenBy(region, then)).toEqual({ asOf: inTheMiddle });
  expect(await seenBy(provider, then)).toEqual({ asOf: inTheMiddle });
  expect(await seenBy(region, then.replace(daysAgo(3), daysAgo(4)))).toEqual({ asOf: null });
  expect(await seenBy(outsider, then)).toBeNull();
});

it("who read it is told in full to auditors, and by the day to those who answer for it, of nobody who met behind them", async () => {
  const inFull = `query($id: ID!) { accessLog(filter: { concern: $id }, first: 100) { nodes { organisation { code } } } }`;
  const entries = (await hub.as(people.anAuditor).for(inFull, { id })).text;
  for (const body of ["Y60", "ZZN01", "ZZWEXU", "GMC", "CQC"]) expect(entries).toContain(`"${body}"`);
  const byTheDay = "accessLog(first: 100) { nodes { on organisation { code } role } }";
  const toTheRegion = JSON.stringify(await seenBy(region, byTheDay));
  for (const body of ["Y60", "ZZN01", "ZZWEXU", "CQC"]) expect(toTheRegion).toContain(`"${body}"`);
  const toTheProvider = JSON.stringify(await seenBy(anExecutive, byTheDay));
  expect(toTheProvider).toContain('"ZZN01"');
  expect(toTheProvider).not.toMatch(/GMC|CQC/);
});

it("no answer to anybody has told who spoke up", async () => {
  const shown = await Promise.all(
    everybody.map(async (person) => (await hub.as(person).for(`{ concerns { nodes { ${fields} } } }`)).text),
  );
  for (const text of shown) expect(text).not.toMatch(/Ottoline|planted\.example/);
});
