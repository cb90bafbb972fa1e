/** What goes on when whoever asked has left: nothing more is read for them, and what has begun to change is changed. */
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { request } from "undici";
import { openAuditEntries, type AuditEntries } from "../audit/audit-entries.js";
import { openSubgraphServers } from "../hub/separate-processes.js";
import { reported } from "../support/casework.js";
import { openConcernsExecutor } from "../support/concerns-executor.js";
import { eventually } from "../support/eventually.js";
import { holdLock, type HeldLock } from "../support/held-lock.js";
import * as people from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";

let hub: TestHub;
let servers: Awaited<ReturnType<typeof openSubgraphServers>>;
let entries: AuditEntries;
let concern: string;

beforeAll(async () => {
  hub = await openTestHub();
  servers = await openSubgraphServers(hub, ["concerns"]);
  entries = await openAuditEntries(hub);
  concern = await reported(hub, people.aUniversityLead);
});
afterAll(async () => {
  await entries.close();
  await servers.close();
  await hub.close();
});

const holdConcerns = (): Promise<HeldLock> => holdLock(hub, "lock table concerns.concern in access exclusive mode");

/** Asks while concerns are held, and leaves as soon as the database is waiting for them. */
async function askAndLeave(person: Person, origin: string, query: string, requestId: string): Promise<void> {
  const lock = await holdConcerns();
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
  await lock.waitedForBy(1);
  leaving.abort();
  await left;
  await pause(100);
  await lock.release();
}

async function outcomesOf(requestId: string): Promise<string[]> {
  await eventually(async () => (await entries.of(requestId)).length > 0);
  return (await entries.of(requestId)).map(({ outcome }) => outcome);
}

it("a subgraph puts nothing together for who has left, whatever its database is at", async () => {
  const executor = await openConcernsExecutor(hub);
  const lock = await holdConcerns();
  try {
    const leaving = new AbortController();
    const query = `{ concern(id: "${concern}") { title requirements { id } } }`;
    const reply = executor.ask(people.aRegionalLead, query, {}, leaving.signal);
    await lock.waitedForBy(1);
    leaving.abort();
    expect(await reply).toEqual({ errors: [{ message: expect.any(String), extensions: { code: "UNAVAILABLE" } }] });
  } finally {
    await lock.release();
    await executor.close();
  }
});

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
