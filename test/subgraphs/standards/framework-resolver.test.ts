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

async function idsInForce(inForceOn: string | null): Promise<string[]> {
  const { data, errors } = await ask(`query ($on: Date) { frameworks(inForceOn: $on) { id } }`, {
    variables: { on: inForceOn },
  });
  expect(errors).toEqual([]);
  return (data as { frameworks: { id: string }[] }).frameworks.map(({ id }) => id);
}

describe("the frameworks", () => {
  it("are all listed where no day is given, the newest version of each first", async () => {
    const ids = await idsInForce(null);
    expect(ids).toContain("EQF-2021");
    expect(ids.filter((id) => id.startsWith("ZZ"))).toEqual(["ZZ-2021", "ZZ-2019"]);
  });

  it.each([
    ["2018-12-31", []],
    ["2019-01-01", ["ZZ-2019"]],
    ["2020-12-31", ["ZZ-2019"]],
    ["2021-01-01", ["ZZ-2021"]],
    ["9999-12-31", ["ZZ-2021"]],
  ])("in force on %s, of an invented one, are %j", async (day, ids) => {
    expect((await idsInForce(day)).filter((id) => id.startsWith("ZZ"))).toEqual(ids);
  });

  it("come with all their standards in two statements, each in its own order", async () => {
    const { data, errors, statements } = await ask(`{ frameworks { id standards { id title } } }`);
    expect(errors).toEqual([]);
    expect(statements).toHaveLength(2);
    const { frameworks } = data as { frameworks: { id: string; standards: { id: string }[] }[] };
    const ordered = (framework: string) =>
      frameworks.find(({ id }) => id === framework)?.standards.map(({ id }) => id.split(":")[1]);
    expect(ordered("ZZ-2021")).toEqual(["Z1", "Z1.1", "Z1.1.1", "Z2"]);
    expect(ordered("EQF-2021")?.slice(0, 3)).toEqual(["1", "1.1", "1.2"]);
  });

  it.each(["2020-02-30", "0x7", "", "today", "2020-1-1", "2020-01-01T00:00:00Z"])(
    "cannot be asked for on %j, which is no day",
    async (day) => {
      const { data, errors, statements } = await ask(`query ($on: Date) { frameworks(inForceOn: $on) { id } }`, {
        variables: { on: day },
      });
      expect([data, statements]).toEqual([null, []]);
      expect(errors).toHaveLength(1);
    },
  );
});

describe("a framework by its id", () => {
  it("tells what the library holds, and of its owner the code", async () => {
    const { data, errors } = await ask(`{
      framework(id: "ZZ-2019") {
        id code title version validFrom validTo url source confidence note owner { __typename code }
        standards { code framework { id } }
      }
    }`);
    expect(errors).toEqual([]);
    expect(data).toEqual({
      framework: {
        id: "ZZ-2019",
        code: "ZZ",
        title: "Invented framework",
        version: "2019",
        validFrom: "2019-01-01",
        validTo: "2020-12-31",
        url: "https://zz.example",
        source: "test",
        confidence: "LOW",
        note: null,
        owner: { __typename: "Organisation", code: "ZZGONE" },
        standards: [
          { code: "Z1", framework: { id: "ZZ-2019" } },
          { code: "Z1.9", framework: { id: "ZZ-2019" } },
        ],
      },
    });
  });

  it.each(["EQF-1999", "eqf-2021", "EQF-2021:1", "", "EQF-2021\n", "EQF-2021\u0000", "' or true --", "\ud800"])(
    "is null for %j, of which there is none",
    async (id) => {
      const { data, errors } = await ask(`query ($id: ID!) { framework(id: $id) { title } }`, { variables: { id } });
      expect({ data, errors }).toEqual({ data: { framework: null }, errors: [] });
    },
  );
});
