/** What a subgraph lets in of documents, whoever its router is. */
import { expect, it } from "@jest/globals";
import { buildSchema } from "graphql";
import { createDocumentCache } from "../../subgraphs/document-cache.js";

const documents = createDocumentCache(buildSchema("type Query { name: String me: Query }"));

/** Each fragment spreads the next twice: few characters that stand for two to the power of `levels` fields. */
function doubling(levels: number): string {
  const fragments = Array.from(
    { length: levels },
    (_, level) => `fragment F${level} on Query { a: me { ...F${level + 1} } b: me { ...F${level + 1} } }`,
  );
  return `{ ...F0 } ${fragments.join(" ")} fragment F${levels} on Query { name }`;
}

it("takes what a gateway plans", () => {
  expect(documents.get("{ me { name } }")).toBeDefined();
});

it.each([
  ["is not GraphQL", "{ me {"],
  ["does not fit the schema", "{ nobody }"],
  ["doubles at every level", doubling(20)],
  ["contains itself", "{ ...F } fragment F on Query { me { ...F } }"],
  ["is nested without end", `${"{ me ".repeat(60)}{ name }${"}".repeat(60)}`],
  ["is longer than any plan", `{ ${"me { name } ".repeat(20_000)}}`],
])("takes nothing that %s, and at once", (_title, text) => {
  const began = performance.now();
  expect(documents.get(text)).toBeUndefined();
  expect(performance.now() - began).toBeLessThan(2_000);
});
