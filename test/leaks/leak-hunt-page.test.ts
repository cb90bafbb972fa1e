import { expect, it } from "@jest/globals";
import { format } from "prettier";
import { leakHuntPage, outcomesIn, withNewer, type PlantedOutcome } from "./leak-hunt-page.js";

const told: PlantedOutcome = {
  name: "a note is told",
  by: "gmc, QUALITY_LEAD of GMC, by the answer",
  on: "2026-01-31",
};
const missed: PlantedOutcome = { name: "a count is told to everybody", by: null, on: "2026-02-01" };

it("a page that was written and put in order can be read again", async () => {
  const page = await format(leakHuntPage([told, missed]), { parser: "markdown" });
  expect(page).toContain("1 of 2 planted leaks were found.");
  expect(outcomesIn(page)).toEqual([told, missed]);
});

it("a leak that is hunted again has its newer outcome, and one that is planted no more has none", () => {
  const found: PlantedOutcome = { ...missed, by: "icb, MEMBER of QHL, by the answer", on: "2026-03-01" };
  expect(withNewer([missed.name], [told, missed], [found])).toEqual([found]);
});
