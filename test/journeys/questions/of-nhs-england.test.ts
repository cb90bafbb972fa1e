/** Questions 17 to 21 and 27: what NHS England's regions, its national team and a case-holder ask. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { dayInEngland } from "../../../hub/day-in-england.js";
import { addDays } from "../../../subgraphs/calendar-day.js";
import { age } from "../../support/access-world.js";
import { whoSpokeUp as theReporter } from "../../support/a-report.js";
import { assessed, done } from "../../support/casework.js";
import { contributes } from "../../support/intelligence-world.js";
import * as people from "../../support/people.js";
import { protect } from "../../support/protection.js";
import { answered, expectNothingOf, open, whoSpokeUp } from "../../support/questions.js";
import * as steps from "../../support/removal-steps.js";
import * as moved from "../../support/moved-world.js";
import { required } from "../../support/support-casework.js";
import { openTestHub, type TestHub } from "../../support/test-hub.js";

const { aRegionalLead: region, aNationalLead: nation, aCaseHolder: caseHolder } = people;
const today = dayInEngland();

let hub: TestHub;
/** Of the Midlands: a hundred days old and overdue; at ISF1 at three sites; with a removal of learners. */
let stale: string, late: string, removal: steps.OfRemoval;
let inLondon: string;
let answeredAtOnce: string;
const narrativeOfLondon = "A planted narrative of London.";

beforeAll(async () => {
  hub = await openTestHub();
  const parts = { reporter: people.aUniversityLead, lead: region, category: "ISF2" };
  stale = await assessed(hub, parts, { learnersAffected: 3 });
  await contributes(hub, people.theGmc, stale, []);
  await contributes(hub, people.theCqc, stale, ["Y60"]);
  await required(hub, stale, { kind: "IMMEDIATE_MANDATORY", text: "Never answered.", dueOn: null });
  await age(hub, stale, 100);
  late = await assessed(hub, parts, { themes: ["INDUCTION"], site: "ZZN0101" });
  answeredAtOnce = await required(hub, late, { kind: "IMMEDIATE_MANDATORY", text: "Put two on tonight.", dueOn: null });
  const immediate = { id: late, requirementId: answeredAtOnce };
  await done(hub, people.aProviderLead, "respondToRequirement", { ...immediate, text: "Two are on tonight." });
  for (const site of ["ZZN0102", "ZZN0103"])
    await assessed(hub, { ...parts, category: "ISF1" }, { themes: ["INDUCTION"], site });
  inLondon = await assessed(
    hub,
    { reporter: people.aLeadOfAnotherRegion, lead: people.aLeadOfAnotherRegion, category: "ISF3" },
    { provider: "ZZA01", educationProvider: null, narrative: narrativeOfLondon, themes: ["INDUCTION"] },
  );
  removal = await steps.decidedRemoval(hub, await steps.atIsf3(hub, { title: "Learners are to go" }));
  await steps.notified(hub, removal, ["CQC", "LEARNERS"]);
});
afterAll(() => hub.close());

interface Listed {
  readonly totalCount: number;
  readonly nodes: readonly Readonly<Record<string, unknown>>[];
}
const idsOf = ({ nodes }: Listed): unknown[] => nodes.map(({ id }) => id);

