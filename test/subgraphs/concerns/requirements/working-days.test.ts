import { describe, expect, it } from "@jest/globals";
import { addDays, weekdayOf } from "../../../../subgraphs/calendar-day.js";
import { bankHolidays } from "../../../../subgraphs/concerns/casework-references.js";
import { afterWorkingDays, isWorkingDay } from "../../../../subgraphs/concerns/requirements/working-days.js";

const holidays = bankHolidays();
const years = [2023, 2024, 2025, 2026, 2027, 2028];

/** Easter Sunday by Gauss's rule for the Gregorian calendar, with its two exceptions. */
function easterSunday(year: number): string {
  const [a, b, c] = [year % 19, year % 4, year % 7];
  const century = Math.floor(year / 100);
  const moon = (15 - Math.floor((13 + 8 * century) / 25) + century - Math.floor(century / 4)) % 30;
  const week = (4 + century - Math.floor(century / 4)) % 7;
  const d = (19 * a + moon) % 30;
  const e = (2 * b + 4 * c + 6 * d + week) % 7;
  const isLate = (d === 29 && e === 6) || (d === 28 && e === 6 && (11 * moon + 11) % 30 < 19);
  return addDays(`${year}-03-22`, isLate ? d + e - 7 : d + e);
}

const firstMonday = (year: number, month: string) =>
  addDays(`${year}-${month}-01`, (8 - weekdayOf(`${year}-${month}-01`)) % 7);
const lastMonday = (year: number, month: string) =>
  addDays(`${year}-${month}-31`, -((weekdayOf(`${year}-${month}-31`) + 6) % 7));

/** A fixed holiday at a weekend is taken on the next weekday that is none already. */
function observed(days: readonly string[]): string[] {
  const isWeekend = (day: string) => [0, 6].includes(weekdayOf(day));
  const taken = days.filter((day) => !isWeekend(day));
  for (const day of days.filter(isWeekend)) {
    let next = day;
    while (isWeekend(next) || taken.includes(next)) next = addDays(next, 1);
    taken.push(next);
  }
  return taken;
}

function holidaysOf(year: number): string[] {
  const easter = easterSunday(year);
  return [
    ...observed([`${year}-01-01`]),
    addDays(easter, -2),
    addDays(easter, 1),
    firstMonday(year, "05"),
    lastMonday(year, "05"),
    lastMonday(year, "08"),
    ...observed([`${year}-12-25`, `${year}-12-26`]),
    ...(year === 2023 ? ["2023-05-08"] : []),
  ].sort();
}

describe("the bank holidays of England", () => {
  it.each([
    [1961, "1961-04-02"],
    [1981, "1981-04-19"],
    [2000, "2000-04-23"],
    [2049, "2049-04-18"],
  ])("are checked by a rule that knows Easter of %i", (year, day) => {
    expect(easterSunday(year)).toBe(day);
  });

  it.each(years)("of %i are those that the rules give", (year) => {
    const listed = holidays.days.map(({ on }) => on).filter((on) => on.startsWith(String(year)));
    expect(listed).toEqual(holidaysOf(year));
  });

  it("are all weekdays, each once, within the days that the data cover", () => {
    const days = holidays.days.map(({ on }) => on);
    expect(new Set(days).size).toBe(days.length);
    for (const day of days) {
      expect([0, 6]).not.toContain(weekdayOf(day));
      expect(day >= holidays.coversFrom && day <= holidays.coversTo).toBe(true);
    }
  });
});

describe("working days", () => {
  it.each([
    ["a Saturday", "2026-11-28"],
    ["a Sunday", "2026-11-29"],
    ["Good Friday", "2026-04-03"],
    ["Easter Monday", "2027-03-29"],
    ["Christmas Day", "2026-12-25"],
    ["the Monday for a Boxing Day at a weekend", "2026-12-28"],
    ["the Tuesday for a Boxing Day at a weekend", "2027-12-28"],
    ["the Monday for a New Year's Day at a weekend", "2028-01-03"],
    ["the Coronation", "2023-05-08"],
  ])("%s is none", (_, day) => {
    expect(isWorkingDay(day, holidays)).toBe(false);
  });

  it.each([
    ["an ordinary Monday", "2026-11-23"],
    ["the Thursday before Easter", "2026-04-02"],
    ["Christmas Eve", "2026-12-24"],
    ["the second Monday of another May", "2024-05-13"],
  ])("%s is one", (_, day) => {
    expect(isWorkingDay(day, holidays)).toBe(true);
  });

  it.each([
    ["over a weekend", "2026-11-23", "2026-11-30"],
    ["from a Friday", "2026-11-27", "2026-12-04"],
    ["from a Saturday", "2026-11-28", "2026-12-04"],
    ["from a Sunday", "2026-11-29", "2026-12-04"],
    ["over Easter", "2026-03-31", "2026-04-09"],
    ["over Christmas and New Year", "2026-12-23", "2027-01-04"],
    ["over Christmas at a weekend", "2027-12-23", "2028-01-04"],
    ["over two holidays in May", "2023-04-28", "2023-05-09"],
  ])("five of them %s: from %s to %s", (_, from, to) => {
    expect(afterWorkingDays(from, 5, holidays)).toBe(to);
  });

  it("of which none follow end on the day itself", () => {
    expect(afterWorkingDays("2026-11-28", 0, holidays)).toBe("2026-11-28");
  });

  it("beyond the days that the data cover end too early rather than too late", () => {
    expect(afterWorkingDays("2030-12-20", 5, holidays)).toBe("2030-12-27");
  });
});
