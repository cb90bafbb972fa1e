import { describe, expect, it } from "@jest/globals";
import { addDays, daysBetween, weekdayOf } from "../../subgraphs/calendar-day.js";

describe("calendar days", () => {
  it.each([
    ["2026-11-23", 0, "2026-11-23"],
    ["2026-12-31", 1, "2027-01-01"],
    ["2028-02-28", 1, "2028-02-29"],
    ["2027-02-28", 1, "2027-03-01"],
    ["2026-03-01", -1, "2026-02-28"],
    ["2026-03-28", 2, "2026-03-30"],
    ["2026-10-24", 2, "2026-10-26"],
  ])("from %s, %i days on is %s, whether or not the clocks change", (from, count, to) => {
    expect(addDays(from, count)).toBe(to);
    expect(daysBetween(from, to)).toBe(count);
  });

  it.each([
    ["1970-01-01", 4],
    ["2026-11-22", 0],
    ["2026-11-23", 1],
    ["2028-02-29", 2],
  ])("%s is weekday %i", (day, weekday) => {
    expect(weekdayOf(day)).toBe(weekday);
  });
});
