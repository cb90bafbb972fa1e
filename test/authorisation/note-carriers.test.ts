/** What the audit is told of what a query learns beside the fields of records. */
import { describe, expect, it } from "@jest/globals";
import { buildSchema, graphql, type GraphQLObjectType } from "graphql";
import type { Condition } from "../../authorisation/conditions-given.js";
import { createDisclosureLog, type Disclosure } from "../../authorisation/disclosure-log.js";
import { guardSchema } from "../../authorisation/guard.js";
import type { PlaceClass } from "../../authorisation/classification.js";
import { classes, sdl, smallSchema, standingAt } from "./a-small-schema.js";

const moreSdl = `${sdl
  .replace(
    "type Query {",
    "type Query { search(filter: BookFilter, orderBy: BookOrder, first: Int): BookPage room(code: ID!): Room",
  )
  .replace("text: String", "text: String about: [AboutFilter!] shelfMark: String")
  .replace("cover: Cover }", "cover(size: CoverSize): Cover loans: LoanFigures }")}
  input AboutFilter { person: String place: String }
  enum BookOrder { TITLE AGE }
  enum CoverSize { SMALL LARGE }
  type BookPage { nodes: [Book!]! total: Int! end: PageEnd! }
  type PageEnd { more: Boolean! }
  type LoanFigures { times: Int! }
  type Room { code: ID! books(filter: BookFilter): BookPage! open: Boolean! }
`;

const moreClasses: Readonly<Record<string, PlaceClass>> = {
  "Query.search": "CARRIER",
  "Query.search(filter:)": "CARRIER",
  "Query.search(orderBy:)": "OPERATIONAL",
  "Query.search(first:)": "PUBLIC",
  "Query.room": "CARRIER",
  "Query.room(code:)": "PUBLIC",
  "BookFilter.about": "CARRIER",
  "BookFilter.shelfMark": "PUBLIC",
  "AboutFilter.person": "IDENTITY",
  "AboutFilter.place": "OPERATIONAL",
  "BookPage.nodes": "CARRIER",
  "BookPage.total": "CARRIER",
  "BookPage.end": "CARRIER",
  "PageEnd.more": "CARRIER",
  "Book.cover(size:)": "NARRATIVE",
  "Book.loans": "CARRIER",
  "LoanFigures.times": "CARRIER",
  "Room.code": "PUBLIC",
  "Room.books": "CARRIER",
  "Room.books(filter:)": "CARRIER",
  "Room.open": "PUBLIC",
};

const book = standingAt("b", ["OPERATIONAL:headline", "OPERATIONAL"], {
  __typename: "Book",
  title: "A title",
  cover: { colour: "red" },
  loans: { times: 7 },
});
const page = { nodes: [book], total: 1, end: { more: false } };
const rootValue = {
  book,
  search: () => Promise.resolve(page),
  shelf: [book],
  room: { code: "R1", books: page, open: true },
};

interface Asked {
  readonly variableValues?: Record<string, unknown>;
  readonly sdl?: string;
  readonly classes?: Readonly<Record<string, PlaceClass>>;
  /** Resolvers that the schema has before it is guarded, by coordinate. */
  readonly resolvers?: Readonly<Record<string, () => unknown>>;
}

async function answered(source: string, { variableValues = {}, resolvers = {}, ...more }: Asked = {}) {
  const [schema, classification] = smallSchema({
    sdl: more.sdl ?? moreSdl,
    classes: { ...classes, ...moreClasses, ...more.classes },
  });
  for (const [coordinate, resolve] of Object.entries(resolvers)) {
    const [type = "", field = ""] = coordinate.split(".");
    const fields = (schema.getType(type) as GraphQLObjectType).getFields();
    Object.assign(fields[field] ?? {}, { resolve });
  }
  expect(guardSchema(schema, classification)).not.toHaveProperty("findings");
  const disclosures = createDisclosureLog();
  const { data, errors } = await graphql({ schema, source, rootValue, variableValues, contextValue: { disclosures } });
  expect(errors).toBeUndefined();
  return { data: JSON.parse(JSON.stringify(data)) as unknown, disclosures: disclosures.disclosures() };
}

async function told(source: string, variableValues: Record<string, unknown> = {}): Promise<Disclosure[]> {
  return (await answered(source, { variableValues })).disclosures;
}

const line = (type: string, fields: string[], more: Partial<Disclosure> = {}) => ({
  type,
  ids: [],
  fields,
  redacted: [],
  ...more,
});
const byText: Condition = { place: "BookFilter.text", dataClass: "NARRATIVE" };

