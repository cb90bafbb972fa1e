/**
 * The same requests to the hub's own gateway and to Hive Gateway, over the same subgraphs and the same database: the
 * same bytes, whoever asks. Who may read what is decided below any router.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { isExampleFor, parseExampleQuery } from "../../dashboard/example-query.js";
import { personas } from "../../demonstration/personas.js";
import { openAuditEntries, type AuditEntries } from "../audit/audit-entries.js";
import type { WorldConcern } from "../support/access-world.js";
import { openAccessWorld } from "../support/access-world-hub.js";
import { assessed, reported } from "../support/casework.js";
import { neverIssued } from "../support/mutation-inputs.js";
import * as people from "../support/people.js";
import type { Answer, TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";
import { everyFieldOf } from "../support/ways-of-reaching.js";
import { openHiveGateway, type HiveGateway } from "./hive-gateway.js";

const examples = readdirSync(path.join("docs", "queries"))
  .map((file) => parseExampleQuery(file, readFileSync(path.join("docs", "queries", file), "utf8")))
  .filter(({ query }) => !/^mutation/m.test(query));

/** Everything at once of every concern there is costs more than one request may. */
const limits = { LIMIT_COST: "1000000", LIMIT_TOKENS: "10000" };

let hub: TestHub;
let hive: HiveGateway;
/** The hub as one reaches it through Hive Gateway. */
let throughHive: TestHub;
let audit: AuditEntries;
let world: readonly WorldConcern[];
beforeAll(async () => {
  ({ hub, world } = await openAccessWorld({ environment: limits }));
  hive = await openHiveGateway(hub, limits);
  throughHive = { ...hub, url: hive.url, as: hive.as };
  audit = await openAuditEntries(throughHive);
}, 300_000);
afterAll(async () => {
  await audit.close();
  await hive.close();
  await hub.close();
});

/** Asks both, and gives the answer that they both gave. */
async function sameFromBoth(person: Person, query: string, variables?: Record<string, unknown>): Promise<Answer> {
  const [own, other] = await Promise.all(
    [hub, hive].map((router) => router.as(person).for(query, variables)) as [Promise<Answer>, Promise<Answer>],
  );
  expect({ query, variables, status: other.status, text: other.text }).toEqual({
    query,
    variables,
    status: own.status,
    text: own.text,
  });
  return own;
}

const everything = everyFieldOf("Concern");
const page = `concerns(first: 12) { totalCount nodes { ${everything} } pageInfo { hasNextPage endCursor } }`;
/** Asks every example, whomever it is for. */
const outsider = people.aLeadOfAnotherProvider.name;

describe.each(personas)("$name", (persona) => {
  it("reads the same in the examples", async () => {
    const asked = examples.filter((example) => persona.name === outsider || isExampleFor(example, persona.name));
    for (const { query } of asked) await sameFromBoth(persona, query);
  });

  it("reads the same of concerns by their ids, those that are hidden and one that never was included", async () => {
    const ids = [neverIssued, ...world.map(({ id }) => id)];
    for (const few of [ids.slice(0, 8), ids.slice(8)]) {
      const concerns = few.map((id, index) => `c${index}: concern(id: "${id}") { id title narrative summary }`);
      await sameFromBoth(persona, `{ ${concerns.join(" ")} }`);
    }
  });

  it.each([
    ["by its id", (id: string) => `{ concern(id: "${id}") { ${everything} } }`],
    ["in a list", () => `{ ${page} }`],
    ["under an organisation", () => `{ organisation(code: "ZZN01") { name ${page} } }`],
    ["under a standard", () => `{ standard(id: "EQF-2021:3.5") { title ${page} } }`],
  ])("reads the same of every field of a concern %s", async (_title, query) => {
    await sameFromBoth(persona, query(world[0]?.id ?? ""));
  });
});

describe("at the same moment", () => {
  const query = "query Together { concerns(first: 12) { totalCount nodes { id title narrative internalNotes } } }";

  it("people who ask the same are each given their own", async () => {
    const together = await Promise.all(personas.map((persona) => hive.as(persona).for(query)));
    for (const [index, persona] of personas.entries())
      expect([persona.name, together[index]?.text]).toEqual([persona.name, (await hub.as(persona).for(query)).text]);
  });

  it("a person who asks the same twice has two entries in the audit, whatever id the requests have", async () => {
    const asking = hive.as(people.aRegionalLead).with({ "x-request-id": "at-the-same-moment" });
    await Promise.all([asking.for(query), asking.for(query)]);
    const entries = await audit.of("at-the-same-moment");
    expect(entries.map(({ outcome }) => outcome)).toEqual(["DISCLOSED", "DISCLOSED"]);
  });
});

describe("a change", () => {
  it("goes the same way from report to assessment, and is read the same afterwards", async () => {
    const parties = { reporter: people.aProviderLead, lead: people.aRegionalLead, category: "ISF2" };
    const id = await assessed(throughHive, parties);
    const query = "query($id: ID!) { concern(id: $id) { id status version category summary narrative } }";
    for (const person of [people.aProviderLead, people.aRegionalLead, people.theGmc, people.aLeadOfAnotherProvider])
      await sameFromBoth(person, query, { id });
    expect((await hive.as(people.aRegionalLead).for(query, { id })).data).toMatchObject({
      concern: { category: "ISF2" },
    });
  });

  it("is made once, whichever way it is sent again", async () => {
    const query = readFileSync(path.join("docs", "queries", "report-a-concern.graphql"), "utf8");
    const first = await hive.as(people.aProviderLead).for(query);
    expect(first.text).toContain('"userErrors":[]');
    expect((await hub.as(people.aProviderLead).for(query)).text).toBe(first.text);
  });

  it("is refused in the same words, of a hidden concern as of one that never was", async () => {
    const hidden = await reported(throughHive, people.aUniversityLead);
    const query = `mutation($input: AcceptConcernInput!) {
      acceptConcern(input: $input) { concern { id } userErrors { code field message } } }`;
    const [first, second] = [
      await sameFromBoth(people.aLeadOfAnotherProvider, query, { input: { id: hidden, summary: "Mine." } }),
      await sameFromBoth(people.aLeadOfAnotherProvider, query, { input: { id: neverIssued, summary: "Mine." } }),
    ];
    expect(first.text).toBe(second.text);
    expect(first.text).toContain('"code":"NOT_FOUND"');
  });
});

