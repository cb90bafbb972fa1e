/** Two transactions that end in another order than they began: no change is passed over, whoever asks in between. */
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import pg from "pg";
import { assessed, done } from "../../../support/casework.js";
import * as people from "../../../support/people.js";
import { openTestHub, type TestHub } from "../../../support/test-hub.js";
import { allChanges, whatChanged, type Changes } from "../../../support/what-changed.js";

let hub: TestHub;
let slow: string;
let quick: string;
const writers: pg.Client[] = [];

beforeAll(async () => {
  hub = await openTestHub();
  const by = { reporter: people.aUniversityLead, lead: people.aRegionalLead, category: "ISF1" };
  [slow, quick] = [await assessed(hub, by), await assessed(hub, by)];
});
afterAll(async () => {
  await Promise.all(writers.map((writer) => writer.end()));
  await hub.close();
});

async function openWriter(): Promise<pg.Client> {
  const writer = new pg.Client({ connectionString: hub.database.writerUrl });
  await writer.connect();
  writers.push(writer);
  return writer;
}

/** Asks at once, whatever is under way. */
async function ask(since: string): Promise<Changes> {
  const { data } = await hub.as(people.aProviderLead).for(whatChanged, { since, first: 100 });
  return data?.["concernChanges"] as unknown as Changes;
}

const idsSince = async (since: string): Promise<string[]> =>
  (await allChanges(hub, people.aProviderLead, since)).told.map(({ id }) => id);

const change = `insert into concerns.concern_change (organisation, concern, compartment, id, changed_on)
  select 'ZZN01', key, 'OPERATIONAL', id, current_date from concerns.concern where id = $1
  on conflict (organisation, concern, compartment) do update
    set feed_position = excluded.feed_position, changed_on = excluded.changed_on`;

it("one that began first and ends last is told", async () => {
  const { cursor } = await allChanges(hub, people.aProviderLead);
  const writer = await openWriter();
  await writer.query("begin");
  await writer.query(change, [slow]);
  const requirement = { id: quick, kind: "MANDATORY", text: "Name somebody.", dueOn: "2999-01-01" };
  await done(hub, people.aRegionalLead, "issueRequirement", requirement);

  const between = await ask(cursor);
  expect(between).toEqual({ changes: [], cursor, hasMore: false });
  await writer.query("commit");
  expect(await idsSince(between.cursor)).toEqual([slow, quick]);
});

it("one that has its number and writes only when others have ended is told", async () => {
  let { cursor } = await allChanges(hub, people.aProviderLead);
  const writer = await openWriter();
  await writer.query("begin");
  await writer.query("select pg_current_xact_id()");
  await done(hub, people.aProviderLead, "submitProgress", { id: quick, summary: "A month." });
  ({ cursor } = await ask(cursor));
  await writer.query(change, [slow]);
  ({ cursor } = await ask(cursor));
  await writer.query("commit");
  expect((await idsSince(cursor)).sort()).toEqual([slow, quick].sort());
});

it("one that gives up leaves nothing, and holds nothing back", async () => {
  const { cursor } = await allChanges(hub, people.aProviderLead);
  const writer = await openWriter();
  await writer.query("begin");
  await writer.query(change, [slow]);
  await writer.query("rollback");
  expect(await idsSince(cursor)).toEqual([]);
});

it("many at once, in whatever order they end: the last change of each is told to who asks all the while", async () => {
  let { cursor } = await allChanges(hub, people.aProviderLead);
  const stopping = new AbortController();
  const lastTold = new Map<string, number>();
  let asked = 0;
  const asking = (async () => {
    while (!stopping.signal.aborted) {
      const { changes, cursor: next } = await ask(cursor);
      asked += 1;
      for (const { id } of changes) lastTold.set(id, asked);
      cursor = next;
    }
  })();
  const times = 12;
  await Promise.all(
    [slow, quick].map(async (id, index) => {
      const writer = await openWriter();
      for (let time = 0; time < times; time += 1) {
        await writer.query("begin");
        await writer.query("select pg_current_xact_id()");
        await writer.query("select pg_sleep($1)", [((time * 7 + index * 5) % 10) / 200]);
        await writer.query(change, [id]);
        await writer.query("select pg_sleep($1)", [((time * 3 + index) % 10) / 200]);
        await writer.query("commit");
      }
      // Whatever was told before this, the last change comes after it.
      lastTold.delete(id);
      await writer.query(change, [id]);
    }),
  );
  stopping.abort();
  await asking;
  const rest = await idsSince(cursor);
  for (const id of [slow, quick]) expect(rest.includes(id) || lastTold.has(id)).toBe(true);
});
