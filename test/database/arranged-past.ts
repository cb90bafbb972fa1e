/**
 * The concern for doctors, and the other one, as they were known at the end of a day in summer, when that is an hour
 * before it is by Greenwich. What replaced what is put there by hand: no trigger fires.
 */
import { asOfSetting, asOfViews } from "../../database/as-of-view.js";
import type { MaskedView } from "../../database/masked-view.js";
import { inserted } from "./arranged-facts.js";
import { doctors, shownBy, view, type Arrangement } from "./arranged-views.js";

export const today = "2025-07-31";
export const dayBefore = "2025-07-30";
export const then = "2025-06-15";

/** Instants as SQL. The first one after the day is no longer of it. */
export const atItsEnd = "'2025-06-15T23:00:00Z'";
export const justBefore = "'2025-06-15T22:59:59.999999Z'";
export const longBefore = "'2025-01-01'";
export const since = "'2025-07-01'";

export const notes: MaskedView = {
  name: "concerns.note_seen",
  table: "concerns.internal_note",
  concernKey: "concern",
  columns: [],
  history: "APPENDED",
};

interface Past extends Arrangement {
  readonly more?: Partial<Omit<MaskedView, "concernKey" | "panelKey">>;
  /** The day that is asked for; none where it is empty. */
  readonly on?: string;
}

/** What the caller is shown of the concern as of the day; all had been recorded long before, unless the facts differ. */
export function shownThen(
  what: string,
  { more = {}, on = then, facts = [], settings = [], ...arrangement }: Past,
): Promise<unknown[]> {
  // Each view takes as long to make and to plan as it has columns.
  const columns = view.columns.filter(({ name }) => what.includes(name));
  const views = asOfViews([{ ...view, columns, ...more, history: "VERSIONED" }, notes]).map(({ sql }) => sql);
  return shownBy(views, `${what} as shown from concerns.seen_as_of`, {
    ...arrangement,
    facts: ["set local session_replication_role = replica", ...longKnown, ...facts],
    day: today,
    settings: [...settings, [asOfSetting, on]],
  });
}

const longKnown = ["concern", "concern_access"].map(
  (table) => `update concerns.${table} set recorded_from = ${longBefore}`,
);

export const changed = (changes: string, key = doctors): string =>
  `update concerns.concern set ${changes} where key = ${key}`;
/** It is as it is from then on. */
export const changedAt = (instant: string, key = doctors): string => changed(`recorded_from = ${instant}`, key);

interface Span {
  readonly from?: string;
  readonly until?: string;
}

/** A version that was replaced. */
export const formerly = (
  differing: Readonly<Record<string, unknown>>,
  { from = longBefore, until = since, of = doctors }: Span & { readonly of?: string } = {},
): string =>
  `insert into concerns.former_version (id, recorded_from, recorded_until, record)
    select id, ${from}, ${until}, to_jsonb(c) || '${JSON.stringify(differing)}' from concerns.concern c where key = ${of}`;

/** Why an organisation knows of the concern now, since the day. */
export const knowsSince = (organisation: string, relations: string, until = "null"): string =>
  `insert into concerns.concern_access (organisation, concern, relations, category, provider, raised_order,
      changed_order, review_order, status_key, reference_key, shared_until, recorded_from)
    select '${organisation}', ${doctors}, '{${relations}}', category, provider, raised_order, changed_order,
      review_order, status_key, reference_key, ${until}, ${since}
    from concerns.concern_access where organisation = 'X24' and concern = ${doctors}
    on conflict (organisation, concern) do update set relations = excluded.relations,
      shared_until = excluded.shared_until, recorded_from = excluded.recorded_from`;

/** Why one knew of it before. */
export const knewBefore = (
  organisation: string,
  relations: string,
  { from = longBefore, until = since, shared = "null" }: Span & { readonly shared?: string } = {},
): string =>
  inserted("concerns.former_access", {
    organisation: `'${organisation}'`,
    concern: doctors,
    relations: `'{${relations}}'`,
    shared_until: shared,
    recorded_from: from,
    recorded_until: until,
  });

/** A row that hangs on the concern, or on another. */
export const noted = (recorded: string, concern: string): string =>
  inserted("concerns.internal_note", {
    id: "gen_random_uuid()",
    concern,
    text: "'Noted.'",
    added_on: `'${then}'`,
    by_role: "'QUALITY_LEAD'",
    sequence: "1",
    recorded_from: recorded,
  });
