/** What goes on when whoever asked has left: nothing more is read for them, and what has begun to change is changed. */
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { request } from "undici";
import { openAuditEntries, type AuditEntries } from "../audit/audit-entries.js";
import { openSubgraphServers } from "../hub/separate-processes.js";
import { reported } from "../support/casework.js";
import { eventually } from "../support/eventually.js";
import * as people from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";

let hub: TestHub;
let servers: Awaited<ReturnType<typeof openSubgraphServers>>;
let entries: AuditEntries;
let holder: pg.Client;
let concern: string;

beforeAll(async () => {
  hub = await openTestHub();
  servers = await openSubgraphServers(hub, ["concerns"]);
  entries = await openAuditEntries(hub);
  holder = new pg.Client({ connectionString: hub.database.adminUrl });
  await holder.connect();
  concern = await reported(hub, people.aUniversityLead);
});
afterAll(async () => {
  await holder.end();
  await entries.close();
  await servers.close();
  await hub.close();
});

/** Asks while concerns are held, and leaves as soon as the database is waiting for them. */
async function askAndLeave(person: Person, origin: string, query: string, requestId: string): Promise<void> {
  await holder.query("begin");
  await holder.query("lock table concerns.concern in access exclusive mode");
  const leaving = new AbortController();
  const left = request(`${origin}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-router-credential": hub.settings.routerCredential,
      "x-request-id": requestId,
      authorization: `Bearer ${await hub.issuer.tokenFor(person)}`,
    },
    body: JSON.stringify({ query }),
    signal: leaving.signal,
  }).catch((error: unknown) => error);
  await eventually(async () => {
    const { rows } = await entries.administrator.query("select from pg_locks where not granted");
    return rows.length > 0;
  });
  leaving.abort();
  await left;
  await pause(100);
  await holder.query("rollback");
}

async function outcomesOf(requestId: string): Promise<string[]> {
  await eventually(async () => (await entries.of(requestId)).length > 0);
  return (await entries.of(requestId)).map(({ outcome }) => outcome);
}

const ways: readonly (readonly [way: string, origin: () => string])[] = [
  ["in one process", () => hub.url],
  ["at a port of its own", () => servers.subgraphs[0]?.origin ?? ""],
];

describe.each(ways)("a subgraph %s", (way, origin) => {
  const named = (what: string): string => `${what}-${way.replaceAll(" ", "-")}`;

  it("reads nothing more for who has left, and says in the audit that they were not answered in full", async () => {
    const query = `{ concern(id: "${concern}") { title requirements { id } } }`;
    await askAndLeave(people.aRegionalLead, origin(), query, named("left-reading"));
    expect(await outcomesOf(named("left-reading"))).toEqual(["FAILED"]);
    // What the database was at when they left, it ends; and then the connection waits for the next.
    await eventually(async () => {
      const { rows } = await entries.administrator.query(
        "select from pg_stat_activity where usename like '%reader' and state <> 'idle'",
      );
      return rows.length === 0;
    });
  });

  it("ends a change that has begun, whoever has left", async () => {
    const id = await reported(hub, people.aUniversityLead);
    const change = `mutation { acceptConcern(input: { id: "${id}", summary: "Released." }) { userErrors { code } } }`;
    await askAndLeave(people.aRegionalLead, origin(), change, named("left-changing"));
    expect((await outcomesOf(named("left-changing")))[0]).toBe("CHANGED");
    const { data } = await hub.as(people.aRegionalLead).for(`{ concern(id: "${id}") { status } }`);
    expect(data).toEqual({ concern: { status: "ACCEPTED" } });
  });
});
