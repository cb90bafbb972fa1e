/** A pooled connection never keeps a caller: two of them, ten thousand times in turn on a pool of one connection. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import type { Caller } from "../../authorisation/caller.js";
import { settingsInPart } from "../../database/caller-settings.js";
import { openCallerTransaction } from "../../database/caller-transaction.js";
import { dayInEngland } from "../../hub/day-in-england.js";
import { aCaller } from "../support/a-caller.js";
import { openAccessWorld } from "../support/access-world-hub.js";
import type { TestHub } from "../support/test-hub.js";

let hub: TestHub;
let pool: pg.Pool;
beforeAll(async () => {
  ({ hub } = await openAccessWorld());
  pool = new pg.Pool({ connectionString: hub.database.readerUrl, max: 1, pipeline: true });
});
afterAll(async () => {
  await pool.end();
  await hub.close();
});

const provider = aCaller;
const region: Caller = { ...provider, subject: "a region's lead", organisation: "Y56", organisationKind: "REGION" };
const analyst: Caller = {
  ...provider,
  subject: "an analyst",
  organisation: "X24",
  organisationKind: "NATIONAL_BODY",
  role: "ANALYST",
  purpose: "STATISTICS",
};

const today = dayInEngland();
const columns = "id, provider, region, title, summary, narrative, learners_affected";
const everything = `select ${columns} from concerns.visible_concern order by id`;
const byKeys = `select ${columns} from concerns.visible_concern where id = any($1) order by id`;

async function readAs(caller: Caller, keys?: readonly string[], connection = pool): Promise<string> {
  const transaction = openCallerTransaction(connection, caller, today);
  try {
    const [statement, values] = keys === undefined ? [everything, []] : [byKeys, [keys]];
    return JSON.stringify(await transaction.readByIndex(statement, values));
  } finally {
    await transaction.end();
  }
}

/** How often the one connection ran a statement by a plan for all callers, and how often by one for one. */
async function usesOf(statement: string): Promise<{ readonly forAll: number | null; readonly forOne: number | null }> {
  const { rows } = await pool.query<{ forAll: number | null; forOne: number | null }>(
    `select sum(generic_plans)::integer as "forAll", sum(custom_plans)::integer as "forOne"
     from pg_prepared_statements where statement = $1`,
    [statement],
  );
  return rows[0] ?? { forAll: null, forOne: null };
}

/** What a connection of its own keeps, where this caller is the first to need it. */
async function planKeptAfter(first: Caller): Promise<string> {
  const connection = new pg.Pool({ connectionString: hub.database.readerUrl, max: 1, pipeline: true });
  await readAs(first, [], connection);
  const { rows } = await connection.query<{ name: string }>(
    "select name from pg_prepared_statements where statement = $1",
    [byKeys],
  );
  await connection.query("set plan_cache_mode = force_generic_plan");
  const explained = await connection.query(`explain (format json) execute ${rows[0]?.name ?? ""}('{}')`);
  await connection.end();
  return JSON.stringify(explained.rows);
}

