/** A query costs what it brings, whether or not it says how much: one that says nothing must not be cheaper. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as people from "../../support/people.js";
import { openTestHub, type TestHub } from "../../support/test-hub.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
});
afterAll(() => hub.close());

/** Pages of concerns, one in the other by way of their providers. */
function pagesInPages(depth: number, first: string, inner: string): string {
  const pages = "concerns".concat(first, " { nodes { provider { ").repeat(depth - 1);
  return `{ ${pages} ${inner} ${"} } }".repeat(depth - 1)} }`;
}

const many = Array.from({ length: 6 }, (_, index) => `a${index}: concerns { nodes { id } }`).join(" ");

describe("is refused before anything is read:", () => {
  it.each([
    ["pages of a size that is left out", pagesInPages(3, "", many)],
    ["pages of a size that is null", pagesInPages(3, "(first: null)", many)],
    ["pages of the same size that is named", pagesInPages(3, "(first: 20)", many)],
    [
      "pages in every standard of every framework",
      `{ frameworks { standards { ${many} ${many.replaceAll("a", "b")} } } }`,
    ],
    [
      "mapped standards of mapped standards",
      `{ standards(first: 100) { nodes { mappings { to { mappings { to { concerns(first: 5) { nodes { id } } } } } } } } }`,
    ],
  ])("%s", async (_title, query) => {
    const { status, errors, data } = await hub.as(people.aNationalLead).for(query);
    expect(errors.map(({ extensions }) => extensions)).toEqual([
      { code: "LIMIT_EXCEEDED", limit: "cost", most: expect.any(Number) },
    ]);
    expect(status).toBe(400);
    expect(data).toBeUndefined();
  });
});

describe("is answered:", () => {
  it.each([
    ["a page of a page", pagesInPages(2, "", "concerns { nodes { id title } }")],
    [
      "a full page with all that hangs on a concern",
      `{ concerns(first: 100) { totalCount pageInfo { hasNextPage } nodes {
           id title provider { name region { name } } standards { title framework { title } } risk { residual { score } }
           requirements { text responses { text } } progress { summary } categoryHistory { to } access { relations }
           reporter { identityMode } } } }`,
    ],
    ["the library", `{ frameworks { title standards { title mappings { strength to { title } } } } }`],
    [
      "a hundred providers in figures",
      `{ organisations(first: 100) { nodes { name sites { name } riskProfile { open trend { time opened } } } } }`,
    ],
  ])("%s", async (_title, query) => {
    const { status, errors } = await hub.as(people.aNationalLead).for(query);
    expect([status, errors]).toEqual([200, []]);
  });
});
