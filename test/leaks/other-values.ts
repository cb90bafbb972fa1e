/**
 * Another value for a column, as an SQL expression: one that the table takes, and that leaves alone what others may see
 * of the same row.
 */
import { storedRecords, type StoredType } from "./stored-fields.js";

export interface StoredColumn {
  readonly type: string;
  readonly isNullable: boolean;
}

/** The first of two values that it does not have. */
const either = (column: string, one: string, other: string): string =>
  `case when ${column} = '${one}' then '${other}' else '${one}' end`;
const toggled = (column: string, word: string): string =>
  `case when '${word}' = any(${column}) then array_remove(${column}, '${word}') else array_append(${column}, '${word}') end`;
/** Comes due or is overdue. */
const turned = (column: string): string =>
  `case when ${column} < current_date then date '2999-06-01' else current_date - 400 end`;
const kept = (column: string, expression: string): string => `case when ${column} is not null then ${expression} end`;

const organisations = [
  ...["provider", "site", "education_provider", "region", "reported_by", "by_organisation", "organisation", "owner"],
  ...["convenor", "met_by", "added_by", "shared_by", "place"],
];
/** Columns that hold a word of a closed list. */
const codes =
  /^(kind|type|subject_level|source_type|scope|decider|consultee|told|outcome|band|stage|profession|urgency|mode|.*_role|role)$/;

/** By table and column, or by column alone. */
const named: Readonly<Record<string, string>> = {
  "concern.status": either("status", "CLOSED", "DECLINED"),
  "concern.category": either("category", "ISF4", "ISF3"),
  "concern.next_review_on": turned("next_review_on"),
  "concern.reference": "'QC-' || upper(substr(md5(reference), 1, 4) || '-' || substr(md5(reference), 5, 4))",
  "concern.identity_mode": either("identity_mode", "OPEN", "ANONYMOUS"),
  "concern.risk": "jsonb_set(risk, '{residual,score}', '25')",
  "concern.version": "version + 1, changed_on = changed_on - 1",
  "concern.standards": toggled("standards", "EQF-2021:1.1"),
  "requirement.status": either("status", "OPEN", "CLOSED"),
  "requirement.kind": either("kind", "IMMEDIATE_MANDATORY", "RECOMMENDATION"),
  "requirement.due_on": turned("due_on"),
  "requirement.standard": "'EQF-2021:1.1'",
  "requirement_condition.due_on": turned("due_on"),
  "review.state": `case when published_on is not null then state else ${either("state", "CANCELLED", "SCHEDULED")} end`,
  "review.published_on": "published_on - 3",
  "planned_action.status": either("status", "OPEN", "DROPPED"),
  "planned_action.due_on": "date '2999-02-02'",
  "planned_action.requirement": "null",
  "evidence.requirement": "null",
  "concern_event.kind": either("kind", "REOPENED", "ACCEPTED"),
  "provider_period.successor": "'ZZW01'",
  "review_panel.state": either("state", "CONVENED", "DECIDED"),
  "review_panel.disclosure": `'{"tell": false, "by": "ZZA01", "because": "Planted."}'::jsonb`,
  "review_panel.personal_data": `'{"lawfulBasis": "Planted", "whyNecessary": "Planted"}'::jsonb`,
  "panel_invitation.state": either("state", "ACCEPTED", "DECLINED"),
  "panel_invitation.organisation": "'ZZ' || upper(substr(md5(id::text), 1, 8))",
  "panel_action.status": either("status", "AGREED", "DROPPED"),
  "panel_action.due_on": turned("due_on"),
  "regulator_case.kind": either("kind", "ENHANCED_MONITORING", "TARGETED_REVIEW"),
  "regulator_case.status": either("status", "OPEN", "CLOSED"),
  "regulator_case.closed_on": "coalesce(closed_on + 1, opened_on + 2)",
  "identity_reveal.answer_before": "requested_at + interval '1 minute'",
  "identity_reveal.open_before": "open_before + interval '1 day'",
  "identity_reveal.answered_by_subject": kept("answered_by_subject", "'another-guardian'"),
  "identity_reveal.answer_reason": kept("answer_reason", "'Planted.'"),
  "emergency_access.closes_at": "closes_at + interval '1 day'",
  "learner_removal.decided_on": "decided_on - 3",
  "learner_removal.in_force_since": "in_force_since - 3",
  "learner_removal.next_review_on": kept("next_review_on", turned("next_review_on")),
  "return_phase.conditions": `'[{"text": "Planted.", "owner": "Planted", "dueOn": "2999-01-01"}]'::jsonb`,
  "RemovalNotice.toldAt": "told_at - interval '1 second'",
  "concern_share.until": "until + 3",
  professions: toggled("professions", "PARAMEDIC"),
  themes: toggled("themes", "INDUCTION"),
  shared_with: toggled("shared_with", "ZZW01"),
  sealed: "decode('00ff', 'hex') || sealed",
  subject: "'somebody-else'",
};

const byType: Readonly<Record<string, (column: string, isNullable: boolean) => string>> = {
  bool: (column) => `not ${column}`,
  int4: (column) => `case when ${column} = 4 then 3 else coalesce(${column}, 5) + 1 end`,
  date: (column, isNullable) => (isNullable ? `coalesce(${column} - 3, current_date - 40)` : `${column} - 3`),
  timestamptz: (column) => `${column} - interval '2 days'`,
  uuid: () => "gen_random_uuid()",
  _text: (column) => `array_append(coalesce(${column}, '{}'), 'PLANTED')`,
  text: (column) => (codes.test(column) ? "'PLANTED'" : "'The planted text, with nights in it.'"),
};

export function otherValue(type: StoredType, field: string, column: string, stored: StoredColumn): string {
  const { table } = storedRecords[type];
  const written = named[`${type}.${field}`] ?? named[`${table}.${column}`] ?? named[column];
  if (written !== undefined) return written;
  if (organisations.includes(column)) return either(column, "ZZA01", "ZZW01");
  const worked = byType[stored.type];
  if (worked === undefined) throw new Error(`There is no other value for ${table}.${column} of type ${stored.type}`);
  return worked(column, stored.isNullable);
}

/** Columns that stand or fall with others. */
const neverNull =
  /^(held_on|published_on|answered_.*|answer_.*|is_approved|open_before|in_force_since|decided_on|risk)$/;

export function mayBeNull(column: string, { isNullable }: StoredColumn): boolean {
  return isNullable && !neverNull.test(column);
}
