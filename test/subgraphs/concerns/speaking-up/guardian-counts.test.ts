import { describe, expect, it } from "@jest/globals";
import { guardianCounts } from "../../../../subgraphs/concerns/speaking-up/guardian-counts.js";

const reference = { elements: [{ code: "SAFETY" }, { code: "BULLYING" }, { code: "DETRIMENT" }], smallestShown: 5 };
const times = (element: string, count: number) => Array.from({ length: count }, () => ({ elements: [element] }));
const counted = (safety: number, bullying: number, detriment: number) =>
  guardianCounts(
    [...times("SAFETY", safety), ...times("BULLYING", bullying), ...times("DETRIMENT", detriment)],
    reference,
  ).map(({ count }) => count);

describe("what guardians report", () => {
  it.each([
    ["nothing, as nought", [0, 0, 0], [0, 0, 0]],
    ["counts from five up, as they are", [5, 12, 7], [5, 12, 7]],
    ["nought beside them, as it is", [5, 0, 12], [5, 0, 12]],
    ["two small counts, hidden", [1, 4, 30], [null, null, 30]],
    ["one small count, hidden with the next smallest", [4, 30, 9], [null, 30, null]],
    ["one small count beside one that is as large as another, hidden with one of them", [9, 4, 9], [null, null, 9]],
    ["one small count, hidden with one that is just large enough", [5, 4, 9], [null, null, 9]],
    ["one small count with nothing to hide it behind", [0, 3, 0], [0, null, 0]],
    ["three small counts, hidden", [1, 2, 3], [null, null, null]],
  ] as const)("%s", (_, [safety, bullying, detriment], expected) => {
    expect(counted(safety, bullying, detriment)).toEqual(expected);
  });

  it("looks the same for each small count", () => {
    const answers = [1, 2, 3, 4].map((count) => JSON.stringify(counted(count, 4, 30)));
    expect(new Set(answers).size).toBe(1);
  });

  it("says of each hidden count that it is hidden, and of no other", () => {
    expect(guardianCounts([...times("SAFETY", 2), ...times("BULLYING", 3)], reference)).toEqual([
      { element: "SAFETY", count: null, isSuppressed: true },
      { element: "BULLYING", count: null, isSuppressed: true },
      { element: "DETRIMENT", count: 0, isSuppressed: false },
    ]);
  });

  it("counts a case once for each of its elements, and for none that is not in the list", () => {
    const cases = Array.from({ length: 5 }, () => ({ elements: ["SAFETY", "BULLYING", "SAFETY", "WEATHER"] }));
    expect(guardianCounts(cases, reference).map(({ element, count }) => [element, count])).toEqual([
      ["SAFETY", 5],
      ["BULLYING", 5],
      ["DETRIMENT", 0],
    ]);
  });
});
