/** What is published of counts tells of no few concerns, to somebody who has all of it and a solver. */
import { describe, expect, it } from "@jest/globals";
import {
  fewestPossible,
  hiddenCells,
  isSmall,
  rounded,
  type Line,
} from "../../../../subgraphs/concerns/statistics/disclosure-control.js";
import { createRandom } from "../../../../demonstration/random.js";
import { membersOf } from "../../../../subgraphs/concerns/statistics/figures.js";
import { cubeOf, type FactGroup } from "../../../../subgraphs/concerns/statistics/statistics-cube.js";
import { linesOf } from "../../../../subgraphs/concerns/statistics/statistics-lines.js";
import { createAttacker } from "./an-attacker.js";

describe("a count", () => {
  it.each([1, 2, 3, 4, 5, 6, 7])("of %i is hidden", (count) => {
    expect(hiddenCells(new Map([["a", count]]), [])).toEqual(new Set(["a"]));
  });

  it.each([
    [0, 0],
    [8, 10],
    [12, 10],
    [13, 15],
    [1_002, 1_000],
  ])("of %i is shown as %i", (count, shown) => {
    expect(hiddenCells(new Map([["a", count]]), [])).toEqual(new Set());
    expect(rounded(count)).toBe(shown);
  });
});

const line = (total: string, ...parts: string[]): Line => ({ total, parts, overlapping: false });

describe("a line", () => {
  it("with one hidden part hides the next smallest too", () => {
    const counts = new Map(Object.entries({ all: 53, a: 3, b: 20, c: 30 }));
    expect(hiddenCells(counts, [line("all", "a", "b", "c")])).toEqual(new Set(["a", "b"]));
  });

  it("with two hidden parts hides no third", () => {
    const counts = new Map(Object.entries({ all: 38, a: 3, b: 5, c: 30 }));
    expect(hiddenCells(counts, [line("all", "a", "b", "c")])).toEqual(new Set(["a", "b"]));
  });

  it("does not hide a part that is zero, which would hide nothing", () => {
    const counts = new Map(Object.entries({ all: 33, a: 3, b: 0, c: 30 }));
    expect(hiddenCells(counts, [line("all", "a", "b", "c")])).toEqual(new Set(["a", "c"]));
  });

  it("that shares a cell with another one is covered along both", () => {
    const counts = new Map(Object.entries({ row: 33, col: 23, a: 3, b: 30, d: 20 }));
    const lines = [line("row", "a", "b"), line("col", "a", "d")];
    expect(hiddenCells(counts, lines)).toEqual(new Set(["a", "b", "d"]));
  });
});

/** Facts of a small world in which most cells are small. */
function facts(seed: number): { groups: FactGroup[]; regionOf: Map<string, string> } {
  const random = createRandom(seed, 1);
  const regionOf = new Map([
    ["P1", "R1"],
    ["P2", "R1"],
    ["P3", "R2"],
    ["P4", "R2"],
  ]);
  const { pick } = random;
  const groups = Array.from({ length: 24 }, (): FactGroup => {
    const provider = pick([...regionOf.keys()]);
    const domains = new Set([pick(["D1", "D2", "D3"]), pick(["D1", "D2", "D3"])]);
    const count = pick([1, 1, 2, 3, 4, 9, 14]);
    return {
      members: {
        REGION: [regionOf.get(provider) ?? ""],
        PROVIDER: [provider],
        ISF_CATEGORY: [pick(["ISF0", "ISF1", "ISF2"])],
        EQF_DOMAIN: [...domains],
        PROFESSION: [pick(["GMC", "NMC"])],
      },
      counts: { OPEN_CONCERNS: count, RAISED: count, CLOSED: 0 },
      closedDays: [],
    };
  });
  return { groups, regionOf };
}

function publishedOf(groups: readonly FactGroup[], regionOf: ReadonlyMap<string, string>) {
  const counts = new Map([...cubeOf(groups)].map(([name, { counts: of }]) => [name, of.RAISED]));
  return { counts, lines: linesOf({ members: membersOf(groups), regionOf }) };
}

describe.each([1, 2, 3, 4, 5, 6])("a published cube (%i)", (seed) => {
  it(`leaves every hidden small count at least ${fewestPossible} values, to somebody who solves for it`, async () => {
    const { groups, regionOf } = facts(seed);
    const { counts, lines } = publishedOf(groups, regionOf);
    const hidden = hiddenCells(counts, lines);
    const shown = new Map([...counts].map(([name, count]) => [name, hidden.has(name) ? null : rounded(count)]));
    const attacker = await createAttacker(shown, lines);
    const small = [...counts].filter(([, count]) => isSmall(count));
    expect(small.length).toBeGreaterThan(5);
    for (const [name, count] of small) {
      const { least, most } = attacker.rangeOf(name);
      expect(least).toBeLessThanOrEqual(count);
      expect(most).toBeGreaterThanOrEqual(count);
      expect([name, most - least + 1 >= fewestPossible]).toEqual([name, true]);
    }
  });
});

it("the attacker finds counts in a cube of which just the small ones are hidden, and so known to be small", async () => {
  const { groups, regionOf } = facts(1);
  const { counts, lines } = publishedOf(groups, regionOf);
  const shown = new Map([...counts].map(([name, count]) => [name, isSmall(count) ? null : rounded(count)]));
  const attacker = await createAttacker(shown, lines, { least: 1, most: 7 });
  const ranges = [...counts].filter(([, count]) => isSmall(count)).map(([name]) => attacker.rangeOf(name));
  expect(ranges.some(({ least, most }) => most - least + 1 < fewestPossible)).toBe(true);
});

it("the attacker finds out a count that was hidden alone", async () => {
  const lines = [line("all", "a", "b")];
  const shown = new Map<string, number | null>(Object.entries({ all: 20, a: null, b: 10 }));
  const attacker = await createAttacker(shown, lines);
  expect(attacker.rangeOf("a")).toEqual({ least: 6, most: 14 });
});
