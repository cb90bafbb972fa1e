/**
 * Working days in England: Monday to Friday but for bank holidays, which are data. Beyond the days that the data
 * cover only weekends are left out, which makes a due date earlier and never later.
 */
import { addDays, weekdayOf } from "../../calendar-day.js";

export interface BankHolidays {
  /** First and last day for which every bank holiday is listed. */
  readonly coversFrom: string;
  readonly coversTo: string;
  readonly days: readonly { readonly on: string; readonly name: string }[];
}

export function isWorkingDay(day: string, { days }: BankHolidays): boolean {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && !days.some(({ on }) => on === day);
}

/** The last of `count` working days that follow the day, which itself does not count. */
export function afterWorkingDays(day: string, count: number, holidays: BankHolidays): string {
  let reached = day;
  for (let passed = 0; passed < count;) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached, holidays)) passed += 1;
  }
  return reached;
}
