/** A trust is dissolved: what is open on it goes on with a successor, and those who answer for it change with it. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { dayInEngland } from "../../hub/day-in-england.js";
import { act, assessed, done, reported } from "../support/casework.js";
import { holdLock } from "../support/held-lock.js";
import { asAdministrator, toldOf } from "../support/inboxes.js";
import { alsoSucceededBy, broughtBackTo, dissolved, itsSuccessor } from "../support/moved-world.js";
import { inThreeMonths, neverIssued } from "../support/mutation-inputs.js";
import * as people from "../support/people.js";
import { countStatements } from "../support/statements.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";
import { allChanges } from "../support/what-changed.js";

let hub: TestHub;
const today = dayInEngland();
const region = people.aRegionalLead;
const nation = people.aNationalLead;
const reason = "The trusts became one.";
const as = (person: Person, role: Person["role"]): Person => ({ ...person, role });
/** A trust of the Midlands that is to be dissolved, and the successors. */
const closing = people.aLeadOfAnotherProvider;
const atSuccessor: Person = { ...people.aProviderLead, name: "quarrydown-lead", organisation: itsSuccessor };
const board: Person = { ...people.anIcb, name: "board-of-quarrydown", organisation: "QWU" };

beforeAll(async () => {
  hub = await openTestHub();
  await alsoSucceededBy(hub, itsSuccessor, closing.organisation);
});
afterAll(() => hub.close());

const aConcern = (more = {}, category = "ISF1"): Promise<string> =>
  assessed(
    hub,
    { reporter: people.aUniversityLead, lead: region, category },
    { provider: closing.organisation, educationProvider: null, site: "ZZE0101", ...more },
  );
const move = (id: string, to = itsSuccessor, person = region) => done(hub, person, "moveConcern", { id, to, reason });

const question = `query Read($id: ID!) { concern(id: $id) { id version status narrative summary internalNotes
  provider { code } site { code } region { code }
  providerHistory { organisation { code } from to successor { code } among { code } reason }
  timeline(first: 100) { nodes { kind role } } access { relations } } }`;
const ask = (person: Person, id: string) => hub.as(person).for(question, { id });
const read = async (person: Person, id: string) =>
  (await ask(person, id)).data?.["concern"] as unknown as Readonly<Record<string, unknown>> | null;
async function refusal(person: Person, input: Readonly<Record<string, unknown>>): Promise<unknown> {
  const { userErrors } = await act(hub, person, "moveConcern", { reason, to: itsSuccessor, ...input });
  return userErrors.map(({ code, field }) => [code, field]);
}
async function moveAll(person: Person, input: Readonly<Record<string, unknown>>): Promise<unknown> {
  const { data } = await hub.as(person).for(
    `mutation Move($input: MoveConcernsOfProviderInput!) {
       moveConcernsOfProvider(input: $input) { moved remaining userErrors { code field } } }`,
    { input: { reason, ...input } },
  );
  return data?.["moveConcernsOfProvider"];
}
const refusedAll = (code: string, field: string | null) => ({
  moved: 0,
  remaining: null,
  userErrors: [{ code, field }],
});

