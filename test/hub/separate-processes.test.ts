/** The same questions to the hub in one process and to its parts as separate ones: the same data, the same redactions. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { parseExampleQuery } from "../../dashboard/example-query.js";
import { assessed, reported } from "../support/casework.js";
import * as people from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import { openSeparateProcesses, type SeparateProcesses } from "./separate-processes.js";

const examples = readdirSync(path.join("docs", "queries"))
  .map((file) => parseExampleQuery(file, readFileSync(path.join("docs", "queries", file), "utf8")))
  .filter(({ query }) => !/^mutation/m.test(query));

/** One of each kind: provider, another provider, region, regulator, board, analyst. */
const asking = ["northmoor-lead", "eastvale-lead", "midlands-lead", "gmc", "icb", "analyst"];

let hub: TestHub;
let separate: SeparateProcesses;
let hidden: string;

beforeAll(async () => {
  hub = await openTestHub();
  separate = await openSeparateProcesses(hub);
  await assessed(hub, { reporter: people.aProviderLead, lead: people.aRegionalLead, category: "ISF2" });
  hidden = await reported(hub, people.aUniversityLead);
});
afterAll(async () => {
  await separate.close();
  await hub.close();
});

describe("the hub as separate processes", () => {
  for (const { name, query } of examples) {
    it(`answers the example ${name} as the hub in one process does, whoever asks`, async () => {
      for (const personName of asking) {
        const person = people.persona(personName);
        const together = await hub.as(person).for(query);
        expect([personName, await separate.ask(person, query)]).toEqual([personName, together.text]);
      }
    });
  }

  it("hides a concern that is not yet the provider's, in the same bytes as one that never was", async () => {
    const query = "query Read($id: ID!) { concern(id: $id) { id status narrative provider { name } } }";
    const neverWas = "11111111-2222-4333-8444-555555555555";
    const absent = await separate.ask(people.aProviderLead, query, { id: neverWas });
    expect(await separate.ask(people.aProviderLead, query, { id: hidden })).toBe(absent);
    expect((await hub.as(people.aProviderLead).for(query, { id: hidden })).text).toBe(absent);
  });

  it("names what it withholds across two subgraphs", async () => {
    const query = '{ organisation(code: "ZZN01") { name concerns(first: 5) { nodes { status internalNotes } } } }';
    const { data, extensions } = JSON.parse(await separate.ask(people.aProviderLead, query)) as {
      data: unknown;
      extensions: { redactions: unknown };
    };
    const together = await hub.as(people.aProviderLead).for(query);
    expect({ data, redactions: extensions.redactions }).toEqual({
      data: together.data,
      redactions: together.redactions,
    });
    expect(together.redactions).not.toEqual([]);
  });

  it("lets a concern be reported through the gateway once, however often it is sent", async () => {
    const query = readFileSync(path.join("docs", "queries", "report-a-concern.graphql"), "utf8");
    const first = await separate.ask(people.aProviderLead, query);
    expect(first).toContain('"userErrors":[]');
    expect((await hub.as(people.aProviderLead).for(query)).text).toBe(first);
  });

  it("records each disclosure in the audit as the hub in one process does", async () => {
    const query = "query Audited { concerns(first: 1) { nodes { reference narrative } } }";
    await hub.as(people.aRegionalLead).for(query, {});
    await separate.ask(people.aRegionalLead, query);
    const entries = await lastEntries(2);
    expect(entries[0]).toEqual(entries[1]);
    expect(entries[0]).toMatchObject({ subgraph: "concerns", outcome: "DISCLOSED", operation_name: "Audited" });
  });
});

async function lastEntries(count: number): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: hub.database.adminUrl });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(
    `select subgraph, outcome, subject, organisation, role, purpose, operation_name, encode(document_hash, 'hex') as document,
            encode(variables_hash, 'hex') as variables, policy_version, records
       from audit.entry order by id desc limit $1`,
    [count],
  );
  await client.end();
  return rows;
}
