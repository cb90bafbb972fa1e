/** A page costs a constant number of SQL statements: one for each kind of thing on it, however many there are. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { openAccessWorld } from "../support/access-world-hub.js";
import { proposed } from "../support/agreements.js";
import { cloneConcern } from "../support/cloned-concerns.js";
import { daysAgo } from "../support/passing-days.js";
import * as people from "../support/people.js";
import { countStatements } from "../support/statements.js";
import type { Answer, TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";

let hub: TestHub;
beforeAll(async () => {
  const { world, ...opened } = await openAccessWorld();
  hub = opened.hub;
  await cloneConcern(hub, world[0]?.id ?? "", 150);
  for (const title of ["One of two", "Two of two"]) await proposed(hub, { title });
});
afterAll(() => hub.close());

const concern = `id title category
  provider { name } region { name } site { name } educationProvider { name }
  standards { title framework { title } }
  requirements { text standard { title } responses { text } } progress { summary } categoryHistory { to reason }
  shares { reason classes until } timeline(first: 1) { totalCount nodes { kind } }`;

/** What the limit on the cost of a request allows in one list, and not within another. */
const more = `internalNotes actions { text requirement { text } } evidence { name requirement { text } }
  requirements { conditions { text } }
  reviews { status requirements { id } } mergedInto { id } mergedFrom { id title }
  providerHistory { successor { name } reason }`;

/** All of them have everything, so that one asks for the same kinds of thing as fifty do. */
const worked = 'filter: { site: ["ZZN0101"] }';
const concerns = `query($first: Int!) { concerns(first: $first, ${worked}) { totalCount nodes { ${concern} ${more} } } }`;
const atOrganisations = `query($first: Int!) {
  organisations(first: $first, filter: { kind: [TRUST] }) { nodes { name concerns(first: 3) { totalCount nodes { ${concern} } } } }
}`;
const byStandards = `query($codes: [String!]) {
  standards(first: 50, filter: { framework: "EQF-2021", codes: $codes }) { nodes { title concerns(first: 3) { nodes { id title provider { name } } } } }
}`;

