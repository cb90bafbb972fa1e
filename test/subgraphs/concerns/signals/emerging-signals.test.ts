import { describe, expect, it } from "@jest/globals";
import { protocolLimits } from "../../../../subgraphs/concerns/casework-references.js";
import { emergingSignals, signalRefusal, type Tally } from "../../../../subgraphs/concerns/signals/emerging-signals.js";

const limits = protocolLimits().signals;
const question = { minimumBodies: 2, withinDays: 365 };
const held = (place: string, bodies: number, call: string | null = "Y60"): Tally => ({ place, bodies, call });
const signals = (tallies: readonly Tally[], asked = question) => emergingSignals(tallies, asked, limits);

describe("an emerging signal", () => {
  it("is a place, the number of bodies and whom to call, and not a word more", () => {
    const more = { ...held("ZZN01", 2), organisations: ["GMC", "CQC"], since: "2026-10-01" };
    expect(signals([more, held("ZZE01", 3, null)])).toEqual([
      { place: "ZZE01", bodies: 3, call: null },
      { place: "ZZN01", bodies: 2, call: "Y60" },
    ]);
  });

  it.each([
    ["one body holds something", [held("ZZN01", 1)]],
    ["nobody holds anything", []],
  ])("is none where %s", (_, tallies) => {
    expect(signals(tallies)).toEqual([]);
  });

  it("takes as many bodies as were asked for", () => {
    expect(signals([held("ZZN01", 3)], { ...question, minimumBodies: 3 })).toHaveLength(1);
    expect(signals([held("ZZN01", 3)], { ...question, minimumBodies: 4 })).toEqual([]);
  });

  it("comes in the order of places, whatever their number of bodies and in whatever order they are found", () => {
    const found = [held("ZZN01", 2), held("ZZA01", 9), held("ZZE01", 3)];
    expect(signals(found).map(({ place }) => place)).toEqual(["ZZA01", "ZZE01", "ZZN01"]);
    expect(signals(found.reverse())).toEqual(signals(found));
  });
});

describe("a question for signals", () => {
  it.each([
    ["about single bodies", { minimumBodies: 1 }, "TOO_FEW_BODIES"],
    ["about no body", { minimumBodies: 0 }, "TOO_FEW_BODIES"],
    ["about no number of bodies", { minimumBodies: Number.NaN }, "TOO_FEW_BODIES"],
    ["about a period of one's own, to find a day by trial", { withinDays: 364 }, "NOT_AN_OFFERED_PERIOD"],
    ["about today", { withinDays: 0 }, "NOT_AN_OFFERED_PERIOD"],
    ["about all time", { withinDays: 100_000 }, "NOT_AN_OFFERED_PERIOD"],
  ])("%s is refused, and has no answer", (_, change, refusal) => {
    const asked = { ...question, ...change };
    expect(signalRefusal(asked, limits)).toBe(refusal);
    expect(signals([held("ZZN01", 2)], asked)).toEqual([]);
  });

  it("that the graph asks by default is answered", () => {
    expect(signalRefusal(question, limits)).toBeUndefined();
  });
});
