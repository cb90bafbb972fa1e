/** Arithmetic of calendar days, as ISO text (`yyyy-mm-dd`), which orders as text. No clock and no zone. */

const millisecondsADay = 86_400_000;

export function addDays(day: string, count: number): string {
  return new Date(startOf(day) + count * millisecondsADay).toISOString().slice(0, 10);
}

/** How many days after `from` the day `to` is; negative where it is before. */
export function daysBetween(from: string, to: string): number {
  return (startOf(to) - startOf(from)) / millisecondsADay;
}

/** 0 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(startOf(day)).getUTCDay();
}

function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