describe("a region", () => {
  it("17: has its register: all that is open, what is overdue, what stood still for ninety days", async () => {
    const { data, text } = await answered<Record<"all" | "overdue" | "stale", Listed>>(
      hub,
      region,
      `query($status: [ConcernStatus!], $day: Date) {
         all: concerns(filter: { status: $status }, orderBy: CATEGORY, first: 50) { totalCount nodes {
           id category region { code } nextReviewOn narrative learnersAffected intelligence { owner { code } text }
           reporter { identityMode name contact } } }
         overdue: concerns(filter: { status: $status, overdue: true }, orderBy: NEXT_REVIEW_ON) { totalCount nodes { id } }
         stale: concerns(filter: { status: $status, changedBefore: $day }) { totalCount nodes { id daysInCategory } } }`,
      { status: open, day: addDays(today, -90) },
    );
    expect(data.all.totalCount).toBe(5);
    expect(data.all.nodes.map(({ region: of }) => of)).toEqual(Array(5).fill({ code: "Y60" }));
    expect(data.all.nodes.map(({ category }) => category)).toEqual(["ISF4", "ISF2", "ISF2", "ISF1", "ISF1"]);
    expect(idsOf(data.overdue)).toEqual([stale]);
    expect(data.stale.nodes).toEqual([{ id: stale, daysInCategory: 100 }]);
    expect(data.all.nodes.find(({ id }) => id === stale)).toMatchObject({
      narrative: expect.any(String),
      learnersAffected: 3,
      // Of two contributions the one that its owner lets it read.
      intelligence: [{ owner: { code: "CQC" } }],
      reporter: { identityMode: "CONFIDENTIAL", name: null, contact: null },
    });
    expectNothingOf(text, [...whoSpokeUp, "What GMC has heard", narrativeOfLondon, inLondon]);
  });

  it("18: finds the theme that recurs at three sites of one trust within a year", async () => {
    const question = `{ recurringThemes(minimumSites: 3, withinDays: 365) {
      provider { code } theme sites { code } concerns } }`;
    const { data, text } = await answered(hub, region, question);
    const sites = ["ZZN0101", "ZZN0102", "ZZN0103"].map((code) => ({ code }));
    const induction = { provider: { code: "ZZN01" }, theme: "INDUCTION", sites, concerns: 3 };
    expect(data).toEqual({ recurringThemes: [induction] });
    expectNothingOf(text, [...whoSpokeUp, "ZZA01"]);
    const london = await answered(hub, people.aLeadOfAnotherRegion, question);
    expect(london.data).toEqual({ recurringThemes: [] });
  });
});

describe("the national team", () => {
  it("20: sees what is at ISF3 and ISF4 in all regions, for how long, and who has still to be told of a removal", async () => {
    const { data, text } = await answered<Record<"serious" | "removed", Listed>>(
      hub,
      nation,
      `{ serious: concerns(filter: { categoryAtLeast: ISF3 }, orderBy: CATEGORY) { totalCount nodes {
           id region { code } category daysInCategory reporter { name contact } } }
         removed: concerns(filter: { removalInForce: true }) { totalCount nodes {
           id removals { state noticesMissing } } } }`,
    );
    expect(data.serious.nodes).toMatchObject([
      { id: removal.id, region: { code: "Y60" }, category: "ISF4", daysInCategory: 0 },
      { id: inLondon, region: { code: "Y56" }, category: "ISF3", daysInCategory: 0 },
    ]);
    const missing = [{ state: "DECIDED", noticesMissing: ["CQC", "LEARNERS"] }];
    expect(data.removed).toEqual({ totalCount: 1, nodes: [{ id: removal.id, removals: missing }] });
    expectNothingOf(text, [...whoSpokeUp, stale, late]);
    const regulators = await answered(
      hub,
      people.theGmc,
      "{ concerns(filter: { removalInForce: true }) { nodes { removals { state noticesMissing } } } }",
    );
    expect(regulators.data).toEqual({
      concerns: { nodes: [{ removals: [{ state: "DECIDED", noticesMissing: null }] }] },
    });
  });

  it("21: sees which immediate mandatory requirements were answered within five working days", async () => {
    const question = `{ concerns(filter: { requirementKind: [IMMEDIATE_MANDATORY] }) { totalCount nodes {
      id requirements { kind issuedOn answeredOn answeredInTime } reporter { name } } } }`;
    const { data, text } = await answered<{ concerns: Listed }>(hub, nation, question);
    const immediate = { kind: "IMMEDIATE_MANDATORY" };
    expect(Object.fromEntries(data.concerns.nodes.map(({ id, requirements }) => [id, requirements]))).toEqual({
      [late]: [{ ...immediate, issuedOn: today, answeredOn: today, answeredInTime: true }],
      [stale]: [{ ...immediate, issuedOn: addDays(today, -100), answeredOn: null, answeredInTime: false }],
    });
    expectNothingOf(text, [...whoSpokeUp, inLondon, removal.id]);
    // A regulator sees that there is a requirement, and not when the provider answered it.
    const regulators = await answered(hub, people.theGmc, question);
    expectNothingOf(regulators.text, ['"answeredInTime":true', '"answeredInTime":false', `"answeredOn":"${today}"`]);
  });
});

