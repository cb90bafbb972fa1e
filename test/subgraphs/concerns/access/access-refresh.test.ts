import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import pg from "pg";
import type { DataSource } from "typeorm";
import { openWriterSource } from "../../../../database/writer-source.js";
import { dayInEngland } from "../../../../hub/day-in-england.js";
import { refreshAccessIndex, type AccessRefresh } from "../../../../subgraphs/concerns/access/access-refresh.js";
import { concernsTables } from "../../../../subgraphs/concerns/every-table.js";
import { loadReference } from "../../../../subgraphs/organisations/load-reference.js";
import { importOds } from "../../../../subgraphs/organisations/ods-import.js";
import { readReference, type Reference } from "../../../../subgraphs/organisations/reference-file.js";
import { assessed, done, reported } from "../../../support/casework.js";
import { inThreeMonths } from "../../../support/mutation-inputs.js";
import { eventually } from "../../../support/eventually.js";
import * as people from "../../../support/people.js";
import { openTestHub, type Answer, type TestHub } from "../../../support/test-hub.js";
import type { Person } from "../../../support/test-issuer.js";

/** Of an id that was never issued. */
const neverIssued = "00000000-0000-4000-8000-000000000000";

let hub: TestHub;
let source: DataSource;
let admin: pg.Client;
let doctors: string;
let nurses: string;
let unaccepted: string;

beforeAll(async () => {
  hub = await openTestHub();
  source = await openWriterSource(hub.settings, hub.database.url, concernsTables);
  admin = new pg.Client({ connectionString: hub.database.adminUrl });
  await admin.connect();
  const by = { reporter: people.aProviderLead, lead: people.aRegionalLead, category: "ISF2" };
  doctors = await assessed(hub, by, { professions: ["DOCTOR"] });
  nurses = await assessed(hub, by, { professions: ["NURSE_ADULT"] });
  unaccepted = await reported(hub, people.aUniversityLead);
}, 60_000);
afterAll(async () => {
  await source.destroy();
  await admin.end();
  await hub.close();
});
beforeEach(async () => {
  await withDirectory((reference) => reference);
  await trustIs({ region: "Y60", icb: "QHL" });
  await refresh();
});

function refresh(more: Partial<AccessRefresh> = {}): Promise<number> {
  return refreshAccessIndex(source, { today: dayInEngland, ...more });
}

/** As a later trusts file says it. */
async function trustIs(place: { readonly region: string; readonly icb: string }): Promise<void> {
  const record = {
    line: 1,
    code: "ZZN01",
    name: "Northmoor University Hospitals NHS Trust",
    openedOn: null,
    closedOn: null,
    address: null,
    postcode: null,
  };
  await asWriter((client) => importOds(client, [{ ...record, ...place }], [], { on: dayInEngland() }));
}

/** As the reference data of a later version says it. */
async function withDirectory(change: (reference: Reference) => Reference): Promise<void> {
  const { reference } = await readReference();
  await asWriter((client) => loadReference(client, change(reference)));
}

function withRemit(regulator: string, professions: string[]): (reference: Reference) => Reference {
  return (reference) => ({
    ...reference,
    organisations: reference.organisations.map((entry) =>
      entry.code === regulator ? { ...entry, remit: { ...entry.remit, professions } } : entry,
    ),
  });
}

async function asWriter(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: hub.database.writerUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** A transaction that holds what a report holds, or a walk that begins. */
async function locked(how: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: hub.database.writerUrl });
  await client.connect();
  await client.query("begin");
  await client.query(`select ${how}(4201105)`);
  return client;
}

function ask(person: Person, id: string): Promise<Answer> {
  return hub
    .as(person)
    .for("query ($id: ID!) { concern(id: $id) { id version access { relations } region { code } } }", {
      id,
    });
}

async function knows(person: Person, id: string): Promise<boolean> {
  const { data } = await ask(person, id);
  return Boolean(data?.["concern"]);
}

/** What stands in the index, with the transaction that last wrote each row. */
async function index(): Promise<unknown[]> {
  const { rows } = await admin.query<object>(
    "select xmin, a.* from concerns.concern_access a order by concern, organisation",
  );
  return rows;
}