describe("an open concern that moves", () => {
  let id: string;
  let cursors: readonly string[];
  const followers = [closing, atSuccessor, region, people.aUniversityLead, people.theGmc];
  beforeAll(async () => {
    id = await aConcern({}, "ISF2");
    await done(hub, region, "addInternalNote", { id, text: "The director leaves in March." });
    await done(hub, closing, "submitProgress", { id, summary: "A rota is drafted." });
    cursors = await Promise.all(followers.map(async (person) => (await allChanges(hub, person)).cursor));
    await move(id);
  });

  it("is with the successor, and its history says since when and among which", async () => {
    expect(await read(region, id)).toMatchObject({
      provider: { code: itsSuccessor },
      region: { code: "Y60" },
      providerHistory: [
        {
          organisation: { code: closing.organisation },
          from: today,
          to: today,
          successor: { code: itsSuccessor },
          among: [{ code: itsSuccessor }],
          reason,
        },
      ],
    });
  });

  it("leaves a site behind that the successor does not run", async () => {
    expect(await read(region, id)).toMatchObject({ site: null });
  });

  it("is read by the successor as by any responsible provider, the past of it too", async () => {
    const seen = await read(atSuccessor, id);
    expect(seen).toMatchObject({
      narrative: null,
      summary: expect.any(String),
      internalNotes: null,
      access: { relations: ["RESPONSIBLE"] },
      providerHistory: [{ organisation: { code: closing.organisation }, reason: null }],
    });
    const kinds = (seen?.["timeline"] as { nodes: { kind: string }[] }).nodes.map(({ kind }) => kind);
    expect(kinds[0]).toBe("PROVIDER_CHANGED");
    expect(kinds).toContain("PROGRESS_SUBMITTED");
    expect(kinds).not.toContain("NOTE_ADDED");
  });

  it("is nothing to the predecessor from then on, as if it had never been", async () => {
    const [gone, never] = [await ask(closing, id), await ask(closing, neverIssued)];
    expect(gone.text).toBe(never.text);
    const list = await hub.as(closing).for("{ concerns { totalCount nodes { id } } }");
    expect(list.text).not.toContain(id);
    for (const [mutation, input] of [
      ["submitProgress", { summary: "Still here." }],
      ["confirmResolution", { statement: "Done." }],
    ] as const)
      expect((await act(hub, closing, mutation, { id, ...input })).userErrors).toEqual(
        (await act(hub, closing, mutation, { id: neverIssued, ...input })).userErrors,
      );
  });

  it("goes from the copy of the predecessor and changes in those of the others", async () => {
    const told = await Promise.all(
      followers.map(async (person, index) =>
        (await allChanges(hub, person, cursors[index])).told.map((change) => [change.id, change.kind]),
      ),
    );
    expect(told).toEqual([[[id, "GONE"]], ...Array.from({ length: 4 }, () => [[id, "CHANGED"]])]);
  });

  it("is told to the successor, and neither to the predecessor nor to who moved it", async () => {
    expect(await toldOf(hub, atSuccessor, id)).toEqual(["CONCERN_MOVED"]);
    expect(await toldOf(hub, as(atSuccessor, "CASE_HOLDER"), id)).toEqual(["CONCERN_MOVED"]);
    for (const person of [closing, region, as(atSuccessor, "EXECUTIVE"), people.theGmc])
      expect(await toldOf(hub, person, id)).not.toContain("CONCERN_MOVED");
  });

  it("is told to the board of the successor, which reads the provider and not the history", async () => {
    const answer = await hub
      .as(board)
      .for(
        `query($id: ID!) { concern(id: $id) { provider { code } providerHistory { to } timeline(first: 5) { nodes { kind } } } }`,
        { id },
      );
    expect(answer.data?.["concern"]).toMatchObject({ provider: { code: itsSuccessor }, providerHistory: null });
    expect(answer.text).toContain("PROVIDER_CHANGED");
  });

  it("is worked on by the successor", async () => {
    await done(hub, atSuccessor, "submitProgress", { id, summary: "The rota is in place." });
  });
});

it("keeps its site where the successor runs it now", async () => {
  const id = await aConcern();
  await asAdministrator(hub, "update concerns.concern set site = 'ZZQ0102' where id = $1 returning 1", [id]);
  await move(id, itsSuccessor, nation);
  expect(await read(atSuccessor, id)).toMatchObject({ site: { code: "ZZQ0102" } });
});

it("is nothing either to a predecessor whose change waited while it moved", async () => {
  const id = await aConcern();
  const version = (await read(region, id))?.["version"];
  const lock = await holdLock(hub, "select from concerns.concern where id = $1 for update", [id]);
  const moving = move(id);
  await lock.waitedForBy(1);
  const input = { statement: "Done." };
  const confirming = act(hub, closing, "confirmResolution", { id, ...input });
  await lock.waitedForBy(2);
  await lock.release();
  await moving;
  expect(await confirming).toEqual(await act(hub, closing, "confirmResolution", { id: neverIssued, ...input }));
  expect(await read(region, id)).toMatchObject({ status: "IN_PROGRESS", version: Number(version) + 1 });
});

it("stays known to a predecessor that reported it, which reads what it wrote and no more", async () => {
  const id = await assessed(
    hub,
    { reporter: closing, lead: region, category: "ISF1" },
    { provider: closing.organisation, educationProvider: null },
  );
  await move(id);
  expect(await read(closing, id)).toMatchObject({ access: { relations: ["REPORTED_BY"] }, summary: null });
  expect((await act(hub, closing, "submitProgress", { id, summary: "Ours." })).userErrors).toMatchObject([
    { code: "FORBIDDEN" },
  ]);
});

it("stays hidden from the successor until NHS England accepts it", async () => {
  const id = await reported(hub, people.aUniversityLead, {
    provider: closing.organisation,
    educationProvider: null,
  });
  await move(id);
  expect(await read(atSuccessor, id)).toBeNull();
  expect(await toldOf(hub, atSuccessor, id)).toEqual([]);
  await done(hub, region, "acceptConcern", { id, summary: "Nights were reported." });
  expect(await read(atSuccessor, id)).toMatchObject({ status: "ACCEPTED" });
});

