import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { refreshAccessAt } from "../../hub/access-upkeep.js";
import { homeOf, homesOf, prepareDatabases } from "../../hub/prepare-databases.js";
import { readSettings } from "../../settings/settings.js";
import type { Settings } from "../../settings/structured-settings.js";
import { eventually } from "../support/eventually.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";

let folder: string;
let settings: Settings;
let one: TestDatabase;
let own: TestDatabase;
let others: TestDatabase;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "hub-settings-"));
  const read = readSettings({ HUB_DATA_DIR: folder });
  if ("findings" in read) throw new Error(read.findings.join("\n"));
  settings = read.settings;
  [one, own, others] = await Promise.all([createTestDatabase(), createTestDatabase(), createTestDatabase()]);
});
afterAll(async () => {
  await Promise.all([one.drop(), own.drop(), others.drop()]);
  rmSync(folder, { recursive: true, force: true });
});

async function count(database: TestDatabase, table: string): Promise<number> {
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from ${table}`);
  await client.end();
  return rows[0]?.count ?? 0;
}

describe("where each subgraph is at home", () => {
  it("is one database for all unless the settings say otherwise", () => {
    expect(homesOf({ concerns: "a", organisations: "a", standards: "a" })).toEqual([
      { url: "a", subgraphs: ["concerns", "organisations", "standards"] },
    ]);
    expect(homesOf({ concerns: "b", organisations: "a", standards: "a" })).toEqual([
      { url: "b", subgraphs: ["concerns"] },
      { url: "a", subgraphs: ["organisations", "standards"] },
    ]);
  });

  it("is nowhere for a subgraph whose database this process was not told", () => {
    expect(homeOf({ concerns: "b", organisations: null, standards: null }, "b").subgraphs).toEqual(["concerns"]);
  });
});

describe("one database for all", () => {
  it("goes through no concern again after its first start, and says nothing of changes", async () => {
    const said: string[] = [];
    await prepareDatabases(
      settings,
      homesOf({ concerns: one.url, organisations: one.url, standards: one.url }),
      (line) => said.push(line),
    );
    expect(said).toEqual(["Demonstration data is in place."]);
    expect(await count(one, "concerns.concern")).toBe(2_000);
    expect(await refreshAccessAt(settings, one.url)).toBe(0);
  }, 180_000);
});

it("a session that is lost while a start waits for its turn fails the start, and ends no process", async () => {
  const admin = new pg.Client({ connectionString: others.adminUrl });
  await admin.connect();
  await admin.query("select pg_advisory_lock(4201104)");
  const homes = homesOf({ concerns: others.url, organisations: others.url, standards: others.url });
  const prepared = prepareDatabases(settings, homes, () => undefined);
  prepared.catch(() => undefined);
  const waiting = "pg_stat_activity where application_name = 'hub-prepare' and datname = current_database()";
  await eventually(
    async () => (await admin.query(`select from ${waiting} and wait_event = 'advisory'`)).rowCount === 1,
  );
  await admin.query(`select pg_terminate_backend(pid) from ${waiting}`);
  await expect(prepared).rejects.toThrow(/terminat/i);
  await admin.end();
});

describe("databases that differ", () => {
  it("hold the directory and the library at home only, and concerns are refused until both have arrived", async () => {
    const homes = homesOf({ concerns: own.url, organisations: others.url, standards: others.url });
    const said: string[] = [];
    const prepared = prepareDatabases(settings, homes, (line) => said.push(line));
    await expect(prepared).rejects.toMatchObject({
      name: "StartRefusal",
      message: expect.stringMatching(/^The database of concerns has nothing in organisations\.published_organisation/),
    });
    for (const table of ["organisations.organisation", "organisations.profession", "standards.standard"]) {
      expect([table, await count(own, table)]).toEqual([table, 0]);
      expect(await count(others, table)).toBeGreaterThan(0);
    }
    expect(said).toContain("No demonstration data is loaded: it needs one database for all subgraphs.");
  });

  it("serve nothing of standards either to callers whom no directory knows", async () => {
    const homes = [homeOf({ concerns: null, organisations: null, standards: own.url }, own.url)];
    await expect(prepareDatabases(settings, homes, () => undefined)).rejects.toMatchObject({ name: "StartRefusal" });
  });
});
