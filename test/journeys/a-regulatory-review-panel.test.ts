/** A regulatory review panel of three bodies, from the invitation to its closure, as each of them sees it. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { act, assessed, reported } from "../support/casework.js";
import {
  actionsOf,
  atPanel,
  convened,
  donePanel,
  invitation,
  joint,
  nextMonth,
  nothingFurther,
  today,
} from "../support/panel-steps.js";
import { inThreeMonths, neverIssued } from "../support/mutation-inputs.js";
import * as people from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
});
afterAll(() => hub.close());

const { aRegionalLead: region, theGmc: gmc, theNmc: nmc, theCqc: cqc, aProviderLead: provider } = people;

const aConcern = (category = "ISF1") => assessed(hub, { reporter: people.aUniversityLead, lead: region, category });
const concernQuery = "query($id: ID!) { concern(id: $id) { id version narrative panels { id } access { relations } } }";
const panelQuery = `query($id: ID!) { reviewPanel(id: $id) {
  id state convenor { code name } meetsOn providers { code } professions purpose version concerns { id narrative }
  invitations { organisation { code } state reason } contributions { owner { code } text }
  attended { code } outcomes dissents { organisation { code } text } disclosure { tell whom by { code } on because }
  actions { owner { code } status note overdue } } }`;

async function read(person: Person, query: string, id: string): Promise<Record<string, unknown> | null> {
  const answer = await hub.as(person).for(query, { id });
  expect(answer.errors).toEqual([]);
  return Object.values(answer.data ?? {})[0] as unknown as Record<string, unknown> | null;
}

async function codesOf(outcome: Promise<{ userErrors: readonly { code: string; field: string | null }[] }>) {
  return (await outcome).userErrors.map(({ code, field }) => [code, field]);
}

describe("the story of a panel", () => {
  let concern: string;
  let panel: string;

  it("begins with a body that holds a concern and invites others", async () => {
    concern = await aConcern();
    panel = await donePanel(hub, region, "convenePanel", { ...invitation, id: concern, invite: ["GMC", "NMC"] });
    expect(await read(region, panelQuery, panel)).toMatchObject({
      state: "CONVENED",
      convenor: { code: "Y60" },
      providers: [{ code: "ZZN01" }],
      concerns: [{ id: concern }],
      invitations: [
        { organisation: { code: "GMC" }, state: "INVITED" },
        { organisation: { code: "NMC" }, state: "INVITED" },
      ],
    });
  });

  it("shows those who are invited the invitation, and neither the concern nor whom else it invites", async () => {
    const answer = await hub.as(gmc).for(panelQuery, { id: panel });
    expect(answer.data?.["reviewPanel"]).toMatchObject({
      state: "CONVENED",
      convenor: { code: "Y60" },
      purpose: invitation["purpose"],
      meetsOn: invitation["meetsOn"],
      providers: [{ code: "ZZN01" }],
      professions: ["DOCTOR"],
      invitations: [{ organisation: { code: "GMC" }, state: "INVITED", reason: null }],
      version: null,
      concerns: null,
      contributions: null,
    });
    expect(answer.redactions.map(({ coordinate }) => coordinate)).toEqual(
      expect.arrayContaining(["ReviewPanel.concerns", "ReviewPanel.contributions", "ReviewPanel.version"]),
    );
    expect(answer.text).not.toContain("NMC");
    expect(await read(gmc, concernQuery, concern)).toBeNull();
  });

  it("opens the concern with its report to a body that accepts", async () => {
    await donePanel(hub, gmc, "respondToInvitation", { id: panel, answer: "ACCEPTED" });
    expect(await read(gmc, concernQuery, concern)).toMatchObject({
      id: concern,
      narrative: expect.any(String),
      panels: [{ id: panel }],
      access: { relations: ["PANEL"] },
    });
    expect(await read(gmc, panelQuery, panel)).toMatchObject({ concerns: [{ id: concern }] });
  });

  it("says why a body does not attend, and takes the panel from it", async () => {
    expect(await codesOf(atPanel(hub, nmc, "respondToInvitation", { id: panel, answer: "DECLINED" }))).toEqual([
      ["BAD_USER_INPUT", "reason"],
    ]);
    const reason = "No nurse is concerned.";
    const outcome = await atPanel(hub, nmc, "respondToInvitation", { id: panel, answer: "DECLINED", reason });
    expect(outcome).toEqual({ panel: null, userErrors: [] });
    expect(await read(nmc, panelQuery, panel)).toBeNull();
    expect(await read(region, panelQuery, panel)).toMatchObject({
      invitations: [{ state: "ACCEPTED" }, { state: "DECLINED", reason }],
    });
  });

  it("asks again whom it needs, with who is not invited yet suggested by place and profession", async () => {
    await donePanel(hub, region, "inviteToPanel", { id: panel, invite: ["NMC", "CQC"] });
    expect(await read(nmc, panelQuery, panel)).toMatchObject({ invitations: [{ state: "INVITED" }] });
    await donePanel(hub, cqc, "respondToInvitation", { id: panel, answer: "ACCEPTED" });
    expect(await codesOf(atPanel(hub, region, "inviteToPanel", { id: panel, invite: ["CQC"] }))).toEqual([
      ["CONFLICT", "invite"],
    ]);
  });

  it("keeps what each contributes under its name", async () => {
    await donePanel(hub, gmc, "contributeToPanel", { id: panel, text: "Two doctors told us the same." });
    await donePanel(hub, cqc, "contributeToPanel", { id: panel, text: "Seen on the last inspection." });
    for (const person of [region, gmc, cqc])
      expect(await read(person, panelQuery, panel)).toMatchObject({
        contributions: [
          { owner: { code: "GMC" }, text: "Two doctors told us the same." },
          { owner: { code: "CQC" }, text: "Seen on the last inspection." },
        ],
      });
  });

  it("decides, with dissent kept and actions owned", async () => {
    await donePanel(hub, region, "recordPanelDecision", { id: panel, ...joint, attended: ["Y60", "GMC", "CQC"] });
    await donePanel(hub, cqc, "recordDissent", { id: panel, text: "It should be sooner." });
    expect(await read(gmc, panelQuery, panel)).toMatchObject({
      state: "DECIDED",
      attended: [{ code: "CQC" }, { code: "GMC" }, { code: "Y60" }],
      outcomes: ["JOINT_VISIT"],
      dissents: [{ organisation: { code: "GMC" } }, { organisation: { code: "CQC" }, text: "It should be sooner." }],
    });
    expect(await read(nmc, panelQuery, panel)).toBeNull();
  });

  it("gives each body the actions that it has outstanding, over all panels", async () => {
    const own = "query($overdue: Boolean) { myActions(overdue: $overdue) { totalCount nodes { text panel { id } } } }";
    const answer = await hub.as(gmc).for(own);
    expect(answer.data?.["myActions"]).toEqual({
      totalCount: 1,
      nodes: [{ text: "Name two visitors.", panel: { id: panel } }],
    });
    expect((await hub.as(gmc).for(own, { overdue: true })).data?.["myActions"]).toEqual({ totalCount: 0, nodes: [] });
    expect((await hub.as(cqc).for(own)).data?.["myActions"]).toEqual({ totalCount: 0, nodes: [] });
  });

  it("does not close before everything is done, the disclosure decided and the review past", async () => {
    const close = () => atPanel(hub, region, "closePanel", { id: panel });
    expect((await close()).userErrors.map(({ message }) => message)).toEqual(["Actions are outstanding."]);
    const actions = await actionsOf(hub, panel);
    expect(
      await codesOf(
        atPanel(hub, region, "completePanelAction", { id: panel, actionId: actions["GMC"], status: "DONE" }),
      ),
    ).toEqual([["FORBIDDEN", "actionId"]]);
    await donePanel(hub, gmc, "completePanelAction", { id: panel, actionId: actions["GMC"], status: "DONE" });
    const dropped = { id: panel, actionId: actions["Y60"], status: "DROPPED" };
    expect(await codesOf(atPanel(hub, region, "completePanelAction", dropped))).toEqual([["BAD_USER_INPUT", "note"]]);
    await donePanel(hub, region, "completePanelAction", { ...dropped, note: "The provider came first." });
    expect(await codesOf(atPanel(hub, region, "completePanelAction", dropped))).toEqual([["CONFLICT", "actionId"]]);

    expect((await close()).userErrors.map(({ code }) => code)).toEqual(["CONFLICT"]);
    const telling = { id: panel, tell: true, whom: "The director of education", by: "GMC", on: nextMonth };
    expect(await codesOf(atPanel(hub, region, "decideDisclosure", { ...telling, by: "NMC" }))).toEqual([
      ["BAD_USER_INPUT", "tell"],
    ]);
    await donePanel(hub, region, "decideDisclosure", telling);
    expect(await read(cqc, panelQuery, panel)).toMatchObject({
      disclosure: { tell: true, whom: "The director of education", by: { code: "GMC" }, on: nextMonth, because: null },
    });
    expect((await close()).userErrors.map(({ message }) => message)).toEqual([
      "The review of the panel is still to come.",
    ]);
    await alter("update concerns.review_panel set review_on = $2 where id = $1", [panel, today]);
    expect(await close()).toMatchObject({ panel: { state: "CLOSED" }, userErrors: [] });
  });

  it("leaves its record to those who attended, and closes the concern to them", async () => {
    for (const person of [gmc, cqc]) {
      expect(await read(person, concernQuery, concern)).toBeNull();
      expect(await read(person, panelQuery, panel)).toMatchObject({ state: "CLOSED", concerns: [] });
    }
    expect(await read(region, panelQuery, panel)).toMatchObject({ concerns: [{ id: concern }] });
    expect(await codesOf(atPanel(hub, gmc, "contributeToPanel", { id: panel, text: "Late." }))).toEqual([
      ["CONFLICT", "id"],
    ]);
  });

  it("stands in the story of the concern for those who took part and still know of it", async () => {
    const story = "query($id: ID!) { concern(id: $id) { timeline { nodes { kind record { type id } } } } }";
    const told = async (person: Person): Promise<unknown[]> => {
      const answer = await read(person, story, concern);
      const { nodes } = answer?.["timeline"] as { nodes: { kind: string; record: unknown }[] };
      return nodes.filter(({ kind }) => kind.startsWith("PANEL")).map(({ kind, record }) => [kind, record]);
    };
    const record = { type: "ReviewPanel", id: panel };
    expect(await told(region)).toEqual([
      ["PANEL_CLOSED", record],
      ["PANEL_DECIDED", record],
      ["PANEL_CONVENED", record],
    ]);
    const guardian = people.persona("midlands-guardian");
    for (const person of [provider, people.aNationalLead, people.aUniversityLead, guardian])
      expect(await told(person)).toEqual([]);
  });

  it("has told the bodies that were invited, and names no concern in that", async () => {
    const told = await alter("select organisation, role, kind, reference from concerns.message where link_id = $1", [
      panel,
    ]);
    expect(new Set(told.map((row) => JSON.stringify(row)))).toEqual(
      new Set(
        ["GMC", "NMC", "CQC"].flatMap((organisation) =>
          ["QUALITY_LEAD", "CASE_HOLDER"].map((role) =>
            JSON.stringify({ organisation, role, kind: "PANEL_INVITATION", reference: null }),
          ),
        ),
      ),
    );
  });
});

describe("a panel", () => {
  it("leaves no trace on its concern for whom it is hidden from", async () => {
    const concern = await aConcern("ISF2");
    const askers = [provider, people.aUniversityLead, people.aNationalLead, cqc, people.anIcb];
    const whole = "query($id: ID!) { concern(id: $id) { id version panels { id } access { relations } } }";
    const ask = () =>
      Promise.all(askers.map(async (person) => (await hub.as(person).for(whole, { id: concern })).text));
    const before = await ask();
    const panel = await convened(hub, concern, { attending: [gmc], invited: ["NMC"] });
    await donePanel(hub, gmc, "contributeToPanel", { id: panel, text: "Two doctors told us the same." });
    await donePanel(hub, region, "recordPanelDecision", { id: panel, ...joint });
    expect(await ask()).toEqual(before);
  });

  it("is convened on several concerns, all of which those who attend read", async () => {
    const [leading, linked] = [await aConcern(), await aConcern()];
    const panel = await convened(hub, leading, { attending: [gmc] }, { linkedConcerns: [linked] });
    expect(await read(gmc, panelQuery, panel)).toMatchObject({ concerns: [{ id: leading }, { id: linked }] });
    for (const concern of [leading, linked]) expect(await read(gmc, concernQuery, concern)).not.toBeNull();
  });

  it("opens the concern no longer to a body that withdraws", async () => {
    const concern = await aConcern();
    const panel = await convened(hub, concern, { attending: [gmc] });
    await atPanel(hub, gmc, "respondToInvitation", { id: panel, answer: "DECLINED", reason: "Overtaken." });
    expect(await read(gmc, concernQuery, concern)).toBeNull();
  });

  it("keeps the concern open to a body that attends another panel on it", async () => {
    const concern = await aConcern();
    const [first, second] = [
      await convened(hub, concern, { attending: [gmc] }),
      await convened(hub, concern, { attending: [gmc, cqc] }),
    ];
    await atPanel(hub, gmc, "respondToInvitation", { id: first, answer: "NOT_APPLICABLE" });
    expect(await read(gmc, concernQuery, concern)).toMatchObject({ panels: [{ id: second }] });
    expect(await read(cqc, concernQuery, concern)).toMatchObject({ panels: [{ id: second }] });
  });

  it("does not let a body that attends share what it reads there", async () => {
    const concern = await assessed(hub, { reporter: people.aUniversityLead, lead: region, category: "ISF2" });
    await convened(hub, concern, { attending: [gmc] });
    const share = { id: concern, organisation: "NMC", until: inThreeMonths, reason: "Because." };
    const passedOn = await act(hub, gmc, "shareConcern", { ...share, dataClasses: ["NARRATIVE"] });
    expect(passedOn.userErrors.map(({ code }) => code)).toEqual(["FORBIDDEN"]);
  });

  it("has one effect for a request that is sent again with its key", async () => {
    const concern = await aConcern();
    const input = { ...invitation, id: concern, invite: ["GMC"], idempotencyKey: `convene ${concern}` };
    const first = await donePanel(hub, region, "convenePanel", input);
    expect(await donePanel(hub, region, "convenePanel", input)).toBe(first);
    const contribution = { id: first, text: "Once.", idempotencyKey: `contribute ${concern}` };
    await donePanel(hub, region, "contributeToPanel", contribution);
    await donePanel(hub, region, "contributeToPanel", contribution);
    expect(await read(region, panelQuery, first)).toMatchObject({ version: 2, contributions: [{ text: "Once." }] });
  });

  it("is changed at the version that was read, or not at all", async () => {
    const panel = await convened(hub, await aConcern(), { attending: [gmc] });
    const stale = { id: panel, text: "Stale.", expectedVersion: 1 };
    expect(await codesOf(atPanel(hub, gmc, "contributeToPanel", stale))).toEqual([["CONFLICT", "expectedVersion"]]);
    await donePanel(hub, gmc, "contributeToPanel", { ...stale, expectedVersion: 2 });
  });

  it("suggests whom to invite, and says nothing of what they hold", async () => {
    const suggest = "query($id: ID!) { panelInvitees(concern: $id) { organisation { code } because professions } }";
    const concern = await aConcern();
    expect(await read(region, suggest, concern)).toEqual([
      { organisation: { code: "CQC" }, because: "SETTING", professions: [] },
      { organisation: { code: "GMC" }, because: "PROFESSION", professions: ["DOCTOR"] },
    ]);
    expect(await read(gmc, suggest, concern)).toEqual([]);
    expect(await read(gmc, suggest, neverIssued)).toEqual([]);
    const panel = await convened(hub, concern, { attending: [gmc] });
    const left = "query($id: ID!) { reviewPanel(id: $id) { suggestedInvitees { organisation { code } } } }";
    expect(await read(gmc, left, panel)).toEqual({ suggestedInvitees: [{ organisation: { code: "CQC" } }] });
  });
});

describe("convening", () => {
  it.each([
    ["the provider, which answers for the concern and takes no part in the protocol", provider, {}, "FORBIDDEN", null],
    [
      "the university that reported it, which takes no part in the protocol",
      people.aUniversityLead,
      {},
      "FORBIDDEN",
      null,
    ],
    ["a regulator that knows of it by its remit and does not read the report", gmc, {}, "FORBIDDEN", null],
    ["a guardian of the region", people.persona("midlands-guardian"), {}, "FORBIDDEN", null],
    ["another region", people.aLeadOfAnotherRegion, {}, "NOT_FOUND", "id"],
    ["the board", people.anIcb, {}, "FORBIDDEN", null],
    ["the region, of a meeting yesterday", region, { meetsOn: "2020-01-01" }, "BAD_USER_INPUT", "meetsOn"],
    ["the region, of the provider", region, { invite: ["ZZN01"] }, "BAD_USER_INPUT", "invite"],
    ["the region, of itself", region, { invite: ["Y60"] }, "BAD_USER_INPUT", "invite"],
    [
      "the region, on a further concern that never was",
      region,
      { linkedConcerns: [neverIssued] },
      "NOT_FOUND",
      "linkedConcerns",
    ],
    ["the region, at another version", region, { expectedVersion: 99 }, "CONFLICT", "expectedVersion"],
  ])("is refused to %s", async (_title, person, more, code, field) => {
    const id = await aConcern("ISF2");
    const outcome = await atPanel(hub, person, "convenePanel", { ...invitation, id, ...more });
    expect(outcome.panel).toBeNull();
    expect(outcome.userErrors.map((error) => [error.code, error.field])).toEqual([[code, field]]);
  });

  it("is for a regulator on what it reported itself, before NHS England has decided on it", async () => {
    const id = await reported(hub, gmc);
    const panel = await donePanel(hub, gmc, "convenePanel", { ...invitation, id, invite: ["CQC"] });
    expect(await read(region, panelQuery, panel)).toBeNull();
    await donePanel(hub, cqc, "respondToInvitation", { id: panel, answer: "ACCEPTED" });
    expect(await read(cqc, concernQuery, id)).toMatchObject({ id, narrative: expect.any(String) });
  });

  it("is refused on a concern that was declined", async () => {
    const id = await reported(hub, gmc);
    await act(hub, region, "declineConcern", { id, reason: "It is looked into elsewhere." });
    expect(await codesOf(atPanel(hub, gmc, "convenePanel", { ...invitation, id }))).toEqual([["CONFLICT", "id"]]);
  });
});

describe("a decision", () => {
  it.each([
    ["of a body by itself", { attended: ["Y60"] }, "attended"],
    ["with a body that did not accept", { attended: ["Y60", "CQC"] }, "attended"],
    ["of a meeting to come", { heldOn: nextMonth }, "heldOn"],
    ["of a meeting before the panel was convened", { heldOn: "2020-01-01" }, "heldOn"],
    ["with an outcome that is not in the list", { outcomes: ["BLAME"] }, "outcomes"],
    [
      "with an action of the provider",
      { actions: [{ owner: "ZZN01", text: "Mend it.", dueOn: nextMonth }] },
      "actions",
    ],
    ["on a joint visit of nobody", { actions: [] }, "actions"],
    ["with dissent of a body that was not there", { dissents: [{ organisation: "CQC", text: "No." }] }, "dissents"],
  ])("%s is refused", async (_title, change, field) => {
    const id = await convened(hub, await aConcern(), { attending: [gmc] });
    const outcome = atPanel(hub, region, "recordPanelDecision", { ...joint, id, ...change });
    expect(await codesOf(outcome)).toEqual([["BAD_USER_INPUT", field]]);
  });

  it("is the convenor's to record, once", async () => {
    const id = await convened(hub, await aConcern(), { attending: [people.aNationalLead] });
    expect(await codesOf(atPanel(hub, people.aNationalLead, "recordPanelDecision", { id, ...nothingFurther }))).toEqual(
      [["FORBIDDEN", null]],
    );
    await donePanel(hub, region, "recordPanelDecision", { id, ...nothingFurther });
    expect(await codesOf(atPanel(hub, region, "recordPanelDecision", { id, ...nothingFurther }))).toEqual([
      ["CONFLICT", "id"],
    ]);
  });

  it("is dissented from by those who took part alone", async () => {
    const id = await convened(hub, await aConcern(), { attending: [people.aNationalLead, gmc] });
    await donePanel(hub, region, "recordPanelDecision", { id, ...nothingFurther });
    expect(await codesOf(atPanel(hub, gmc, "recordDissent", { id, text: "We were not there." }))).toEqual([
      ["FORBIDDEN", null],
    ]);
  });

  it("does not reach the actions of another panel", async () => {
    const [one, other] = [
      await convened(hub, await aConcern(), { attending: [gmc] }),
      await convened(hub, await aConcern(), { attending: [gmc] }),
    ];
    for (const id of [one, other]) await donePanel(hub, region, "recordPanelDecision", { id, ...joint });
    const foreign = (await actionsOf(hub, other))["GMC"];
    const given = await Promise.all(
      [foreign, neverIssued].map((actionId) =>
        atPanel(hub, gmc, "completePanelAction", { id: one, actionId, status: "DONE" }),
      ),
    );
    expect(given[0]).toEqual(given[1]);
    expect(given[0]?.userErrors.map(({ code, field }) => [code, field])).toEqual([["NOT_FOUND", "actionId"]]);
  });
});

async function alter(sql: string, values: readonly unknown[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: hub.database.adminUrl });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}
