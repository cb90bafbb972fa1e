/** Questions 11 to 16, but for the published figures of 14: what providers and universities ask about their own. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { dayInEngland } from "../../../hub/day-in-england.js";
import { addDays } from "../../../subgraphs/calendar-day.js";
import { assessed, done } from "../../support/casework.js";
import { contributes } from "../../support/intelligence-world.js";
import { evidenceAdded } from "../../support/evidence.js";
import * as people from "../../support/people.js";
import { convened } from "../../support/panel-steps.js";
import { answered, expectNothingOf, open, whoSpokeUp } from "../../support/questions.js";
import * as steps from "../../support/removal-steps.js";
import { required } from "../../support/support-casework.js";
import { openTestHub, type TestHub } from "../../support/test-hub.js";

const { aProviderLead: provider, aUniversityLead: university, aRegionalLead: region } = people;
const today = dayInEngland();
const inDays = (days: number): string => addDays(today, days);

let hub: TestHub;
/** At Northmoor, at ISF2, with two requirements due within days and one due later. */
let concern: string;
let elsewhere: string, ofOthers: string, removal: steps.OfRemoval;
let soon: string;

const fromTheNightTeam = "A planted narrative of the night team.";
const note = "A planted note of the region.";

beforeAll(async () => {
  hub = await openTestHub();
  const parts = { reporter: university, lead: region, category: "ISF2" };
  concern = await assessed(hub, parts, { narrative: fromTheNightTeam, site: "ZZN0101" });
  soon = await required(hub, concern, { text: "Name a deputy for each night.", dueOn: inDays(10) });
  await required(hub, concern, { text: "Publish the rota.", dueOn: inDays(60) });
  await done(hub, region, "addInternalNote", { id: concern, text: note });
  await contributes(hub, region, concern, []);
  await convened(hub, concern, { attending: [people.theGmc] });
  elsewhere = await assessed(hub, parts, { provider: "ZZE01", title: "At Eastvale alone", site: null });
  await required(hub, elsewhere, { text: "Due at Eastvale.", dueOn: inDays(5) });
  const ofFenbridge = { educationProvider: "ZZFENU", narrative: "A planted narrative of Fenbridge.", site: "ZZN0102" };
  ofOthers = await assessed(hub, { ...parts, reporter: provider }, ofFenbridge);
  const id = await steps.atIsf3(hub, { learnersAffected: 18, title: "Learners are to go" });
  const learners = [steps.ofWexbridge, steps.ofFenbridge];
  removal = { id, removalId: await steps.proposed(hub, id, { learners }) };
});
afterAll(() => hub.close());

describe("a provider", () => {
  it("11: finds its own concerns with requirements due within fourteen days or overdue, and nobody else's", async () => {
    const { data, text } = await answered(
      hub,
      provider,
      `query($by: Date, $status: [ConcernStatus!]) {
         concerns(filter: { requirementDueBy: $by, status: $status }) { totalCount nodes {
           id provider { code } summary narrative internalNotes requirements { text dueOn overdue status }
           intelligence { text } panels { id } reporter { name contact } } } }`,
      { by: inDays(14), status: open },
    );
    const [dueSoon, dueLater] = [
      { text: "Name a deputy for each night.", dueOn: inDays(10), overdue: false, status: "OPEN" },
      { text: "Publish the rota.", dueOn: inDays(60), overdue: false, status: "OPEN" },
    ];
    expect(data).toMatchObject({
      concerns: {
        totalCount: 1,
        nodes: [{ id: concern, provider: { code: "ZZN01" }, narrative: null, internalNotes: null, panels: [] }],
      },
    });
    const [{ requirements }] = (data as { concerns: { nodes: [{ requirements: object[] }] } }).concerns.nodes;
    expect(requirements).toHaveLength(2);
    expect(requirements).toEqual(expect.arrayContaining([dueSoon, dueLater]));
    expectNothingOf(text, [...whoSpokeUp, fromTheNightTeam, note, "What Y60 has heard", "Eastvale", elsewhere]);
    const none = await answered(
      hub,
      provider,
      "query($by: Date) { concerns(filter: { requirementDueBy: $by }) { totalCount } }",
      { by: inDays(9) },
    );
    expect(none.data).toEqual({ concerns: { totalCount: 0 } });
  });

  it("12: reads why it is ISF2 and how it steps down: standards, evidence, scoring, and what is needed", async () => {
    const question = `query($id: ID!) { concern(id: $id) { category standards { id title }
      categoryHistory { to role reason evidence } risk { residual { score band } suggestedCategory }
      stepDown { to scoreAtMost needs requirements { text dueOn status } } narrative sourceType
      reporter { identityMode name contact coarseRole } } }`;
    interface Why {
      readonly concern: { readonly stepDown: { readonly requirements: readonly object[] } };
    }
    const { data, text } = await answered<Why>(hub, provider, question, { id: concern });
    expect(data.concern).toMatchObject({
      category: "ISF2",
      standards: [{ id: "EQF-2021:3.5" }],
      categoryHistory: [{ to: "ISF0" }, { to: "ISF2", role: "QUALITY_LEAD", reason: "Four nights." }],
      risk: { residual: { score: 12, band: "HIGH" }, suggestedCategory: "ISF2" },
      stepDown: { to: "ISF1", scoreAtMost: 6, needs: ["REQUIREMENTS_MET", "RISK_REDUCED", "DECISION"] },
      reporter: { identityMode: "CONFIDENTIAL", name: null, contact: null, coarseRole: null },
    });
    expect(data.concern.stepDown.requirements).toHaveLength(2);
    expectNothingOf(text, [...whoSpokeUp, fromTheNightTeam, note]);
    // A board knows of a concern by category and provider alone, and not how it steps down.
    const board = await answered(hub, people.anIcb, question, { id: concern });
    expect(board.data).toMatchObject({ concern: { category: "ISF2", stepDown: null, risk: null } });
    expectNothingOf(board.text, ["REQUIREMENTS_MET", "RISK_REDUCED", "Name a deputy"]);
    const other = await answered(hub, people.aLeadOfAnotherProvider, question, { id: concern });
    expect(other.data).toEqual({ concern: null });
  });

  it("13: submits progress and evidence, asks for closure, and reads back what it submitted", async () => {
    const summary = "Two of three nights are covered.";
    await done(hub, provider, "submitProgress", { id: concern, summary, detail: "By locums." });
    await evidenceAdded(hub, provider, concern, { name: "rota-of-may.pdf", requirementId: soon });
    const asked = "Deputies are named for every night.";
    await done(hub, provider, "requestRequirementClosure", { id: concern, requirementId: soon, text: asked });
    await evidenceAdded(hub, region, concern, { name: "kept-by-the-region.pdf" });

    const question = `query($id: ID!) { concern(id: $id) { progress { summary detail } evidence { name addedBy { code } }
      requirements { id status answeredOn responses { kind text } } internalNotes } }`;
    const { data, text } = await answered(hub, provider, question, { id: concern });
    expect(data).toMatchObject({
      concern: {
        progress: [{ summary, detail: "By locums." }],
        evidence: [{ name: "rota-of-may.pdf", addedBy: { code: "ZZN01" } }],
        requirements: expect.arrayContaining([
          {
            id: soon,
            status: "CLOSURE_REQUESTED",
            answeredOn: today,
            responses: [{ kind: "CLOSURE_REQUEST", text: asked }],
          },
        ]),
        internalNotes: null,
      },
    });
    expectNothingOf(text, [note, "kept-by-the-region", ...whoSpokeUp]);
    // The regulator knows of the requirement, and not of what was said on it, nor when.
    const { text: regulators } = await answered(hub, people.theGmc, question, { id: concern });
    expectNothingOf(regulators, [asked, summary, "rota-of-may", `"answeredOn":"${today}"`]);
  });
});

