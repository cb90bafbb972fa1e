/**
 * The past through the same masks as the present: as of today everything is as it is, and as of a day everything is
 * as it was shown on that day, whatever became of it since.
 */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { isObjectType } from "graphql";
import { personas } from "../../demonstration/personas.js";
import type { Caller } from "../../authorisation/caller.js";
import { asOfViews } from "../../database/as-of-view.js";
import { callerSettings } from "../../database/caller-settings.js";
import { databaseRoles } from "../../database/database-roles.js";
import { allSubgraphs, subgraph } from "../../hub/subgraphs.js";
import { openAccessWorld } from "../support/access-world-hub.js";
import { asAdministrator } from "../support/inboxes.js";
import { daysAgo, letDaysPass } from "../support/passing-days.js";
import type { Tree } from "../support/recorded-truth.js";
import type { TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";
import { everyFieldOf } from "../support/ways-of-reaching.js";

let hub: TestHub;
beforeAll(async () => {
  ({ hub } = await openAccessWorld({ environment: { LIMIT_COST: "1000000", LIMIT_TOKENS: "10000" } }));
});
afterAll(() => hub.close());

const concern = subgraph("concerns").schema.getType("Concern");
const fields = isObjectType(concern) ? Object.values(concern.getFields()) : [];
const ofThePresent = fields.filter(({ description }) => description?.includes("Told of the present alone"));
const told = everyFieldOf(
  "Concern",
  ofThePresent.map(({ name }) => name),
);
const askers: readonly Person[] = personas;

async function nodes(person: Person, selection: string): Promise<readonly Tree[]> {
  const { data, text } = await hub.as(person).for(`{ concerns(first: 12) { nodes { id ${selection} } } }`);
  if (data === null || data === undefined) throw new Error(text);
  return (data["concerns"] as unknown as { nodes: Tree[] }).nodes;
}

const present = (person: Person) => nodes(person, told);
async function asOf(person: Person, days: number, selection = told): Promise<unknown[]> {
  return (await nodes(person, `asOf(on: "${daysAgo(days)}") { ${selection} }`)).map((one) => one["asOf"]);
}

/** What follows from the day itself. */
const ofTheDay = ["daysInCategory", "overdue", "reviewOverdue", "answeredInTime"];
const withoutTheDay = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, part: unknown) => (ofTheDay.includes(key) ? null : part)));

it("names what is told of the present alone", () => {
  expect(ofThePresent.map(({ name }) => name).sort()).toEqual([
    "accessLog",
    "detrimentReported",
    "detriments",
    "emergencyAccess",
    "intelligence",
    "mergeReason",
    "mergedFrom",
    "mergedInto",
    "panels",
    "regulatorCases",
    "reporter",
    "reveals",
  ]);
});

describe("what each persona reads", () => {
  const shown = new Map<string, readonly Tree[]>();
  /** A board reads of no concern how it was; whoever has none reads none. */
  const readsThePast = (person: Person) => person.organisation !== "QHL";

  it.each(askers)("as of today is what $name reads today, and as of yesterday there was nothing", async (person) => {
    const now = await present(person);
    shown.set(person.name, now);
    expect(await asOf(person, 0)).toEqual(readsThePast(person) ? now : now.map(() => null));
    expect(await asOf(person, 1, "id")).toEqual(now.map(() => null));
  });

  it("as of yesterday is what was read yesterday, though everything has changed since", async () => {
    await letDaysPass(hub, 1);
    await asAdministrator(
      hub,
      `update concerns.concern set title = 'since', narrative = 'since', summary = 'since', status = 'REOPENED', version = 99,
         provider = 'ZZE01', professions = '{}', learners_affected = 50, outcome_reason = 'since', next_review_on = null;
       update concerns.requirement set text = 'since', status = 'WITHDRAWN';
       update concerns.requirement_condition set text = 'since', met_on = '2026-01-01';
       update concerns.review set findings = 'since' where findings is not null;
       update concerns.planned_action set text = 'since', detail = 'since';
       update concerns.evidence set description = 'since', released_on = '2026-01-01';
       update concerns.learner_removal set state = 'ENDED', scope_detail = 'since', decided_on = '2026-01-01', ended_on = '2026-01-01';
       update concerns.removal_consent set lapsed_on = '2026-01-01';
       update concerns.return_phase set completed_on = '2026-01-01';
       insert into concerns.progress_update (id, concern, kind, summary, submitted_on, by_role, sequence)
         select gen_random_uuid(), key, 'UPDATE', 'since', '2026-01-01', 'QUALITY_LEAD', 77 from concerns.concern;
       insert into concerns.internal_note (id, concern, text, added_on, by_role, sequence)
         select gen_random_uuid(), key, 'since', '2026-01-01', 'QUALITY_LEAD', 77 from concerns.concern;
       insert into concerns.concern_event (id, concern, sequence, kind, compartment, happened_on)
         select gen_random_uuid(), key, 777, 'REOPENED', 'OPERATIONAL', '2026-01-01' from concerns.concern`,
    );
    for (const person of askers.filter(readsThePast)) {
      expect([person.name, withoutTheDay(await asOf(person, 1))]).toEqual([
        person.name,
        withoutTheDay(shown.get(person.name)),
      ]);
    }
    expect(JSON.stringify(await present(askers[0] as Person))).toContain("since");
  });
});

