import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { DataSource } from "typeorm";
import { openPatientWriterSource, openWriterSource } from "../../database/writer-source.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { settingsFor } from "../support/test-settings.js";

const settings = settingsFor({ STATEMENT_TIMEOUT_MS: "300" });
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.drop();
});

async function withSource(
  open: typeof openWriterSource,
  work: (source: DataSource) => Promise<unknown>,
): Promise<unknown> {
  const source = await open(settings, database.url, []);
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

const dawdle = (source: DataSource): Promise<unknown> => source.query("select pg_sleep(0.6)");
const limits = (source: DataSource): Promise<unknown> =>
  source.query("select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock");

describe("the writer of requests", () => {
  it("gives up a statement that takes longer than one may", async () => {
    await expect(withSource(openWriterSource, dawdle)).rejects.toMatchObject({ code: "57014" });
  });

  it("waits two seconds at most for what somebody has locked", async () => {
    expect(await withSource(openWriterSource, limits)).toEqual([{ statement: "300ms", lock: "2s" }]);
  });
});

describe("the writer beside requests", () => {
  it("takes the time that a statement takes", async () => {
    await expect(withSource(openPatientWriterSource, dawdle)).resolves.toHaveLength(1);
  });

  it("has no limit but for what somebody has locked, for which it waits a minute", async () => {
    expect(await withSource(openPatientWriterSource, limits)).toEqual([{ statement: "0", lock: "1min" }]);
  });

  it("holds few connections, however many requests may", async () => {
    await withSource(openPatientWriterSource, async (source) => {
      await Promise.all(Array.from({ length: 12 }, () => source.query("select pg_sleep(0.05)")));
      const held: object[] = await source.query(
        "select from pg_stat_activity where datname = current_database() and usename = 'hub_writer'",
      );
      expect(held).toHaveLength(4);
    });
  });
});
