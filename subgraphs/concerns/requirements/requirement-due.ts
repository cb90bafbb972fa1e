/**
 * By when a requirement has to be answered. Some kinds fix a number of working days, which is then the default and the
 * longest; for the others whoever issues it sets the day.
 */
import { afterWorkingDays, type BankHolidays } from "./working-days.js";

export interface AnswerTime {
  /** Working days for an answer, where the kind fixes them. */
  readonly workingDaysToAnswer: number | null;
}

export type DueRefusal = "DUE_IN_THE_PAST" | "DUE_MISSING" | "DUE_TOO_LATE";
export type Due = { readonly dueOn: string } | { readonly refused: DueRefusal };

export function dueOf(
  { workingDaysToAnswer }: AnswerTime,
  issuedOn: string,
  setFor: string | null,
  holidays: BankHolidays,
): Due {
  const last = workingDaysToAnswer === null ? null : afterWorkingDays(issuedOn, workingDaysToAnswer, holidays);
  const dueOn = setFor ?? last;
  if (dueOn === null) return { refused: "DUE_MISSING" };
  if (dueOn < issuedOn) return { refused: "DUE_IN_THE_PAST" };
  return last !== null && dueOn > last ? { refused: "DUE_TOO_LATE" } : { dueOn };
}

export interface AskedAndAnswered {
  readonly issuedOn: string;
  /** The first answer of the provider. */
  readonly answeredOn: string | null;
  /** When it was closed, carried or withdrawn: an answer is not waited for any longer. */
  readonly closedOn: string | null;
}

/**
 * Whether the first answer came within the working days of the kind. What came of it later, such as a return with a new
 * day, changes nothing. Null where the kind fixes no time, and where the time has not run out.
 */
export function isAnsweredInTime(
  { workingDaysToAnswer }: AnswerTime,
  { issuedOn, answeredOn, closedOn }: AskedAndAnswered,
  today: string,
  holidays: BankHolidays,
): boolean | null {
  if (workingDaysToAnswer === null) return null;
  const last = afterWorkingDays(issuedOn, workingDaysToAnswer, holidays);
  if (answeredOn !== null) return answeredOn <= last;
  return (closedOn ?? today) > last ? false : null;
}

/** A returned requirement has the time of its kind again; where the kind fixes none, its day stands. */
export function dueAgain(
  time: AnswerTime,
  returnedOn: string,
  { setFor, dueOn }: { readonly setFor: string | null; readonly dueOn: string },
  holidays: BankHolidays,
): Due {
  return setFor === null && time.workingDaysToAnswer === null ? { dueOn } : dueOf(time, returnedOn, setFor, holidays);
}
