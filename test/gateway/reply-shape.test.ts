import { describe, expect, it } from "@jest/globals";
import { buildSchema } from "graphql";
import { createReplyShapes } from "../../gateway/reply-shape.js";

const schema = buildSchema(`
  interface Node { id: ID! }
  type Concern implements Node { id: ID! title: String provider: Organisation }
  type Organisation implements Node { id: ID! name: String }
  type Query { node: Node concern: Concern }
`);
const shapes = createReplyShapes(schema);
const take = (document: string, data: Record<string, unknown>, representations?: unknown[]) => {
  const taken: unknown = shapes.take(document, representations ? { representations } : {}, data);
  return taken === undefined ? undefined : (JSON.parse(JSON.stringify(taken)) as unknown);
};

describe("what is taken of a reply", () => {
  it.each([
    [
      "only fields that were asked for",
      `{ concern { id } }`,
      { concern: { id: "1", title: "T" }, node: null },
      { concern: { id: "1" } },
    ],
    ["by alias", `{ a: concern { b: id } }`, { a: { b: "1", id: "2" }, concern: {} }, { a: { b: "1" } }],
    [
      "fields that were asked for twice, together",
      `{ concern { provider { id } provider { name } } }`,
      { concern: { provider: { id: "1", name: "N", x: 1 } } },
      { concern: { provider: { id: "1", name: "N" } } },
    ],
    [
      "fields of the fragments that apply",
      `{ node { __typename ... on Concern { title } ... on Organisation { name } } }`,
      { node: { __typename: "Concern", title: "T", name: "FORGED" } },
      { node: { __typename: "Concern", title: "T" } },
    ],
    [
      "fields of a fragment on an interface",
      `{ node { __typename ... on Node { id } } }`,
      { node: { __typename: "Concern", id: "1" } },
      { node: { __typename: "Concern", id: "1" } },
    ],
    [
      "fields of named fragments",
      `{ concern { ...f } } fragment f on Concern { title }`,
      { concern: { id: "1", title: "T" } },
      { concern: { title: "T" } },
    ],
    [
      "lists, in their order and with their gaps",
      `{ concern { id } }`,
      { concern: [{ id: "1" }, null, [{ id: "2", title: "T" }]] },
      { concern: [{ id: "1" }, null, [{ id: "2" }]] },
    ],
    ["nothing inherited", `{ concern { constructor: id toString: title } }`, { concern: {} }, { concern: {} }],
  ])("%s", (_, document, data, taken) => {
    expect(take(document, data)).toEqual(taken);
  });
});

describe("what is taken of entities", () => {
  const document = `query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename ... on Concern { title } ... on Organisation { name } } }`;
  const asked = [
    { __typename: "Concern", id: "1" },
    { __typename: "Organisation", id: "2" },
  ];

  it("is decided by the type that was sent, not by the type that comes back", () => {
    expect(
      take(
        document,
        {
          _entities: [
            { title: "T", name: "FORGED" },
            { name: "N", title: "FORGED" },
          ],
        },
        asked,
      ),
    ).toEqual({
      _entities: [{ title: "T" }, { name: "N" }],
    });
  });

  it("drops an entity that calls itself something else", () => {
    expect(take(document, { _entities: [{ __typename: "Organisation", title: "T" }, null] }, asked)).toEqual({
      _entities: [null, null],
    });
  });

  it.each([
    ["too few", { _entities: [{}] }],
    ["too many", { _entities: [{}, {}, {}] }],
    ["no list", { _entities: {} }],
    ["none at all", {}],
  ])("is nothing when there are %s", (_, data) => {
    expect(take(document, data, asked)).toBeUndefined();
  });
});
