/** Days as whole numbers since 1 January 1970, so that a history can be reckoned with; ISO text at the edges. */

const millisecondsADay = 86_400_000;

export function dayOf(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / millisecondsADay;
}

/** A history names the same few days over and over. */
const isoDays = new Map<number, string>();

export function isoDay(day: number): string {
  const known = isoDays.get(day) ?? new Date(day * millisecondsADay).toISOString().slice(0, 10);
  isoDays.set(day, known);
  return known;
}

export function addDays(iso: string, count: number): string {
  return isoDay(dayOf(iso) + count);
}

/** 0 is January. */
export function monthOf(day: number): number {
  return new Date(day * millisecondsADay).getUTCMonth();
}

export function isWorkingDay(day: number): boolean {
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday !== 0 && weekday !== 6;
}

/** That day or, at a weekend, the Monday after it. */
export function workingDay(day: number): number {
  let working = day;
  while (!isWorkingDay(working)) working += 1;
  return working;
}

export function afterWorkingDays(day: number, count: number): number {
  let reached = day;
  for (let passed = 0; passed < count; passed += 1) reached = workingDay(reached + 1);
  return reached;
}