async function versions(): Promise<unknown[]> {
  const { rows } = await admin.query<object>("select id, version, changed_on from concerns.concern order by id");
  return rows;
}

describe("a provider that comes under another region and another board", () => {
  it("is known to the new ones and to the old ones no longer, as if it had never been", async () => {
    expect(await knows(people.aLeadOfAnotherRegion, doctors)).toBe(false);
    expect(await knows(people.anIcb, doctors)).toBe(true);
    const before = await versions();
    await trustIs({ region: "Y56", icb: "QMF" });
    expect(await refresh()).toBe(3);

    expect((await ask(people.aLeadOfAnotherRegion, doctors)).data?.["concern"]).toMatchObject({
      access: { relations: ["REGIONAL"] },
      region: { code: "Y56" },
    });
    for (const person of [people.aRegionalLead, people.anIcb]) {
      const hidden = await ask(person, doctors);
      expect(hidden.text).toBe((await ask(person, neverIssued)).text);
    }
    expect(await versions()).toEqual(before);
  });

  it("takes its reports that nobody has accepted yet along", async () => {
    await trustIs({ region: "Y56", icb: "QHL" });
    await refresh();
    expect(await knows(people.aLeadOfAnotherRegion, unaccepted)).toBe(true);
    expect(await knows(people.aRegionalLead, unaccepted)).toBe(false);
    expect(await knows(people.aProviderLead, unaccepted)).toBe(false);
  });

  it("leaves the access of everybody else as it was written", async () => {
    const before = await index();
    await trustIs({ region: "Y56", icb: "QHL" });
    await refresh();
    const others = (rows: unknown[]) => rows.filter((row) => !/"Y(60|56)"/.test(JSON.stringify(row)));
    expect(others(await index())).toEqual(others(before));
  });
});

describe("a regulator whose remit changes", () => {
  it("is told of what came into it, and no longer of what left it", async () => {
    expect([await knows(people.theGmc, doctors), await knows(people.theGmc, nurses)]).toEqual([true, false]);
    const before = await versions();
    await withDirectory(withRemit("GMC", ["NURSE_ADULT"]));
    await refresh();
    expect([await knows(people.theGmc, doctors), await knows(people.theGmc, nurses)]).toEqual([false, true]);
    expect((await ask(people.theGmc, doctors)).text).toBe((await ask(people.theGmc, neverIssued)).text);
    expect(await versions()).toEqual(before);
  });

  it("keeps what was shared with it", async () => {
    await done(hub, people.aRegionalLead, "shareConcern", {
      id: nurses,
      organisation: "GMC",
      dataClasses: ["NARRATIVE"],
      until: inThreeMonths,
      reason: "Doctors work on the ward as well.",
    });
    await withDirectory(withRemit("GMC", []));
    await refresh();
    expect([await knows(people.theGmc, doctors), await knows(people.theGmc, nurses)]).toEqual([false, true]);
  });
});

