import { describe, expect, it } from "@jest/globals";
import { createRandom } from "../../demonstration/random.js";

const draws = (seed: number, stream: number, substream = 0) => {
  const random = createRandom(seed, stream, substream);
  return Array.from({ length: 20 }, () => random.bits());
};

describe("chance that repeats itself", () => {
  it("gives the same draws for the same seed and streams", () => {
    expect(draws(1, 2, 3)).toEqual(draws(1, 2, 3));
  });

  it("gives other draws for another seed, stream or substream", () => {
    const all = [draws(1, 2, 3), draws(2, 2, 3), draws(1, 3, 3), draws(1, 2, 4), draws(2, 1, 3)].map(String);
    expect(new Set(all).size).toBe(all.length);
  });

  it("favours nothing that it should not", () => {
    const counts = new Map<number, number>();
    for (let stream = 0; stream < 20_000; stream += 1) {
      const drawn = createRandom(9, stream).between(1, 10);
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
    }
    expect([...counts.keys()].sort((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const count of counts.values()) expect(Math.abs(count - 2_000)).toBeLessThan(200);
  });

  it("draws by weight, and never what weighs nothing", () => {
    const random = createRandom(5, 5);
    const items = [
      { name: "often", weight: 9 },
      { name: "seldom", weight: 1 },
      { name: "never", weight: 0 },
    ];
    const drawn = Array.from({ length: 5_000 }, () => random.weighted(items, ({ weight }) => weight).name);
    const often = drawn.filter((name) => name === "often").length;
    expect(often).toBeGreaterThan(4_300);
    expect(often).toBeLessThan(4_700);
    expect(drawn).not.toContain("never");
  });

  it("samples without repeats, and no more than there are", () => {
    const random = createRandom(6, 6);
    expect(random.sample([1, 2, 3], 9).sort()).toEqual([1, 2, 3]);
    expect(random.sample([], 2)).toEqual([]);
  });

  it("refuses to choose from nothing", () => {
    expect(() => createRandom(1, 1).pick([])).toThrow(expect.objectContaining({ code: "INTERNAL" }));
  });
});
