import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Supergraph } from "@apollo/federation-internals";
import { describe, expect, it } from "@jest/globals";
import { parse, Source, validate } from "graphql";
import { parseExampleQuery } from "../../dashboard/example-query.js";
import { personas } from "../../demonstration/personas.js";

const queriesFolder = join("docs", "queries");
const supergraphFile = join("schema", "supergraph.graphql");
const examples = readdirSync(queriesFolder).map((file) =>
  parseExampleQuery(file, readFileSync(join(queriesFolder, file), "utf8")),
);

const names = personas.map(({ name }) => name);

describe("the example queries", () => {
  const schema = existsSync(supergraphFile)
    ? Supergraph.build(readFileSync(supergraphFile, "utf8"), { supportedFeatures: null })
        .apiSchema()
        .toGraphQLJSSchema()
    : null;

  it("are checked against the committed supergraph", () => {
    expect(schema).not.toBeNull();
  });

  for (const example of examples) {
    it(`${example.name} is valid against the public graph`, () => {
      const document = parse(new Source(example.query, `${example.name}.graphql`));
      const errors = schema === null ? [] : validate(schema, document).map(({ message }) => message);
      expect(errors).toEqual([]);
    });

    it(`${example.name} says what it shows and whom it is for`, () => {
      expect(example.title).not.toBe("");
      expect(example.description).not.toBe("");
      expect(example.audience).not.toEqual([]);
      expect([...names, "everyone"]).toEqual(expect.arrayContaining([...example.audience]));
    });

    it(`${example.name} names its operation, because the editor names the tab after it`, () => {
      expect(parse(example.query).definitions).toEqual([
        expect.objectContaining({ name: expect.objectContaining({ kind: "Name" }) }),
      ]);
    });
  }

  for (const persona of names) {
    it(`has one of its own for ${persona}`, () => {
      expect(examples.some(({ audience }) => audience.includes(persona))).toBe(true);
    });
  }
});
