/** What the audit holds of questions that are answered without a field of a record: counts, figures, that one is there. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { reported } from "../support/casework.js";
import * as people from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import { openAuditEntries, type AuditEntries } from "./audit-entries.js";

let hub: TestHub;
let entries: AuditEntries;
let id: string;
beforeAll(async () => {
  hub = await openTestHub();
  entries = await openAuditEntries(hub);
  id = await reported(hub, people.aUniversityLead);
});
afterAll(async () => {
  await entries.close();
  await hub.close();
});

async function learnt(query: string): Promise<unknown[]> {
  const found = await entries.for(people.aRegionalLead, query);
  expect(found.map(({ outcome, subgraph }) => [outcome, subgraph])).toEqual([["DISCLOSED", "concerns"]]);
  return found.flatMap(({ records }) => records);
}

const byText = { place: "ConcernFilter.text", dataClass: "NARRATIVE" };
const nothingWithheld = { redacted: [] };
const asked = (field: string, more = {}) => ({ type: "Query", ids: [], fields: [field], ...nothingWithheld, ...more });
const told = (type: string, fields: string[], ids: string[] = []) => ({ type, ids, fields, ...nothingWithheld });

describe("an entry says what was learnt", () => {
  it("from a count of what a text was searched in", async () => {
    const query = `{ concerns(filter: { text: "consultant", status: [REPORTED] }) { totalCount } }`;
    const records = await learnt(query);
    const byStatus = { place: "ConcernFilter.status", dataClass: "OPERATIONAL" };
    expect(records).toEqual([
      asked("concerns", { chosenBy: [byStatus, byText] }),
      told("ConcernConnection", ["totalCount"]),
    ]);
    expect(JSON.stringify(records)).not.toContain("consultant");
  });

  it("from a search that found nothing", async () => {
    const records = await learnt(`{ concerns(filter: { text: "nowhere to be found" }) { nodes { id } } }`);
    expect(records).toEqual([asked("concerns", { chosenBy: [byText] })]);
  });

  it("from the order of a list", async () => {
    const records = await learnt("{ concerns(orderBy: CATEGORY, first: 1) { pageInfo { hasNextPage } } }");
    const order = { place: "Query.concerns(orderBy: CATEGORY)", dataClass: "OPERATIONAL" };
    expect(records).toEqual([asked("concerns", { chosenBy: [order] }), told("PageInfo", ["hasNextPage"])]);
  });

  it("from figures about a provider", async () => {
    expect(await learnt(`{ organisation(code: "ZZN01") { riskProfile { open trend { closed } } } }`)).toEqual([
      told("Organisation", ["riskProfile"], ["ZZN01"]),
      told("RiskProfile", ["open", "trend"]),
      told("TrendMonth", ["closed"]),
    ]);
  });

  it("from a count at a provider, of those that a text was found in", async () => {
    const query = `{ organisation(code: "ZZN01") { concerns(filter: { text: "rota" }) { totalCount } } }`;
    expect(await learnt(query)).toEqual([
      { ...told("Organisation", ["concerns"], ["ZZN01"]), chosenBy: [byText] },
      told("ConcernConnection", ["totalCount"]),
    ]);
  });

  it("from a concern's being there, and from its not being there", async () => {
    const byId = { chosenBy: [{ place: "Query.concern(id:)", dataClass: "OPERATIONAL" }] };
    expect(await learnt(`{ concern(id: "${id}") { __typename } }`)).toEqual([
      asked("concern", byId),
      told("Concern", [], [id]),
    ]);
    const never = "00000000-0000-4000-8000-000000000000";
    expect(await learnt(`{ concern(id: "${never}") { __typename } }`)).toEqual([asked("concern", byId)]);
  });

  it("from what a caller is told of their own access", async () => {
    expect(await learnt(`{ concern(id: "${id}") { access { relations } } }`)).toContainEqual(
      told("Concern", ["access"], [id]),
    );
  });
});
