/**
 * The whole course of a concern, from its report to its end, as events in the order of the lifecycle: categories move
 * one step at a time, a concern closes at ISF0 or ISF1, and only after its last requirement. What lies after the last
 * day of the demonstration is cut off by whoever reads the plan.
 */
import { workingDay } from "./calendar.js";
import type { CaseworkEvent, Category, RiskScore } from "./casework-event.js";
import type { ConcernSubject } from "./concern-subject.js";
import type { DemonstrationReference } from "./demonstration-reference.js";
import type { Random } from "./random.js";
import { planProgress } from "./plan-progress.js";
import { planRequirements } from "./plan-requirements.js";
import { scoreRisk } from "./risk-scores.js";
import * as casework from "./wording/casework.js";
import { fillSlots } from "./wording/fill-slots.js";
import { declineReasons } from "./wording/reports.js";
import type { RequirementWording } from "./wording/theme-wording.js";

export interface Planning {
  readonly random: Random;
  readonly reference: DemonstrationReference;
  readonly subject: ConcernSubject;
  readonly events: CaseworkEvent[];
  /** Reached so far. */
  day: number;
  category: Category;
  inherent: RiskScore | null;
  /** Day on which the last requirement so far is closed, and how many there are. */
  settled: number;
  requirements: number;
  readonly issued: Set<RequirementWording>;
}

const firstCategories: readonly { category: Category; weight: number; immediate: number }[] = [
  { category: 0, weight: 11, immediate: 0 },
  { category: 1, weight: 41, immediate: 10 },
  { category: 2, weight: 42, immediate: 40 },
  { category: 3, weight: 9.5, immediate: 35 },
  { category: 4, weight: 2, immediate: 15 },
];
/** Days spent in a category before the next step, least and most. */
const stages: readonly (readonly [number, number])[] = [
  [40, 120],
  [70, 260],
  [90, 300],
  [60, 210],
  [40, 130],
];

export function planCasework(
  random: Random,
  reference: DemonstrationReference,
  subject: ConcernSubject,
): CaseworkEvent[] {
  const { raised, immediate } = subject;
  const plan: Planning = {
    random,
    reference,
    subject,
    events: [],
    day: raised,
    category: 0,
    inherent: null,
    settled: raised,
    requirements: 0,
    issued: new Set(),
  };
  if (!immediate && random.chance(0.07)) {
    advance(plan, 2, 15);
    plan.events.push({ on: plan.day, kind: "DECLINED", reason: random.pick(declineReasons) });
    planNotes(plan, 1);
    return plan.events;
  }
  advance(plan, immediate ? 0 : 1, immediate ? 1 : 16);
  plan.events.push({ on: plan.day, kind: "ACCEPTED" });
  advance(plan, immediate ? 0 : 3, immediate ? 2 : 24);
  const first = random.weighted(firstCategories, (each) => (immediate ? each.immediate : each.weight)).category;
  assess(plan, first, casework.firstReasons);
  planRequirements(plan);
  work(plan);
  resolve(plan);
  if (random.chance(0.09)) reopen(plan);
  planNotes(plan, plan.category + 2);
  return plan.events;
}

function advance(plan: Planning, least: number, most: number): void {
  plan.day = workingDay(plan.day + plan.random.between(least, most));
}

function say(plan: Planning, texts: readonly string[]): string {
  return fillSlots(plan.random.pick(texts), plan.subject.slots, plan.random, plan.day);
}

function assess(plan: Planning, category: Category, reasons: typeof casework.firstReasons): void {
  const risk = scoreRisk(plan.random, plan.reference, category, plan.inherent);
  plan.category = category;
  plan.inherent = risk.inherent;
  const reason = say(plan, reasons[`ISF${category}`] ?? casework.reassessments);
  plan.events.push({ on: plan.day, kind: "ASSESSED", category, reason, risk });
}

/** From the category it has down to one at which it may close, with a step up on the way for some. */
function work(plan: Planning): void {
  if (plan.category > 0 && plan.category < 4 && plan.random.chance(0.16)) {
    stay(plan, 30, 110);
    assess(plan, stepped(plan.category, 1), casework.raisedReasons);
    planRequirements(plan);
  }
  while (plan.category > 1) {
    stay(plan, ...stageOf(plan.category));
    assess(plan, stepped(plan.category, -1), casework.loweredReasons);
  }
  stay(plan, ...stageOf(plan.category));
  if (plan.category === 1 && plan.random.chance(0.25)) {
    assess(plan, 0, casework.loweredReasons);
    stay(plan, 20, 60);
  }
}

/** The provider confirms, NHS England verifies, and sends some back first. */
function resolve(plan: Planning): void {
  const from = plan.day;
  plan.day = Math.max(plan.day, plan.settled);
  planProgress(plan, from);
  advance(plan, 1, 20);
  plan.events.push({ on: plan.day, kind: "CONFIRMED", words: say(plan, casework.confirmations) });
  advance(plan, 7, 45);
  if (plan.random.chance(0.12)) {
    plan.events.push({ on: plan.day, kind: "REJECTED", words: say(plan, casework.rejections) });
    stay(plan, 30, 80);
    plan.events.push({ on: plan.day, kind: "CONFIRMED", words: say(plan, casework.confirmations) });
    advance(plan, 7, 45);
  }
  plan.events.push({ on: plan.day, kind: "CLOSED" });
}

function reopen(plan: Planning): void {
  plan.day = workingDay(plan.day + plan.random.between(40, 200));
  plan.events.push({ on: plan.day, kind: "REOPENED", words: say(plan, casework.reopenings) });
  advance(plan, 14, 60);
  const category = plan.random.chance(0.3) ? 2 : 1;
  assess(plan, category, {});
  plan.issued.clear();
  planRequirements(plan);
  work(plan);
  resolve(plan);
}

function stay(plan: Planning, least: number, most: number): void {
  const from = plan.day;
  advance(plan, least, most);
  planProgress(plan, from);
}

function planNotes(plan: Planning, most: number): void {
  const { random, subject, events } = plan;
  for (const text of random.sample(casework.internalNotes, random.between(0, most))) {
    events.push({ on: workingDay(random.between(subject.raised, plan.day)), kind: "NOTE", text });
  }
}

function stageOf(category: Category): readonly [number, number] {
  return stages[category] ?? [60, 120];
}

function stepped(category: Category, by: 1 | -1): Category {
  return (category + by) as Category;
}
