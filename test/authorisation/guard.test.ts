import { describe, expect, it } from "@jest/globals";
import { graphql, type GraphQLSchema } from "graphql";
import { createDisclosureLog } from "../../authorisation/disclosure-log.js";
import { guardSchema } from "../../authorisation/guard.js";
import { mergeRedactions } from "../../authorisation/redaction.js";
import { standingKey } from "../../authorisation/standing.js";
import { smallSchema, standingAt } from "./a-small-schema.js";

function guarded(): GraphQLSchema {
  const result = guardSchema(...smallSchema());
  if ("findings" in result) throw new Error(result.findings.join("\n"));
  return result.guarded.schema;
}

async function ask(
  source: string,
  rootValue: object,
  schema = guarded(),
  variableValues: Record<string, unknown> = {},
) {
  const disclosures = createDisclosureLog();
  const { data, errors } = await graphql({ schema, source, rootValue, variableValues, contextValue: { disclosures } });
  const plain: unknown = JSON.parse(JSON.stringify(data ?? null));
  return {
    data: plain,
    errors,
    redactions: mergeRedactions(disclosures.redactions()),
    disclosures: disclosures.disclosures(),
  };
}

const fields = {
  __typename: "Book",
  title: "A title",
  twin: (): unknown => closed,
  get secret(): string {
    throw new Error("the value was looked at");
  },
  get secrets(): string[] {
    throw new Error("the values were looked at");
  },
};
const closed = standingAt("a", ["OPERATIONAL:headline", "OPERATIONAL"], fields);
const open = standingAt("b", ["OPERATIONAL:headline", "OPERATIONAL", "NARRATIVE"], {
  __typename: "Book",
  title: "Another",
  secret: "planted",
  secrets: ["planted"],
});
const asked = (field: string) => ({ type: "Query", ids: [], fields: [field], redacted: [] });
const secretWithheld = { coordinate: "Book.secret", dataClass: "NARRATIVE", reason: "RELATION", count: 1 };

describe("a record that brings where it was read", () => {
  it("has what hangs on it read there, and is noted in the log of the request", async () => {
    const narrowed = standingAt("c", ["OPERATIONAL:headline", "OPERATIONAL"], {
      twin: (_args: unknown, context: unknown) => (context === elsewhere ? open : closed),
    });
    const elsewhere = {};
    Object.assign(narrowed[standingKey], { readIn: elsewhere });
    const { data, disclosures } = await ask("{ book { twin { id } } }", { book: narrowed });
    expect(data).toEqual({ book: { twin: { id: "b" } } });
    expect(disclosures).toContainEqual({ type: "Book", ids: ["c"], fields: ["twin"], redacted: [] });
  });
});