it("goes to the region of the successor, and away from the one before", async () => {
  const id = await aConcern();
  await alsoSucceededBy(hub, "ZZG01", closing.organisation);
  await done(hub, region, "shareConcern", {
    id,
    organisation: "NMC",
    dataClasses: [],
    until: inThreeMonths,
    reason: "A pattern.",
  });
  const answer = await act(hub, region, "moveConcern", { id, to: "ZZG01", reason });
  expect(answer).toEqual({ concern: null, userErrors: [] });
  expect((await ask(region, id)).text).toBe((await ask(region, neverIssued)).text);
  expect(await read(people.aLeadOfAnotherRegion, id)).toMatchObject({
    region: { code: "Y56" },
    providerHistory: [{ among: [{ code: "ZZG01" }, { code: itsSuccessor }], reason }],
  });
  expect(await read(people.theNmc, id)).toMatchObject({ provider: { code: "ZZG01" } });
  await asAdministrator(hub, "delete from organisations.succession where successor = 'ZZG01' and source = 'test'");
});

describe("a move is refused", () => {
  let id: string;
  beforeAll(async () => {
    id = await aConcern();
  });

  it.each([
    ["the provider itself", closing],
    ["an executive of the provider", as(closing, "EXECUTIVE")],
    ["the university that reported it", people.aUniversityLead],
    ["an executive of the region", as(region, "EXECUTIVE")],
    ["the region's guardian", people.aGuardian],
    ["an executive nationally", as(nation, "EXECUTIVE")],
  ])("to %s", async (_who, person) => {
    expect(await refusal(person, { id })).toEqual([["FORBIDDEN", null]]);
  });

  it.each([
    ["the successor, which does not know of it yet", atSuccessor],
    ["another region", people.aLeadOfAnotherRegion],
    ["a regulator", people.theGmc],
    ["an analyst", people.anAnalyst],
  ])("to %s, as if there were no such concern", async (_who, person) => {
    const answers = [];
    for (const one of [id, neverIssued])
      answers.push(JSON.stringify(await act(hub, person, "moveConcern", { id: one, to: itsSuccessor, reason })));
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain("NOT_FOUND");
  });

  it.each([
    ["a provider that did not come after its own", "ZZN01"],
    ["its own provider", closing.organisation],
    ["a region", "Y60"],
    ["a code that there is not", "ZZNONE"],
  ])("to go to %s", async (_where, to) => {
    expect(await refusal(region, { id, to })).toEqual([["BAD_USER_INPUT", "to"]]);
  });

  it("from a provider that nobody came after", async () => {
    const elsewhere = await aConcern({ provider: "ZZN01", site: null });
    expect(await refusal(region, { id: elsewhere })).toEqual([["CONFLICT", "id"]]);
  });

  it("at a version that is not the last", async () => {
    expect(await refusal(region, { id, expectedVersion: 1 })).toEqual([["CONFLICT", "expectedVersion"]]);
  });

  it("once it is closed: what was settled stays with the provider of its time", async () => {
    await done(hub, closing, "confirmResolution", { id, statement: "Every night is covered." });
    await done(hub, region, "verifyResolution", { id });
    expect(await refusal(region, { id })).toEqual([["CONFLICT", "id"]]);
    expect(await read(closing, id)).toMatchObject({ status: "CLOSED", providerHistory: [] });
  });
});