describe("the audit", () => {
  it("has of a question what it has where the hub's own gateway asks", async () => {
    const query = "query Audited { concerns(first: 2) { nodes { reference narrative } } }";
    const facts = (id: string): Promise<{ rows: unknown[] }> =>
      audit.administrator.query(
        "select subgraph, outcome, subject, role, purpose, operation_name, document_hash, variables_hash, policy_version from audit.entry where request_id = $1",
        [id],
      );
    await hub.as(people.aRegionalLead).with({ "x-request-id": "audited-by-the-hub" }).for(query, {});
    await hive.as(people.aRegionalLead).with({ "x-request-id": "audited-by-hive" }).for(query, {});
    expect((await facts("audited-by-hive")).rows).toEqual((await facts("audited-by-the-hub")).rows);
  });

  it("believes no client about what it asked", async () => {
    const spoofed = {
      "x-request-id": "spoofed-by-a-client",
      "x-operation-name": "Another",
      "x-document-hash": "0".repeat(64),
    };
    await hive.as(people.aRegionalLead).with(spoofed).for("query Mine { concerns(first: 1) { nodes { title } } }");
    expect(await audit.of("spoofed-by-a-client")).toMatchObject([{ operation_name: "Mine" }]);
  });
});

describe("is refused as by the hub's own gateway:", () => {
  const body = JSON.stringify({ query: "{ concerns { totalCount } viewer { role } }" });

  it.each([
    ["nobody", () => Promise.resolve(undefined)],
    ["somebody without a token", () => Promise.resolve("Bearer")],
    ["a token that somebody edited", async () => `${await tokenWith({})}A`],
    ["a role that is not held", () => tokenWith({ role: "GUARDIAN" })],
    ["an organisation that is not there", () => tokenWith({ org: "ZZNONE" })],
  ])("%s", async (_title, shown) => {
    const authorization = await shown();
    const headers = { "content-type": "application/json", ...(authorization !== undefined && { authorization }) };
    const answers = [hub.url, hive.url].map(async (url) => {
      const response = await fetch(`${url}/graphql`, { method: "POST", headers, body });
      return [response.status, await response.text()];
    });
    const [own, other] = await Promise.all(answers);
    expect(other).toEqual(own);
    expect(other?.[0]).toBe(401);
  });

  it.each([
    ["a field that is not there", "{ concerns { nodes { nothing } } }"],
    ["a document that is none", "{ concerns { nodes { id } }"],
    [
      "too deep a question",
      `{ concerns ${"{ nodes { provider { concerns ".repeat(4)} { totalCount } ${"} } }".repeat(4)} }`,
    ],
    [
      "too many names",
      `{ concerns { nodes { ${Array.from({ length: 21 }, (_, index) => `a${index}: id`).join(" ")} } } }`,
    ],
    ["too large a page", "{ concerns(first: 101) { nodes { id } } }"],
    ["a fragment of a name that is reserved", "{ ...__a } fragment __a on Query { concerns { totalCount } }"],
  ])("%s", async (_title, query) => {
    expect((await sameFromBoth(people.aRegionalLead, query)).data).toBeUndefined();
  });

  it("a question about the schema, by whoever asks", async () => {
    const { data, errors } = await hive.as(people.anOperator).for("{ __schema { types { name } } }");
    expect([data, errors.map(({ extensions }) => extensions.code)]).toEqual([undefined, ["FORBIDDEN"]]);
  });

  it.each([
    ["a batch", { method: "POST", body: `[${body},${body}]` }, 400],
    ["a body that is too long", { method: "POST", body: JSON.stringify({ query: " ".repeat(200_000) }) }, 413],
    ["another method", { method: "PUT", body }, 405],
  ])("%s", async (_title, request, status) => {
    const headers = { "content-type": "application/json", authorization: await tokenWith({}) };
    const response = await fetch(`${hive.url}/graphql`, { ...request, headers });
    expect(response.status).toBe(status);
    expect(await response.text()).not.toContain('"data"');
  });
});

describe("a subgraph that is away", () => {
  it("leaves the data of the others, and one error that says no more than that", async () => {
    await hive.stopSubgraph("standards");
    const { data, errors, text } = await hive
      .as(people.aRegionalLead)
      .for('{ concerns(first: 1) { nodes { id } } standard(id: "EQF-2021:3.5") { title } }');
    expect(data).toMatchObject({ concerns: { nodes: [{ id: expect.any(String) }] }, standard: null });
    expect(errors).toEqual([expect.objectContaining({ extensions: { code: "UNAVAILABLE" } })]);
    expect(text).not.toMatch(/127\.0\.0\.1|ECONN|fetch/);
  });
});

async function tokenWith(claims: Readonly<Record<string, string>>): Promise<string> {
  return `Bearer ${await hub.issuer.tokenFor(people.aRegionalLead, claims)}`;
}
