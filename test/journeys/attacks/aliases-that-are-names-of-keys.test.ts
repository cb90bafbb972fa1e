/** A field keeps its value under any alias: where the plan needs that name for a key, the query is refused. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as people from "../../support/people.js";
import { openTestHub, type TestHub } from "../../support/test-hub.js";
import { reported } from "../../support/casework.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
  await reported(hub, people.aProviderLead);
});
afterAll(() => hub.close());

const northmoor = "Northmoor University Hospitals NHS Trust";

describe("is refused, and never answered with the key:", () => {
  it.each([
    ["a name as the code", `{ organisation(code: "ZZN01") { code: name riskProfile { open } } }`],
    [
      "a name as the code, in a fragment",
      `{ organisation(code: "ZZN01") { ...f } } fragment f on Organisation { code: name concerns { totalCount } }`,
    ],
    ["figures as the code", `{ organisation(code: "ZZN01") { code: riskProfile { open } } }`],
    ["a title as the id", `{ standard(id: "EQF-2021:3.5") { id: title concerns { totalCount } } }`],
    [
      "a kind as the code, further in",
      `{ concerns { nodes { provider { region { code: kind concerns { totalCount } } } } } }`,
    ],
  ])("%s", async (_title, query) => {
    const { status, errors, data } = await hub.as(people.aProviderLead).for(query);
    expect([status, data]).toEqual([400, undefined]);
    expect(errors.map(({ extensions }) => extensions)).toEqual([{ code: "BAD_USER_INPUT", problem: "AliasesOfKeys" }]);
  });
});

describe("is answered as asked:", () => {
  it.each([
    [
      "the key itself",
      `{ organisation(code: "ZZN01") { code: code riskProfile { open } } }`,
      { organisation: { code: "ZZN01" } },
    ],
    [
      "the key under another name",
      `{ organisation(code: "ZZN01") { name: code concerns { totalCount } } }`,
      { organisation: { name: "ZZN01" } },
    ],
    [
      "another key's name where it is none",
      `{ organisation(code: "ZZN01") { id: name concerns { totalCount } } }`,
      { organisation: { id: northmoor } },
    ],
    [
      "a field of a record that one subgraph has alone",
      `{ concerns { nodes { id: title provider { name } } } }`,
      { concerns: { nodes: [{ id: "No consultant on the ward at night", provider: { name: northmoor } }] } },
    ],
  ])("%s", async (_title, query, expected) => {
    const { errors, data } = await hub.as(people.aProviderLead).for(query);
    expect(errors).toEqual([]);
    expect(data).toMatchObject(expected);
  });
});
