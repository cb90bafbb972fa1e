import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { acquire, createPools } from "../../database/pools.js";
import type { Pools } from "../../database/pools.js";
import { asHubError } from "../../database/database-error.js";
import { createTestDatabase } from "../support/database.js";
import type { TestDatabase } from "../support/database.js";

let database: TestDatabase;
let pools: Pools;
let administrator: pg.Client;
const lost: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase({
    generatedViews: [
      "create view concerns.visible_probe as select current_setting('hub.organisation', true) as organisation",
    ],
  });
  const settings = {
    routerCredential: "",
    database: { rolePrefix: "hub", poolSize: 2, poolWaitMs: 1_000, statementTimeoutMs: 1_000 },
  };
  pools = createPools(settings, database.url, (line) => lost.push(line));
  administrator = new pg.Client({ connectionString: database.adminUrl });
  await administrator.connect();
});

afterAll(async () => {
  await pools.end();
  await administrator.end();
  await database.drop();
});

it("each pool is signed in as its own role", async () => {
  const users = await Promise.all(
    [pools.reader, pools.auditWriter].map(
      async (pool) => (await pool.query<{ u: string }>("select current_user as u")).rows,
    ),
  );
  expect(users).toEqual([[{ u: "hub_reader" }], [{ u: "hub_audit_writer" }]]);
});

it("callers set in transactions sent in one go never meet, on fewer connections than callers", async () => {
  const seen = async (organisation: string) => {
    const client = await acquire(pools.reader);
    try {
      const [, , read] = await Promise.all([
        client.query("begin read only"),
        client.query("select set_config('hub.organisation', $1, true)", [organisation]),
        client.query<{ organisation: string }>("select organisation from concerns.visible_probe"),
        client.query("commit"),
      ]);
      return read.rows[0]?.organisation;
    } finally {
      client.release();
    }
  };
  const names = Array.from({ length: 200 }, (_, index) => `ZZ${index}`);
  expect(await Promise.all(names.map(seen))).toEqual(names);
  const { rows } = await pools.reader.query("select organisation from concerns.visible_probe");
  expect(rows).toEqual([{ organisation: "" }]);
});

it("a pool with nothing free answers OVERLOADED after its wait", async () => {
  const held = [await acquire(pools.reader), await acquire(pools.reader)];
  const asked = Date.now();
  await expect(acquire(pools.reader)).rejects.toMatchObject({ code: "OVERLOADED" });
  expect(Date.now() - asked).toBeGreaterThanOrEqual(950);
  expect(Date.now() - asked).toBeLessThan(2_000);
  for (const client of held) client.release();
});

it("a slow statement ends and is answered UNAVAILABLE", async () => {
  const slow = pools.reader.query("select pg_sleep(5)").catch((error: unknown) => asHubError(error).code);
  expect(await slow).toBe("UNAVAILABLE");
});

it("connections that die, idle or between two statements, fail what used them and nothing else", async () => {
  const idle = await acquire(pools.reader);
  const used = await acquire(pools.reader);
  await used.query("begin");
  idle.release();
  await administrator.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'hub_reader' and datname = current_database()",
  );
  await new Promise((resolve) => setTimeout(resolve, 200));
  const failed = await used.query("select 1").catch((error: unknown) => asHubError(error).code);
  expect(failed).toBe("UNAVAILABLE");
  used.release(true);
  expect((await pools.reader.query("select 1 as again")).rows).toEqual([{ again: 1 }]);
  expect(lost.join()).toContain("hub_reader was lost");
});

it("a database that is away is UNAVAILABLE, not a crash", async () => {
  const settings = {
    routerCredential: "",
    database: { rolePrefix: "hub", poolSize: 1, poolWaitMs: 500, statementTimeoutMs: 500 },
  };
  const away = createPools(settings, "postgresql://hub:x@127.0.0.1:1/hub");
  await expect(acquire(away.reader)).rejects.toMatchObject({ code: "UNAVAILABLE" });
  await away.end();
});

describe("what a database error means to a caller", () => {
  it.each([
    ["an administrator's shutdown", { code: "57P01" }, "UNAVAILABLE"],
    ["a server that is starting", { code: "57P03" }, "UNAVAILABLE"],
    ["a statement's time-out", { code: "57014" }, "UNAVAILABLE"],
    ["a lock's time-out", { code: "55P03" }, "UNAVAILABLE"],
    ["a deadlock", { code: "40P01" }, "UNAVAILABLE"],
    ["a full disk", { code: "53100" }, "UNAVAILABLE"],
    ["a refused connection", { code: "ECONNREFUSED" }, "UNAVAILABLE"],
    ["a connection that ended", { message: "Connection terminated unexpectedly" }, "UNAVAILABLE"],
    ["too many connections", { code: "53300" }, "OVERLOADED"],
    ["a pool that had none free", { message: "timeout exceeded when trying to connect" }, "OVERLOADED"],
    ["a missing right", { code: "42501" }, "INTERNAL"],
    ["a broken rule of a table", { code: "23505" }, "INTERNAL"],
    ["a fault of ours", { message: "x is not a function" }, "INTERNAL"],
  ])("%s", (_, properties, code) => {
    const cause = Object.assign(new Error("connection refused by secret-host"), properties);
    const error = asHubError(cause);
    expect(error.code).toBe(code);
    expect(error.cause).toBe(cause);
    expect(JSON.stringify(error)).not.toContain("secret-host");
  });
});
