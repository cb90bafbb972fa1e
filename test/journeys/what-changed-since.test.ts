/** Those who keep a copy are told what changed since they last asked: all that they may see, and nothing else. */
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import pg from "pg";
import { dayInEngland } from "../../hub/day-in-england.js";
import { addDays } from "../../subgraphs/calendar-day.js";
import { assessed, done, reported } from "../support/casework.js";
import { openConcernsExecutor } from "../support/concerns-executor.js";
import { inThreeMonths } from "../support/mutation-inputs.js";
import * as people from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";
import { alter } from "../support/twin-hubs.js";
import { allChanges, changesSince, whatChanged, type Changes } from "../support/what-changed.js";

let hub: TestHub;
const region = people.aRegionalLead;
const guardian = people.persona("midlands-guardian");
const score = { likelihood: 3, impact: 3 };

beforeAll(async () => {
  hub = await openTestHub();
});
afterAll(() => hub.close());

const aConcern = (category = "ISF1", more = {}): Promise<string> =>
  assessed(hub, { reporter: people.aUniversityLead, lead: region, category }, more);
const assess = (id: string, category: string) =>
  done(hub, region, "assessConcern", { id, inherent: score, residual: score, category, reason: "It moved." });
const share = (id: string, organisation = "CQC") =>
  done(hub, region, "shareConcern", { id, organisation, dataClasses: [], until: inThreeMonths, reason: "A pattern." });
const cursorOf = async (person: Person): Promise<string> => (await allChanges(hub, person)).cursor;
const since = async (person: Person, cursor: string): Promise<(readonly [string, string])[]> =>
  (await allChanges(hub, person, cursor)).told.map(({ id, kind }) => [id, kind]);

it("begins with all that somebody may know of, each once, in pages, and then has nothing more", async () => {
  const ids = [await aConcern(), await aConcern("ISF2"), await reported(hub, people.aProviderLead)];
  await done(hub, region, "addInternalNote", { id: ids[0], text: "Telephoned." });
  for (const person of [region, people.aProviderLead]) {
    const { told, cursor } = await allChanges(hub, person, null, 2);
    expect(told.map(({ id }) => id).sort()).toEqual([...ids].sort());
    for (const { id, kind, on, concern } of told)
      expect([id, kind, on]).toEqual([concern?.id, "CHANGED", dayInEngland()]);
    expect(await changesSince(hub, person, cursor)).toEqual({ changes: [], cursor, hasMore: false });
  }
});

it("tells a change to those who may see it, and to nobody else", async () => {
  const id = await aConcern();
  const askers = [
    region,
    guardian,
    people.aProviderLead,
    people.aUniversityLead,
    people.anIcb,
    people.aLeadOfAnotherProvider,
  ];
  const cursors = new Map(await Promise.all(askers.map(async (one) => [one, await cursorOf(one)] as const)));
  const tellsTo = async (...told: readonly Person[]): Promise<void> => {
    for (const person of askers) {
      const { told: changes, cursor } = await allChanges(hub, person, cursors.get(person));
      expect([person.name, changes.map((change) => change.id)]).toEqual([
        person.name,
        told.includes(person) ? [id] : [],
      ]);
      if (!told.includes(person)) expect(cursor).toBe(cursors.get(person));
      cursors.set(person, cursor);
    }
  };
  await done(hub, region, "addInternalNote", { id, text: "Telephoned." });
  await tellsTo(region);
  await done(hub, people.aProviderLead, "submitProgress", { id, summary: "A month." });
  await tellsTo(region, people.aProviderLead, people.aUniversityLead);
  await done(hub, region, "issueRequirement", { id, kind: "MANDATORY", text: "Name somebody.", dueOn: "2999-01-01" });
  await tellsTo(region, guardian, people.aProviderLead, people.aUniversityLead);
  await assess(id, "ISF1");
  await tellsTo(region, guardian, people.aProviderLead, people.aUniversityLead);
  await assess(id, "ISF0");
  await tellsTo(region, guardian, people.aProviderLead, people.aUniversityLead, people.anIcb);
  // Its two ends, and NHS England where it reads its own casework; the region is one of the ends.
  await share(id);
  await tellsTo(region, guardian);
});

it("shows a concern as it is now, however often it changed", async () => {
  const id = await aConcern("ISF1");
  const cursor = await cursorOf(people.aProviderLead);
  await assess(id, "ISF2");
  await assess(id, "ISF3");
  const { told } = await allChanges(hub, people.aProviderLead, cursor);
  expect(told).toEqual([{ id, kind: "CHANGED", on: dayInEngland(), concern: { id, category: "ISF3" } }]);
});

