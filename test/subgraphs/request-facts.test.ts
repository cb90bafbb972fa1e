/** What a router says of an operation is kept only as far as it can be: one odd name must not stop the audit of others. */
import { describe, expect, it } from "@jest/globals";
import { keyedHash } from "../../audit/keyed-hash.js";
import { requestFacts } from "../../subgraphs/request-facts.js";

const hashOf = keyedHash("a secret of the test");
const request = {
  requestId: "a-request",
  document: "{ concerns { totalCount } }",
  variables: {},
  operationName: "Count",
};

describe("the name of an operation that a subgraph is asked directly", () => {
  it.each([
    ["with a NUL", "Count\0"],
    ["of half a character", "\ud800"],
    ["of a million letters", "a".repeat(1_000_000)],
    ["that is empty", ""],
    ["that begins with a digit", "2nd"],
  ])("%s is no name to the audit", (_title, operationName) => {
    expect(requestFacts("concerns", { ...request, operationName }, hashOf).operationName).toBeNull();
  });

  it.each(["Count", "Page2", "_2"])("is kept where it is plain: %s", (operationName) => {
    expect(requestFacts("concerns", { ...request, operationName }, hashOf).operationName).toBe(operationName);
  });
});

it("the same variables have the same hash, which nobody works out without the secret", () => {
  const facts = requestFacts("concerns", { ...request, variables: { name: "Ottoline" } }, hashOf);
  const again = requestFacts("concerns", { ...request, variables: { name: "Ottoline" } }, hashOf);
  const elsewhere = requestFacts(
    "concerns",
    { ...request, variables: { name: "Ottoline" } },
    keyedHash("another secret"),
  );
  expect(facts.variablesHash).toEqual(again.variablesHash);
  expect(facts.variablesHash).not.toEqual(elsewhere.variablesHash);
});
