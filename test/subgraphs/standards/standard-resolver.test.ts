import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { standardsSubgraph } from "../../../subgraphs/standards/standards-subgraph.js";
import { askerOf, type Ask } from "../organisations/ask-subgraph.js";
import { createLibraryWorld, type LibraryWorld } from "./library-world.js";

let world: LibraryWorld;
let ask: Ask;

beforeAll(async () => {
  world = await createLibraryWorld();
  ask = askerOf(standardsSubgraph().schema, world.reader);
});
afterAll(() => world.end());

const one = `query ($id: ID!) { standard(id: $id) { id } }`;

describe("a standard by its id", () => {
  it("tells what the library holds, in one statement", async () => {
    const { data, errors, statements } = await ask(
      `{ standard(id: "ZZ-2021:Z1.1.1") { id code title kind validFrom validTo source confidence note } }`,
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      standard: {
        id: "ZZ-2021:Z1.1.1",
        code: "Z1.1.1",
        title: "Under two",
        kind: "REQUIREMENT",
        validFrom: "2021-01-01",
        validTo: null,
        source: "test",
        confidence: "LOW",
        note: "Back\\slash",
      },
    });
    expect(statements).toHaveLength(1);
  });

  it("does not read what was not asked for", async () => {
    const { statements } = await ask(`{ standard(id: "EQF-2021:1") { title } }`);
    expect(statements).toEqual([expect.not.stringMatching(/note|source|\*/)]);
  });

  it("leads to what it stands under, to its framework and to the owner's code", async () => {
    const { data, errors } = await ask(`{
      standard(id: "ZZ-2021:Z1.1.1") {
        parent { code parent { code parent { code } } } framework { id version owner { code } }
      }
    }`);
    expect(errors).toEqual([]);
    expect(data).toEqual({
      standard: {
        parent: { code: "Z1.1", parent: { code: "Z1", parent: null } },
        framework: { id: "ZZ-2021", version: "2021", owner: { code: "ZZGONE" } },
      },
    });
  });

  it("leads to what replaced it", async () => {
    const { data } = await ask(`{ standard(id: "ZZ-2019:Z1") { supersededBy { id supersededBy { id } } } }`);
    expect(data).toEqual({ standard: { supersededBy: { id: "ZZ-2021:Z1", supersededBy: null } } });
  });

  it("shows what corresponds to it, from whichever side that was written", async () => {
    const { data, errors } = await ask(`{
      standard(id: "ZZ-2021:Z1") { mappings { to { id title } strength mappedBy confidence } }
    }`);
    expect(errors).toEqual([]);
    expect(data).toEqual({
      standard: {
        mappings: [
          {
            to: { id: "EQF-2021:1", title: "Learning environment and culture" },
            strength: "STRONG",
            mappedBy: "here",
            confidence: "LOW",
          },
          { to: { id: "ZZ-2019:Z1", title: "Ten" }, strength: "PARTIAL", mappedBy: "there", confidence: "HIGH" },
        ],
      },
    });
  });

  it("shows a correspondence that is written from both sides once, as its own side has it", async () => {
    const { data } = await ask(`{
      here: standard(id: "ZZ-2021:Z2") { mappings { strength mappedBy } }
    }`);
    expect(data).toEqual({ here: { mappings: [{ strength: "STRONG", mappedBy: "one side" }] } });
  });

  it.each([
    ...["EQF-2021:99", "NONE-1:1", "EQF-2021", "1.7", "eqf-2021:1", "EQF-2021:1 ", "EQF-2021:1\n", ":", ""],
    ...["EQF-2021:1'--", "EQF-2021:1\u0000", "EQF-2021:\ud800", `EQF-2021:${"1".repeat(1_000)}`],
  ])("is null for %j, of which there is none", async (id) => {
    const { data, errors } = await ask(one, { variables: { id } });
    expect({ data, errors }).toEqual({ data: { standard: null }, errors: [] });
  });
});

describe("standards and frameworks that another part of the graph refers to", () => {
  const entities = `query ($of: [_Any!]!) {
    _entities(representations: $of) { ... on Standard { id kind } ... on Framework { id version } }
  }`;

  it("are read in a statement for each type, whatever else the representation claims", async () => {
    const { data, errors, statements } = await ask(entities, {
      variables: {
        of: [
          { __typename: "Standard", id: "ZZ-2021:Z1", kind: "FORGED" },
          { __typename: "Framework", id: "ZZ-2019" },
          { __typename: "Standard", id: "ZZ-2021:Z2" },
        ],
      },
    });
    expect(errors).toEqual([]);
    expect(data).toEqual({
      _entities: [
        { id: "ZZ-2021:Z1", kind: "DOMAIN" },
        { id: "ZZ-2019", version: "2019" },
        { id: "ZZ-2021:Z2", kind: "DOMAIN" },
      ],
    });
    expect(statements).toHaveLength(2);
  });

  it.each([
    { __typename: "Standard", id: "EQF-2021:99" },
    { __typename: "Standard", id: "EQF-2021" },
    { __typename: "Standard", id: ["EQF-2021:1"] },
    { __typename: "Standard", id: null },
    { __typename: "Standard", id: "EQF-2021:1\u0000" },
    { __typename: "Framework", id: "EQF-2021:1" },
    { __typename: "Framework", id: "' or true --" },
  ])("are null for %j", async (representation) => {
    const { data, errors } = await ask(entities, { variables: { of: [representation] } });
    expect({ data, errors }).toEqual({ data: { _entities: [null] }, errors: [] });
  });
});
