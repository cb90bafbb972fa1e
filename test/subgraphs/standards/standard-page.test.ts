import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { standardsSubgraph } from "../../../subgraphs/standards/standards-subgraph.js";
import { anAnalyst, askerOf, type Ask } from "../organisations/ask-subgraph.js";
import { createLibraryWorld, type LibraryWorld } from "./library-world.js";

let world: LibraryWorld;
let ask: Ask;

beforeAll(async () => {
  world = await createLibraryWorld();
  ask = askerOf(standardsSubgraph().schema, world.reader);
});
afterAll(() => world.end());

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

const list = `query ($filter: StandardFilter, $first: Int, $after: String) {
  standards(filter: $filter, first: $first, after: $after) {
    totalCount nodes { id } pageInfo { hasNextPage endCursor }
  }
}`;

async function page(variables: Readonly<Record<string, unknown>>): Promise<Page> {
  const { data, errors } = await ask(list, { variables });
  expect(errors).toEqual([]);
  return (data as { standards: Page }).standards;
}

async function idsOf(filter: Readonly<Record<string, unknown>>): Promise<string[]> {
  return (await page({ filter, first: 100 })).nodes.map(({ id }) => id);
}

describe("the library", () => {
  it.each([1, 7, 100])("is read %i at a time, every standard once and each framework in one piece", async (first) => {
    const filter = first === 1 ? { framework: "ZZ-2021" } : {};
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { nodes, pageInfo } = await page({ filter, first, after });
      seen.push(...nodes.map(({ id }) => id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toHaveLength((await page({ filter, first: 1 })).totalCount);
    expect(new Set(seen).size).toBe(seen.length);
    const frameworks = seen.map((id) => id.split(":")[0]);
    const changes = frameworks.filter((framework, index) => framework !== frameworks[index - 1]);
    expect(new Set(changes).size).toBe(changes.length);
  });

  it.each<[string, Readonly<Record<string, unknown>>, readonly string[]]>([
    ["in a framework", { framework: "ZZ-2019" }, ["ZZ-2019:Z1", "ZZ-2019:Z1.9"]],
    ["in a framework that there is none of", { framework: "NONE-1" }, []],
    ["with a code, in whichever framework", { codes: "Z1" }, ["ZZ-2019:Z1", "ZZ-2021:Z1"]],
    ["with one of several codes", { framework: "ZZ-2021", codes: ["Z1", "Z2"] }, ["ZZ-2021:Z1", "ZZ-2021:Z2"]],
    ["with no code at all", { codes: [] }, []],
    ["in force on a day", { codes: ["Z1"], inForceOn: "2020-12-31" }, ["ZZ-2019:Z1"]],
    ["that end by a day", { codes: ["Z1"], endsBy: "2020-12-31" }, ["ZZ-2019:Z1"]],
    ["that end by the day before", { codes: ["Z1"], endsBy: "2020-12-30" }, []],
    ["in force on the day after", { codes: ["Z1"], inForceOn: "2021-01-01" }, ["ZZ-2021:Z1"]],
    ["under a standard by id, directly or not", { domain: "ZZ-2021:Z1" }, ["ZZ-2021:Z1.1", "ZZ-2021:Z1.1.1"]],
    ["under a standard by code", { domain: "Z1" }, ["ZZ-2019:Z1.9", "ZZ-2021:Z1.1", "ZZ-2021:Z1.1.1"]],
    ["under a code in one framework", { domain: "Z1", framework: "ZZ-2019" }, ["ZZ-2019:Z1.9"]],
    ["under a standard that has none", { domain: "ZZ-2021:Z2" }, []],
    ["under a standard that there is none of", { domain: "ZZ-2021:Z9" }, []],
    ["with a percent sign in the title, which stands for itself", { text: "0% OF" }, ["ZZ-2021:Z1"]],
    ["with an underscore in the title, which stands for itself", { text: "R_o" }, ["ZZ-2021:Z1.1"]],
    ["with a backslash in the note, which stands for itself", { text: "k\\S" }, ["ZZ-2021:Z1.1.1"]],
    ["with what looks like SQL", { text: "' or true --" }, []],
    [
      "that meet every condition",
      { framework: "ZZ-2021", codes: "Z1.1", domain: "Z1", text: "under" },
      ["ZZ-2021:Z1.1"],
    ],
    ["where a condition is null", { framework: "ZZ-2019", codes: null, text: null }, ["ZZ-2019:Z1", "ZZ-2019:Z1.9"]],
  ])("is filtered to those %s", async (_title, filter, ids) => {
    expect(await idsOf(filter)).toEqual(ids);
  });

  // Which fields share a statement depends on which answer comes first; that rows share one does not.
  it.each([1, 10, 100])("takes at most a statement for each field that leads on, for %i standards", async (first) => {
    const { data, errors, statements } = await ask(`{
      standards(first: ${first}) {
        totalCount
        nodes {
          id code title kind validFrom validTo source confidence note
          framework { title owner { code } standards { id framework { id } } } parent { title } supersededBy { title }
          mappings { strength mappedBy confidence to { title framework { title } mappings { to { id } } } }
        }
      }
    }`);
    expect(errors).toEqual([]);
    expect((data as { standards: { nodes: unknown[] } }).standards.nodes).toHaveLength(first);
    expect(statements.length).toBeLessThanOrEqual(12);
  });
});

describe("a request for standards is refused", () => {
  const refusals: readonly (readonly [string, Readonly<Record<string, unknown>>, string, string])[] = [
    ["a page of none", { first: 0 }, "first", "must be from 1 to 100"],
    ["a page of more than a hundred", { first: 101 }, "first", "must be from 1 to 100"],
    ["a cursor of nobody's making", { after: "AAAA".repeat(20) }, "after", "not a cursor of this list"],
    ["a framework in small letters", { filter: { framework: "eqf" } }, "filter.framework", "not the id of a framework"],
    ["an empty framework", { filter: { framework: "" } }, "filter.framework", "not the id of a framework"],
    ["a framework with a NUL", { filter: { framework: "EQF\u0000" } }, "filter.framework", "not the id of a framework"],
    ["a code with a space", { filter: { codes: ["1", "1 7"] } }, "filter.codes", "not the code of a standard"],
    ["a code with a NUL", { filter: { codes: ["1\u0000"] } }, "filter.codes", "not the code of a standard"],
    ["101 codes", { filter: { codes: Array(101).fill("1") } }, "filter.codes", "at most 100 values"],
    ["a domain in words", { filter: { domain: "culture" } }, "filter.domain", "not the id or code of a standard"],
    ["an empty domain", { filter: { domain: "" } }, "filter.domain", "not the id or code of a standard"],
    ["a text with a NUL", { filter: { text: "safe\u0000" } }, "filter.text", "not plain text"],
    ["a text with half a character", { filter: { text: "\udfff" } }, "filter.text", "not plain text"],
    ["a text of 201", { filter: { text: "x".repeat(201) } }, "filter.text", "at most 200 characters"],
  ];
  it.each(refusals)("for %s, and nothing is read", async (_title, variables, field, problem) => {
    const { data, errors, statements } = await ask(list, { variables });
    expect(data).toBeNull();
    expect(errors).toEqual([expect.objectContaining({ code: "BAD_USER_INPUT", field, problem })]);
    expect(statements).toEqual([]);
  });

  it("with the cursor of another filter, or of another caller", async () => {
    const { pageInfo } = await page({ filter: { framework: "EQF-2021" } });
    const somebodyElse = { ...anAnalyst, subject: "analyst-2" };
    for (const [filter, caller] of [
      [{ framework: "GMC-2016" }, anAnalyst],
      [{ framework: "EQF-2021" }, somebodyElse],
    ] as const) {
      const { errors } = await ask(list, { caller, variables: { filter, after: pageInfo.endCursor } });
      expect(errors).toEqual([expect.objectContaining({ code: "BAD_USER_INPUT", field: "after" })]);
    }
  });
});