describe("what is told beside the fields of records", () => {
  it("is a count, and by what the counted were chosen", async () => {
    expect(await told(`{ search(filter: { text: "planted" }) { total } }`)).toEqual([
      line("Query", ["search"], { chosenBy: [byText] }),
      line("BookPage", ["total"]),
    ]);
  });

  it("is that there are more", async () => {
    expect(await told("{ search { end { more } } }")).toEqual([line("Query", ["search"]), line("PageEnd", ["more"])]);
  });

  it("is that a record is there, where no field of it is asked for", async () => {
    const shown = line("Book", [], { ids: ["b"] });
    for (const [field, query] of [
      ["book", "{ book { __typename } }"],
      ["search", "{ search { nodes { __typename } } }"],
      ["shelf", "{ shelf { __typename } }"],
    ] as const)
      expect(await told(query)).toEqual([line("Query", [field]), shown]);
  });

  it("is a figure about a record, by its key", async () => {
    expect(await told("{ book { loans { times } } }")).toEqual([
      line("Query", ["book"]),
      line("Book", ["loans"], { ids: ["b"] }),
      line("LoanFigures", ["times"]),
    ]);
    expect(await told(`{ room(code: "R1") { books(filter: { text: "planted" }) { total } } }`)).toEqual([
      line("Query", ["room"]),
      line("Room", ["books"], { ids: ["R1"], chosenBy: [byText] }),
      line("BookPage", ["total"]),
    ]);
  });

  it("is a figure on its own where what it hangs on has a number and no key", async () => {
    const resolvers = { "Query.room": () => ({ code: 1, books: { total: 2 } }) };
    const { disclosures } = await answered(`{ room(code: "R1") { books(filter: { text: "x" }) { total } } }`, {
      resolvers,
    });
    expect(disclosures).toEqual([
      line("Query", ["room"]),
      line("Room", ["books"], { chosenBy: [byText] }),
      line("BookPage", ["total"]),
    ]);
  });

  it("is not the parts of a value that is noted as a whole", async () => {
    expect((await told("{ book { cover { colour } } }")).map(({ type }) => type)).toEqual(["Query", "Book"]);
  });
});

describe("a carrier with a resolver of its own", () => {
  it("is noted, and answers by it", async () => {
    const resolvers = { "BookPage.total": () => Promise.resolve(5) };
    const { data, disclosures } = await answered("{ search { total } }", { resolvers });
    expect(data).toEqual({ search: { total: 5 } });
    expect(disclosures).toEqual([line("Query", ["search"]), line("BookPage", ["total"])]);
  });
});

describe("what is beyond a union", () => {
  const sdlOfFinds = `${moreSdl} union Find = Trace | Book type Trace { year: Int! } extend type Query { find: Find }`;

  it("is noted as what a query leads to by itself", async () => {
    const asked = {
      sdl: sdlOfFinds,
      classes: { "Query.find": "CARRIER", "Trace.year": "CARRIER" },
      resolvers: { "Query.find": () => ({ __typename: "Trace", year: 1900 }) },
    } as const;
    const { disclosures } = await answered("{ find { ... on Trace { year } } }", asked);
    expect(disclosures).toEqual([line("Query", ["find"]), line("Trace", ["year"])]);
  });
});

describe("what is beyond a protected field", () => {
  it("is noted on the record that it hangs on", async () => {
    const chapter = standingAt("c", ["OPERATIONAL:headline"], { readers: { times: 2 } });
    const { disclosures } = await answered("{ book { chapters { readers { times } } } }", {
      sdl: `${moreSdl} type Readers { times: Int! } type Chapter { id: ID! readers: Readers }
        extend type Book { chapters: [Chapter!] }`,
      classes: {
        "Book.chapters": "OPERATIONAL",
        "Chapter.id": "OPERATIONAL:headline",
        "Chapter.readers": "CARRIER",
        "Readers.times": "CARRIER",
      },
      resolvers: { "Book.chapters": () => [chapter] },
    });
    expect(disclosures).toEqual([
      line("Query", ["book"]),
      line("Book", ["chapters"], { ids: ["b"] }),
      line("Chapter", ["readers"], { ids: ["c"] }),
      line("Readers", ["times"]),
    ]);
  });
});

it("a list of figures is noted though none of them is asked for, and a list of records is not", async () => {
  const { disclosures } = await answered("{ search { figures { __typename } nodes { __typename } } }", {
    sdl: `${moreSdl} extend type BookPage { figures: [LoanFigures!] }`,
    classes: { "BookPage.figures": "CARRIER" },
    resolvers: { "BookPage.figures": () => [{ times: 1 }] },
  });
  expect(disclosures).toEqual([
    line("Query", ["search"]),
    line("BookPage", ["figures"]),
    line("Book", [], { ids: ["b"] }),
  ]);
});

