/** Who may read a review panel and what hangs on it, and who may not: by id, in lists, and nested. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { assessed } from "../support/casework.js";
import { holdLock } from "../support/held-lock.js";
import { neverIssued } from "../support/mutation-inputs.js";
import { actionsOf, atPanel, convened, donePanel, joint } from "../support/panel-steps.js";
import * as people from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";

const { aRegionalLead: region, theGmc: gmc, theNmc: nmc, theCqc: cqc, aNationalLead: nation } = people;

let hub: TestHub;
let concern: string;
/** Decided; the GMC attends, the NMC has declined, HCPC has not answered. */
let panel: string;
/** Not decided; the CQC attends, the GMC is invited. */
let another: string;

beforeAll(async () => {
  hub = await openTestHub();
  concern = await assessed(hub, { reporter: people.aUniversityLead, lead: region, category: "ISF2" });
  panel = await convened(hub, concern, { attending: [gmc], invited: ["NMC", "HCPC"] });
  await donePanel(hub, nmc, "respondToInvitation", { id: panel, answer: "DECLINED", reason: "No nurse is concerned." });
  await donePanel(hub, gmc, "contributeToPanel", { id: panel, text: "Two doctors told us the same." });
  await donePanel(hub, region, "recordPanelDecision", { id: panel, ...joint });
  another = await convened(hub, concern, { attending: [cqc], invited: ["GMC"] });
  await donePanel(hub, cqc, "contributeToPanel", { id: another, text: "Seen on the last inspection." });
});
afterAll(() => hub.close());

const whole = `id state convenor { code } purpose version concerns { id } contributions { text } outcomes
  invitations { organisation { code } state } actions { id text } dissents { text }`;
const byId = `query($id: ID!) { reviewPanel(id: $id) { ${whole} } }`;
const inLists = `query($id: ID!) {
  reviewPanels { totalCount nodes { ${whole} } } myActions { totalCount nodes { id panel { ${whole} } } }
  concern(id: $id) { id panels { ${whole} } } }`;

async function seenBy(person: Person): Promise<readonly string[]> {
  const answer = await hub.as(person).for("{ reviewPanels { nodes { id } } }");
  const { nodes } = answer.data?.["reviewPanels"] as unknown as { nodes: { id: string }[] };
  return nodes.map(({ id }) => id).sort();
}

const outsiders = [
  ["a body that declined", nmc],
  ["a body that had not answered when it was decided", people.persona("hcpc")],
  ["the provider", people.aProviderLead],
  ["the executive of the provider", people.persona("northmoor-executive")],
  ["another provider", people.aLeadOfAnotherProvider],
  ["the university that reported the concern", people.aUniversityLead],
  ["another region", people.aLeadOfAnotherRegion],
  ["NHS England nationally, which does not attend", nation],
  ["a guardian of the region that convened it", people.persona("midlands-guardian")],
  ["the board", people.anIcb],
  ["an analyst", people.anAnalyst],
  ["an auditor", people.anAuditor],
  ["an operator", people.anOperator],
] as const;

describe.each(outsiders)("to %s", (_title, person) => {
  it("a panel is absent by its id, in the same bytes as one that never was", async () => {
    const asking = hub.as(person);
    const answers = [];
    for (const id of [neverIssued, panel, another]) {
      const { status, text } = await asking.for(byId, { id });
      answers.push(`${status} ${text}`);
    }
    expect(new Set(answers)).toEqual(
      new Set(['200 {"data":{"reviewPanel":null},"extensions":{"handling":"OFFICIAL-SENSITIVE"}}']),
    );
  });

  it("it is absent in every list, its own actions included, and leads to no concern", async () => {
    const { data, text } = await hub.as(person).for(inLists, { id: concern });
    expect(data).toMatchObject({ reviewPanels: { totalCount: 0, nodes: [] }, myActions: { totalCount: 0, nodes: [] } });
    for (const told of [panel, another, "Two doctors", "inspection"]) expect(text).not.toContain(told);
  });

  it("it cannot be acted on, in the same words as one that never was", async () => {
    const { GMC: actionId } = await actionsOf(hub, panel);
    const inputs = {
      contributeToPanel: { text: "We too." },
      respondToInvitation: { answer: "ACCEPTED" },
      inviteToPanel: { invite: ["CQC"] },
      recordDissent: { text: "No." },
      completePanelAction: { actionId, status: "DONE" },
      decideDisclosure: { tell: false, because: "No." },
      closePanel: {},
    };
    for (const [mutation, input] of Object.entries(inputs)) {
      const [never, hidden] = [
        await atPanel(hub, person, mutation, { ...input, id: neverIssued }),
        await atPanel(hub, person, mutation, { ...input, id: panel }),
      ];
      expect(hidden).toEqual(never);
      expect(hidden.userErrors.map(({ code, field }) => [code, field])).toEqual([["NOT_FOUND", "id"]]);
    }
  });
});

