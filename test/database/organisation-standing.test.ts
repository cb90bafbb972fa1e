import { afterAll, beforeAll, beforeEach, expect, it } from "@jest/globals";
import pg from "pg";
import { createOrganisationDirectory } from "../../database/organisation-standing.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { loadDirectory } from "../support/directory.js";

let database: TestDatabase;
let reader: pg.Pool;
let looks: number;

beforeAll(async () => {
  database = await createTestDatabase();
  await loadDirectory(database.writerUrl);
  reader = new pg.Pool({ connectionString: database.readerUrl, connectionTimeoutMillis: 1_000 });
  reader.on("acquire", () => (looks += 1));
});
beforeEach(() => {
  looks = 0;
});
afterAll(async () => {
  await reader.end();
  await database.drop();
});

it("callers of one organisation who come at once share one look into the directory", async () => {
  const standingOf = createOrganisationDirectory(reader);
  const answers = await Promise.all(Array.from({ length: 50 }, () => standingOf("ZZN01")));
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"kind":"TRUST","open":true}']));
  expect(looks).toBe(1);
  await standingOf("ZZN01");
  expect(looks).toBe(1);
});

it("organisations are looked up each for itself, by their exact code", async () => {
  const standingOf = createOrganisationDirectory(reader);
  const kinds = await Promise.all(["ZZN01", "GMC", "zzn01"].map(async (code) => (await standingOf(code))?.kind));
  expect(kinds).toEqual(["TRUST", "REGULATOR", undefined]);
  expect(looks).toBe(3);
});

it("one that is not found is looked for again", async () => {
  const standingOf = createOrganisationDirectory(reader);
  await standingOf("NOBODY");
  await standingOf("NOBODY");
  expect(looks).toBe(2);
});

it("a look that fails fails all who share it, and nobody after them", async () => {
  const closed = new pg.Pool({
    connectionString: "postgresql://nobody@127.0.0.1:1/none",
    connectionTimeoutMillis: 500,
  });
  const standingOf = createOrganisationDirectory(closed);
  const failures = await Promise.allSettled([standingOf("ZZN01"), standingOf("ZZN01")]);
  expect(failures.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  await expect(standingOf("ZZN01")).rejects.toMatchObject({ code: "UNAVAILABLE" });
  await closed.end();
});
