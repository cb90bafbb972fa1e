/** What a body contributes to a concern: who reads it, who decides that, and that nobody else can tell it is there. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { addDays } from "../../subgraphs/calendar-day.js";
import { dayInEngland } from "../../hub/day-in-england.js";
import { act, assessed, done, steppedDown } from "../support/casework.js";
import { inThreeMonths, neverIssued } from "../support/mutation-inputs.js";
import * as people from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
});
afterAll(() => hub.close());

const aConcern = (category = "ISF2") =>
  assessed(hub, { reporter: people.aUniversityLead, lead: people.aRegionalLead, category });

const known = { text: "Two trainees asked us whether they may refuse the rota.", receivedOn: "2025-03-03" };
const question = `query Read($id: ID!) {
  concern(id: $id) { id version intelligence { id owner { code } receivedOn text sharedWith { code } } }
}`;

interface Shown {
  readonly id: string;
  readonly owner: { readonly code: string };
  readonly text: string;
  readonly sharedWith: readonly { readonly code: string }[] | null;
}

async function intelligenceOf(person: Person, id: string): Promise<readonly Shown[] | null> {
  const answer = await hub.as(person).for(question, { id });
  return (answer.data?.["concern"] as unknown as { intelligence: readonly Shown[] | null }).intelligence;
}

async function contributed(person: Person, id: string, sharedWith?: readonly string[]): Promise<string> {
  await done(hub, person, "contributeIntelligence", { id, ...known, ...(sharedWith && { sharedWith }) });
  return (await intelligenceOf(person, id))?.find(({ owner }) => owner.code === person.organisation)?.id ?? "";
}

const everybodyElse = [
  people.aNationalLead,
  people.aRegionalLead,
  people.theCqc,
  people.aProviderLead,
  people.aUniversityLead,
  people.anIcb,
  people.aLeadOfAnotherProvider,
];

describe("what a regulator contributes and keeps to itself", () => {
  it("is read by that regulator, with whom else reads it", async () => {
    const id = await aConcern();
    await contributed(people.theGmc, id);
    expect(await intelligenceOf(people.theGmc, id)).toEqual([
      { id: expect.any(String), owner: { code: "GMC" }, ...known, sharedWith: [] },
    ]);
  });

  it.each(everybodyElse)("is nothing that $name could tell: the same bytes as before", async (person) => {
    const id = await aConcern();
    const wide = `query Read($id: ID!) {
      concern(id: $id) { id version status access { relations hidden { field because } } shares { id } intelligence { id } }
      concerns(first: 100, orderBy: LAST_CHANGED) { totalCount nodes { id } }
    }`;
    const before = await hub.as(person).for(wide, { id });
    await contributed(people.theGmc, id);
    expect((await hub.as(person).for(wide, { id })).text).toBe(before.text);
  });

  it("is not there for a person of the regulator whose role does not read it, and there is no list", async () => {
    const id = await aConcern();
    await contributed(people.theGmc, id);
    const member = { ...people.theGmc, name: "a-member", role: "MEMBER" as const, roles: ["MEMBER" as const] };
    const answer = await hub.as(member).for(question, { id });
    expect(answer.data?.["concern"]).toMatchObject({ id, intelligence: null });
    expect(answer.redactions).toEqual([
      { coordinate: "Concern.intelligence", dataClass: "INTELLIGENCE", reason: "ROLE", count: 1 },
    ]);
  });
});

describe("what a body lets others read", () => {
  it("is read by these, and by no other", async () => {
    const id = await aConcern();
    await contributed(people.theGmc, id, ["CQC", "Y60"]);
    for (const person of [people.theCqc, people.aRegionalLead])
      expect(await intelligenceOf(person, id)).toMatchObject([{ owner: { code: "GMC" }, text: known.text }]);
    expect(await intelligenceOf(people.aNationalLead, id)).toEqual([]);
    expect(await intelligenceOf(people.aProviderLead, id)).toBeNull();
  });

  it("does not tell them who else reads it", async () => {
    const id = await aConcern();
    await contributed(people.theGmc, id, ["CQC", "Y60"]);
    expect((await intelligenceOf(people.theCqc, id))?.map(({ sharedWith }) => sharedWith)).toEqual([null]);
    expect(await intelligenceOf(people.theGmc, id)).toMatchObject([{ sharedWith: [{ code: "CQC" }, { code: "Y60" }] }]);
  });

  it("is theirs to read from when they are named until they no longer are", async () => {
    const id = await aConcern();
    const contributionId = await contributed(people.theGmc, id);
    expect(await intelligenceOf(people.theCqc, id)).toEqual([]);
    await done(hub, people.theGmc, "shareContribution", { id, contributionId, sharedWith: ["CQC", "X24"] });
    expect(await intelligenceOf(people.theCqc, id)).toHaveLength(1);
    await done(hub, people.theGmc, "withdrawContribution", { id, contributionId, withdrawnFrom: ["CQC"] });
    expect(await intelligenceOf(people.theCqc, id)).toEqual([]);
    expect(await intelligenceOf(people.aNationalLead, id)).toHaveLength(1);
    await done(hub, people.theGmc, "withdrawContribution", { id, contributionId });
    expect(await intelligenceOf(people.aNationalLead, id)).toEqual([]);
    expect(await intelligenceOf(people.theGmc, id)).toMatchObject([{ sharedWith: [] }]);
  });

  it("is absent, with the concern, for a body that may not know of it, until it may", async () => {
    const id = await aConcern("ISF1");
    await contributed(people.aRegionalLead, id, ["NMC"]);
    expect((await hub.as(people.theNmc).for(question, { id })).data).toEqual({ concern: null });
    const share = { id, organisation: "NMC", dataClasses: [], until: inThreeMonths, reason: "A pattern." };
    await done(hub, people.aRegionalLead, "shareConcern", share);
    expect(await intelligenceOf(people.theNmc, id)).toMatchObject([{ owner: { code: "Y60" } }]);
  });

  it("puts a message into the inbox of those that may know of the concern, and of no other", async () => {
    const id = await aConcern("ISF1");
    await contributed(people.aRegionalLead, id, ["NMC", "X24"]);
    const administrator = new pg.Client({ connectionString: hub.database.adminUrl });
    await administrator.connect();
    const { rows } = await administrator.query<{ organisation: string }>(
      "select distinct organisation from concerns.message where kind = 'INTELLIGENCE_SHARED' and link_id = $1",
      [id],
    );
    await administrator.end();
    expect(rows).toEqual([{ organisation: "X24" }]);
  });

  it("leaves no trace on the version of the concern", async () => {
    const id = await aConcern();
    const before = await hub.as(people.aProviderLead).for(question, { id });
    const contributionId = await contributed(people.theGmc, id, ["CQC"]);
    await done(hub, people.theGmc, "withdrawContribution", { id, contributionId });
    expect((await hub.as(people.aProviderLead).for(question, { id })).text).toBe(before.text);
  });
});

describe("contributing is refused", () => {
  it.each([
    ["to a provider, which takes no part in the protocol", people.aProviderLead, {}, "FORBIDDEN", null],
    ["to a university that reported it", people.aUniversityLead, {}, "FORBIDDEN", null],
    ["to a board", people.anIcb, {}, "FORBIDDEN", null],
    ["to a guardian of the region", people.persona("midlands-guardian"), {}, "FORBIDDEN", null],
    ["to a regulator that does not know of it", people.theNmc, {}, "NOT_FOUND", "id"],
    ["to another region", people.aLeadOfAnotherRegion, {}, "NOT_FOUND", "id"],
    ["with a provider among the readers", people.theGmc, { sharedWith: ["ZZN01"] }, "BAD_USER_INPUT", "sharedWith"],
    ["with a university among them", people.theGmc, { sharedWith: ["CQC", "ZZWEXU"] }, "BAD_USER_INPUT", "sharedWith"],
    ["with a board among them", people.aRegionalLead, { sharedWith: ["QHL"] }, "BAD_USER_INPUT", "sharedWith"],
    ["with a body that is none", people.theGmc, { sharedWith: ["NOBODY"] }, "BAD_USER_INPUT", "sharedWith"],
    ["with itself among them", people.theGmc, { sharedWith: ["GMC"] }, "BAD_USER_INPUT", "sharedWith"],
    ["of tomorrow", people.theGmc, { receivedOn: addDays(dayInEngland(), 1) }, "BAD_USER_INPUT", "receivedOn"],
    ["without a word", people.theGmc, { text: "  " }, "BAD_USER_INPUT", "text"],
    ["at a version that is not the concern's", people.theGmc, { expectedVersion: 99 }, "CONFLICT", "expectedVersion"],
  ])("%s", async (_title, person, more, code, field) => {
    const id = await aConcern();
    const outcome = await act(hub, person, "contributeIntelligence", { id, ...known, ...more });
    expect(outcome.userErrors).toMatchObject([{ code, field }]);
    expect(await intelligenceOf(people.theGmc, id)).toEqual([]);
  });

  it("to a body whose signature has ended", async () => {
    const id = await aConcern();
    const administrator = new pg.Client({ connectionString: hub.database.adminUrl });
    await administrator.connect();
    await administrator.query(
      "update organisations.signatory set until_date = '2020-01-01' where organisation = 'CQC'",
    );
    const outcome = await act(hub, people.theCqc, "contributeIntelligence", { id, ...known });
    const named = await act(hub, people.theGmc, "contributeIntelligence", { id, ...known, sharedWith: ["CQC"] });
    await administrator.query("update organisations.signatory set until_date = null where organisation = 'CQC'");
    await administrator.end();
    expect(outcome.userErrors).toMatchObject([{ code: "FORBIDDEN" }]);
    expect(named.userErrors).toMatchObject([{ code: "BAD_USER_INPUT", field: "sharedWith" }]);
  });
});

describe("whoever does not own it cannot say who reads it", () => {
  it.each([
    ["a body that reads it", people.theCqc],
    ["NHS England's region, which reads it", people.aRegionalLead],
    ["NHS England nationally, which does not", people.aNationalLead],
  ])("%s is told what is told of one that never was", async (_title, person) => {
    const id = await aConcern();
    const contributionId = await contributed(people.theGmc, id, ["CQC", "Y60"]);
    for (const [mutation, more] of [
      ["shareContribution", { sharedWith: ["HCPC"] }],
      ["withdrawContribution", {}],
    ] as const) {
      const own = await act(hub, person, mutation, { id, contributionId, ...more });
      expect(own).toEqual(await act(hub, person, mutation, { id, contributionId: neverIssued, ...more }));
      expect(own.userErrors).toMatchObject([{ code: "NOT_FOUND", field: "contributionId" }]);
    }
    expect(await intelligenceOf(people.theCqc, id)).toHaveLength(1);
  });

  it("a contribution to another concern is as absent as one that never was", async () => {
    const [one, other] = [await aConcern(), await aConcern()];
    const contributionId = await contributed(people.theGmc, one);
    const outcome = await act(hub, people.theGmc, "shareContribution", {
      id: other,
      contributionId,
      sharedWith: ["CQC"],
    });
    expect(outcome.userErrors).toMatchObject([{ code: "NOT_FOUND", field: "contributionId" }]);
  });

  it("the owner cannot share it with a provider later either", async () => {
    const id = await aConcern();
    const contributionId = await contributed(people.theGmc, id);
    const outcome = await act(hub, people.theGmc, "shareContribution", { id, contributionId, sharedWith: ["ZZN01"] });
    expect(outcome.userErrors).toMatchObject([{ code: "BAD_USER_INPUT", field: "sharedWith" }]);
  });
});

describe("a body that may no longer know of the concern", () => {
  async function leftBehind(): Promise<{ readonly id: string; readonly contributionId: string }> {
    const id = await aConcern();
    const contributionId = await contributed(people.theGmc, id, ["X24", "Y60"]);
    await steppedDown(hub, people.aRegionalLead, id, "ISF1");
    expect((await hub.as(people.theGmc).for(question, { id })).data).toEqual({ concern: null });
    return { id, contributionId };
  }

  it("takes back what it gave, and is shown nothing of the concern", async () => {
    const { id, contributionId } = await leftBehind();
    expect(await intelligenceOf(people.aRegionalLead, id)).toHaveLength(1);
    const outcome = await act(hub, people.theGmc, "withdrawContribution", { id, contributionId });
    expect(outcome).toEqual({ concern: null, userErrors: [] });
    for (const person of [people.aRegionalLead, people.aNationalLead])
      expect(await intelligenceOf(person, id)).toEqual([]);
  });

  it("takes it back from a concern that has gone on in another", async () => {
    const [{ id, contributionId }, survivor] = [await leftBehind(), await aConcern("ISF1")];
    await done(hub, people.aRegionalLead, "mergeConcern", { id, into: survivor, reason: "The same nights." });
    expect(await intelligenceOf(people.aNationalLead, id)).toHaveLength(1);
    await done(hub, people.theGmc, "withdrawContribution", { id, contributionId });
    expect(await intelligenceOf(people.aNationalLead, id)).toEqual([]);
  });

  it("is in the access log of the concern by what it took back", async () => {
    const { id, contributionId } = await leftBehind();
    await done(hub, people.theGmc, "withdrawContribution", { id, contributionId });
    const question = `query Read($concern: ID!) {
      accessLog(first: 50, filter: { concern: $concern, organisation: "GMC" }) { nodes { operation outcome } }
    }`;
    const answer = await hub.as(people.anAuditor).for(question, { concern: id });
    const { nodes } = answer.data?.["accessLog"] as unknown as { nodes: readonly { outcome: string }[] };
    // Contributed it, and took it back.
    expect(nodes.filter(({ outcome }) => outcome === "CHANGED")).toHaveLength(2);
  });

  it("takes it back from one of them alone", async () => {
    const { id, contributionId } = await leftBehind();
    await done(hub, people.theGmc, "withdrawContribution", { id, contributionId, withdrawnFrom: ["Y60"] });
    expect(await intelligenceOf(people.aRegionalLead, id)).toEqual([]);
    expect(await intelligenceOf(people.aNationalLead, id)).toHaveLength(1);
  });

  it("lets nobody further read it", async () => {
    const { id, contributionId } = await leftBehind();
    const outcome = await act(hub, people.theGmc, "shareContribution", { id, contributionId, sharedWith: ["CQC"] });
    expect(outcome.userErrors).toMatchObject([{ code: "NOT_FOUND", field: "id" }]);
  });

  it("learns no version of the concern by trying", async () => {
    const { id, contributionId } = await leftBehind();
    for (const expectedVersion of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const outcome = await act(hub, people.theGmc, "withdrawContribution", { id, contributionId, expectedVersion });
      expect(outcome).toMatchObject({ concern: null, userErrors: [{ code: "CONFLICT", field: "expectedVersion" }] });
    }
  });

  it.each([
    ["another body, though it was named", people.theCqc],
    ["a member of its own, who may not", { ...people.theGmc, role: "MEMBER" as const, roles: ["MEMBER" as const] }],
  ])("is told apart from %s: to that person there is no such concern", async (_title, person) => {
    const id = await aConcern();
    const contributionId = await contributed(people.theGmc, id, ["CQC"]);
    await steppedDown(hub, people.aRegionalLead, id, "ISF1");
    const outcome = await act(hub, person, "withdrawContribution", { id, contributionId });
    expect(outcome).toEqual(
      await act(hub, person, "withdrawContribution", { id: neverIssued, contributionId: neverIssued }),
    );
    expect(outcome.userErrors).toMatchObject([{ code: "NOT_FOUND", field: "id" }]);
  });

  it("does not reach another concern by what it holds on this one", async () => {
    const { contributionId } = await leftBehind();
    const other = await aConcern("ISF1");
    const outcome = await act(hub, people.theGmc, "withdrawContribution", { id: other, contributionId });
    expect(outcome.userErrors).toMatchObject([{ code: "NOT_FOUND", field: "id" }]);
  });
});

it("sent again with its key has one effect", async () => {
  const id = await aConcern();
  const input = { id, ...known, idempotencyKey: "contributed-once" };
  const first = await act(hub, people.theGmc, "contributeIntelligence", input);
  expect(await act(hub, people.theGmc, "contributeIntelligence", input)).toEqual(first);
  expect(await intelligenceOf(people.theGmc, id)).toHaveLength(1);
});

it("is in the audit by its id, and not by a word of it", async () => {
  const id = await aConcern();
  const contributionId = await contributed(people.theGmc, id, ["CQC"]);
  await intelligenceOf(people.theCqc, id);
  const administrator = new pg.Client({ connectionString: hub.database.adminUrl });
  await administrator.connect();
  const { rows } = await administrator.query<{ records: unknown }>(
    "select records from audit.entry where organisation = 'CQC' order by id desc limit 1",
  );
  await administrator.end();
  expect(JSON.stringify(rows)).toContain(contributionId);
  expect(JSON.stringify(rows)).not.toContain("refuse the rota");
});
