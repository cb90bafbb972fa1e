/** Reads entries of the audit through the visible view, newest first. */
import type { AuditOutcome } from "../../../audit/audit-entry.js";
import type { Disclosure } from "../../../authorisation/disclosure-log.js";
import { standingKey, type RowStanding } from "../../../authorisation/standing.js";
import { othersEntryView, ownEntryView } from "../../../database/access-log-views.js";
import type { Position } from "../../cursor.js";
import type { SubgraphContext } from "../../subgraph-context.js";
import type { AccessEntryRecord } from "./access-entry.js";
import { namedIn } from "./named-fields.js";

/** Null: whichever. */
export interface AccessLogSelection {
  readonly concern: string | null;
  readonly organisation: string | null;
  readonly subject: string | null;
  readonly since: string | null;
}

export interface AccessLogStart {
  readonly size: number;
  readonly after: Position | undefined;
}

interface EntryRow extends RowStanding {
  readonly id: string;
  readonly at: Date;
  readonly place: string;
  readonly subject: string | null;
  readonly organisation: string | null;
  readonly role: string | null;
  readonly purpose: string | null;
  readonly operation: string | null;
  readonly outcome: AuditOutcome;
  readonly records: readonly Disclosure[];
}

/** Only what is asked by stands in the statement, so that its index is found. */
function conditionsOf({ concern, organisation, subject, since }: AccessLogSelection): {
  readonly sql: string;
  readonly values: unknown[];
} {
  const values: unknown[] = [];
  const conditions: string[] = ["true"];
  const add = (value: string | null, condition: (place: string) => string): void => {
    if (value === null) return;
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  add(concern && JSON.stringify([{ ids: [concern] }]), (place) => `v.records @> ${place}::jsonb`);
  add(organisation, (place) => `v.organisation = ${place}`);
  add(subject, (place) => `v.subject = ${place}`);
  add(since, (place) => `v.at >= ${place}::date::timestamp at time zone 'Europe/London'`);
  return { sql: conditions.join(" and "), values };
}

/** One more than the page holds. */
export async function readAccessEntries(
  context: SubgraphContext,
  selection: AccessLogSelection,
  { size, after }: AccessLogStart,
): Promise<AccessEntryRecord[]> {
  const { sql, values } = conditionsOf(selection);
  const [at, key] = [`$${values.length + 1}`, `$${values.length + 2}`];
  const onwards = after === undefined ? "" : `and (v.at, v.id) < (${at}::timestamptz, ${key}::bigint)`;
  const newest = [ownEntryView, othersEntryView].map(
    (view) => `(select v.* from ${view} v where ${sql} ${onwards} order by v.at desc, v.id desc limit ${size + 1})`,
  );
  const rows = await context.database.read<EntryRow>(
    `select v.id::text as id, v.relations, v.at, to_char(v.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place,
       v.subject, v.organisation, v.role, v.purpose, v.operation, v.outcome, v.records
     from (${newest.join(" union all ")}) v order by v.at desc, v.id desc limit ${size + 1}`,
    after === undefined ? values : [...values, after.value, BigInt(after.key).toString()],
  );
  return rows.map((row) => toRecord(context, row, selection.concern));
}

export async function countAccessEntries(context: SubgraphContext, selection: AccessLogSelection): Promise<number> {
  const { sql, values } = conditionsOf(selection);
  const [row] = await context.database.read<{ count: number }>(
    `select ((select count(*) from ${ownEntryView} v where ${sql})
       + (select count(*) from ${othersEntryView} v where ${sql}))::integer as count`,
    values,
  );
  return row?.count ?? 0;
}

function toRecord(context: SubgraphContext, row: EntryRow, askedAbout: string | null): AccessEntryRecord {
  const { records, organisation, ...told } = row;
  return {
    ...told,
    ...namedIn(records, askedAbout),
    organisation: organisation === null ? null : { code: organisation },
    [standingKey]: context.standingOf(row),
  };
}
