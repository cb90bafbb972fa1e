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

it("a field that the input does not have, by the variable alone", async () => {
  const { errors, text } = await hub.as(people.aRegionalLead).for(withFilter, { filter: { [secret]: 1 } });
  expect(errors).toHaveLength(1);
  expect(errors[0]?.extensions).not.toHaveProperty("field");
  expect(text).not.toContain(secret);
});
