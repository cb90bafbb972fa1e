/**
 * A fault leads whoever runs the hub to its cause, by the reference that the client got; and the log, at its most
 * talkative, holds no token and nothing of what was written or of who spoke up.
 */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { createLogger } from "../../../gateway/logger.js";
import { aReport, report } from "../../support/a-report.js";
import { assessed, reported } from "../../support/casework.js";
import * as people from "../../support/people.js";
import { openTestHub, type TestHub } from "../../support/test-hub.js";

const lines: string[] = [];
const logger = createLogger("trace", { write: (line) => void lines.push(line) });
const told = { narrative: "Nobody came although Zebedee rang for an hour.", title: "A planted title" };
const reporter = { identityMode: "CONFIDENTIAL", name: "Canary Zebedee", contact: "canary@zebedee.example" };

let hub: TestHub;
let admin: pg.Client;
beforeAll(async () => {
  hub = await openTestHub({ logger });
  admin = new pg.Client({ connectionString: hub.database.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await hub.close();
});

/** The hub while a rule of the table is broken by every new row. */
async function withRule<Result>(table: string, work: () => Promise<Result>): Promise<Result> {
  await admin.query(`alter table ${table} add constraint planted_rule check (false) not valid`);
  try {
    return await work();
  } finally {
    await admin.query(`alter table ${table} drop constraint planted_rule`);
  }
}

function linesAbout(requestId: string): string {
  return lines.filter((line) => line.includes(`"requestId":"${requestId}"`)).join("\n");
}

describe("the reference of a fault leads to its cause:", () => {
  it.each([
    ["a concern cannot be stored", "concerns.concern", "INTERNAL"],
    ["an identity cannot be sealed away", "concerns.reporter_identity", "INTERNAL"],
    ["the audit cannot be written", "audit.entry", "UNAVAILABLE"],
  ])("%s", async (title, table, code) => {
    const requestId = `reported-${title.replaceAll(" ", "-")}`;
    const answer = await withRule(table, () =>
      hub
        .as(people.aUniversityLead)
        .with({ "x-request-id": requestId })
        .for(report, { input: aReport({ ...told, reporter }) }),
    );
    expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual([code]);
    expect(linesAbout(requestId)).toContain("planted_rule");
  });

  it("what was read cannot be recorded, and is not told", async () => {
    await reported(hub, people.aUniversityLead, { ...told, reporter });
    const answer = await withRule("audit.entry", () =>
      hub
        .as(people.aUniversityLead)
        .with({ "x-request-id": "read-without-an-audit" })
        .for("{ concerns { nodes { id narrative } } }"),
    );
    expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(["UNAVAILABLE"]);
    expect(answer.text).not.toContain("Zebedee");
    expect(linesAbout("read-without-an-audit")).toContain("planted_rule");
  });

  it("what is stored does not fit the schema, which is not the fault of the request", async () => {
    const id = await assessed(hub, { reporter: people.aUniversityLead, lead: people.aRegionalLead, category: "ISF1" });
    await admin.query(
      `update concerns.concern set risk = jsonb_set(risk, '{inherent,score}', '2147483648') where id = $1`,
      [id],
    );
    const answer = await hub
      .as(people.aProviderLead)
      .with({ "x-request-id": "a-score-out-of-range" })
      .for("query($id: ID!) { concern(id: $id) { id risk { inherent { score } } } }", { id });
    expect(answer.errors.map(({ extensions }) => extensions)).toEqual([
      { code: "INTERNAL", reference: "a-score-out-of-range" },
    ]);
    expect(answer.data).toEqual({ concern: { id, risk: null } });
    expect(linesAbout("a-score-out-of-range")).toContain("Int cannot represent");
  });
});

it("an argument that turns out to be null is the fault of the request", async () => {
  const answer = await hub
    .as(people.aProviderLead)
    .for(`query($id: ID = "x") { concern(id: $id) { id } }`, { id: null });
  expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
});

it("holds no token, no text of a record and nothing of who spoke up", () => {
  const log = lines.join("\n");
  expect(lines.length).toBeGreaterThan(10);
  expect(log).not.toMatch(/zebedee|canary|planted title|rang for an hour|eyJ[\w-]{10}/i);
});