/** Statements that reach the database while a query is answered. */
async function statementsOf(
  person: Person,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<{ count: number; answer: Answer }> {
  const { count, value: answer } = await countStatements(() => hub.as(person).for(query, variables));
  expect(answer.errors).toEqual([]);
  return { count, answer };
}

function sizeOf({ text }: Answer, field: string): number {
  return text.split(`"${field}":`).length - 1;
}

describe("the same number of statements", () => {
  it.each([people.aNationalLead, people.aRegionalLead, people.aProviderLead, people.aUniversityLead])(
    "for 1 and for 50 concerns, with all that hangs on them: $name",
    async (person) => {
      const one = await statementsOf(person, concerns, { first: 1 });
      const fifty = await statementsOf(person, concerns, { first: 50 });
      expect(sizeOf(one.answer, "categoryHistory")).toBe(1);
      expect(sizeOf(fifty.answer, "categoryHistory")).toBe(50);
      expect(fifty.count).toBe(one.count);
      expect(one.count).toBeLessThan(50);
    },
  );

  it("for the concerns of 2 and of 50 organisations", async () => {
    const two = await statementsOf(people.aNationalLead, atOrganisations, { first: 2 });
    const fifty = await statementsOf(people.aNationalLead, atOrganisations, { first: 50 });
    expect(sizeOf(fifty.answer, "totalCount")).toBeGreaterThan(40);
    expect(sizeOf(fifty.answer, "categoryHistory")).toBeGreaterThan(100);
    expect(fifty.count).toBe(two.count);
  });

  it("for the risk at 2 and at 50 organisations", async () => {
    const query = `query($first: Int!) {
      organisations(first: $first, filter: { kind: [TRUST] }) { nodes { name riskProfile { open } } } }`;
    const two = await statementsOf(people.aNationalLead, query, { first: 2 });
    const fifty = await statementsOf(people.aNationalLead, query, { first: 50 });
    expect(sizeOf(two.answer, "riskProfile")).toBe(2);
    expect(sizeOf(fifty.answer, "riskProfile")).toBeGreaterThan(40);
    expect(fifty.count).toBe(two.count);
  });

  it("for whom to invite to one review panel and to three", async () => {
    const query = `query($first: Int!) { reviewPanels(first: $first) { nodes { suggestedInvitees { organisation { code } } } } }`;
    const one = await statementsOf(people.aRegionalLead, query, { first: 1 });
    const three = await statementsOf(people.aRegionalLead, query, { first: 3 });
    expect([sizeOf(one.answer, "suggestedInvitees"), sizeOf(three.answer, "suggestedInvitees")]).toEqual([1, 3]);
    expect(sizeOf(three.answer, "code")).toBeGreaterThan(3);
    expect(three.count).toBe(one.count);
  });

  it.each([
    ["concern", `concerns(first: 8, ${worked}) { nodes { id } }`, "title requirements { text }"],
    ["evidence", `concerns(first: 8, ${worked}) { nodes { evidence { id } } }`, "name description addedBy { code }"],
    [
      "sharingAgreement",
      "sharingAgreements { nodes { id } }",
      "title parties { organisation { code } } history { kind }",
    ],
  ])("for one %s by its id and for many", async (field, list, fields) => {
    const { text } = await hub.as(people.aNationalLead).for(`{ ${list} }`);
    const ids = [...text.matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id ?? "").slice(0, 8);
    expect(ids.length).toBeGreaterThan(1);
    const byId = (some: readonly string[]): string =>
      `{ ${some.map((id, at) => `${field}${at}: ${field}(id: "${id}") { ${fields} }`).join(" ")} }`;
    const one = await statementsOf(people.aNationalLead, byId(ids.slice(0, 1)), {});
    const many = await statementsOf(people.aNationalLead, byId(ids), {});
    expect(Object.values(many.answer.data ?? {})).not.toContain(null);
    expect(many.count).toBe(one.count);
  });

  it("for the concerns that cite one standard and all of a framework", async () => {
    const one = await statementsOf(people.aNationalLead, byStandards, { codes: ["3.5"] });
    const all = await statementsOf(people.aNationalLead, byStandards, { codes: null });
    expect(sizeOf(one.answer, "concerns")).toBe(1);
    expect(sizeOf(all.answer, "concerns")).toBeGreaterThan(25);
    expect(sizeOf(one.answer, "provider")).toBe(3);
    expect(all.count).toBe(one.count);
  });
});

it("who looked at concerns costs a region as many statements for fifty of them as for one", async () => {
  const query = `query($first: Int!) { concerns(first: $first, ${worked}) { nodes {
    accessLog(first: 2) { totalCount nodes { on organisation { code } role } } } } }`;
  const one = await statementsOf(people.aRegionalLead, query, { first: 1 });
  const fifty = await statementsOf(people.aRegionalLead, query, { first: 50 });
  expect([sizeOf(one.answer, "accessLog"), sizeOf(fifty.answer, "accessLog")]).toEqual([1, 50]);
  expect(fifty.count).toBe(one.count);
});

it("two earlier days of concerns cost as many statements for fifty of them as for one", async () => {
  const asked =
    "title categoryHistory { to } requirements { text responses { text } } reviews { status } progress { summary }";
  const query = `query($first: Int!) { concerns(first: $first, ${worked}) { nodes {
    a: asOf(on: "${daysAgo(0)}") { ${asked} } b: asOf(on: "${daysAgo(1)}") { ${asked} } } } }`;
  const one = await statementsOf(people.aRegionalLead, query, { first: 1 });
  const fifty = await statementsOf(people.aRegionalLead, query, { first: 50 });
  expect([sizeOf(one.answer, "a"), sizeOf(fifty.answer, "a")]).toEqual([1, 50]);
  expect(fifty.count).toBe(one.count);
});

it("what is not asked for is not read: a page of titles needs no more than its own statement and the audit's entry", async () => {
  const { count } = await statementsOf(
    people.aRegionalLead,
    "query($first: Int!) { concerns(first: $first) { nodes { title } } }",
    { first: 100 },
  );
  // begin, the caller, the page, commit
  expect(count).toBe(4);
});

it("a field that is withheld is not read either", async () => {
  const query = (fields: string): string => `query($first: Int!) { concerns(first: $first) { nodes { ${fields} } } }`;
  const plain = await statementsOf(people.theGmc, query("title"), { first: 100 });
  const withheld = await statementsOf(people.theGmc, query("title progress { summary } internalNotes"), { first: 100 });
  expect(withheld.answer.redactions.map(({ coordinate }) => coordinate)).toEqual([
    "Concern.internalNotes",
    "Concern.progress",
  ]);
  expect(withheld.count).toBe(plain.count);
});
