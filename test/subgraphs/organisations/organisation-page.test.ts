import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { organisationsSubgraph } from "../../../subgraphs/organisations/organisations-subgraph.js";
import { anAnalyst, askerOf, type Ask, type AskOptions } from "./ask-subgraph.js";
import { createDirectoryWorld, type DirectoryWorld } from "./directory-world.js";

let world: DirectoryWorld;
let ask: Ask;

beforeAll(async () => {
  world = await createDirectoryWorld();
  ask = askerOf(organisationsSubgraph().schema, world.reader);
});
afterAll(() => world.end());

interface Page {
  readonly nodes: readonly { readonly code: string; readonly name: string }[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly endCursor: string };
}

const list = `query ($filter: OrganisationFilter, $first: Int, $after: String) {
  organisations(filter: $filter, first: $first, after: $after) {
    totalCount nodes { code name } pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`;

async function page(variables: Readonly<Record<string, unknown>>, options: AskOptions = {}): Promise<Page> {
  const { data, errors } = await ask(list, { ...options, variables });
  expect(errors).toEqual([]);
  return (data as { organisations: Page }).organisations;
}

describe("the directory", () => {
  it("is read page by page by name, every organisation once", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    let pages = 0;
    do {
      const { nodes, pageInfo } = await page({ filter: { region: ["Y60", "Y56"] }, first: 37, after });
      seen.push(...nodes.map(({ code }) => code));
      expect(pageInfo.hasPreviousPage).toBe(pages > 0);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      pages += 1;
    } while (after !== null);
    const { totalCount } = await page({ filter: { region: ["Y60", "Y56"] }, first: 1 });
    expect(seen).toHaveLength(totalCount);
    expect(new Set(seen).size).toBe(totalCount);
    expect(totalCount).toBeGreaterThan(400);
  });

  it("shows twenty where nobody says how many", async () => {
    expect((await page({})).nodes).toHaveLength(20);
  });

  it.each<[string, Readonly<Record<string, unknown>>, number]>([
    ["of one kind", { kind: "TRUST" }, 100],
    ["of any of several kinds", { kind: ["TRUST", "TRUST_SITE"] }, 400],
    ["of no kind at all", { kind: [] }, 0],
    ["in a region", { kind: "TRUST", region: "Y60" }, 50],
    ["in a state", { kind: "TRUST", status: "CLOSED" }, 10],
    ["on their last day still open", { nameContains: "trust 011", status: "ACTIVE", kind: "TRUST" }, 1],
    ["with a word in the name, in capitals or not", { nameContains: "INVENTED trust 02" }, 10],
    ["whatever their kind where the condition is null", { kind: null, nameContains: "Invented" }, 100],
    ["with a percent sign in the name, which stands for itself", { nameContains: "0% p" }, 1],
    ["with an underscore in the name, which stands for itself", { nameContains: "d_t" }, 1],
    ["with a backslash in the name, which stands for itself", { nameContains: "\\" }, 1],
    ["with what looks like SQL in the name", { nameContains: "' or true --" }, 0],
    ["in a region that there is none of", { region: "NOBODY" }, 0],
  ])("is filtered to those %s", async (_title, filter, totalCount) => {
    expect((await page({ filter, first: 1 })).totalCount).toBe(totalCount);
  });

  it.each<[string, string, boolean, readonly string[]]>([
    ["take part in the protocol", "2026-11-02", true, ["GMC", "X24", "Y60"]],
    ["took part in it on the last day of one", "2023-03-31", true, ["GMC", "X24", "Y60", "ZZ001"]],
    ["took part in it the day after", "2023-04-01", true, ["GMC", "X24", "Y60"]],
    ["took part in it before it was signed", "2016-01-01", true, ["X24", "Y60"]],
    ["take no part in it, as local offices do not", "2026-11-02", false, ["T151C", "ZZ001"]],
  ])("is filtered to those that %s", async (_title, today, inProtocol, codes) => {
    const found: string[] = [];
    let after: string | null = null;
    let count: number | undefined;
    do {
      const { nodes, pageInfo, totalCount } = await page({ filter: { inProtocol }, first: 100, after }, { today });
      found.push(...nodes.map(({ code }) => code));
      count = totalCount;
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(count).toBe(found.length);
    const asked = ["GMC", "T151C", "X24", "Y60", "ZZ001"];
    expect(asked.filter((code) => found.includes(code))).toEqual(codes);
  });

  it("is read on with a cursor of the day before", async () => {
    const filter = { inProtocol: true };
    const { pageInfo } = await page({ filter, first: 2 }, { today: "2026-11-02" });
    const whole = await page({ filter, first: 4 }, { today: "2026-11-03" });
    const onwards = await page({ filter, first: 2, after: pageInfo.endCursor }, { today: "2026-11-03" });
    expect(onwards.nodes).toEqual(whole.nodes.slice(2));
  });

  it("counts only when the count is asked for", async () => {
    const { statements } = await ask(`{ organisations { nodes { code } } }`);
    expect(statements).toHaveLength(1);
  });

  // Which fields share a statement depends on which answer comes first; that rows share one does not.
  it.each([1, 10, 100])("takes at most a statement for each field that leads on, for %i trusts", async (first) => {
    const { data, errors, statements } = await ask(`{
      organisations(filter: { kind: TRUST, status: [ACTIVE, CLOSED] }, first: ${first}) {
        totalCount
        nodes {
          code name kind status openedOn closedOn postcode ukprn remit everySetting qualityTeam { name mailbox } protocolSignature { from }
          region { name qualityTeam { name } parent { name } } icb { name } parent { name }
          sites { name region { name } parent { name } }
          predecessors { on predecessor { name status } } successors { on successor { name } }
        }
      }
    }`);
    expect(errors).toEqual([]);
    expect((data as { organisations: { nodes: unknown[] } }).organisations.nodes).toHaveLength(first);
    expect(statements.length).toBeLessThanOrEqual(15);
  });
});

