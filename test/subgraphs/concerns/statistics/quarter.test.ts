import { expect, it } from "@jest/globals";
import { quartersOver } from "../../../../subgraphs/concerns/statistics/quarter.js";

it("a quarter is over on the first day of the next one", () => {
  expect(quartersOver("2026-05-04", "2026-06-30")).toEqual([]);
  expect(quartersOver("2026-05-04", "2026-07-01")).toEqual([{ name: "2026-Q2", from: "2026-04-01", to: "2026-06-30" }]);
});

it("quarters run on from one year to the next", () => {
  expect(quartersOver("2024-11-30", "2025-07-15").map(({ name }) => name)).toEqual(["2024-Q4", "2025-Q1", "2025-Q2"]);
});

it("before the first day there are none", () => {
  expect(quartersOver("2027-01-01", "2026-11-25")).toEqual([]);
});
