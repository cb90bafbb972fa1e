/**
 * Whether an organisation is open on a day, from its dates alone. The close date is the last day on which it
 * operated. The directory's views work out the same by the same rule for the present day in England.
 */

export type OrganisationStatus = "PLANNED" | "ACTIVE" | "CLOSED";

/** Calendar days as `yyyy-mm-dd`, which order as text; null where the day is not known. */
export interface OperatingDates {
  readonly openedOn: string | null;
  readonly closedOn: string | null;
}

export function statusOn({ openedOn, closedOn }: OperatingDates, day: string): OrganisationStatus {
  if (closedOn !== null && closedOn < day) return "CLOSED";
  return openedOn !== null && openedOn > day ? "PLANNED" : "ACTIVE";
}
