/** Questions 1 to 10: what regulators, and other bodies of the protocol, ask the hub, and what it does not tell them. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { dayInEngland } from "../../../hub/day-in-england.js";
import { addDays } from "../../../subgraphs/calendar-day.js";
import { openAccessWorld } from "../../support/access-world-hub.js";
import { onAgreement, proposed, signed } from "../../support/agreements.js";
import { assessed, done } from "../../support/casework.js";
import { asAdministrator } from "../../support/inboxes.js";
import { contributes } from "../../support/intelligence-world.js";
import { convened, donePanel, invitation, joint } from "../../support/panel-steps.js";
import { inThreeMonths } from "../../support/mutation-inputs.js";
import * as people from "../../support/people.js";
import { answered, expectNothingOf, open, twoMinutes, whoSpokeUp } from "../../support/questions.js";
import { settled } from "../../support/settled.js";
import type { TestHub } from "../../support/test-hub.js";

const { theGmc: gmc, theNmc: nmc, theCqc: cqc, aNationalLead: nation, aRegionalLead: region } = people;

let hub: TestHub;
/** Concerns of the access world, by what they are. */
let shared: string, ofDoctors: string, ofNurses: string, elsewhere: string, atAPanel: string, withRemovals: string;
/** Concerns of these questions: about handover for doctors, and about midwives. */
let handover: string, midwives: string;

const handoverText = "The handover at eight was planted without the night team.";
const midwivesText = "Two midwives were planted for three wards.";

beforeAll(async () => {
  const { hub: opened, world } = await openAccessWorld();
  hub = opened;
  [shared, ofDoctors, ofNurses, elsewhere, atAPanel, withRemovals] = [0, 1, 2, 7, 8, 9].map(
    (index) => world[index]?.id ?? "",
  ) as [string, string, string, string, string, string];
  const parts = { reporter: people.aUniversityLead, lead: region, category: "ISF2" };
  handover = await assessed(hub, parts, {
    title: "Handover without the night team",
    narrative: handoverText,
    standards: ["EQF-2021:1.3", "EQF-2021:1.5"],
    learnersAffected: 3,
  });
  midwives = await assessed(hub, parts, {
    title: "Too few midwives",
    narrative: midwivesText,
    professions: ["MIDWIFE"],
    site: "ZZN0101",
  });
  await signed(hub, { dataClasses: ["NARRATIVE", "LEARNERS"] });
  const withCqc = ["X24", "CQC"].map((organisation) => ({ organisation, signingRoles: ["QUALITY_LEAD"] }));
  const id = await proposed(hub, { receiver: "CQC", parties: withCqc, professions: ["DOCTOR"] });
  for (const person of [nation, cqc]) await onAgreement(hub, person, "signAgreement", { id });
  await contributes(hub, cqc, handover, []);
  await contributes(hub, gmc, handover, ["CQC"]);
}, twoMinutes);
afterAll(() => hub.close());

interface Listed {
  readonly concerns: { readonly totalCount: number; readonly nodes: readonly Readonly<Record<string, unknown>>[] };
}
const idsOf = ({ concerns }: Listed): unknown[] => concerns.nodes.map(({ id }) => id);