describe("a refresh", () => {
  it("does nothing where nothing changed, and writes no row that is right", async () => {
    const before = await index();
    const told: string[] = [];
    expect(await refresh({ onWalk: () => told.push("of a walk") })).toBe(0);
    expect(told).toEqual([]);
    await admin.query("update concerns.access_basis set bodies = 'of an earlier policy'");
    expect(await refresh()).toBe(3);
    expect(await index()).toEqual(before);
  });

  it("tells of its walk where there are concerns to go through, and nothing of one through none", async () => {
    const told: string[] = [];
    await trustIs({ region: "Y56", icb: "QHL" });
    await refresh({ onWalk: () => told.push("with concerns") });
    const empty = await openTestHub();
    const others = await openWriterSource(hub.settings, empty.database.url, concernsTables);
    const onWalk = () => told.push("without");
    expect(await refreshAccessIndex(others, { today: dayInEngland, onWalk })).toBe(0);
    await others.destroy();
    await empty.close();
    expect(told).toEqual(["with concerns"]);
  });

  it("goes on where it was stopped", async () => {
    await trustIs({ region: "Y56", icb: "QHL" });
    await admin.query("update concerns.access_basis set bodies = 'of an earlier policy'");
    const stopping = new AbortController();
    const stopped = refresh({ batch: 1, stopping: stopping.signal, today: () => (stopping.abort(), dayInEngland()) });
    expect(await stopped).toBe(1);
    // It waited for those that rest on an earlier directory; this one rests on that of the walk.
    const reporting = await locked("pg_advisory_xact_lock_shared");
    expect(await refresh({ batch: 1 })).toBe(2);
    await reporting.end();
    expect(await refresh()).toBe(0);
    for (const id of [doctors, nurses, unaccepted]) expect(await knows(people.aLeadOfAnotherRegion, id)).toBe(true);
  });

  it("begins again when the directory changes while it is stopped", async () => {
    await withDirectory(withRemit("GMC", ["NURSE_ADULT"]));
    const stopping = new AbortController();
    await refresh({ batch: 2, stopping: stopping.signal, today: () => (stopping.abort(), dayInEngland()) });
    await withDirectory(withRemit("GMC", ["MIDWIFE"]));
    expect(await refresh()).toBe(3);
    expect([await knows(people.theGmc, doctors)]).toEqual([false]);
  });

  it("may run twice at once", async () => {
    await trustIs({ region: "Y56", icb: "QMF" });
    const counts = await Promise.all([refresh({ batch: 1 }), refresh({ batch: 1 })]);
    expect(counts[0] + counts[1]).toBe(3);
    expect(await refresh()).toBe(0);
  });

  it("goes through no concern that another one has gone through since it began", async () => {
    await admin.query("update concerns.access_basis set bodies = 'of an earlier policy'");
    const casework = new pg.Client({ connectionString: hub.database.writerUrl });
    await casework.connect();
    await casework.query("begin; select from concerns.concern order by key limit 1 for update");
    const first = refresh({ batch: 1 });
    await eventually(async () => (await waiting()) === 1);
    const second = refresh({ batch: 1 });
    await eventually(async () => (await waiting()) === 2);
    await casework.query("commit");
    await casework.end();
    expect((await first) + (await second)).toBe(3);
  });

  async function waiting(): Promise<number | null> {
    const { rowCount } = await admin.query(
      "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    return rowCount;
  }
});

describe("a report that is being written while the directory changes", () => {
  const late = "11111111-1111-4111-8111-111111111111";

  it("is waited for, since it may rest on the directory of before", async () => {
    const reporting = await locked("pg_advisory_xact_lock_shared");
    await trustIs({ region: "Y56", icb: "QHL" });
    const refreshed = refresh();
    await somebodyWaits();
    await copyOf(reporting, doctors);
    await reporting.query("commit");
    await reporting.end();
    expect(await refreshed).toBe(4);
    expect(await knows(people.aLeadOfAnotherRegion, late)).toBe(true);
    expect(await knows(people.aRegionalLead, late)).toBe(false);
  });

  it("waits for the walk to begin, and then rests on the directory of now", async () => {
    const walking = await locked("pg_advisory_xact_lock");
    const report = reported(hub, people.aUniversityLead);
    await somebodyWaits();
    await trustIs({ region: "Y56", icb: "QHL" });
    await walking.query("commit");
    await walking.end();
    expect(await knows(people.aLeadOfAnotherRegion, await report)).toBe(true);
  });

  async function somebodyWaits(): Promise<void> {
    for (let tries = 0; tries < 100; tries += 1) {
      const { rows } = await admin.query(
        "select from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())",
      );
      if (rows.length > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error("Nobody waits.");
  }

  async function copyOf(client: pg.Client, id: string): Promise<void> {
    const { rows } = await client.query<{ names: string }>(
      `select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
       where table_schema = 'concerns' and table_name = 'concern' and column_name not in ('key', 'id', 'reference')`,
    );
    const names = rows[0]?.names ?? "";
    await client.query(
      `insert into concerns.concern (key, id, reference, ${names})
       select 1, $1, 'QC-LATE-LATE', ${names} from concerns.concern where id = $2`,
      [late, id],
    );
  }
});
