/**
 * What a plan has made of a concern by the last day: states, dates and rows, as the commands of the concerns subgraph
 * would have left them. Progress and notes leave no trace on version and dates.
 */
import { isoDay } from "./calendar.js";
import type { CaseworkEvent, Category, RiskScores } from "./casework-event.js";
import { createCaseworkRows } from "./casework-rows.js";
import type { CaseworkRows } from "./casework-rows.js";
import type { DemonstrationConcern } from "./demonstration-concern.js";
import type { DemonstrationReference } from "./demonstration-reference.js";
import type { Random } from "./random.js";

export interface CaseworkState {
  status: DemonstrationConcern["concern"]["status"];
  category: Category;
  categorySince: number;
  closed: number | null;
  changed: number;
  version: number;
  nextReview: number | null;
  risk: (RiskScores & { readonly scoredBy: string; readonly scoredOn: string }) | null;
  accepted: boolean;
  outcomeReason: string | null;
}

export interface CaseworkRecord extends CaseworkState {
  readonly rows: CaseworkRows;
  /** How it stood before each of its changes, in order. */
  readonly before: CaseworkState[];
}

export interface CaseworkContext {
  readonly random: Random;
  readonly reference: DemonstrationReference;
  /** Key of the concern. */
  readonly concern: string;
  readonly raised: number;
  readonly region: string;
  readonly reportedBy: string;
  readonly lastDay: number;
}

export function recordCasework(plan: readonly CaseworkEvent[], context: CaseworkContext): CaseworkRecord {
  const record: CaseworkRecord = {
    status: "REPORTED",
    category: 0,
    categorySince: context.raised,
    closed: null,
    changed: context.raised,
    version: 1,
    nextReview: null,
    risk: null,
    accepted: false,
    outcomeReason: null,
    rows: createCaseworkRows(context),
    before: [],
  };
  for (const event of happenedBy(plan, context.lastDay)) {
    const state = stateOf(record);
    if (!apply(record, event, context.reference)) continue;
    record.before.push(state);
    record.changed = event.on;
    record.version += 1;
  }
  return record;
}

function stateOf(record: CaseworkState): CaseworkState {
  const { status, category, categorySince, closed, changed } = record;
  const { version, nextReview, risk, accepted, outcomeReason } = record;
  return { status, category, categorySince, closed, changed, version, nextReview, risk, accepted, outcomeReason };
}

/** What of a plan happened by a day, in order. */
export function happenedBy(plan: readonly CaseworkEvent[], day: number): CaseworkEvent[] {
  return plan.filter(({ on }) => on <= day).sort((one, other) => one.on - other.on);
}

/** Whether it changed what everybody who knows of the concern may see. */
function apply(record: CaseworkRecord, event: CaseworkEvent, reference: DemonstrationReference): boolean {
  const { rows } = record;
  switch (event.kind) {
    case "ACCEPTED":
      record.status = "ACCEPTED";
      record.accepted = true;
      return true;
    case "DECLINED":
      record.status = "DECLINED";
      record.outcomeReason = event.reason;
      return true;
    case "ASSESSED":
      if (event.category !== record.category) {
        rows.addCategoryChange(record.category, event);
        record.category = event.category;
        record.categorySince = event.on;
      }
      assess(record, event, reference);
      return true;
    case "REVIEWED":
      assess(record, event, reference);
      return true;
    case "REQUIREMENT_ISSUED":
      rows.addRequirement(event);
      return true;
    case "RESPONDED":
      return rows.addResponse(event);
    case "REQUIREMENT_CLOSED":
      rows.closeRequirement(event);
      return true;
    case "PROGRESS":
      rows.addProgress("UPDATE", event.on, event.summary, event.detail);
      return false;
    case "NOTE":
      rows.addNote(event);
      return false;
    case "CONFIRMED":
      record.status = "RESOLUTION_CONFIRMED";
      rows.addProgress("RESOLUTION_CONFIRMED", event.on, "The provider confirmed the resolution.", event.words);
      return true;
    case "REJECTED":
      record.status = "IN_PROGRESS";
      rows.addProgress("RESOLUTION_REJECTED", event.on, "NHS England did not verify the resolution.", event.words);
      return true;
    case "CLOSED":
      record.status = "CLOSED";
      record.closed = event.on;
      record.nextReview = null;
      return true;
    case "REOPENED":
      record.status = "REOPENED";
      record.closed = null;
      record.nextReview = reviewAfter(event.on, record.category, reference);
      rows.addProgress("REOPENED", event.on, "NHS England opened the concern again.", event.words);
      return true;
  }
}

function assess(
  record: CaseworkRecord,
  { on, risk }: { readonly on: number; readonly risk: RiskScores },
  reference: DemonstrationReference,
): void {
  record.status = "IN_PROGRESS";
  record.risk = { ...risk, scoredBy: "QUALITY_LEAD", scoredOn: isoDay(on) };
  record.nextReview = reviewAfter(on, record.category, reference);
}

function reviewAfter(day: number, category: Category, { reviewDays }: DemonstrationReference): number | null {
  const interval = reviewDays[category] ?? null;
  return interval === null ? null : day + interval;
}
