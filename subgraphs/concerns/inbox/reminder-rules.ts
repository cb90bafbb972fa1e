/**
 * What the clock gives cause to remind of: work that is due soon or overdue. Each reminder is of one kind on one day,
 * so that a run that is repeated, or one that was missed, tells everybody once.
 */
import { addDays } from "../../calendar-day.js";
import type { MessageKind } from "./notification-rules.js";

export interface ReminderReference {
  /** Days ahead of its date at which a requirement is due soon, by kind; `null` for the others. */
  readonly requirementDueDays: readonly { readonly kind: string | null; readonly days: number }[];
  readonly panelActionDueDays: number;
  readonly agreementExpiringDays: number;
}

/** A reminder, and the date that it is about: one more is due only when that date is moved. */
export interface Reminder {
  readonly kind: MessageKind;
  readonly about: string;
}

export function requirementReminder(
  { kind, state, dueOn }: { readonly kind: string; readonly state: string; readonly dueOn: string },
  today: string,
  { requirementDueDays }: Pick<ReminderReference, "requirementDueDays">,
): Reminder | undefined {
  if (state !== "OPEN") return undefined;
  if (dueOn < today) return { kind: "REQUIREMENT_OVERDUE", about: dueOn };
  const days = (
    requirementDueDays.find((entry) => entry.kind === kind) ?? requirementDueDays.find((entry) => entry.kind === null)
  )?.days;
  return days !== undefined && dueOn <= addDays(today, days) ? { kind: "REQUIREMENT_DUE", about: dueOn } : undefined;
}

export function reviewReminder(nextReviewOn: string | null, today: string): Reminder | undefined {
  return nextReviewOn !== null && nextReviewOn < today ? { kind: "REVIEW_OVERDUE", about: nextReviewOn } : undefined;
}

export function panelActionReminder(
  { status, dueOn }: { readonly status: string; readonly dueOn: string },
  today: string,
  { panelActionDueDays }: Pick<ReminderReference, "panelActionDueDays">,
): Reminder | undefined {
  return status === "AGREED" && dueOn <= addDays(today, panelActionDueDays)
    ? { kind: "PANEL_ACTION_DUE", about: dueOn }
    : undefined;
}

export function agreementReminder(
  endsOn: string,
  today: string,
  { agreementExpiringDays }: Pick<ReminderReference, "agreementExpiringDays">,
): Reminder | undefined {
  return endsOn >= today && endsOn <= addDays(today, agreementExpiringDays)
    ? { kind: "AGREEMENT_EXPIRING", about: endsOn }
    : undefined;
}