describe("callers in turn on one connection", () => {
  it("each reads the same ten thousand times, and nothing of the other's", async () => {
    const [own, others] = [await readAs(provider), await readAs(region)];
    expect(own).toContain("ZZN01");
    expect(own).not.toContain("Y56");
    expect(others).toContain("Y56");
    expect(others).not.toContain("ZZN01");

    let crossed = 0;
    for (let turn = 0; turn < 5_000; turn += 1) {
      // Both wait for the one connection at the same time.
      const [first, second] = await Promise.all([readAs(provider), readAs(region)]);
      if (first !== own || second !== others) crossed += 1;
    }
    expect(crossed).toBe(0);
  }, 180_000);

  it("each reads their own by keys of everybody's, though one plan serves them all", async () => {
    const answers = await Promise.all([provider, region].map((caller) => readAs(caller)));
    const keys = answers.flatMap((answer) => (JSON.parse(answer) as { id: string }[]).map(({ id }) => id));
    for (let turn = 0; turn < 200; turn += 1) {
      const inTurn = await Promise.all([provider, region, analyst].map((caller) => readAs(caller, keys)));
      expect(inTurn).toEqual([...answers, "[]"]);
    }
    expect(await usesOf(byKeys)).toEqual({ forAll: 600 - 3, forOne: 0 });
  });

  it("a kept plan is the same, whoever comes first", async () => {
    const administrator = new pg.Pool({ connectionString: hub.database.adminUrl, max: 1 });
    await administrator.query("analyze concerns.concern_access");
    await administrator.end();
    const plans = await Promise.all([analyst, provider, region].map((first) => planKeptAfter(first)));
    expect(new Set(plans).size).toBe(1);
  });

  it("a list is planned for each, whether it is chosen by a value or by none", async () => {
    const transaction = openCallerTransaction(pool, provider, today);
    const chosen = "select id from concerns.visible_concern where region = $1 order by id";
    const all = "select id from concerns.visible_concern order by id";
    for (let turn = 0; turn < 10; turn += 1)
      await Promise.all([transaction.read(chosen, ["Y60"]), transaction.read(all)]);
    await transaction.end();
    expect(await usesOf(chosen)).toEqual({ forAll: 0, forOne: 10 - 3 });
    expect(await usesOf(all)).toEqual({ forAll: null, forOne: null });
  });

  it("a reading in part keeps to its statements, however many others there are between them", async () => {
    const own = await readAs(region);
    const transaction = openCallerTransaction(pool, region, today);
    const part = { readable: new Set(["OPERATIONAL:headline"] as const), through: ["REGIONAL"] as const };
    const inPart = transaction.under(settingsInPart(region, today, part));
    const turns = Array.from({ length: 200 }, (_, turn) => (turn % 2 === 0 ? transaction : inPart));
    const read = await Promise.all(turns.map(async (reading) => JSON.stringify(await reading.read(everything))));
    await transaction.end();
    const narrowed = read.filter((_, turn) => turn % 2 === 1);
    expect(new Set(read.filter((_, turn) => turn % 2 === 0))).toEqual(new Set([own]));
    expect(new Set(narrowed).size).toBe(1);
    const concerns = JSON.parse(narrowed[0] ?? "") as Record<string, unknown>[];
    expect(concerns.length).toBe((JSON.parse(own) as unknown[]).length);
    for (const { provider, title, narrative } of concerns)
      expect([provider, title, narrative]).toEqual([expect.any(String), null, null]);
  });

  it("one whose transaction failed leaves nothing to the next", async () => {
    const others = await readAs(region);
    for (let turn = 0; turn < 100; turn += 1) {
      const transaction = openCallerTransaction(pool, provider, today);
      await transaction.read(everything);
      await expect(transaction.read("select 1 / 0")).rejects.toThrow();
      await transaction.end();
      expect(await readAs(region)).toBe(others);
      expect(await readAs(analyst)).toBe("[]");
    }
  });

  it("one that is ended while it waits for a connection, and once more, reads nothing and gives it back", async () => {
    const others = await readAs(region);
    const held = await pool.connect();
    const transaction = openCallerTransaction(pool, provider, today);
    const reading = transaction.read(everything).catch((error: unknown) => error);
    const ends = Promise.all([transaction.end(), transaction.end()]);
    held.release();
    expect(await reading).toMatchObject({ code: "UNAVAILABLE" });
    await ends;
    expect(await readAs(region)).toBe(others);
  });

  it("one that is abandoned answers nothing of what it was asked, and gives the connection back", async () => {
    const others = await readAs(region);
    const transaction = openCallerTransaction(pool, provider, today);
    let answered = 0;
    const asked = (reading: Promise<unknown>): void => {
      const note = (): void => void (answered += 1);
      reading.then(note, note);
    };
    await transaction.read(everything);
    asked(transaction.read(everything));
    asked(transaction.read("select 1 / 0"));
    await transaction.abandon();
    asked(transaction.read(everything));
    asked(transaction.asOf(today).read(everything));
    for (let turn = 0; turn < 20; turn += 1) expect(await readAs(region)).toBe(others);
    expect(answered).toBe(0);
  });

  it("nobody's caller is left on a connection that was given back", async () => {
    await readAs(provider);
    const { rows } = await pool.query<{ organisation: string | null; seen: string }>(
      `select nullif(current_setting('hub.organisation', true), '') as organisation,
              (select count(*) from concerns.visible_concern) as seen`,
    );
    expect(rows).toEqual([{ organisation: null, seen: "0" }]);
  });

  it("a caller cannot be changed within a transaction that writes nothing", async () => {
    const transaction = openCallerTransaction(pool, provider, today);
    await expect(transaction.read("update concerns.visible_concern set title = ''")).rejects.toThrow();
    await transaction.end();
  });
});