describe("a request for the directory is refused", () => {
  const refusals: readonly (readonly [string, Readonly<Record<string, unknown>>, string, string])[] = [
    ["a page of none", { first: 0 }, "first", "must be from 1 to 100"],
    ["a page of less than none", { first: -1 }, "first", "must be from 1 to 100"],
    ["a page of more than a hundred", { first: 101 }, "first", "must be from 1 to 100"],
    ["a cursor of nobody's making", { after: "AAAA".repeat(20) }, "after", "not a cursor of this list"],
    ["a cursor that is too long", { after: "A".repeat(10_000) }, "after", "not a cursor of this list"],
    ["an empty cursor", { after: "" }, "after", "not a cursor of this list"],
    ["a name with a NUL", { filter: { nameContains: "Trust\u0000" } }, "filter.nameContains", "not plain text"],
    ["a name with half a character", { filter: { nameContains: "\ud800" } }, "filter.nameContains", "not plain text"],
    ["a name of 101", { filter: { nameContains: "x".repeat(101) } }, "filter.nameContains", "at most 100 characters"],
    ["a region in small letters", { filter: { region: "y60" } }, "filter.region", "not an organisation code"],
    ["a region with a NUL", { filter: { region: ["Y60", "Y6\u0000"] } }, "filter.region", "not an organisation code"],
    ["an empty region", { filter: { region: "" } }, "filter.region", "not an organisation code"],
    ["101 regions", { filter: { region: Array(101).fill("Y60") } }, "filter.region", "at most 100 values"],
    ["101 kinds", { filter: { kind: Array(101).fill("TRUST") } }, "filter.kind", "at most 100 values"],
    ["101 states", { filter: { status: Array(101).fill("ACTIVE") } }, "filter.status", "at most 100 values"],
  ];
  it.each(refusals)("for %s, and nothing is read", async (_title, variables, field, problem) => {
    const { data, errors, statements } = await ask(list, { variables });
    expect(data).toBeNull();
    expect(errors).toEqual([expect.objectContaining({ code: "BAD_USER_INPUT", field, problem })]);
    expect(statements).toEqual([]);
  });

  it("with the cursor of another filter, or of another caller", async () => {
    const { pageInfo } = await page({ filter: { kind: "TRUST" } });
    const somebodyElse = { ...anAnalyst, subject: "analyst-2" };
    for (const [filter, caller] of [
      [{ kind: "ICB" }, anAnalyst],
      [{ kind: "TRUST" }, somebodyElse],
    ] as const) {
      const { errors } = await ask(list, { caller, variables: { filter, after: pageInfo.endCursor } });
      expect(errors).toEqual([expect.objectContaining({ code: "BAD_USER_INPUT", field: "after" })]);
    }
  });
});
