/** A hub whose directory changes: three concerns of one provider, for doctors, for nurses, and one that nobody accepted yet. */
import { afterAll, beforeAll, beforeEach } from "@jest/globals";
import pg from "pg";
import type { DataSource } from "typeorm";
import { openWriterSource } from "../../../../database/writer-source.js";
import { dayInEngland } from "../../../../hub/day-in-england.js";
import { refreshAccessIndex, type AccessRefresh } from "../../../../subgraphs/concerns/access/access-refresh.js";
import { concernsTables } from "../../../../subgraphs/concerns/every-table.js";
import { loadReference } from "../../../../subgraphs/organisations/load-reference.js";
import { importOds } from "../../../../subgraphs/organisations/ods-import.js";
import { readReference, type Reference } from "../../../../subgraphs/organisations/reference-file.js";
import { assessed, reported } from "../../../support/casework.js";
import * as people from "../../../support/people.js";
import { openTestHub, type Answer, type TestHub } from "../../../support/test-hub.js";
import type { Person } from "../../../support/test-issuer.js";

export let hub: TestHub;
export let source: DataSource;
export let admin: pg.Client;
export let doctors: string;
export let nurses: string;
export let unaccepted: string;

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

export function refresh(more: Partial<AccessRefresh> = {}): Promise<number> {
  return refreshAccessIndex(source, { today: dayInEngland, ...more });
}

/** As a later trusts file says it. */
export async function trustIs(place: { readonly region: string; readonly icb: string }): Promise<void> {
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
export async function withDirectory(change: (reference: Reference) => Reference): Promise<void> {
  const { reference } = await readReference();
  await asWriter((client) => loadReference(client, change(reference)));
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
export async function locked(how: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: hub.database.writerUrl });
  await client.connect();
  await client.query("begin");
  await client.query(`select ${how}(4201105)`);
  return client;
}

export function ask(person: Person, id: string): Promise<Answer> {
  return hub
    .as(person)
    .for("query ($id: ID!) { concern(id: $id) { id version access { relations } region { code } } }", {
      id,
    });
}

export async function knows(person: Person, id: string): Promise<boolean> {
  const { data } = await ask(person, id);
  return Boolean(data?.["concern"]);
}