describe("a university", () => {
  it("15: finds concerns where its own learners are placed, with what was released, and none of others", async () => {
    const { data, text } = await answered<{
      concerns: { nodes: readonly { id: string; summary: string; narrative: string | null }[] };
    }>(
      hub,
      university,
      `{ concerns(filter: { educationProvider: ["ZZWEXU"], profession: ["DOCTOR"] }, first: 50) { nodes {
           id site { code } category status summary reporter { name contact } internalNotes } } }`,
    );
    expect(data.concerns.nodes.map(({ id }) => id).sort()).toEqual([concern, elsewhere, removal.id].sort());
    expect(data.concerns.nodes.every(({ summary }) => summary.includes("at night"))).toBe(true);
    expectNothingOf(text, [...whoSpokeUp, note, ofOthers]);
    const all = await answered(hub, university, "{ concerns(first: 50) { nodes { id summary narrative title } } }");
    expectNothingOf(all.text, [ofOthers, "A planted narrative of Fenbridge."]);
  });

  it("16: learns whether a site is closed to learners, for whom, and where its own go; of others nothing", async () => {
    const question = `{ organisation(code: "ZZN0101") { concerns(filter: { removalInForce: true }) { nodes { id
      removals { state scope scopeDetail inForceSince learners { educationProvider { code } band learners }
        relocations { educationProvider { code } place { code } plan places } } } } } }`;
    const nothing = { organisation: { concerns: { nodes: [] } } };
    expect((await answered(hub, university, question)).data).toEqual(nothing);
    await steps.consulted(hub, removal);
    for (const [person, decider] of [
      [university, "EDUCATION_PROVIDER"],
      [steps.aLeadOfAnotherUniversity, "EDUCATION_PROVIDER"],
      [region, "REGION"],
    ] as const)
      await steps.consents(hub, person, removal, decider);
    await steps.notified(hub, removal);
    await steps.placed(hub, removal, "ZZWEXU", 9);
    await steps.placed(hub, removal, "ZZFENU", 3);
    await done(hub, region, "startRemoval", { ...removal });

    const { data, text } = await answered(hub, university, question);
    const whose = { educationProvider: { code: "ZZWEXU" } };
    const plan = { place: { code: "ZZE01" }, plan: "Posts of the same grade, from Monday.", places: 9 };
    const inForce = { state: "IN_FORCE", scope: "SITE", scopeDetail: "ZZN0101", inForceSince: today };
    const ofItsOwn = {
      learners: [{ ...whose, band: "5-9", learners: 9 }],
      relocations: [{ ...whose, ...plan }],
    };
    expect(data).toEqual({
      organisation: { concerns: { nodes: [{ id: removal.id, removals: [{ ...inForce, ...ofItsOwn }] }] } },
    });
    expectNothingOf(text, ["ZZFENU", '"1-4"']);
    const harrowmere = { name: "harrowmere", organisation: "ZZHARU", role: "QUALITY_LEAD" } as const;
    expect((await answered(hub, harrowmere, question)).data).toEqual(nothing);
  });
});
