import { describe, expect, it } from "@jest/globals";
import { classificationFindings, isProtected, ownFields, type PlaceClass } from "../../authorisation/classification.js";
import { sdl, smallSchema } from "./a-small-schema.js";

function findings(...more: Parameters<typeof smallSchema>): string[] {
  return classificationFindings(...smallSchema(...more));
}

it("finds nothing where every place has a class and every class a place", () => {
  expect(findings()).toEqual([]);
});

describe("a place without a class", () => {
  it.each([
    ["a field", "Book.secret"],
    ["a field of a root type", "Query.book"],
    ["an argument", "Query.shelf(filter:)"],
    ["a field of an input", "BookFilter.text"],
    ["a field of a type that no query leads to", "Cover.colour"],
  ])("is found: %s", (_title, coordinate) => {
    expect(findings({ classes: { [coordinate]: undefined } })).toEqual([`${coordinate} has no data class`]);
  });

  it("is found for every place at once, so that they are mended at once", () => {
    const [schema] = smallSchema();
    expect(classificationFindings(schema, new Map())).toHaveLength(15);
  });
});

describe("a class without a place", () => {
  it.each(["Book.titel", "Bok.title", "Book.title(first:)", "Book", "BookFilter.texts", "Titled.title", ""])(
    "is found: %j",
    (coordinate) => {
      expect(findings({ classes: { [coordinate]: "OPERATIONAL" } })).toEqual([
        `${coordinate} is classified but does not exist`,
      ]);
    },
  );
});

describe("a class that does not exist", () => {
  it.each(["NARRATIV", "narrative", "NARRATIVE:Released", "AUDIT:who", ""])("is found: %j", (unknown) => {
    expect(findings({ classes: { "Book.secret": unknown as PlaceClass } })).toEqual([
      `Book.secret has the unknown data class ${unknown}`,
    ]);
  });
});

describe("a field that can be redacted", () => {
  it("may not be declared non-null", () => {
    const strict = sdl.replace("secret: String secrets", "secret: String! secrets");
    expect(findings({ sdl: strict })).toEqual(["Book.secret can be redacted (NARRATIVE) but is declared non-null"]);
  });

  it("may not be a non-null list", () => {
    const strict = sdl.replace("secrets: [String!]", "secrets: [String!]!");
    expect(findings({ sdl: strict })).toEqual(["Book.secrets can be redacted (NARRATIVE) but is declared non-null"]);
  });

  it("may be non-null where it goes with existence", () => {
    expect(findings({ sdl: sdl.replaceAll("id: ID!", "id: ID") })).toEqual([]);
    expect(findings()).toEqual([]);
  });
});

it("what federation and introspection add needs no class, and what they lead to does", () => {
  const federated = `${sdl}
    scalar _Any
    union _Entity = Book
    type _Service { sdl: String }
    extend type Query { _service: _Service! _entities(representations: [_Any!]!): [_Entity]! }`;
  expect(findings({ sdl: federated })).toEqual([]);
  const [schema] = smallSchema({ sdl: federated });
  const coordinates = [...ownFields(schema)].map(({ coordinate }) => coordinate);
  expect(coordinates).toContain("Book.secret");
  expect(coordinates.filter((coordinate) => coordinate.includes("_"))).toEqual([]);
});

it.each([
  ["OPERATIONAL:headline", true],
  ["IDENTITY", true],
  ["PUBLIC", false],
  ["CARRIER", false],
  [undefined, false],
] as const)("%s is protected: %s", (placeClass, expected) => {
  expect(isProtected(placeClass)).toBe(expected);
});