it("has one effect however often it is sent with its key", async () => {
  const id = await aConcern();
  const input = { id, to: itsSuccessor, reason, idempotencyKey: "move-once" };
  const answers = [
    await act(hub, region, "moveConcern", input),
    await act(hub, region, "moveConcern", input),
    await act(hub, region, "moveConcern", { ...input, reason: "Another." }),
  ];
  expect(answers.map(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual([[], [], ["CONFLICT"]]);
  expect((await read(region, id))?.["providerHistory"]).toHaveLength(1);
});

describe("the open concerns of a dissolved provider", () => {
  const open: string[] = [];
  let closed: string;
  beforeAll(async () => {
    const at = { provider: itsSuccessor, site: null };
    for (const more of [{}, { professions: ["NURSE_ADULT"] }]) open.push(await aConcern({ ...at, ...more }));
    open.push(await reported(hub, people.aUniversityLead, { ...at, educationProvider: null }));
    closed = await aConcern(at, "ISF0");
    await done(hub, atSuccessor, "confirmResolution", { id: closed, statement: "Done." });
    await done(hub, region, "verifyResolution", { id: closed });
    for (const id of [...open, closed]) await broughtBackTo(hub, id);
  });

  it.each([
    ["a region", region],
    ["a provider", people.aProviderLead],
    ["the successor", atSuccessor],
    ["a regulator", people.theGmc],
    ["an executive nationally", as(nation, "EXECUTIVE")],
    ["a guardian nationally", as(nation, "GUARDIAN")],
    ["an analyst", people.anAnalyst],
    ["an auditor", people.anAuditor],
  ])("are not moved by %s, who is told the same of every provider", async (_who, person) => {
    for (const provider of [dissolved, "ZZN01", "ZZNONE"])
      expect(await moveAll(person, { provider })).toEqual(refusedAll("FORBIDDEN", null));
  });

  it.each([
    ["a provider that nobody came after", { provider: "ZZN01" }, "CONFLICT", "provider"],
    ["a code that there is not", { provider: "ZZNONE" }, "CONFLICT", "provider"],
    ["a provider that is still open", { provider: closing.organisation }, "CONFLICT", "provider"],
    ["a successor that is none", { provider: dissolved, successor: "ZZN01" }, "BAD_USER_INPUT", "successor"],
    ["no reason", { provider: dissolved, reason: " " }, "BAD_USER_INPUT", "reason"],
  ])("are not moved with %s", async (_what, input, code, field) => {
    expect(await moveAll(nation, input)).toEqual(refusedAll(code, field));
  });

  it("wait for a choice while there are several successors", async () => {
    await alsoSucceededBy(hub, "ZZH01");
    expect(await moveAll(nation, { provider: dissolved })).toEqual(refusedAll("BAD_USER_INPUT", "successor"));
  });

  it("move together to the one that is named, and the answer says how many", async () => {
    const input = { provider: dissolved, successor: itsSuccessor, idempotencyKey: "all-of-pellbridge" };
    const done = { moved: 3, remaining: 0, userErrors: [] };
    expect(await moveAll(nation, input)).toEqual(done);
    expect(await moveAll(nation, input)).toEqual(done);
    for (const id of open)
      expect(await read(nation, id)).toMatchObject({
        provider: { code: itsSuccessor },
        providerHistory: [
          {
            organisation: { code: dissolved },
            successor: { code: itsSuccessor },
            among: [{ code: "ZZH01" }, { code: itsSuccessor }],
            reason,
          },
        ],
      });
    for (const id of open.slice(0, 2)) {
      expect(await read(atSuccessor, id)).toMatchObject({ access: { relations: ["RESPONSIBLE"] } });
      expect(await toldOf(hub, atSuccessor, id)).toContain("CONCERN_MOVED");
    }
    expect(await read(atSuccessor, open[2] ?? "")).toBeNull();
  });

  it("leave the closed ones behind", async () => {
    expect(await read(nation, closed)).toMatchObject({ provider: { code: dissolved }, providerHistory: [] });
  });

  it("are none the second time", async () => {
    expect(await moveAll(nation, { provider: dissolved, successor: itsSuccessor })).toEqual({
      moved: 0,
      remaining: 0,
      userErrors: [],
    });
  });

  it("move a hundred at a time where there are more, until none is left", async () => {
    const [first = ""] = open;
    await asAdministrator(
      hub,
      `insert into concerns.concern select (jsonb_populate_record(c, jsonb_build_object(
         'key', i, 'id', gen_random_uuid(), 'reference', 'QC-' || i, 'provider', $2::text))).*
       from concerns.concern c, generate_series(1, 120) i where c.id = $1`,
      [first, dissolved],
    );
    await asAdministrator(
      hub,
      `insert into concerns.concern_access (organisation, concern, relations, category, provider, raised_order,
         changed_order, review_order, status_key, reference_key)
       select organisation, i, relations, category, $2, raised_order, changed_order, review_order, status_key, 'QC-' || i
       from concerns.concern_access, generate_series(1, 120) i
       where organisation = 'X24' and concern = (select key from concerns.concern where id = $1)`,
      [first, dissolved],
    );
    const moveOn = () => countStatements(() => moveAll(nation, { provider: dissolved, successor: itsSuccessor }));
    const [many, few] = [await moveOn(), await moveOn()];
    expect(many.value).toEqual({ moved: 100, remaining: 20, userErrors: [] });
    expect(few.value).toEqual({ moved: 20, remaining: 0, userErrors: [] });
    // The concerns are locked for as long as it takes, within the time that a request has.
    expect(many.count).toBe(few.count);
    const [told] = await asAdministrator<{ count: string }>(
      hub,
      `select count(*) from concerns.message where organisation = $1 and role = 'QUALITY_LEAD' and kind = 'CONCERN_MOVED'
       and reference ~ '^QC-[0-9]+$'`,
      [itsSuccessor],
    );
    expect(told?.count).toBe("120");
  });

  it("are in the audit, every one of them", async () => {
    const entries = await asAdministrator<{ entry: string }>(
      hub,
      "select e::text as entry from audit.entry e where e::text like '%providerHistory%' and e::text like '%CHANGED%'",
    );
    expect(entries.some(({ entry }) => open.every((id) => entry.includes(id)))).toBe(true);
  });
});