describe("a regulator", () => {
  it("1: finds open concerns at ISF2 and above of its professions, by region, newest change first", async () => {
    const { data: remit } = await answered<{ organisation: { remit: readonly string[] } }>(
      hub,
      gmc,
      '{ organisation(code: "GMC") { remit } }',
    );
    const { data, text } = await answered<Listed>(
      hub,
      gmc,
      `query($profession: [Profession!], $status: [ConcernStatus!]) {
         concerns(orderBy: LAST_CHANGED, filter: { categoryAtLeast: ISF2, profession: $profession, status: $status }) {
           totalCount nodes { id reference region { code } category summary reporter { identityMode name contact }
             intelligence { owner { code } text } } } }`,
      { profession: remit.organisation.remit, status: open },
    );
    expect(idsOf(data).sort()).toEqual([ofDoctors, elsewhere, withRemovals, handover].sort());
    expect(data.concerns.totalCount).toBe(4);
    expect(data.concerns.nodes.at(-1)).toMatchObject({ id: elsewhere, region: { code: "Y56" } });
    // Under its agreement it reads what was released.
    expect(data.concerns.nodes[0]).toMatchObject({ summary: expect.any(String) });
    expectNothingOf(text, [...whoSpokeUp, "What CQC has heard", "What NMC has heard", ofNurses, midwives]);
  });

  it("2: reads the categories of five years at a trust and at those whose place it took", async () => {
    await asAdministrator(
      hub,
      "insert into organisations.succession (predecessor, successor, on_date, source) values ('ZZE01', 'ZZN01', '2025-04-01', 'test')",
    );
    const { data, text } = await answered<
      Listed & { organisation: { predecessors: readonly { predecessor: object; on: string }[] } }
    >(
      hub,
      gmc,
      `query($from: Date) {
         organisation(code: "ZZN01") { predecessors { predecessor { code } on } }
         concerns(filter: { provider: ["ZZN01"], raisedFrom: $from }) {
           totalCount nodes { id provider { code } categoryHistory { from to on role } reporter { name } } } }`,
      { from: addDays(dayInEngland(), -5 * 365) },
    );
    expect(data.organisation.predecessors).toEqual([{ predecessor: { code: "ZZE01" }, on: "2025-04-01" }]);
    expect(data.concerns.nodes.find(({ id }) => id === atAPanel)).toMatchObject({
      provider: { code: "ZZE01" },
      categoryHistory: [{ to: "ISF0" }, { from: "ISF0", to: "ISF2" }, { from: "ISF2", to: "ISF1" }],
    });
    expect(idsOf(data)).toContain(ofDoctors);
    expectNothingOf(text, [...whoSpokeUp, ofNurses, elsewhere]);
    await asAdministrator(hub, "delete from organisations.succession where source = 'test'");
  });

  it("3: learns that other bodies hold something about a place, how many, and whom to call", async () => {
    const question =
      "{ emergingSignals(withinDays: 730) { place { code } bodies call { code qualityTeam { name } } } }";
    const { data, text } = await answered<{ emergingSignals: readonly { bodies: number }[] }>(hub, nmc, question);
    const atNorthmoor = { place: { code: "ZZN01" }, call: { code: "Y60", qualityTeam: { name: expect.any(String) } } };
    const [signal] = data.emergingSignals.filter((each) => "place" in each && JSON.stringify(each).includes("ZZN01"));
    expect(signal).toMatchObject(atNorthmoor);
    expect(signal?.bodies).toBeGreaterThanOrEqual(3);
    expectNothingOf(text, ["What GMC", "What CQC", "GMC", "CQC", "R/77", handoverText, handover, ofDoctors]);
    expect((await answered(hub, people.aProviderLead, question)).data).toEqual({ emergingSignals: [] });
  });

  it("4: finds what cites a requirement of its own, or a standard mapped to it, this year", async () => {
    const list = "totalCount nodes { id standards { id } learnersAffected reporter { name contact } }";
    const { data, text } = await answered<Record<"r33" | "r18", Listed["concerns"]>>(
      hub,
      gmc,
      `query($from: Date) {
         r33: concerns(filter: { standard: ["GMC-2016:R3.3"], raisedFrom: $from }) { ${list} }
         r18: concerns(filter: { standard: ["GMC-2016:R1.8"], raisedFrom: $from }) { ${list} } }`,
      { from: `${dayInEngland().slice(0, 4)}-01-01` },
    );
    // Three learners are too few to be told, agreement or not.
    const cited = [{ id: "EQF-2021:1.3" }, { id: "EQF-2021:1.5" }];
    expect(data.r33.nodes).toMatchObject([{ id: handover, standards: cited, learnersAffected: null }]);
    expect(data.r18.nodes.find(({ id }) => id === withRemovals)).toMatchObject({ learnersAffected: 7 });
    expect(data.r18.nodes.find(({ id }) => id === ofDoctors)).toMatchObject({ learnersAffected: null });
    expectNothingOf(text, [...whoSpokeUp, '"learnersAffected":3']);
  });

  it("5: finds ISF3 without enhanced monitoring, and enhanced monitoring at ISF1 and below", async () => {
    const opened = { openedOn: "2026-01-05", status: "OPEN", publishedByRegulator: true };
    await done(hub, gmc, "recordRegulatorCase", { id: atAPanel, kind: "ENHANCED_MONITORING", ...opened });
    const list = "nodes { id site { code } provider { code } narrative }";
    const { data, text } = await answered<Record<"without" | "low", Listed["concerns"]>>(
      hub,
      gmc,
      `{ without: concerns(filter: { category: [ISF3], hasEnhancedMonitoring: false }) { ${list} }
         low: concerns(filter: { category: [ISF0, ISF1], hasEnhancedMonitoring: true }) { ${list} } }`,
    );
    expect(data.without.nodes.map(({ id }) => id)).toEqual([elsewhere]);
    expect(data.low.nodes.map(({ id }) => id)).toEqual([atAPanel]);
    expectNothingOf(text, [midwivesText, midwives, ofNurses]);
  });

  it("6: finds where a university places midwives, and nothing that is about doctors alone", async () => {
    const { data, text } = await answered<{ organisation: Listed }>(
      hub,
      nmc,
      `{ organisation(code: "ZZWEXU") { concerns(filter: { categoryAtLeast: ISF1, profession: ["MIDWIFE"] }) {
           totalCount nodes { id site { code } category professions narrative } } } }`,
    );
    const found = { id: midwives, site: { code: "ZZN0101" }, category: "ISF2", professions: ["MIDWIFE"] };
    // It has no agreement, so the narrative of its own professions stays closed too.
    expect(data.organisation.concerns).toEqual({ totalCount: 1, nodes: [{ ...found, narrative: null }] });
    expectNothingOf(text, [handoverText, midwivesText, handover, ofDoctors]);
    const all = await answered(hub, nmc, "{ concerns(first: 50) { nodes { id title narrative } } }");
    expectNothingOf(all.text, [handoverText, handover, ofDoctors, elsewhere]);
  });

  it("7: the CQC finds what bears on regulations 12 and 18 at a provider, with what was released", async () => {
    const { data, text } = await answered<Listed>(
      hub,
      cqc,
      `{ concerns(filter: { provider: ["ZZN01"], standard: ["CQC-REG-2014:12", "CQC-REG-2014:18"] }) {
           totalCount nodes { id summary standards { id mappings { to { id } } } reporter { name contact coarseRole } } } }`,
    );
    expect(idsOf(data)).toEqual([handover]);
    expect(data.concerns.nodes).toMatchObject([{ summary: expect.stringContaining("at night") }]);
    expect(text).toContain("CQC-REG-2014:12");
    expectNothingOf(text, [...whoSpokeUp, "What NMC has heard"]);
  });

  it("10: learns what changed since it last asked, and nothing of what it may not know of", async () => {
    const question = `query($since: String) {
      concernChanges(since: $since, first: 100) { cursor hasMore changes { id kind concern { reference reporter { name } } } } }`;
    interface Changes {
      readonly concernChanges: { readonly cursor: string; readonly changes: readonly { readonly id: string }[] };
    }
    await settled(hub);
    const { data: before } = await answered<Changes>(hub, gmc, question);
    const requirement = { kind: "MANDATORY", text: "Name a deputy.", dueOn: "2999-01-01" };
    await done(hub, region, "issueRequirement", { id: handover, ...requirement });
    await done(hub, region, "issueRequirement", { id: midwives, ...requirement });
    await done(hub, region, "addInternalNote", { id: ofDoctors, text: "A planted note." });
    await settled(hub);
    const { data, text } = await answered<Changes>(hub, gmc, question, { since: before.concernChanges.cursor });
    expect(data.concernChanges.changes.map(({ id }) => id)).toEqual([handover]);
    expectNothingOf(text, [...whoSpokeUp, midwives, ofDoctors]);
  });
});

