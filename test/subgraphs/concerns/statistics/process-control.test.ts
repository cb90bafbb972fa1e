/** Which points of a series are more than common variation. */
import { describe, expect, it } from "@jest/globals";
import { controlChart } from "../../../../subgraphs/concerns/statistics/process-control.js";

const chartOf = (...values: (number | null)[]) =>
  controlChart(values.map((value, index) => ({ key: `q${index}`, value })));
const signalsOf = (...values: (number | null)[]) => chartOf(...values)?.points.map(({ signals }) => signals);

describe("a control chart", () => {
  it("has its limits at 2.66 mean moving ranges from the mean", () => {
    expect(chartOf(10, 20, 10, 20, 10, 20, 10, 20)).toMatchObject({ mean: 15, lower: 0, upper: 41.6 });
  });

  it("of fewer than eight shown values says nothing", () => {
    expect(chartOf(10, 20, 10, 20, 10, 20, 10)).toBeUndefined();
    expect(chartOf(10, null, 10, 20, null, 20, 10, 20)).toBeUndefined();
  });

  it("leaves hidden values out, and takes none for zero", () => {
    const chart = chartOf(10, 20, null, 10, 20, 10, 20, 10, 20);
    expect(chart).toMatchObject({ mean: 15 });
    expect(chart?.points[2]).toEqual({ key: "q2", value: null, signals: [] });
  });

  it("finds nothing in common variation", () => {
    expect(signalsOf(10, 20, 10, 20, 10, 20, 10, 20)).toEqual(Array.from({ length: 8 }, () => []));
  });

  it("finds a point beyond the limits", () => {
    const signals = signalsOf(50, 55, 50, 55, 50, 55, 50, 55, 50, 150);
    expect(signals?.at(-1)).toContain("BEYOND_LIMITS");
    expect(signals?.at(0)).not.toContain("BEYOND_LIMITS");
  });

  it("finds seven in a row on one side of the mean, and not six", () => {
    const seven = [10, 30, 10, 30, 10, 30, 10, 60, 50, 60, 50, 60, 50, 60];
    expect(signalsOf(...seven)?.slice(7)).toEqual(Array.from({ length: 7 }, () => ["SHIFT"]));
    const six = [10, 60, 10, 60, 10, 60, 10, 50, 55, 50, 55, 50, 55, 10];
    expect(signalsOf(...six)?.flat()).not.toContain("SHIFT");
  });

  it("finds seven in a row that rise or fall", () => {
    const rising = [30, 10, 30, 10, 15, 20, 25, 30, 35, 40];
    expect(
      signalsOf(...rising)
        ?.slice(3)
        .every((signals) => signals.includes("TREND")),
    ).toBe(true);
    expect(
      signalsOf(...[...rising].reverse())
        ?.slice(0, 7)
        .every((signals) => signals.includes("TREND")),
    ).toBe(true);
    expect(signalsOf(...rising.slice(0, 9))?.flat()).not.toContain("TREND");
  });

  it("finds two of three in the outer third towards a limit", () => {
    const common = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? 50 : 52));
    expect(signalsOf(...common, 57, 51, 57)?.slice(-3)).toEqual([["NEAR_LIMITS"], [], ["NEAR_LIMITS"]]);
    expect(signalsOf(...common, 57, 51, 50)?.flat()).not.toContain("NEAR_LIMITS");
  });
});