describe("a field that is closed on a record", () => {
  const shapes = [
    ["by the default resolver", "{ book { id title secret } }", { book: { id: "a", title: "A title", secret: null } }],
    ["under another name", "{ book { title: secret } }", { book: { title: null } }],
    ["under two names, once", "{ book { one: secret two: secret } }", { book: { one: null, two: null } }],
    ["in an inline fragment", "{ book { ... { secret } ... on Book { secret } } }", { book: { secret: null } }],
    ["in a named fragment", "{ book { ...F } } fragment F on Book { secret }", { book: { secret: null } }],
    ["included by a directive", "{ book { secret @include(if: true) } }", { book: { secret: null } }],
    ["in a list", "{ books { secret } }", { books: [{ secret: null }] }],
    ["through a union", "{ shelf { ... on Book { secret } } }", { shelf: [{ secret: null }] }],
    ["one record further", "{ book { twin { secret } } }", { book: { twin: { secret: null } } }],
  ] as const;

  it.each(shapes)("is null, is named, and its value is never looked at: %s", async (_title, query, data) => {
    const answer = await ask(query, { book: closed, books: [closed], shelf: [closed] });
    expect(answer).toMatchObject({ data, errors: undefined, redactions: [secretWithheld] });
  });

  it("is no redaction where the client left it out", async () => {
    const query = "query($yes: Boolean!) { book { id secret @skip(if: $yes) ... @include(if: false) { secret } } }";
    const answer = await ask(query, { book: closed }, guarded(), { yes: true });
    expect(answer).toMatchObject({ data: { book: { id: "a" } }, redactions: [] });
  });

  it("is a null and not an empty list, where its value is a list", async () => {
    const answer = await ask("{ book { secrets } }", { book: closed });
    expect(answer.data).toEqual({ book: { secrets: null } });
  });

  it("is the same whether the record has a value, none, or no such field", async () => {
    const standing = ["OPERATIONAL:headline"] as const;
    const answers = await Promise.all(
      [{ secret: "planted" }, { secret: null }, {}].map((value) =>
        ask("{ book { secret } }", { book: standingAt("a", standing, value) }),
      ),
    );
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it("does not run a resolver, nor a field that is a function", async () => {
    const schema = guarded();
    const ran = (): string => {
      throw new Error("the resolver ran");
    };
    const book = standingAt("a", [], { secret: ran, title: ran });
    const { data, errors } = await ask("{ book { secret title } }", { book }, schema);
    expect({ data, errors }).toEqual({ data: { book: { secret: null, title: null } }, errors: undefined });
  });

  it("is decided before a resolver that was set on the schema", async () => {
    const [schema, classification] = smallSchema();
    const book = schema.getType("Book") as unknown as { getFields(): Record<string, { resolve?: () => string }> };
    const secret = book.getFields()["secret"];
    if (secret !== undefined) secret.resolve = () => "planted";
    guardSchema(schema, classification);
    expect((await ask("{ book { secret } }", { book: closed }, schema)).data).toEqual({ book: { secret: null } });
    expect((await ask("{ book { secret } }", { book: open }, schema)).data).toEqual({ book: { secret: "planted" } });
  });
});

describe("records side by side", () => {
  it("are each judged by their own standing", async () => {
    const answer = await ask("{ books { id secret } }", { books: [closed, open, null] });
    expect(answer.data).toEqual({ books: [{ id: "a", secret: null }, { id: "b", secret: "planted" }, null] });
    expect(answer.redactions).toEqual([secretWithheld]);
    expect(answer.disclosures).toEqual([
      asked("books"),
      { type: "Book", ids: ["a"], fields: ["id"], redacted: ["secret"] },
      { type: "Book", ids: ["b"], fields: ["id", "secret"], redacted: [] },
    ]);
  });

  it("of different types are each judged by the class that their own type gives the field", async () => {
    const map = standingAt("m", ["OPERATIONAL:headline", "NARRATIVE"], { __typename: "Map", secret: "planted" });
    const answer = await ask("{ shelf { ... on Map { secret } ... on Book { secret } } }", { shelf: [map, open] });
    expect(answer.data).toEqual({ shelf: [{ secret: null }, { secret: "planted" }] });
    expect(answer.redactions).toEqual([
      { coordinate: "Map.secret", dataClass: "MANAGEMENT", reason: "RELATION", count: 1 },
    ]);
  });
});

describe("a record without a standing", () => {
  it.each([
    ["that nothing loaded through a visible view", { secret: "planted", title: "planted" }],
    ["with a standing by name", { standing: open, "Symbol(standing)": open, secret: "planted", title: "planted" }],
  ])("gives nothing that is protected: %s", async (_title, book) => {
    const answer = await ask("{ book { secret title cover { colour } } }", { book });
    expect(answer).toMatchObject({ data: { book: { secret: null, title: null, cover: null } }, errors: undefined });
    expect(answer.disclosures).toEqual([asked("book")]);
  });

  it("is not shown at all where even its key is asked for", async () => {
    const answer = await ask("{ book { id } }", { book: { id: "planted" } });
    expect(answer.data).toEqual({ book: null });
    expect(JSON.stringify(answer.errors)).not.toContain("planted");
  });
});

it("what is open is given as it is, and noted", async () => {
  const book = standingAt("b", ["OPERATIONAL"], { title: () => "From a function", cover: { colour: "red" } });
  const answer = await ask("{ book { title cover { colour } } }", { book });
  expect(answer.data).toEqual({ book: { title: "From a function", cover: { colour: "red" } } });
  expect(answer.disclosures).toEqual([
    asked("book"),
    { type: "Book", ids: ["b"], fields: ["cover", "title"], redacted: [] },
  ]);
});

describe("a schema with a finding", () => {
  it("is not guarded, and so not served", () => {
    const result = guardSchema(...smallSchema({ classes: { "Book.secret": undefined, "Bok.secret": "NARRATIVE" } }));
    expect(result).toEqual({
      findings: ["Book.secret has no data class", "Bok.secret is classified but does not exist"],
    });
  });

  it("is left as it was", () => {
    const [schema, classification] = smallSchema({ classes: { "Book.secret": undefined } });
    guardSchema(schema, classification);
    const book = schema.getType("Book") as unknown as { getFields(): Record<string, { resolve?: unknown }> };
    expect(book.getFields()["title"]?.resolve).toBeUndefined();
  });
});

describe("what is told beside records", () => {
  const open = {
    "Book.title": "PUBLIC",
    "Book.secret": "PUBLIC",
    "Book.secrets": "PUBLIC",
    "Book.id": "PUBLIC",
  } as const;
  const more = { "Book.twin": "PUBLIC", "Book.cover": "PUBLIC", "Map.id": "PUBLIC", "Map.title": "PUBLIC" } as const;
  const told = async (secretOfAMap: "PUBLIC" | "MANAGEMENT") => {
    const [schema, classification] = smallSchema({ classes: { ...open, ...more, "Map.secret": secretOfAMap } });
    guardSchema(schema, classification);
    return (await ask("{ book { title } }", { book: { title: "A title" } }, schema)).disclosures;
  };

  it("is noted where a single class is protected, and not where there is nothing to protect", async () => {
    expect(await told("MANAGEMENT")).toEqual([asked("book")]);
    expect(await told("PUBLIC")).toEqual([]);
  });
});

it("answers for the data classes that the schema carries, and for no others", () => {
  const result = guardSchema(...smallSchema());
  expect("guarded" in result && result.guarded.dataClasses).toEqual(["MANAGEMENT", "NARRATIVE", "OPERATIONAL"]);
});
