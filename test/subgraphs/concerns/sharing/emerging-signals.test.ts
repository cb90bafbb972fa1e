import { describe, expect, it } from "@jest/globals";
import { protocolLimits } from "../../../../subgraphs/concerns/casework-references.js";
import {
  emergingSignals,
  signalRefusal,
  type Holding,
} from "../../../../subgraphs/concerns/sharing/emerging-signals.js";

const limits = protocolLimits().signals;
const today = "2026-11-23";
const question = { minimumBodies: 2, withinDays: 365 };
const call = (place: string): string | null => (place === "ZZN01" ? "QTY60" : null);
const held = (place: string, body: string, since = "2026-10-01"): Holding => ({ place, body, since });
const signals = (holdings: readonly Holding[], asked = question) =>
  emergingSignals(holdings, asked, limits, today, call);

describe("an emerging signal", () => {
  it("is a place, the number of bodies and whom to call, and not a word more", () => {
    const found = signals([held("ZZN01", "GMC"), held("ZZN01", "CQC"), held("ZZE01", "NMC"), held("ZZE01", "GMC")]);
    expect(found).toEqual([
      { place: "ZZE01", bodies: 2, call: null },
      { place: "ZZN01", bodies: 2, call: "QTY60" },
    ]);
    expect(found.map((signal) => Object.keys(signal).sort())).toEqual([
      ["bodies", "call", "place"],
      ["bodies", "call", "place"],
    ]);
  });

  it.each([
    ["one body holds something", [held("ZZN01", "GMC")]],
    [
      "one body holds many things",
      [held("ZZN01", "GMC"), held("ZZN01", "GMC", "2026-11-01"), held("ZZN01", "GMC", today)],
    ],
    ["two bodies hold something about two places", [held("ZZN01", "GMC"), held("ZZE01", "CQC")]],
    ["the second thing is too old", [held("ZZN01", "GMC"), held("ZZN01", "CQC", "2025-11-22")]],
    ["the second thing is of tomorrow", [held("ZZN01", "GMC"), held("ZZN01", "CQC", "2026-11-24")]],
    ["nobody holds anything", []],
  ])("is none where %s", (_, holdings) => {
    expect(signals(holdings)).toEqual([]);
  });

  it("counts from the first day of the period to today", () => {
    expect(signals([held("ZZN01", "GMC", "2025-11-23"), held("ZZN01", "CQC", today)])).toHaveLength(1);
  });

  it("takes as many bodies as were asked for", () => {
    const holdings = [held("ZZN01", "GMC"), held("ZZN01", "CQC"), held("ZZN01", "NMC")];
    expect(signals(holdings, { ...question, minimumBodies: 3 })).toEqual([
      { place: "ZZN01", bodies: 3, call: "QTY60" },
    ]);
    expect(signals(holdings, { ...question, minimumBodies: 4 })).toEqual([]);
  });

  it("is the same whoever the bodies are, whatever they hold it since and in whatever order", () => {
    const one = signals([held("ZZN01", "GMC"), held("ZZN01", "CQC"), held("ZZE01", "GMC"), held("ZZE01", "HCPC")]);
    const other = signals([
      held("ZZE01", "NMC", today),
      held("ZZN01", "SWE"),
      held("ZZE01", "GDC"),
      held("ZZN01", "GOC", today),
    ]);
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
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
    expect(signals([held("ZZN01", "GMC", today), held("ZZN01", "CQC", today)], asked)).toEqual([]);
  });

  it("that the graph asks by default is answered", () => {
    expect(signalRefusal(question, limits)).toBeUndefined();
  });
});
