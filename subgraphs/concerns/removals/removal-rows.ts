/**
 * Which removals, and which of what hangs on them, are shown to whom. A proposal is there for NHS England's casework and
 * for those who were asked; once decided it is there for whoever may know of the concern. A university sees what is
 * about its own learners and not what is about those of another.
 */
import type { Compartment } from "../../../authorisation/data-class.js";
import { isUnlocked } from "../../../database/masked-view.js";
import type { RecordSource } from "../../record-annotations.js";

const otherwise = "MANAGEMENT:internal";

function isShown(removal: string): string {
  const wasAsked = `a.relations && ${removal}.consulted and ${isUnlocked("MANAGEMENT:summary")}`;
  return `(${removal}.decided_on is not null or (${wasAsked}))`;
}

const shownRemoval = `exists (select from concerns.learner_removal m where m.id = r.removal and ${isShown("m")})`;

/** SQL over `a` and the column of a record that says whose learners it is about. */
export function ownLearnersOnly(column: string): string {
  return `(not 'EDUCATION_PROVIDER' = any(a.relations) or ${column} = a.organisation)`;
}

export const removalRows = { sql: isShown("r"), otherwise } as const;

/**
 * The source of what hangs on a removal: shown with it, where a further condition holds if there is one. `order`: the
 * compartment of the sequence by which its list is ordered.
 */
export function hangingOnRemoval(
  table: string,
  {
    order,
    more,
    history = "APPENDED",
  }: { readonly order?: Compartment; readonly more?: string; readonly history?: RecordSource["history"] } = {},
): RecordSource {
  return {
    view: `concerns.visible_${table}`,
    table: `concerns.${table}`,
    concernKey: "concern",
    history,
    rows: { sql: more === undefined ? shownRemoval : `(${more} and ${shownRemoval})`, otherwise },
    filters: {
      removal: { compartment: "OPERATIONAL:headline", sql: "r.removal" },
      ...(order !== undefined && { sequence: { compartment: order, sql: "r.sequence" } }),
    },
  };
}
