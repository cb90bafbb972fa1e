/** Entries that are written together, by the role that may add them. */
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import pg from "pg";
import type { AuditEntry } from "../../audit/audit-entry.js";
import { createAuditSink, type AuditSink } from "../../audit/audit-sink.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";

let database: TestDatabase;
let pool: pg.Pool;
let sink: AuditSink;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.auditWriterUrl });
  sink = createAuditSink(pool);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

function entryOf(requestId: string, subject = "ada"): AuditEntry {
  const purpose = "EDUCATION_QUALITY";
  return {
    caller: { issuer: "https://issuer.example", subject, organisation: "ZZN01", role: "QUALITY_LEAD", purpose },
    requestId,
    subgraph: "concerns",
    operationName: null,
    documentHash: null,
    variablesHash: null,
    outcome: "DISCLOSED",
    because: null,
    records: [],
  };
}

async function written(): Promise<string[]> {
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  const { rows } = await admin.query<{ id: string }>("select request_id as id from audit.entry order by id");
  await admin.end();
  return rows.map(({ id }) => id);
}

it("one that PostgreSQL does not take fails alone, and those that came with it are durable", async () => {
  const asked = ["first", "second", "third", "fourth"].map((id) =>
    // No text of PostgreSQL holds the character of number 0.
    sink.record(id === "third" ? entryOf(id, "a\u0000b") : entryOf(id)),
  );
  const settled = await Promise.allSettled(asked);
  expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
  await expect(asked[2]).rejects.toMatchObject({ code: "UNAVAILABLE" });
  expect((await written()).sort()).toEqual(["first", "fourth", "second"]);
});

it("where the database is away all of them fail, each in the same words", async () => {
  const gone = new pg.Pool({ connectionString: "postgresql://hub@127.0.0.1:1/hub" });
  const settled = await Promise.allSettled([1, 2, 3].map((id) => createAuditSink(gone).record(entryOf(String(id)))));
  expect(settled.map((each) => each.status === "rejected" && String(each.reason))).toEqual(
    Array(3).fill("Part of the hub is unavailable. Try again shortly."),
  );
  await gone.end();
});
