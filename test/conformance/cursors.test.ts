/** A cursor goes on where its page ended, for whom and in the list it was made; to anybody and anything else it is no cursor. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { openAccessWorld } from "../support/access-world-hub.js";
import * as people from "../support/people.js";
import type { Answer, TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";

let hub: TestHub;
let cursor: string;
beforeAll(async () => {
  ({ hub } = await openAccessWorld());
  cursor = endCursor(await list(people.aProviderLead, {}));
});
afterAll(() => hub.close());

const concerns = `concerns(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
  nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
}`;
const parameters = "$filter: ConcernFilter, $orderBy: ConcernOrder, $first: Int, $after: String";

function list(person: Person, variables: Readonly<Record<string, unknown>>): Promise<Answer> {
  return hub.as(person).for(`query(${parameters}) { ${concerns} }`, { first: 1, ...variables });
}

function endCursor({ data }: Answer): string {
  return (data?.["concerns"] as unknown as { pageInfo: { endCursor: string } }).pageInfo.endCursor;
}

function expectRefused(answer: Answer): void {
  expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
  expect(answer.data ?? {}).not.toHaveProperty("concerns.nodes");
}

it("goes on in its own list", async () => {
  const answer = await list(people.aProviderLead, { after: cursor });
  expect(answer.errors).toEqual([]);
  expect(endCursor(answer)).not.toBe(cursor);
});

it("is the same for the same page, so that a page asked twice is the same bytes", async () => {
  const [first, second] = [await list(people.aProviderLead, {}), await list(people.aProviderLead, {})];
  expect(second.text).toBe(first.text);
});

it("shows nothing of what it holds, and no two of them begin alike", async () => {
  const answer = await list(people.aNationalLead, { first: 100 });
  const { edges } = answer.data?.["concerns"] as unknown as { edges: { cursor: string }[] };
  const sealed = edges.map((edge) => Buffer.from(edge.cursor, "base64url"));
  for (const bytes of sealed) expect(bytes.toString("latin1")).not.toMatch(/\d{4}-\d{2}|\d{8}|ISF|infinity/);
  expect(new Set(sealed.map((bytes) => bytes.subarray(0, 4).toString("hex"))).size).toBe(sealed.length);
});

describe("is refused", () => {
  it.each([
    ["another person of the same organisation", people.persona("northmoor-executive")],
    ["somebody of another provider", people.aLeadOfAnotherProvider],
    ["the region", people.aRegionalLead],
    ["somebody who may read no concern", people.anAnalyst],
  ])("from %s", async (_title, person) => {
    expectRefused(await list(person, { after: cursor }));
  });

  it("in another role of the same person", async () => {
    expectRefused(await list({ ...people.aProviderLead, role: "MEMBER" }, { after: cursor }));
  });

  it.each(["CATEGORY", "NEXT_REVIEW_ON", "LAST_CHANGED"])("in the order %s", async (orderBy) => {
    expectRefused(await list(people.aProviderLead, { after: cursor, orderBy }));
  });

  it.each([{ status: ["CLOSED"] }, { text: "night" }, { provider: ["ZZN01"] }, { overdue: false }])(
    "under the filter %j",
    async (filter) => {
      expectRefused(await list(people.aProviderLead, { after: cursor, filter }));
    },
  );

  it.each([
    ["an organisation", 'organisation(code: "ZZN01")'],
    ["another organisation", 'organisation(code: "ZZE01")'],
    ["a standard", 'standard(id: "EQF-2021:3.5")'],
  ])("in the list nested under %s", async (_title, parent) => {
    const query = `query(${parameters}) { ${parent} { ${concerns} } }`;
    const answer = await hub.as(people.aProviderLead).for(query, { first: 1, after: cursor });
    expect(answer.errors.map(({ extensions }) => extensions.code)).toContain("BAD_USER_INPUT");
    expect(answer.text).not.toContain('"nodes":[');
  });

  it("as the cursor of a nested list in the list of all", async () => {
    const query = `query(${parameters}) { organisation(code: "ZZN01") { ${concerns} } }`;
    const answer = await hub.as(people.aProviderLead).for(query, { first: 1 });
    expectRefused(
      await list(people.aProviderLead, {
        after: endCursor({ ...answer, data: answer.data?.["organisation"] }),
      }),
    );
  });

  it.each([
    ["empty", () => ""],
    ["words", () => "the next page"],
    ["a number", () => "1"],
    ["a position in the open", () => Buffer.from('["2026-01-01","1"]').toString("base64url")],
    ["cut short", () => cursor.slice(0, -1)],
    ["its first half", () => cursor.slice(0, cursor.length / 2)],
    ["twice", () => cursor + cursor],
    ["with one bit changed at its end", () => flip(cursor, -1)],
    ["with one bit changed in its middle", () => flip(cursor, 20)],
    ["with one bit changed at its beginning", () => flip(cursor, 0)],
    ["all zeros", () => Buffer.alloc(64).toString("base64url")],
    ["very long", () => "A".repeat(5_000)],
    ["with a NUL", () => `${cursor}\0`],
    ["with half a surrogate pair", () => `${cursor}\ud800`],
  ])("where it is no cursor: %s", async (_title, made) => {
    expectRefused(await list(people.aProviderLead, { after: made() }));
  });
});

it.each([0, -1, 101, 1_000_000])("a page of %i is refused", async (first) => {
  const answer = await list(people.aProviderLead, { first });
  expect(answer.errors.map(({ extensions }) => ["BAD_USER_INPUT", "LIMIT_EXCEEDED"].includes(extensions.code))).toEqual(
    [true],
  );
});

function flip(text: string, at: number): string {
  const bytes = Buffer.from(text, "base64url");
  const index = at < 0 ? bytes.length + at : at;
  bytes[index] = (bytes[index] ?? 0) ^ 1;
  return bytes.toString("base64url");
}
