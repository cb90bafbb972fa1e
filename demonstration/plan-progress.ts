/**
 * The provider's updates while a concern stays in one category, within the interval of its reviews or late, and NHS
 * England's assessment of each.
 */
import { workingDay } from "./calendar.js";
import type { Planning } from "./casework-plan.js";
import { scoreRisk } from "./risk-scores.js";
import { fillSlots } from "./wording/fill-slots.js";
import { generalProgress, progressDetails } from "./wording/casework.js";

const lateShare = 0.3;
/** Where there is no interval, an update now and then. */
const unhurriedDays = 100;

/** @param from the day on which the stay began; it ends on the plan's present day. */
export function planProgress(plan: Planning, from: number): void {
  const { random, reference, subject, events, day: until, category } = plan;
  const interval = reference.reviewDays[category] ?? unhurriedDays;
  const texts = [...subject.lead.progress, ...generalProgress];
  for (let day = from; ;) {
    const share = random.chance(lateShare) ? 1.1 + 0.9 * random.next() : 0.65 + 0.35 * random.next();
    day = workingDay(day + Math.max(2, Math.floor(interval * share) - 4));
    if (day >= until) return;
    events.push({
      on: day,
      kind: "PROGRESS",
      summary: fillSlots(random.pick(texts), subject.slots, random, day),
      detail: random.chance(0.7) ? random.pick(progressDetails) : null,
    });
    day = workingDay(day + random.between(1, 4));
    if (day >= until) return;
    const risk = scoreRisk(random, reference, category, plan.inherent);
    plan.inherent = risk.inherent;
    events.push({ on: day, kind: "REVIEWED", risk });
  }
}