it("tells a regulator that it may not know of a concern any longer, and when it may again", async () => {
  const id = await aConcern("ISF2");
  let cursor = await cursorOf(people.theGmc);
  await assess(id, "ISF1");
  const gone = await allChanges(hub, people.theGmc, cursor);
  expect(gone.told).toEqual([{ id, kind: "GONE", on: dayInEngland(), concern: null }]);
  cursor = gone.cursor;
  await assess(id, "ISF2");
  expect(await since(people.theGmc, cursor)).toEqual([[id, "CHANGED"]]);
});

it("says nothing of what was gone before somebody first asked", async () => {
  const id = await aConcern("ISF2");
  await assess(id, "ISF1");
  const client = new pg.Client({ connectionString: hub.database.adminUrl });
  await client.connect();
  await client.query("update concerns.concern_gone set gone_on = gone_on - 1");
  await client.end();
  const { told } = await allChanges(hub, people.theGmc);
  expect(told.map((change) => change.id)).not.toContain(id);
});

it("tells of a share when it is made and when it is withdrawn", async () => {
  const id = await aConcern();
  let cursor = await cursorOf(people.theCqc);
  await share(id);
  const shared = await allChanges(hub, people.theCqc, cursor);
  expect(shared.told.map(({ id, kind }) => [id, kind])).toEqual([[id, "CHANGED"]]);
  cursor = shared.cursor;
  const asked = await hub.as(region).for("query($id: ID!) { concern(id: $id) { shares { id } } }", { id });
  const { shares } = asked.data?.["concern"] as unknown as { shares: { id: string }[] };
  await done(hub, region, "withdrawShare", { id, shareId: shares[0]?.id });
  expect(await since(people.theCqc, cursor)).toEqual([[id, "GONE"]]);
});

it("tells of a share that ends by the clock, without a write, once", async () => {
  const id = await aConcern();
  await share(id);
  const cursor = await cursorOf(people.theCqc);
  const later = await openConcernsExecutor(hub, () => addDays(inThreeMonths, 1));
  const ask = async (from: string): Promise<Changes> => {
    const { data } = await later.ask(people.theCqc, whatChanged, { since: from, first: 100 });
    return data?.["concernChanges"] as Changes;
  };
  const { changes, cursor: after } = await ask(cursor);
  expect(changes.filter((change) => change.id === id)).toEqual([
    { id, kind: "GONE", on: addDays(inThreeMonths, 1), concern: null },
  ]);
  expect(await ask(after)).toEqual({ changes: [], cursor: after, hasMore: false });
  await later.close();
});

it("does not tell when the rows of a share that has ended are tidied up", async () => {
  const [alone, beside] = [await aConcern("ISF1"), await aConcern("ISF2")];
  for (const id of [alone, beside]) {
    await share(id);
    const ended = "= current_date - 1 where concern = (select key from concerns.concern where id = $1)";
    await alter(hub, `update concerns.concern_share set shared_on = current_date - 9, until ${ended}`, [id]);
    await alter(hub, `update concerns.concern_access set shared_until ${ended} and organisation = 'CQC'`, [id]);
  }
  const cursor = await cursorOf(people.theCqc);
  for (const id of [alone, beside]) await done(hub, region, "addInternalNote", { id, text: "Hidden." });
  await assess(alone, "ISF1");
  expect(await changesSince(hub, people.theCqc, cursor)).toEqual({ changes: [], cursor, hasMore: false });
  const before = await cursorOf(people.theCqc);
  await share(beside, "NMC");
  expect(await changesSince(hub, people.theCqc, before)).toEqual({ changes: [], cursor: before, hasMore: false });
});

it("goes on for a colleague in the same role, and for nobody else", async () => {
  const { cursor } = await changesSince(hub, people.aProviderLead, null, 1);
  const colleague = { ...people.aProviderLead, name: "northmoor-machine" };
  expect((await changesSince(hub, colleague, cursor)).changes).toEqual(
    (await changesSince(hub, people.aProviderLead, cursor)).changes,
  );
  for (const person of [region, people.persona("northmoor-executive"), people.aLeadOfAnotherProvider]) {
    const { errors } = await hub.as(person).for(whatChanged, { since: cursor });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
  }
});

it.each([
  ["a cursor that is none", { since: "no cursor" }],
  ["none at all", { first: 0 }],
  ["more than a page", { first: 101 }],
])("refuses %s", async (_title, variables) => {
  const { status, errors } = await hub.as(region).for(whatChanged, variables);
  expect([status, errors.map(({ extensions }) => extensions.code)]).not.toEqual([200, []]);
});

it("tells a role that reads no concern nothing", async () => {
  expect((await allChanges(hub, people.anAnalyst)).told).toEqual([]);
});