describe("a part that says nothing by itself", () => {
  const asked = {
    sdl: `${moreSdl} extend type BookPage { part(filter: BookFilter): PageEnd }`,
    classes: { "BookPage.part": "CARRIER", "BookPage.part(filter:)": "CARRIER" },
    resolvers: { "BookPage.part": () => ({ more: false }) },
  } as const;

  it("is noted where it was chosen by something that is protected", async () => {
    const { disclosures } = await answered(`{ search { part(filter: { text: "x" }) { __typename } } }`, asked);
    expect(disclosures).toEqual([line("Query", ["search"]), line("BookPage", ["part"], { chosenBy: [byText] })]);
  });

  it("is not noted where it was not", async () => {
    expect((await answered("{ search { part { __typename } } }", asked)).disclosures).toEqual([
      line("Query", ["search"]),
    ]);
  });

  it("is no record, though one stands in for it", async () => {
    const { disclosures } = await answered("{ book { loans { __typename } } }", {
      resolvers: { "Book.loans": () => standingAt("another", ["OPERATIONAL:headline"], {}) },
    });
    expect(disclosures.map(({ type }) => type)).toEqual(["Query", "Book"]);
  });
});

describe("what another subgraph asks for by its key", () => {
  const federated = `${moreSdl}
    scalar _Any
    union _Entity = Book | Annex
    type Annex { code: ID! loans: LoanFigures }
    extend type Query { _entities(representations: [_Any!]!): [_Entity]! }`;
  const classesOfAnAnnex = { "Annex.code": "PUBLIC", "Annex.loans": "CARRIER" } as const;
  const annex = { __typename: "Annex", code: "A1", loans: { times: 3 } };

  it.each([
    ["at once", () => [book, null, annex]],
    ["later", () => Promise.resolve([book, null, annex])],
  ])("is noted as what a query leads to: %s", async (_title, resolve) => {
    const { disclosures } = await answered(
      "{ _entities(representations: []) { ... on Book { __typename } ... on Annex { loans { times } } } }",
      { sdl: federated, classes: classesOfAnAnnex, resolvers: { "Query._entities": resolve } },
    );
    expect(disclosures).toEqual([
      line("Book", [], { ids: ["b"] }),
      line("Annex", ["loans"], { ids: ["A1"] }),
      line("LoanFigures", ["times"]),
    ]);
  });
});

it("a schema that cannot be asked is guarded all the same", () => {
  const schema = buildSchema("type Book { id: ID! }");
  const guarded = guardSchema(schema, new Map([["Book.id", "OPERATIONAL:headline"]]));
  expect(guarded).toEqual({ guarded: { schema, dataClasses: ["OPERATIONAL"] } });
});

describe("by what records were chosen", () => {
  const chosenBy = async (query: string, variables?: Record<string, unknown>) =>
    (await told(query, variables)).flatMap((disclosure) => disclosure.chosenBy ?? []);

  it("is every protected place that was given a value, however deep, in a variable too, and no value", async () => {
    const filter = { text: "planted", about: [{ person: "planted" }, { place: "planted", person: null }] };
    const query = "query($filter: BookFilter) { search(filter: $filter) { total } }";
    expect(await chosenBy(query, { filter })).toEqual([
      { place: "AboutFilter.person", dataClass: "IDENTITY" },
      { place: "AboutFilter.place", dataClass: "OPERATIONAL" },
      byText,
    ]);
    expect(JSON.stringify(await told(query, { filter }))).not.toContain("planted");
  });

  it("is an order, by its name", async () => {
    const order = { place: "Query.search(orderBy: AGE)", dataClass: "OPERATIONAL" };
    expect(await chosenBy("{ search(orderBy: AGE, first: 3) { total } }")).toEqual([order]);
  });

  it("is not what was left out, null, or open to everybody", async () => {
    expect(await chosenBy(`{ search(filter: { text: null, shelfMark: "planted" }) { total } }`)).toEqual([]);
    expect(await chosenBy("{ search(orderBy: null) { total } }")).toEqual([]);
  });

  it("is noted of a protected field as well", async () => {
    const size: Condition = { place: "Book.cover(size: LARGE)", dataClass: "NARRATIVE" };
    expect(await chosenBy("{ book { cover(size: LARGE) { colour } } }")).toEqual([size]);
  });

  it("of several lists under one name is all of it", async () => {
    const query = `{ a: search(filter: { text: "x" }) { total } b: search(orderBy: TITLE) { total } }`;
    expect(await chosenBy(query)).toEqual([
      byText,
      { place: "Query.search(orderBy: TITLE)", dataClass: "OPERATIONAL" },
    ]);
  });
});
