/**
 * What a plan has made of a concern by the last day: states, dates and rows. Counts a version, and dates a change, for
 * what a provider can see happen: notes are not among it.
 */
import { isoDay } from "./calendar.js";
import type { CaseworkEvent, Category, RiskScores } from "./casework-event.js";
import type { DemonstrationConcern } from "./demonstration-concern.js";
import type { DemonstrationReference } from "./demonstration-reference.js";
import type { Random } from "./random.js";
import { uuidFrom } from "./demonstration-identifiers.js";

type Row<Name extends "categoryChanges" | "requirements" | "responses" | "progress" | "notes"> =
  DemonstrationConcern[Name][number];

export interface CaseworkRecord {
  status: string;
  category: Category;
  categorySince: number;
  closed: number | null;
  changed: number;
  version: number;
  nextReview: number | null;
  risk: (RiskScores & { readonly scoredBy: string; readonly scoredOn: string }) | null;
  accepted: boolean;
  outcomeReason: string | null;
  readonly categoryChanges: Row<"categoryChanges">[];
  readonly requirements: { -readonly [Name in keyof Row<"requirements">]: Row<"requirements">[Name] }[];
  readonly responses: Row<"responses">[];
  readonly progress: Row<"progress">[];
  readonly notes: Row<"notes">[];
}

export interface CaseworkContext {
  readonly random: Random;
  readonly reference: DemonstrationReference;
  /** Key of the concern. */
  readonly concern: string;
  readonly raised: number;
  readonly region: string;
  readonly lastDay: number;
}

const nationalBody = "X24";

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
    categoryChanges: [],
    requirements: [],
    responses: [],
    progress: [],
    notes: [],
  };
  const happened = plan.filter(({ on }) => on <= context.lastDay).sort((one, other) => one.on - other.on);
  for (const event of happened) {
    apply(record, event, context);
    if (event.kind === "NOTE") continue;
    record.changed = event.on;
    record.version += 1;
  }
  return record;
}

function apply(record: CaseworkRecord, event: CaseworkEvent, context: CaseworkContext): void {
  const id = uuidFrom(context.random);
  const { concern } = context;
  const on = isoDay(event.on);
  switch (event.kind) {
    case "ACCEPTED":
      record.status = "ACCEPTED";
      record.accepted = true;
      return;
    case "DECLINED":
      record.status = "DECLINED";
      record.outcomeReason = event.reason;
      return;
    case "CATEGORY_SET":
      setCategory(record, event, context, id);
      return;
    case "REQUIREMENT_ISSUED":
      record.requirements.push({
        id,
        concern,
        kind: event.requirementKind,
        standard: event.standard,
        text: event.text,
        issuedOn: on,
        dueOn: isoDay(event.due),
        status: "OPEN",
        closedOn: null,
      });
      return;
    case "RESPONDED": {
      const requirement = record.requirements[event.requirement];
      if (requirement === undefined) return;
      requirement.status = "RESPONDED";
      const sequence = 1 + record.responses.filter((response) => response.requirement === requirement.id).length;
      const byRole = context.random.chance(0.8) ? "QUALITY_LEAD" : "EXECUTIVE";
      record.responses.push({ id, requirement: requirement.id, concern, text: event.text, respondedOn: on, byRole, sequence });
      return;
    }
    case "REQUIREMENT_CLOSED": {
      const requirement = record.requirements[event.requirement];
      if (requirement === undefined) return;
      requirement.status = "CLOSED";
      requirement.closedOn = on;
      return;
    }
    case "PROGRESS": {
      record.nextReview = reviewAfter(event.on, record.category, context.reference);
      const byRole = context.random.chance(0.7) ? "QUALITY_LEAD" : "CASE_HOLDER";
      const { summary, detail } = event;
      record.progress.push({ id, concern, summary, detail, submittedOn: on, byRole, sequence: record.progress.length + 1 });
      return;
    }
    case "CONFIRMED":
      record.status = "RESOLUTION_CONFIRMED";
      return;
    case "REJECTED":
      record.status = "IN_PROGRESS";
      return;
    case "CLOSED":
      record.status = "CLOSED";
      record.closed = event.on;
      record.nextReview = null;
      return;
    case "REOPENED":
      record.status = "REOPENED";
      record.closed = null;
      return;
    case "NOTE": {
      const byRole = context.random.chance(0.6) ? "CASE_HOLDER" : "QUALITY_LEAD";
      record.notes.push({ id, concern, text: event.text, addedOn: on, byRole, sequence: record.notes.length + 1 });
    }
  }
}

function setCategory(
  record: CaseworkRecord,
  event: Extract<CaseworkEvent, { kind: "CATEGORY_SET" }>,
  context: CaseworkContext,
  id: string,
): void {
  const from = record.categoryChanges.at(-1)?.toCategory ?? null;
  const toCategory = `ISF${event.category}`;
  const changedOn = isoDay(event.on);
  if (event.opens) record.status = "IN_PROGRESS";
  record.risk = { ...event.risk, scoredBy: "QUALITY_LEAD", scoredOn: changedOn };
  record.nextReview = reviewAfter(event.on, event.category, context.reference);
  if (from === toCategory) return;
  // Suspending the training of learners, and letting them return, is decided nationally.
  const isNational = event.category === 4 || from === "ISF4";
  record.category = event.category;
  record.categorySince = event.on;
  record.categoryChanges.push({
    id,
    concern: context.concern,
    sequence: record.categoryChanges.length + 1,
    fromCategory: from,
    toCategory,
    changedOn,
    byRole: "QUALITY_LEAD",
    byOrganisation: isNational ? nationalBody : context.region,
    reason: event.reason,
  });
}

function reviewAfter(day: number, category: Category, { reviewDays }: DemonstrationReference): number | null {
  const interval = reviewDays[category] ?? null;
  return interval === null ? null : day + interval;
}