describe("the views of the past", () => {
  const views = allSubgraphs().flatMap((one) => one.views);
  const made = asOfViews(views);
  const masked = made.filter(({ name }) => name.includes(".visible_"));
  const kept = views.filter(({ history }) => history !== undefined);

  const region: Caller = {
    ...{ issuer: "i", subject: "s", organisation: "Y60", assurance: null, tokenId: "t" },
    organisationKind: "REGION",
    role: "QUALITY_LEAD",
    purpose: "EDUCATION_QUALITY",
  };

  it("have no rows without a day, nor without a caller", async () => {
    const reader = new pg.Client({ connectionString: hub.database.readerUrl });
    await reader.connect();
    await reader.query("begin read only");
    const set = (name: string, value: string) => reader.query("select set_config($1, $2, true)", [name, value]);
    const empty = async () => {
      const found: string[] = [];
      for (const { name } of masked)
        if ((await reader.query(`select id from ${name} limit 1`)).rows.length === 0) found.push(name);
      return found;
    };
    for (const [name, value] of callerSettings(region, daysAgo(0))) await set(name, value);
    expect(await empty()).toEqual(masked.map(({ name }) => name));
    await set("hub.as_of", daysAgo(0));
    expect(await empty()).toEqual([]);
    await set("hub.organisation", "");
    expect(await empty()).toEqual(masked.map(({ name }) => name));
    await reader.end();
  });

  it("read what was recorded, and of today only who may know, what is shared and what an agreement covers", () => {
    const today = new Set(["concerns.concern_access", "concerns.concern_share", "concerns.concern"]);
    for (const { name, sql } of masked) {
      const read = (sql.match(/\bconcerns\.\w+/g) ?? []).filter((one) => !one.endsWith("_as_of") && !today.has(one));
      expect([name, ...read]).toEqual([name]);
    }
  });

  it("rest on a trigger for each table whose rows change, and on a time for each row", async () => {
    const triggers = await asAdministrator<{ name: string }>(
      hub,
      "select tgrelid::regclass::text as name from pg_trigger where tgname = 'keeps_versions' order by 1",
    );
    const versioned = kept.filter(({ history }) => history === "VERSIONED").map(({ table }) => table);
    expect(triggers.map(({ name }) => name)).toEqual(versioned.sort());
    const timed = await asAdministrator<{ name: string }>(
      hub,
      `select attrelid::regclass::text as name from pg_attribute where attname = 'recorded_from' and attnotnull
         and attrelid::regclass::text !~ '(former_|concern_access)' and attrelid in (select oid from pg_class where relkind = 'r')
        order by 1`,
    );
    expect(timed.map(({ name }) => name)).toEqual(kept.map(({ table }) => table).sort());
  });

  it("hold nothing of who spoke up, nor of how they are protected", () => {
    const tables = kept.map(({ table }) => table).join(" ");
    expect(tables).not.toMatch(/reporter_identity|identity_reveal|detriment_report|contribution|emergency_access/);
  });

  it("and what was replaced may be added to by the writer, and changed, removed or read by nobody who signs in", async () => {
    const { reader, writer, auditWriter } = databaseRoles("hub");
    const rights = await asAdministrator(
      hub,
      `select r.name, t.name as table from unnest('{${[reader, writer, auditWriter].join()}}'::text[]) as r (name),
         unnest('{concerns.former_version,concerns.former_access}'::text[]) as t (name)
        where has_table_privilege(r.name, t.name, 'select, update, delete, truncate')`,
    );
    expect(rights).toEqual([]);
  });
});