describe("a body that attends one panel and is invited to another on the same concern", () => {
  it("reads the one in full", async () => {
    const answer = await hub.as(gmc).for(byId, { id: panel });
    expect(answer.redactions).toEqual([]);
    expect(answer.data?.["reviewPanel"]).toMatchObject({
      concerns: [{ id: concern }],
      contributions: [{ text: "Two doctors told us the same." }],
      invitations: [
        { organisation: { code: "GMC" } },
        { organisation: { code: "HCPC" } },
        { organisation: { code: "NMC" } },
      ],
    });
  });

  it("reads of the other its own invitation, and is told what is withheld", async () => {
    const answer = await hub.as(gmc).for(byId, { id: another });
    expect(answer.data?.["reviewPanel"]).toMatchObject({
      state: "CONVENED",
      invitations: [{ organisation: { code: "GMC" }, state: "INVITED" }],
      version: null,
      concerns: null,
      contributions: null,
      actions: null,
      dissents: null,
      outcomes: null,
    });
    expect(answer.redactions.map(({ coordinate, dataClass }) => `${coordinate} ${dataClass}`)).toEqual([
      "ReviewPanel.actions DELIBERATION",
      "ReviewPanel.concerns DELIBERATION",
      "ReviewPanel.contributions INTELLIGENCE",
      "ReviewPanel.dissents DELIBERATION",
      "ReviewPanel.outcomes DELIBERATION",
      "ReviewPanel.version DELIBERATION",
    ]);
    expect(answer.text).not.toContain("CQC");
  });

  it("finds on the concern the one alone", async () => {
    const { data } = await hub.as(gmc).for("query($id: ID!) { concern(id: $id) { panels { id } } }", { id: concern });
    expect(data?.["concern"]).toEqual({ panels: [{ id: panel }] });
    expect(await seenBy(gmc)).toEqual([panel, another].sort());
  });

  it.each([
    ["contributeToPanel", { text: "We too." }],
    ["inviteToPanel", { invite: ["NMC"] }],
    ["closePanel", {}],
  ])("may not %s at the other, whatever its version", async (mutation, input) => {
    for (const expectedVersion of [1, 2, 3, 4]) {
      const outcome = await atPanel(hub, gmc, mutation, { ...input, id: another, expectedVersion });
      expect(outcome.userErrors.map(({ code }) => code)).toEqual(["FORBIDDEN"]);
    }
  });
});

describe("the panels of a body", () => {
  it("are those that it convened, attends or is invited to", async () => {
    expect(await seenBy(region)).toEqual([panel, another].sort());
    expect(await seenBy(people.persona("midlands-caseholder"))).toEqual([panel, another].sort());
    expect(await seenBy(cqc)).toEqual([another]);
  });

  it.each([
    [{ mine: true }, region, () => [panel, another]],
    [{ mine: false }, region, () => []],
    [{ mine: false }, gmc, () => [panel, another]],
    [{ state: ["DECIDED"] }, gmc, () => [panel]],
    [{ state: ["CLOSED"] }, gmc, () => []],
    [{ state: ["CONVENED"], mine: false }, cqc, () => [another]],
  ])("are found by %j", async (filter, person, expected) => {
    const answer = await hub.as(person).for(
      `query($mine: Boolean, $state: [PanelState!]) {
         reviewPanels(mine: $mine, state: $state) { totalCount nodes { id } } }`,
      filter,
    );
    const { totalCount, nodes } = answer.data?.["reviewPanels"] as unknown as {
      totalCount: number;
      nodes: { id: string }[];
    };
    expect(nodes.map(({ id }) => id).sort()).toEqual(expected().sort());
    expect(totalCount).toBe(nodes.length);
  });

  it("come in pages, each by the cursor of the one before", async () => {
    const page =
      "query($after: String) { reviewPanels(first: 1, after: $after) { nodes { id } pageInfo { endCursor } } }";
    const found: string[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 2; pages += 1) {
      const answer = await hub.as(region).for(page, { after });
      const { nodes, pageInfo } = answer.data?.["reviewPanels"] as unknown as {
        nodes: { id: string }[];
        pageInfo: { endCursor: string | null };
      };
      found.push(...nodes.map(({ id }) => id));
      after = pageInfo.endCursor;
    }
    expect(found.sort()).toEqual([panel, another].sort());
  });
});

it("a panel is absent to a body whose answer waited while it was decided without it", async () => {
  const id = await convened(hub, concern, { attending: [gmc], invited: ["NMC"] });
  const lock = await holdLock(hub, "select from concerns.review_panel where id = $1 for update", [id]);
  const deciding = donePanel(hub, region, "recordPanelDecision", { id, ...joint });
  await lock.waitedForBy(1);
  const answering = atPanel(hub, nmc, "respondToInvitation", { id, answer: "ACCEPTED" });
  await lock.waitedForBy(2);
  await lock.release();
  await deciding;
  expect(await answering).toEqual(
    await atPanel(hub, nmc, "respondToInvitation", { id: neverIssued, answer: "ACCEPTED" }),
  );
});

it("the purpose of use has to be one of casework", async () => {
  const answer = await hub.as(people.persona("midlands-lead")).with({ "x-purpose-of-use": "STATISTICS" }).for(byId, {
    id: panel,
  });
  expect(answer.text).not.toContain(panel);
});