it("27: a case-holder reads whom to feed back to, once a guardian agreed, and whether they suffered; nobody else does", async () => {
  await protect(hub, late);
  const question = "query($id: ID!) { concern(id: $id) { detrimentReported reporter { name contact } } }";
  const { data } = await answered(hub, caseHolder, question, { id: late });
  const { name, contact } = theReporter;
  expect(data).toEqual({ concern: { detrimentReported: true, reporter: { name, contact } } });
  for (const person of [region, nation, people.aGuardian, people.aProviderLead, people.aUniversityLead, people.theGmc])
    expectNothingOf((await answered(hub, person, question, { id: late })).text, whoSpokeUp);
  const other = await answered(hub, caseHolder, question, { id: stale });
  expectNothingOf(other.text, whoSpokeUp);
  // Why it was read is on record, for those who protect whoever spoke up.
  const why = "query($id: ID!) { concern(id: $id) { reveals { state reason requestedBy } } }";
  const record = await answered(hub, people.aGuardian, why, { id: late });
  expect(record.text).toContain("To tell them of the outcome.");
  expect((await answered(hub, people.aProviderLead, why, { id: late })).data).toEqual({ concern: { reveals: null } });
});

it("19: the open concerns of a dissolved trust go to the successor that is chosen, and the choice stays", async () => {
  const other = people.aLeadOfAnotherProvider;
  const id = await assessed(
    hub,
    { reporter: people.aUniversityLead, lead: region, category: "ISF1" },
    { provider: moved.itsSuccessor, educationProvider: null, site: null },
  );
  await moved.broughtBackTo(hub, id);
  await moved.alsoSucceededBy(hub, other.organisation);
  const move = `mutation($successor: ID) { moveConcernsOfProvider(input: {
    provider: "${moved.dissolved}", successor: $successor, reason: "The planted ward went there." }) {
      moved remaining userErrors { code field } } }`;
  const unchosen = await answered(hub, nation, move);
  expect(unchosen.data).toMatchObject({ moveConcernsOfProvider: { moved: 0, userErrors: [{ field: "successor" }] } });
  const chosen = await answered(hub, nation, move, { successor: moved.itsSuccessor });
  expect(chosen.data).toEqual({ moveConcernsOfProvider: { moved: 1, remaining: 0, userErrors: [] } });

  const read = `query($id: ID!) { concern(id: $id) { provider { code } reporter { name contact }
    providerHistory { organisation { code } to successor { code } among { code } reason } } }`;
  const among = [other.organisation, moved.itsSuccessor].map((code) => ({ code }));
  const told = { organisation: { code: moved.dissolved }, to: today, successor: { code: moved.itsSuccessor }, among };
  const { data, text } = await answered(hub, region, read, { id });
  expect(data).toMatchObject({
    concern: {
      provider: { code: moved.itsSuccessor },
      providerHistory: [{ ...told, reason: "The planted ward went there." }],
    },
  });
  expectNothingOf(text, whoSpokeUp);
  // The successor that was not chosen has nothing of it; the one that was is not told why.
  expect((await answered(hub, other, read, { id })).data).toEqual({ concern: null });
  const successor = { ...people.aProviderLead, name: "quarrydown-lead", organisation: moved.itsSuccessor };
  const here = await answered(hub, successor, read, { id });
  expect(here.data).toMatchObject({ concern: { providerHistory: [{ ...told, reason: null }] } });
  expectNothingOf(here.text, ["planted ward", ...whoSpokeUp]);
});
