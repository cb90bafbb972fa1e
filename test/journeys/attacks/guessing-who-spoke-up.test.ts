/**
 * Whoever has the whole database, and so the whole report but for who spoke up in confidence, cannot find the name by
 * trying: nothing stored is a plain hash of something that holds it.
 */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import canonicalize from "canonicalize";
import { stripIgnoredCharacters } from "graphql";
import pg from "pg";
import { aReport, report } from "../../support/a-report.js";
import * as people from "../../support/people.js";
import { openTestHub, type TestHub } from "../../support/test-hub.js";

const reporter = { identityMode: "CONFIDENTIAL", name: "Ottoline Planted", contact: "ottoline@planted.example" };
const input = aReport({ idempotencyKey: "sent with variables", reporter });
const inline = `mutation Report { reportConcern(input: ${asLiteral(aReport({ reporter }))}) { concern { id } userErrors { code } } }`;

let hub: TestHub;
let stored: readonly string[];
beforeAll(async () => {
  hub = await openTestHub();
  await hub.as(people.aUniversityLead).for(report, { input });
  await hub.as(people.aUniversityLead).for(inline);
  stored = await everyHash(hub.database.adminUrl);
});
afterAll(() => hub.close());

function asLiteral(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(asLiteral).join(", ")}]`;
  if (typeof value === "object" && value !== null)
    return `{ ${Object.entries(value)
      .map(([name, inner]) => `${name}: ${asLiteral(inner)}`)
      .join(", ")} }`;
  return /^[A-Z_]+$/.test(String(value)) ? String(value) : JSON.stringify(value);
}

/** Every value of 32 bytes, in hexadecimal. */
async function everyHash(adminUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const { rows } = await client.query<{ hash: string }>(`
    select encode(unnest(array[document_hash, variables_hash]), 'hex') as hash from audit.entry where document_hash is not null
    union all select encode(unnest(array[caller, request]), 'hex') from concerns.idempotency`);
  await client.end();
  return rows.map(({ hash }) => hash);
}

const content = aReport({ reporter });

describe("nothing stored is the hash of", () => {
  it.each([
    ["the variables", JSON.stringify({ input })],
    ["the input", JSON.stringify(input)],
    ["the input in canonical form", canonicalize(content)],
    ["the command in canonical form", canonicalize(["report", content])],
    ["the reporter", JSON.stringify(reporter)],
    ["the name", reporter.name],
    ["the document with the report in it", inline],
    ["the same document without insignificant characters", stripIgnoredCharacters(inline)],
  ])("%s", (_title, guess) => {
    expect(stored.length).toBeGreaterThan(4);
    expect(stored).not.toContain(
      createHash("sha256")
        .update(guess ?? "")
        .digest("hex"),
    );
  });
});

it("operations that differ in what is written in them alone are one to the audit", async () => {
  for (const word of ["one", "another"])
    await hub.as(people.anIcb).for(`query Same { concerns(filter: { text: "${word}" }, first: 5) { totalCount } }`);
  const client = new pg.Client({ connectionString: hub.database.adminUrl });
  await client.connect();
  const { rows } = await client.query(
    `select count(*)::integer as operations, count(distinct document_hash)::integer as documents
       from audit.entry where operation_name = 'Same'`,
  );
  await client.end();
  expect(rows).toEqual([{ operations: 2, documents: 1 }]);
});