describe("a signatory", () => {
  it("8: asks whom to invite to a panel, and what is shared so far; those invited read why, and not the rest", async () => {
    const share = { organisation: "HCPC", dataClasses: [], until: inThreeMonths, reason: "A pattern." };
    await done(hub, region, "shareConcern", { id: handover, ...share });
    const { data, text } = await answered(
      hub,
      region,
      `query($id: ID!) {
         panelInvitees(concern: $id) { organisation { code } because professions }
         concern(id: $id) { intelligence { owner { code } text } shares { organisation { code } classes } panels { id } } }`,
      { id: handover },
    );
    expect(data).toEqual({
      panelInvitees: [
        { organisation: { code: "CQC" }, because: "SETTING", professions: [] },
        { organisation: { code: "GMC" }, because: "PROFESSION", professions: ["DOCTOR"] },
      ],
      // Both regulators hold something of their own on it, and neither shared that with the region.
      concern: { intelligence: [], shares: [{ organisation: { code: "HCPC" }, classes: [] }], panels: [] },
    });
    expectNothingOf(text, ["What CQC has heard", "What GMC has heard", ...whoSpokeUp]);

    const convening = { ...invitation, id: handover, invite: ["CQC", "GMC"] };
    const panel = await donePanel(hub, region, "convenePanel", convening);
    const read = "query($id: ID!) { reviewPanel(id: $id) { purpose contributions { text } concerns { title } } }";
    const invited = await answered(hub, gmc, read, { id: panel });
    const why = { purpose: invitation["purpose"], contributions: null, concerns: null };
    expect(invited.data).toEqual({ reviewPanel: why });
    expect((await answered(hub, nmc, read, { id: panel })).data).toEqual({ reviewPanel: null });
  });

  it("9: has its own outstanding actions of all panels before it, and nobody else's", async () => {
    const panel = await convened(hub, shared, { attending: [cqc] });
    const withGmc = await convened(hub, ofDoctors, { attending: [gmc] });
    await donePanel(hub, region, "recordPanelDecision", { id: withGmc, ...joint });
    const actions = [
      { owner: "CQC", text: "Ask at the next inspection.", dueOn: addDays(dayInEngland(), 20) },
      { owner: "Y60", text: "Tell the director of education.", dueOn: addDays(dayInEngland(), 20) },
    ];
    const decision = { ...joint, attended: ["Y60", "CQC"], actions, dissents: [] };
    await donePanel(hub, region, "recordPanelDecision", { id: panel, ...decision });

    const question =
      "{ myActions(first: 50) { totalCount nodes { text dueOn owner { code } panel { convenor { code } } } } }";
    const { data, text } = await answered(hub, gmc, question);
    const visit = { text: "Name two visitors.", dueOn: expect.any(String), owner: { code: "GMC" } };
    expect(data).toEqual({ myActions: { totalCount: 1, nodes: [{ ...visit, panel: { convenor: { code: "Y60" } } }] } });
    expectNothingOf(text, ["Ask at the next inspection.", "Tell the director", "Agree the date"]);
    expect((await answered(hub, nmc, question)).data).toEqual({ myActions: { totalCount: 0, nodes: [] } });
  });
});
