/** A value that does not fit is refused with its place, and without the value, before anything is read for it. */
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import * as people from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
});
afterAll(() => hub.close());

const secret = "s3cret-4711";
const asked = (filter: string): string => `{ concerns(filter: { ${filter} }) { totalCount } }`;
const withFilter = "query ($filter: ConcernFilter) { concerns(filter: $filter) { totalCount } }";

it.each([
  ["a date", `raisedFrom: "${secret}"`],
  ["a day that no month has", 'raisedTo: "2026-02-30"'],
  ["a theme", `theme: ["${secret}"]`],
  ["a profession that is a number", "profession: [7]"],
])("%s in the text of a query, by its line and column", async (_what, filter) => {
  const { errors, text } = await hub.as(people.aRegionalLead).for(asked(filter));
  const wrong = { extensions: { code: "BAD_USER_INPUT", problem: "ValuesOfCorrectType" } };
  expect(errors).toMatchObject([{ ...wrong, locations: [{ line: 1, column: asked(filter).search(/["7]/) + 1 }] }]);
  expect(text).not.toContain(secret);
});

it.each([
  ["a date", { raisedFrom: secret }, ["raisedFrom"]],
  ["two dates", { raisedFrom: 20260101, raisedTo: "0000-01-01" }, ["raisedFrom", "raisedTo"]],
  ["the second of three themes", { theme: ["INDUCTION", secret, "ROTA"] }, ["theme[1]"]],
  ["a state", { status: [secret] }, ["status[0]"]],
])("%s among the variables, by the field of the input", async (_what, filter, fields) => {
  const { errors, text } = await hub.as(people.aRegionalLead).for(withFilter, { filter });
  const problem = "A variable is missing or does not fit its type.";
  expect(errors).toMatchObject(
    fields.map((field) => ({
      locations: [{ line: 1, column: 8 }],
      extensions: { code: "BAD_USER_INPUT", problem, field },
    })),
  );
  expect(text).not.toContain(secret);
});

it.each([
  ["one value where a list is asked for", { theme: "INDUCTION", status: "REPORTED" }],
  ["nothing where there may be nothing", { raisedFrom: null, theme: null }],
  ["a day", { raisedFrom: "2026-02-28", changedBefore: "9999-12-31" }],
])("%s is taken, as it is in the text of a query", async (_what, filter) => {
  const written = JSON.stringify(filter)
    .replaceAll(/"(\w+)":/g, "$1: ")
    .replace('"REPORTED"', "REPORTED");
  const inText = await hub.as(people.aRegionalLead).for(`{ concerns(filter: ${written}) { totalCount } }`);
  const asVariable = await hub.as(people.aRegionalLead).for(withFilter, { filter });
  expect([inText.errors, asVariable.errors]).toEqual([[], []]);
  expect(asVariable.data).toEqual(inText.data);
});

it("an instant with an offset is taken, and so is what stands for a variable that was not sent", async () => {
  const query = `query ($until: DateTime = "2026-11-25T22:00:00+01:00", $from: Date = "2026-01-01") {
    sharingAgreements(filter: { expiringBefore: $until }) { totalCount }
    concerns(filter: { raisedFrom: $from, theme: [INDUCTION] }) { totalCount } }`;
  expect((await hub.as(people.aNationalLead).for(query)).errors).toEqual([]);
  expect((await hub.as(people.aNationalLead).for(query, { from: "yesterday" })).errors).toHaveLength(1);
});

it("a field that the input does not have, by the variable alone", async () => {
  const { errors, text } = await hub.as(people.aRegionalLead).for(withFilter, { filter: { [secret]: 1 } });
  expect(errors).toHaveLength(1);
  expect(errors[0]?.extensions).not.toHaveProperty("field");
  expect(text).not.toContain(secret);
});
