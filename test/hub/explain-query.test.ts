/** `npm run explain`: what becomes of a query of a persona, told before anybody builds on it. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { explainQuery, type Explanation, type Explained } from "../../hub/explain-query.js";
import { explanationText } from "../../hub/explanation-text.js";
import { openAuditEntries } from "../audit/audit-entries.js";
import { openAccessWorld } from "../support/access-world-hub.js";
import * as people from "../support/people.js";
import type { TestHub } from "../support/test-hub.js";

let hub: TestHub;
beforeAll(async () => {
  ({ hub } = await openAccessWorld());
});
afterAll(() => hub.close());

const query = "query Heads($first: Int) { concerns(first: $first) { nodes { title narrative provider { name } } } }";

async function explained(asked: Partial<Explained>): Promise<Explanation> {
  const whole = { query, variables: { first: 5 }, persona: "northmoor-lead", purpose: undefined, ...asked };
  const explaining = await explainQuery(hub.settings, hub.database.url, whole);
  if ("finding" in explaining) throw new Error(explaining.finding);
  return explaining.explanation;
}

const findingOn = (asked: Partial<Explained>) =>
  explainQuery(hub.settings, hub.database.url, {
    query,
    variables: {},
    persona: "gmc",
    purpose: undefined,
    ...asked,
  });

describe("a query that is explained", () => {
  it("costs what the gateway counts, and is asked of each subgraph that has a piece", async () => {
    const { caller, cost, fetches, errors } = await explained({});
    expect(caller).toEqual({ organisation: "ZZN01", role: "QUALITY_LEAD", purpose: "EDUCATION_QUALITY" });
    expect(cost).toMatchObject({ largestPage: 5, allowed: hub.settings.limits.cost });
    expect(cost.objects).toBeGreaterThan(5);
    expect(fetches.map(({ subgraph }) => subgraph)).toEqual(["concerns", "organisations"]);
    expect(fetches.map(({ statements }) => statements.filter((text) => text.includes(" from ")).length)).toEqual([
      1, 1,
    ]);
    expect(errors).toEqual([]);
  });

  it("withholds what it withholds from the persona, by the same rules", async () => {
    const { redactions } = await explained({});
    expect(redactions).toEqual((await hub.as(people.aProviderLead).for(query, { first: 5 })).redactions);
    expect(redactions.map(({ coordinate }) => coordinate)).toEqual(["Concern.narrative"]);
  });

  it("is told in words that say what to do about each rule", async () => {
    const text = explanationText(await explained({}), { sql: false });
    expect(text).toMatch(/Concern\.narrative {2}NARRATIVE {2}[A-Z]+ {2}on \d+ records?\n {4}[A-Z]/);
    expect(text).not.toContain("select ");
  });

  it("is in the audit, since it was asked", async () => {
    const audit = await openAuditEntries(hub);
    const entries = async () => (await audit.administrator.query("select from audit.entry")).rowCount ?? 0;
    const before = await entries();
    await explained({});
    expect(await entries()).toBeGreaterThan(before);
    await audit.close();
  });

  it("is refused as it would be of anybody, where it asks for too much", async () => {
    const tooMuch =
      "{ concerns(first: 100) { nodes { requirements { responses { id } } standards { concerns(first: 100) { nodes { id } } } } } }";
    const { errors, fetches } = await explained({ query: tooMuch });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["LIMIT_EXCEEDED"]);
    expect(fetches).toEqual([]);
  });
});

describe("nothing is asked", () => {
  it.each([
    ["of a mutation", { query: "mutation { markInboxRead(input: {}) { userErrors { code } } }" }, /Only a query/],
    [
      "of two operations",
      { query: "query A { viewer { role } } query B { viewer { role } }" },
      /exactly one operation/,
    ],
    ["of a text that is no document", { query: "{ concerns(" }, /not GraphQL/],
    ["for a purpose that the role does not have", { purpose: "SAFEGUARDING" }, /may not ask for SAFEGUARDING/],
  ])("%s", async (_title, asked, finding) => {
    expect(await findingOn(asked)).toEqual({ finding: expect.stringMatching(finding) as unknown });
  });
});
