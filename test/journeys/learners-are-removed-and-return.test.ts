/** Learners are removed from placements because of a serious concern, and return: the story, as each of those concerned sees it. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { dayInEngland } from "../../hub/day-in-england.js";
import { addDays } from "../../subgraphs/calendar-day.js";
import { act, done } from "../support/casework.js";
import * as people from "../support/people.js";
import * as steps from "../support/removal-steps.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";

let hub: TestHub;
let id: string;
let removal: steps.OfRemoval;
const today = dayInEngland();
const region = people.aRegionalLead;
beforeAll(async () => {
  hub = await openTestHub();
  id = await steps.atIsf3(hub);
});
afterAll(() => hub.close());

const question = `query Read($id: ID!) { concern(id: $id) { category version removals {
  id state scope scopeDetail extent decidedOn inForceSince nextReviewOn endedOn
  reasons riskOfStaying noticesMissing learners { band learners } notices { told toldOn toldAt }
  reviews { outcome onTheSpot } phases { startsOn completedOn conditions { text } } } } }`;

interface Seen {
  readonly category: string;
  readonly version: number | null;
  readonly removals: readonly Readonly<Record<string, unknown>>[] | null;
}

async function seenBy(person: Person): Promise<Seen> {
  return (await hub.as(person).for(question, { id })).data?.["concern"] as unknown as Seen;
}

const inForce = "{ concerns(filter: { removalInForce: true }) { totalCount nodes { id } } }";
async function findsInForce(person: Person): Promise<boolean> {
  return (await hub.as(person).for(inForce)).text.includes(id);
}

describe("a proposal", () => {
  let before: ReadonlyMap<string, string>;
  const others = [people.aProviderLead, people.aUniversityLead, people.theGmc, people.theCqc, people.anIcb];
  const told =
    "query($id: ID!) { concern(id: $id) { category version status removals { id } placementChanges { id } } }";

  beforeAll(async () => {
    const texts = others.map(async (person) => [person.name, (await hub.as(person).for(told, { id })).text] as const);
    before = new Map(await Promise.all(texts));
    removal = { id, removalId: await steps.proposed(hub, id) };
  });

  it("is before the region, with its learners as a band and as a number", async () => {
    expect((await seenBy(region)).removals).toMatchObject([
      { state: "PROPOSED", learners: [{ band: "5-9", learners: 6 }], noticesMissing: [], decidedOn: null },
    ]);
  });

  it.each(others)("leaves no trace for $name", async (person) => {
    expect((await hub.as(person).for(told, { id })).text).toBe(before.get(person.name));
    expect(await findsInForce(person)).toBe(false);
  });

  it("does not show in what the provider may do, and keeps the region from closing", async () => {
    const another = await steps.atIsf3(hub);
    await steps.proposed(hub, another);
    const confirmed = await act(hub, people.aProviderLead, "confirmResolution", { id: another, statement: "Mended." });
    expect(confirmed.userErrors).toEqual([]);
    const verified = await act(hub, region, "verifyResolution", { id: another });
    expect(verified.userErrors.map(({ message }) => message)).toEqual([
      "Learners are removed, or their removal is under way. End it first.",
    ]);
  });

  it("is before the provider once it was heard, and before the university once that was", async () => {
    expect((await seenBy(people.aProviderLead)).removals).toEqual([]);
    await steps.heard(hub, removal, "PROVIDER");
    expect((await seenBy(people.aProviderLead)).removals).toMatchObject([
      { state: "PROPOSED", riskOfStaying: steps.proposal.riskOfStaying, learners: [{ learners: 6 }] },
    ]);
    expect((await seenBy(people.aUniversityLead)).removals).toEqual([]);
    await steps.heard(hub, removal, "EDUCATION_PROVIDERS");
    // The doctors are not the university's learners.
    expect((await seenBy(people.aUniversityLead)).removals).toMatchObject([{ state: "PROPOSED", learners: [] }]);
  });

  it("is not before the regulator, though it was heard, nor before people of the provider outside the casework", async () => {
    await steps.heard(hub, removal, "REGULATORS");
    expect((await seenBy(people.theGmc)).removals).toEqual([]);
    expect((await seenBy({ ...people.aProviderLead, role: "MEMBER" })).removals).toEqual([]);
    expect((await seenBy({ ...region, role: "GUARDIAN" })).removals).toEqual([]);
  });
});

describe("the decision", () => {
  it("waits until everybody was heard", async () => {
    const decision = { ...removal, answer: "REMOVE", decider: "POSTGRADUATE_DEAN" };
    const early = await act(hub, region, "decideRemoval", decision);
    expect(early.userErrors.map(({ code }) => code)).toEqual(["CONFLICT"]);
    for (const consultee of ["LEGAL_ADVICE", "ICB", "SERVICE_REGION", "CQC", "LEARNERS"])
      await steps.heard(hub, removal, consultee);
    expect((await seenBy(region)).removals).toMatchObject([{ state: "CONSULTED" }]);
  });

  it("sets the category to ISF4 in the same step, and the day from which it is looked at again", async () => {
    await steps.consents(hub, region, removal, "POSTGRADUATE_DEAN");
    const ask = "query($id: ID!) { concern(id: $id) { category nextReviewOn categoryHistory { to role } } }";
    const { data } = await hub.as(region).for(ask, { id });
    expect(data?.["concern"]).toMatchObject({ category: "ISF4", nextReviewOn: addDays(today, 7) });
    const { categoryHistory } = data?.["concern"] as unknown as { categoryHistory: object[] };
    expect(categoryHistory.at(-1)).toEqual({ to: "ISF4", role: "QUALITY_LEAD" });
  });

  it("is before regulators, the university and whoever reported it: what, where and since when, and no more", async () => {
    for (const person of [people.theGmc, people.theNmc, people.theCqc])
      expect((await seenBy(person)).removals).toMatchObject([
        { state: "DECIDED", scope: "SITE", scopeDetail: "ZZN0101", extent: "FULL", decidedOn: today, reasons: null },
      ]);
    const answer = await hub.as(people.theGmc).for(question, { id });
    expect(answer.redactions.map(({ coordinate, reason }) => `${coordinate} ${reason}`)).toEqual([
      "LearnerRemoval.learners AGREEMENT",
      "LearnerRemoval.notices RELATION",
      "LearnerRemoval.noticesMissing RELATION",
      "LearnerRemoval.reasons AGREEMENT",
      "LearnerRemoval.riskOfStaying AGREEMENT",
    ]);
  });

  it("is told to all whom it concerns, the board among them, and to nobody before", async () => {
    const admin = new pg.Client({ connectionString: hub.database.adminUrl });
    await admin.connect();
    const { rows } = await admin.query<{ organisation: string }>(
      "select distinct organisation from concerns.message where kind = 'REMOVAL_DECIDED' order by organisation",
    );
    await admin.end();
    const told = ["CQC", "GMC", "NMC", "QHL", "X24", "Y60", "ZZN01", "ZZWEXU"];
    expect(rows.map(({ organisation }) => organisation).filter((code) => code !== "ZZN0101")).toEqual(told);
  });

  it("shows the board the category, and nothing of the removal", async () => {
    expect(await seenBy(people.anIcb)).toEqual({ category: "ISF4", version: null, removals: null });
  });

  it("is found by those who look for learners who are removed, and not by those who may not know", async () => {
    for (const person of [region, people.aNationalLead, people.aProviderLead, people.theGmc, people.aUniversityLead])
      expect([person.name, await findsInForce(person)]).toEqual([person.name, true]);
    for (const person of [people.anIcb, people.aLeadOfAnotherProvider, people.aLeadOfAnotherRegion])
      expect([person.name, await findsInForce(person)]).toEqual([person.name, false]);
  });
});

describe("before the learners go", () => {
  it("everybody is told in writing, and the national team sees who was not", async () => {
    await steps.notified(hub, removal, ["LEARNERS", "LEAD_EMPLOYER"]);
    expect((await seenBy(people.aNationalLead)).removals).toMatchObject([
      { noticesMissing: ["LEAD_EMPLOYER", "LEARNERS"] },
    ]);
    const early = await act(hub, region, "startRemoval", { ...removal });
    expect(early.userErrors.map(({ message }) => message)).toEqual([
      "Not everybody has been told. Give the notices that are missing.",
    ]);
    await done(hub, region, "recordRemovalNotice", { ...removal, told: "LEAD_EMPLOYER", notApplicable: true });
    await done(hub, region, "recordRemovalNotice", { ...removal, told: "LEARNERS", toldAt: "2026-01-31T23:30:00Z" });
    expect((await seenBy(region)).removals).toMatchObject([{ state: "NOTIFIED", noticesMissing: [] }]);
  });

  it("others read the day on which somebody was told, and not the time", async () => {
    const ofLearners = (seen: Seen) =>
      (seen.removals?.[0]?.["notices"] as { told: string }[]).find(({ told }) => told === "LEARNERS");
    expect(ofLearners(await seenBy(region))).toMatchObject({
      toldOn: "2026-01-31",
      toldAt: "2026-01-31T23:30:00.000Z",
    });
    expect(ofLearners(await seenBy(people.aProviderLead))).toMatchObject({ toldOn: "2026-01-31", toldAt: null });
  });

  it("each has a place to go to, with pay and progress protected", async () => {
    await steps.placed(hub, removal, null, 4);
    const early = await act(hub, region, "startRemoval", { ...removal });
    expect(early.userErrors.map(({ message }) => message)).toEqual(["Not all of the learners have a place to go to."]);
    await steps.placed(hub, removal, null, 2);
    await done(hub, region, "startRemoval", { ...removal });
    expect((await seenBy(people.aProviderLead)).removals).toMatchObject([
      { state: "IN_FORCE", inForceSince: today, nextReviewOn: addDays(today, 7) },
    ]);
  });
});

describe("while they are away", () => {
  it("the provider cannot say that all is well, nor can the category be moved", async () => {
    const confirmed = await act(hub, people.aProviderLead, "confirmResolution", { id, statement: "Mended." });
    expect(confirmed.userErrors.map(({ code }) => code)).toEqual(["CONFLICT"]);
  });

  it("they do not return before somebody has been to see and the dean has agreed", async () => {
    const plan = { ...removal, regulatorView: "The regulator agrees.", phases: [steps.phase()] };
    const messages = async () => (await act(hub, region, "reinstateLearners", plan)).userErrors.map((e) => e.message);
    expect(await messages()).toEqual(["Nobody has been to see since the learners were removed."]);
    const review = { ...removal, findings: "Every night of a month was covered." };
    await done(hub, region, "reviewRemoval", { ...review, outcome: "CONTINUE", onTheSpot: false });
    expect(await messages()).toEqual(["Nobody has been to see since the learners were removed."]);
    await done(hub, region, "reviewRemoval", { ...review, outcome: "PREPARE_RETURN", onTheSpot: true });
    expect(await messages()).toEqual(["Not every authority has consented to the return."]);
    await steps.consents(hub, region, removal, "POSTGRADUATE_DEAN", "RETURN");
    await done(hub, region, "reinstateLearners", plan);
    expect((await seenBy(people.theGmc)).removals).toMatchObject([
      { state: "REINSTATING", phases: [{ startsOn: today, completedOn: null, conditions: null }] },
    ]);
  });

  it("a return that does not hold is halted, and needs to be agreed to anew", async () => {
    await done(hub, region, "haltReturn", { ...removal, reason: "Two nights were not covered." });
    expect((await seenBy(people.aProviderLead)).removals).toMatchObject([
      { state: "IN_FORCE", reviews: [{ outcome: "RETURN_HALTED" }, { onTheSpot: true }, { onTheSpot: false }] },
    ]);
    const plan = { ...removal, regulatorView: "The regulator agrees.", phases: [steps.phase()] };
    const again = await act(hub, region, "reinstateLearners", plan);
    expect(again.userErrors.map(({ message }) => message)).toEqual([
      "Not every authority has consented to the return.",
    ]);
  });
});

describe("the return", () => {
  it("goes phase by phase, in order and not before its day", async () => {
    const phases = [steps.phase(), steps.phase(addDays(today, 14))];
    await steps.returning(hub, removal, phases);
    const [, first, second] = await steps.phasesOf(hub, removal);
    for (const [phaseId, code] of [
      [second, "CONFLICT"],
      [first, undefined],
      [first, "CONFLICT"],
      [second, "CONFLICT"],
    ] as const) {
      const outcome = await act(hub, region, "completeReturnPhase", { ...removal, phaseId });
      expect(outcome.userErrors[0]?.code).toBe(code);
    }
    const early = await act(hub, region, "endRemoval", { ...removal, category: "ISF3", reason: "They are back." });
    expect(early.userErrors.map(({ message }) => message)).toEqual(["Phases of the return are not complete."]);
  });

  it("ends with a step down, and never in closure", async () => {
    await done(hub, region, "haltReturn", { ...removal, reason: "Brought forward." });
    await steps.returning(hub, removal);
    const phaseId = (await steps.phasesOf(hub, removal)).at(-1);
    await done(hub, region, "completeReturnPhase", { ...removal, phaseId });
    for (const category of ["ISF0", "ISF1", "ISF4"]) {
      const outcome = await act(hub, region, "endRemoval", { ...removal, category, reason: "They are back." });
      expect([category, outcome.userErrors.length]).toEqual([category, 1]);
    }
    const outcome = await done(hub, region, "endRemoval", { ...removal, category: "ISF3", reason: "They are back." });
    expect(outcome.concern?.status).toBe("IN_PROGRESS");
    expect(await seenBy(people.theGmc)).toMatchObject({
      category: "ISF3",
      removals: [{ state: "ENDED", endedOn: today }],
    });
    expect(await findsInForce(people.aNationalLead)).toBe(false);
  });

  it("leaves the concern to be resolved in the ordinary way", async () => {
    await done(hub, people.aProviderLead, "confirmResolution", { id, statement: "It has held for a month." });
    const verified = await act(hub, region, "verifyResolution", { id });
    expect(verified.userErrors.map(({ message }) => message)).toEqual([
      "A concern closes at ISF0 or ISF1 only. Step it down first.",
    ]);
  });
});
