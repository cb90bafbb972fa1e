/** Connections for those who ask: one person never has them all, whatever they ask and whenever they leave. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import pg from "pg";
import { openCallerTransaction, type CallerTransaction } from "../../database/caller-transaction.js";
import { createPools, type Pools } from "../../database/pools.js";
import { aCaller } from "../support/a-caller.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";

let database: TestDatabase;
let [patient, impatient]: Pools[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  const limits = { rolePrefix: "hub", poolSize: 4, statementTimeoutMs: 30_000 };
  const withWaitOf = (poolWaitMs: number): Pools =>
    createPools({ routerCredential: "", database: { ...limits, poolWaitMs } }, database.url);
  [patient, impatient] = [withWaitOf(30_000), withWaitOf(300)];
});
afterAll(async () => {
  await Promise.all([patient?.end(), impatient?.end()]);
  await database.drop();
});

function opened(subject: string, pools = patient): CallerTransaction {
  if (pools === undefined) throw new Error("There is no pool yet");
  return openCallerTransaction(pools.reader, { ...aCaller, subject }, "2026-11-26");
}
const one = "select 1 as one";

/** Three quarters of four connections. */
async function threeHeldBy(subject: string, pools = patient): Promise<readonly CallerTransaction[]> {
  const held = [opened(subject, pools), opened(subject, pools), opened(subject, pools)];
  for (const transaction of held) await transaction.read(one);
  return held;
}

const endAll = (transactions: readonly CallerTransaction[]): Promise<unknown> =>
  Promise.all(transactions.map((transaction) => transaction.end()));

/** Who asks beyond their share waits while somebody else is answered; gives what has to be answered then. */
async function expectWaiting(subject: string): Promise<{ readonly answered: () => Promise<void> }> {
  const transaction = opened(subject);
  const asked = transaction.read(one);
  let waits = true;
  const settle = (): void => void (waits = false);
  asked.then(settle, settle);
  const other = opened("another");
  expect(await other.read(one)).toEqual([{ one: 1 }]);
  expect(waits).toBe(true);
  await other.end();
  return {
    answered: async () => {
      expect(await asked).toEqual([{ one: 1 }]);
      await transaction.end();
    },
  };
}

it("who has three quarters of them waits, and the others do not", async () => {
  const held = await threeHeldBy("greedy");
  const beyond = await expectWaiting("greedy");
  await held[0]?.end();
  await beyond.answered();
  await endAll(held);
});

it("who waits in vain is told that the hub is busy", async () => {
  const held = await threeHeldBy("greedy", impatient);
  const refusal = { code: "OVERLOADED", extensions: { code: "OVERLOADED", retryAfter: 1 } };
  await expect(opened("greedy", impatient).read(one)).rejects.toMatchObject(refusal);
  await endAll(held);
  const after = opened("greedy", impatient);
  expect(await after.read(one)).toEqual([{ one: 1 }]);
  await after.end();
});

it("who leaves has their share until the database has ended what it was at", async () => {
  const holder = new pg.Client({ connectionString: database.adminUrl });
  await holder.connect();
  await holder.query("select pg_advisory_lock(4711)");
  const leaving = await threeHeldBy("leaving");
  for (const transaction of leaving) void transaction.read("select pg_advisory_lock_shared(4711)");
  await nextTurn();
  await Promise.all(leaving.map((transaction) => transaction.abandon()));
  const next = await expectWaiting("leaving");
  await holder.query("select pg_advisory_unlock(4711)");
  await next.answered();
  await holder.end();
});

it("for what waits for who has left no connection is taken, and no place is lost or gained", async () => {
  let taken = 0;
  patient?.reader.on("acquire", () => (taken += 1));
  const held = await threeHeldBy("greedy");
  const waiting = Array.from({ length: 50 }, () => opened("greedy"));
  for (const transaction of waiting) void transaction.read(one);
  const abandoned = Promise.all(waiting.map((transaction) => transaction.abandon()));
  await endAll(held);
  await abandoned;
  expect(taken).toBe(3);
  const again = await threeHeldBy("greedy");
  const beyond = await expectWaiting("greedy");
  await endAll(again);
  await beyond.answered();
});
