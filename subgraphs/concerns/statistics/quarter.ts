/** Quarters of the calendar year, written `2026-Q3`. */
export interface Quarter {
  readonly name: string;
  /** First and last day. */
  readonly from: string;
  readonly to: string;
}

export const quarterShape = /^\d{4}-Q[1-4]$/;

const lastDays = ["03-31", "06-30", "09-30", "12-31"] as const;
const firstDays = ["01-01", "04-01", "07-01", "10-01"] as const;

function quarterAt(index: number): Quarter {
  const year = String(Math.floor(index / 4)).padStart(4, "0");
  const part = index % 4;
  return {
    name: `${year}-Q${part + 1}`,
    from: `${year}-${firstDays[part] ?? ""}`,
    to: `${year}-${lastDays[part] ?? ""}`,
  };
}

/** Quarters counted from the year 0. */
function indexOfDay(day: string): number {
  return Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
}

/** The quarters that are over before `today`, oldest first, from the one of the first day on. */
export function quartersOver(first: string, today: string): Quarter[] {
  const [from, until] = [indexOfDay(first), indexOfDay(today)];
  return Array.from({ length: Math.max(0, until - from) }, (_, index) => quarterAt(from + index));
}
