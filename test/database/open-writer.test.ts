import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { openWriter } from "../../database/open-writer.js";
import { readSettings } from "../../settings/settings.js";
import { createEmptyDatabase } from "../support/database.js";

let database: Awaited<ReturnType<typeof createEmptyDatabase>>;

beforeAll(async () => {
  database = await createEmptyDatabase();
});
afterAll(async () => {
  await database.drop();
});

function settings() {
  const read = readSettings({ DATABASE_URL: database.url, HUB_DEMO: "1" }, () => ({
    ROUTER_CREDENTIAL: "r".repeat(32),
    IDENTITY_KEYS: `k:${Buffer.alloc(32).toString("base64")}`,
    AUDIT_KEYS: `k:${Buffer.alloc(32).toString("base64")}`,
  }));
  if ("findings" in read) throw new Error(read.findings.join("\n"));
  return read.settings;
}

it("a command finds the database up to date, writes as the writer and has all the time it needs", async () => {
  const writer = await openWriter(settings());
  const { rows } = await writer.client.query(
    "select current_user as who, current_setting('statement_timeout') as longest, (select count(*)::int from concerns.concern) as concerns",
  );
  expect(rows).toEqual([{ who: "hub_writer", longest: "0", concerns: 0 }]);
  await writer.close();
  await expect(writer.client.query("select 1")).rejects.toThrow();
});

it("a command cannot read the audit", async () => {
  const writer = await openWriter(settings(), { subgraph: "organisations" });
  await expect(writer.client.query("select * from audit.entry")).rejects.toMatchObject({ code: "42501" });
  await writer.close();
});
