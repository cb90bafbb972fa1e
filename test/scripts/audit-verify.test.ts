/** The commands that export the heads of the audit and verify it, on an audit that is whole and on one that was cut. */
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { readHeads } from "../../hub/heads-file.js";
import { all, auditKeys, sealedAudit } from "../audit/sealed-audit.js";
import type { TestDatabase } from "../support/database.js";
import { runScript, type Outcome } from "../support/run-script.js";

const folder = mkdtempSync(path.join(tmpdir(), "audit-verify-"));
const kept = path.join(folder, "heads.jsonl");
let database: TestDatabase;
beforeAll(async () => {
  database = await sealedAudit();
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

function run(name: string, ...parameters: readonly string[]): Promise<Outcome> {
  const [{ id, key }] = auditKeys;
  const AUDIT_KEYS = `${id}:${key.toString("base64")}`;
  return runScript(name, parameters, { DATABASE_URL: database.url, HUB_DATA_DIR: folder, HUB_DEMO: "1", AUDIT_KEYS });
}

it("an audit that is whole holds, with the heads that were exported", async () => {
  const exported = await run("audit-heads", "--after", "2");
  writeFileSync(kept, exported.stdout);
  expect((await all(readHeads(kept))).map(({ number }) => number)).toEqual([3, 4, 5, 6]);
  const { exitCode, stdout } = await run("audit-verify", "--heads", kept);
  expect(stdout).toBe(
    "The audit holds: 60 entries are sealed, 60 of them under a signed head; 0 are not sealed yet.\n",
  );
  expect(exitCode).toBe(0);
});

it("one whose end was cut off does not, and the command says from where on", async () => {
  const superuser = new pg.Client({ connectionString: database.adminUrl });
  await superuser.connect();
  for (const table of ["link", "head"])
    await superuser.query(
      `alter table audit.${table} disable trigger append_only; delete from audit.${table} where position > 40`,
    );
  await superuser.end();
  const { exitCode, stdout, stderr } = await run("audit-verify", "--heads", kept, "--json");
  expect(JSON.parse(stdout)).toEqual({
    holds: false,
    wrong: { fault: "CUT_OFF", position: 41, until: 50, entry: null },
    position: 40,
    signed: 40,
    waiting: null,
  });
  expect({ exitCode, stderr }).toEqual({ exitCode: 3, stderr: "" });
});

it("a file that is not there, holds something else or is out of order is no evidence", async () => {
  await expect(all(readHeads(path.join(folder, "nowhere")))).rejects.toThrow("ENOENT");
  await expect(all(readHeads("package.json"))).rejects.toThrow("line 1 of package.json is no head of an audit");
  const twice = path.join(folder, "twice.jsonl");
  writeFileSync(twice, readFileSync(kept, "utf8").repeat(2));
  await expect(all(readHeads(twice))).rejects.toThrow("is not in order");
});
