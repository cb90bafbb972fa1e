import { describe, expect, it } from "@jest/globals";
import { buildSchema } from "graphql";
import { conditionsGiven } from "../../authorisation/conditions-given.js";
import type { PlaceClass } from "../../authorisation/classification.js";

const schema = buildSchema(`
  type Query { plain: Int page(first: Int): Int ordered(orderBy: Order): Int found(filter: Filter, among: [Filter!]): Int
    named(title: String): Int }
  enum Order { AGE }
  input Filter { text: String year: Int further: Filter }
`);
const classification = new Map<string, PlaceClass>([
  ["Query.page(first:)", "PUBLIC"],
  ["Query.ordered(orderBy:)", "OPERATIONAL"],
  ["Query.found(filter:)", "CARRIER"],
  ["Query.found(among:)", "CARRIER"],
  ["Query.named(title:)", "NARRATIVE"],
  ["Filter.text", "NARRATIVE:released"],
  ["Filter.year", "PUBLIC"],
  ["Filter.further", "CARRIER"],
]);

function conditionsOf(field: string) {
  const found = schema.getQueryType()?.getFields()[field];
  if (found === undefined) throw new Error(`There is no field ${field}.`);
  return conditionsGiven(found, `Query.${field}`, classification);
}

describe("a field that chooses by nothing that is protected", () => {
  it.each(["plain", "page"])("is asked nothing further: %s", (field) => {
    expect(conditionsOf(field)).toBeUndefined();
  });
});

describe("what a field chooses by", () => {
  const byText = { place: "Filter.text", dataClass: "NARRATIVE" };

  it.each([
    ["is nothing where nothing is given", "found", {}, []],
    ["is nothing where null is given", "found", { filter: null }, []],
    ["is what is given of a filter that is protected", "found", { filter: { text: "planted", year: 1900 } }, [byText]],
    ["is named once", "found", { filter: { text: "planted" }, among: [{ text: "planted" }] }, [byText]],
    ["is what is given in a list, null among it", "found", { among: [null, { text: "planted" }] }, [byText]],
    ["is what is given further in", "found", { filter: { further: { text: "planted" } } }, [byText]],
    ["is nothing of what is null further in", "found", { filter: { text: null, further: null } }, []],
    [
      "is an order by its name",
      "ordered",
      { orderBy: "AGE" },
      [{ place: "Query.ordered(orderBy: AGE)", dataClass: "OPERATIONAL" }],
    ],
    ["is an argument by its name", "named", { title: "x" }, [{ place: "Query.named(title:)", dataClass: "NARRATIVE" }]],
    ["is no order where none is given", "ordered", { orderBy: null }, []],
  ])("%s", (_title, field, given, expected) => {
    expect(conditionsOf(field)?.(given)).toEqual(expected);
  });
});
