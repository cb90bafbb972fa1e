/**
 * Generates the views through which a concern is read as it was known at the end of a day in England, from the same
 * annotations and masks as those of the present. A caller stands in the past by the relations held now that were held
 * then as well, and reads what these open: never more than now, and never more than then. ADR 26 says why.
 */
import { goingWithThePlace, providing } from "../authorisation/relation.js";
import { statesBeforeAcceptance } from "../authorisation/relations-of.js";
import {
  agreementsNamed,
  classesUnder,
  maskedViewSql,
  standsOn,
  type AccessIndex,
  type MaskedView,
} from "./masked-view.js";
import { today } from "./view-settings.js";

export const asOfSetting = "hub.as_of";

/** The name of a view, or of a table, as of a day. */
export const asOf = (name: string): string => `${name}_as_of`;

/** The same statement over the views of a day. */
export function statementAsOf(sql: string): string {
  return sql.replace(/\bconcerns\.visible_\w+/g, (view) => asOf(view));
}

/** The sub-selects are not correlated: the setting is worked out once for a query. Without a day nothing was known. */
const setting = `nullif(current_setting('${asOfSetting}', true), '')::date`;
const day = `(select ${setting})`;
const endOfDay = `(select (${setting} + 1)::timestamp at time zone 'Europe/London')`;

const wasRecorded = (row: string): string => `${row}.recorded_from < ${endOfDay}`;
const stoodThen = (former: string): string => `${wasRecorded(former)} and ${former}.recorded_until >= ${endOfDay}`;

interface NamedView {
  readonly name: string;
  readonly sql: string;
}

type KeptView = MaskedView & { readonly concernKey: string; readonly history: NonNullable<MaskedView["history"]> };

/** In the order in which they are made. */
export function asOfViews(views: readonly MaskedView[]): NamedView[] {
  const kept = views.filter((view): view is KeptView => view.history !== undefined);
  const told: ReadonlySet<string> = new Set([...offered, ...kept.map(({ table }) => table)]);
  return [accessAsOf, ...kept.map(recordsAsOf), ...kept.map((view) => maskedAsOf(view, told))];
}

/** Why organisations knew of concerns, whether or not they know of them now. */
const accessAsOf: NamedView = {
  name: asOf("concerns.concern_access"),
  sql: `create or replace view ${asOf("concerns.concern_access")} as
select a.organisation, a.concern, ${standsOn(day).relations} as relations
from (
  select organisation, concern, relations, shared_until from concerns.concern_access p where ${wasRecorded("p")}
  union all
  select organisation, concern, relations, shared_until from concerns.former_access f where ${stoodThen("f")}) a`,
};

/**
 * Rows as they were recorded by the end of the day. They are entered by the row of today, which says to which concern
 * it belongs; what is no longer there has no past either.
 */
function recordsAsOf({ table, concernKey, history }: KeptView): NamedView {
  const name = asOf(table);
  const head = `create or replace view ${name} as\nselect p.${concernKey} as in_concern,`;
  if (history === "APPENDED") return { name, sql: `${head} p.* from ${table} p where ${wasRecorded("p")}` };
  return {
    name,
    sql: `${head} r.* from ${table} p cross join lateral (
  select p.* where ${wasRecorded("p")}
  union all
  select v.* from concerns.former_version f cross join lateral jsonb_populate_record(null::${table}, f.record) v
  where f.id = p.id and not ${wasRecorded("p")} and ${stoodThen("f")}) r`,
  };
}

const among = (words: readonly string[]): string => `('{${words.join()}}')`;

/** Who came after a provider stands where it stood from acceptance on: not in the report, which one may make on itself. */
const stoodThere = `(b.organisation = a.organisation
            or held.relation = any${among(goingWithThePlace)}
              and (held.relation <> all${among(providing)} or k.status <> all${among(statesBeforeAcceptance)}))`;

/** A share of today opens no day of one that was withdrawn. */
const byAShareOfThen = `(held.relation <> 'SHARED' or exists (
          select from concerns.concern_share s where s.concern = a.concern and s.organisation = a.organisation
            and s.withdrawn_on is null and s.until >= ${today} and ${wasRecorded("s")}))`;

/** Rows of the access index of today, with the relations that were held then, and what of the concern decides. */
const accessNowAndThen = `(
  select a.organisation, a.concern, k.category, k.provider, k.professions, k.region, null::date as shared_until, held.relations
  from concerns.concern_access a
  join ${asOf("concerns.concern")} k on k.in_concern = a.concern
  cross join lateral (
    select array(
      select held.relation from unnest(${standsOn(today).relations}) as held (relation)
      where ${byAShareOfThen} and exists (
        select from ${asOf("concerns.concern_access")} b
        where b.concern = a.concern and held.relation = any(b.relations) and ${stoodThere})) as relations
    offset 0) held
  where cardinality(held.relations) > 0)`;

/** What an expression may read of such a row; keys of order are of the present. */
const offered: readonly string[] = [
  "a.organisation",
  "a.concern",
  "a.category",
  "a.provider",
  "a.relations",
  "a.shared_until",
];

/** An emergency is of the present, and so is who spoke up. */
function indexThen(audience: string): AccessIndex {
  const wasInForce = `exists (select from organisations.published_agreement_start f
          where f.agreement = g.id and f.starts < ${endOfDay})
        and (g.professions is null or g.professions && a.professions)
        and (g.regions is null or a.region = any(g.regions))`;
  const { share, agreement, owner } = classesUnder(audience, { share: wasRecorded("s"), agreement: wasInForce });
  return {
    table: accessNowAndThen,
    key: "concern",
    relations: "a.relations",
    isShown: "true",
    classesUnder: { share, agreement, owner },
    agreementsNamed: agreementsNamed(wasInForce),
    isRevealed: "false",
  };
}

function maskedAsOf(view: KeptView, told: ReadonlySet<string>): NamedView {
  const { name, table, columns, rows, rowsSayWho, audience = "false" } = view;
  const then = (sql: string): string => expressionAsOf(sql, told);
  const past: MaskedView = {
    name: asOf(name),
    table: asOf(table),
    concernKey: "in_concern",
    rowsSayWho,
    columns: columns.map((column) => ({ ...column, expression: then(column.expression) })),
    rows: rows?.sql === undefined ? rows : { ...rows, sql: then(rows.sql) },
  };
  return { name: past.name, sql: maskedViewSql(past, indexThen(audience)) };
}

/** Null where it rests on what is told of the present alone: a table without a past, or a key of order. */
function expressionAsOf(sql: string, told: ReadonlySet<string>): string {
  const named = sql.match(/\b(?:a|concerns)\.\w+/g) ?? [];
  if (!named.every((name) => told.has(name))) return "null";
  return sql.replaceAll(/\bconcerns\.\w+/g, (table) => asOf(table)).replaceAll(today, day);
}
