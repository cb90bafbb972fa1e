/** Connections for those who ask: one person never has them all, whatever they ask and whenever they leave. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Caller } from "../../authorisation/caller.js";
import { openCallerTransaction, type CallerTransaction } from "../../database/caller-transaction.js";
import { createPools, type Pools } from "../../database/pools.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";

let database: TestDatabase;
let pools: Pools;
beforeAll(async () => {
  database = await createTestDatabase();
  const limits = { rolePrefix: "hub", poolSize: 4, poolWaitMs: 300, statementTimeoutMs: 1_000 };
  pools = createPools({ routerCredential: "", database: limits }, database.url);
});
afterAll(async () => {
  await pools.end();
  await database.drop();
});

const caller = (subject: string): Caller => ({
  issuer: "https://issuer.test",
  subject,
  organisation: "ZZN01",
  organisationKind: "TRUST",
  role: "QUALITY_LEAD",
  purpose: "EDUCATION_QUALITY",
  assurance: null,
  tokenId: "1",
});
const opened = (subject: string): CallerTransaction =>
  openCallerTransaction(pools.reader, caller(subject), "2026-11-26");
const one = "select 1 as one";

/** Three quarters of four connections. */
async function threeHeldBy(subject: string): Promise<readonly CallerTransaction[]> {
  const held = [opened(subject), opened(subject), opened(subject)];
  for (const transaction of held) await transaction.read(one);
  return held;
}

it("who has three quarters of them waits, and the others do not", async () => {
  const held = await threeHeldBy("greedy");
  const beyond = opened("greedy");
  const asked = beyond.read(one);
  const other = opened("another");
  expect(await other.read(one)).toEqual([{ one: 1 }]);
  await other.end();
  await held[0]?.end();
  expect(await asked).toEqual([{ one: 1 }]);
  await Promise.all([beyond, ...held].map((transaction) => transaction.end()));
});

it("who waits in vain is told that the hub is busy", async () => {
  const held = await threeHeldBy("greedy");
  await expect(opened("greedy").read(one)).rejects.toMatchObject({
    code: "OVERLOADED",
    extensions: { code: "OVERLOADED", retryAfter: 1 },
  });
  await Promise.all(held.map((transaction) => transaction.end()));
  const after = opened("greedy");
  expect(await after.read(one)).toEqual([{ one: 1 }]);
  await after.end();
});

it("who leaves has their share until the database has ended what it was at", async () => {
  const leaving = [opened("leaving"), opened("leaving"), opened("leaving")];
  for (const transaction of leaving) await transaction.read(one);
  for (const transaction of leaving) void transaction.read("select pg_sleep(0.2)");
  await nextTurn();
  await Promise.all(leaving.map((transaction) => transaction.abandon()));
  const began = performance.now();
  const next = opened("leaving");
  await next.read(one);
  expect(performance.now() - began).toBeGreaterThan(100);
  await next.end();
});

it("of what waits for who has left nothing is begun, and no place is lost", async () => {
  const held = await threeHeldBy("greedy");
  const waiting = Array.from({ length: 50 }, () => opened("greedy"));
  for (const transaction of waiting) void transaction.read(one);
  const abandoned = waiting.map((transaction) => transaction.abandon());
  await Promise.all(held.map((transaction) => transaction.end()));
  await Promise.all(abandoned);
  const again = await threeHeldBy("greedy");
  await Promise.all(again.map((transaction) => transaction.end()));
});
