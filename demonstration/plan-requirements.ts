/** Requirements issued with a category: what is asked, by when, when it is answered and when NHS England is content. */
import { afterWorkingDays, workingDay } from "./calendar.js";
import type { RequirementKind } from "./casework-event.js";
import type { Planning } from "./casework-plan.js";
import { educationFramework } from "./demonstration-reference.js";
import { secondResponses } from "./wording/casework.js";
import { fillSlots } from "./wording/fill-slots.js";
import type { RequirementWording } from "./wording/theme-wording.js";

/** By category, least and most. */
const counts: readonly (readonly [number, number])[] = [
  [0, 1],
  [1, 2],
  [2, 3],
  [2, 4],
  [2, 4],
];

export function planRequirements(plan: Planning): void {
  const { random, subject, category } = plan;
  const [least, most] = counts[category] ?? [1, 2];
  const isUrgent = subject.immediate || category >= 3;
  for (const wording of chooseWordings(plan, random.between(least, most), isUrgent)) {
    plan.issued.add(wording);
    issue(plan, isUrgent && wording === subject.lead.requirements[0] ? "IMMEDIATE_MANDATORY" : kindOf(plan), wording);
  }
}

/** None twice; what is urgent about a theme is the first thing that is asked. */
function chooseWordings({ random, subject, issued }: Planning, count: number, isUrgent: boolean): RequirementWording[] {
  const [first, ...others] = [...subject.lead.requirements, ...(subject.second?.requirements ?? [])];
  const notIssued = (wordings: readonly (RequirementWording | undefined)[]): RequirementWording[] =>
    wordings.filter((wording): wording is RequirementWording => wording !== undefined && !issued.has(wording));
  const urgent = isUrgent ? notIssued([first]) : [];
  return [...urgent, ...random.sample(notIssued(isUrgent ? others : [first, ...others]), count - urgent.length)];
}

function kindOf({ random, category }: Planning): RequirementKind {
  return category === 0 || random.chance(0.2) ? "RECOMMENDATION" : "MANDATORY";
}

function issue(plan: Planning, requirementKind: RequirementKind, wording: RequirementWording): void {
  const { random, subject, events, day: issued } = plan;
  const requirement = plan.requirements;
  plan.requirements += 1;
  const due = dueDay(plan, requirementKind);
  const answer = (on: number, text: string) => {
    events.push({
      on,
      kind: "RESPONDED",
      requirement,
      text: fillSlots(text, subject.slots, random, on),
    });
  };
  events.push({
    on: issued,
    kind: "REQUIREMENT_ISSUED",
    requirement,
    requirementKind,
    standard: `${educationFramework}:${wording.standard}`,
    text: fillSlots(wording.text, subject.slots, random, issued),
    due,
  });
  const inTime = issued + Math.ceil((due - issued) * (0.4 + 0.6 * random.next()));
  let answered = random.chance(0.76) ? Math.min(due, workingDay(inTime)) : workingDay(due + random.between(2, 60));
  answer(answered, wording.answer);
  if (random.chance(0.18)) {
    answered = workingDay(answered + random.between(10, 30));
    answer(answered, random.pick(secondResponses));
  }
  const closed = workingDay(answered + random.between(3, 30));
  events.push({ on: closed, kind: "REQUIREMENT_CLOSED", requirement });
  plan.settled = Math.max(plan.settled, closed);
}

function dueDay({ random, day }: Planning, kind: RequirementKind): number {
  if (kind === "IMMEDIATE_MANDATORY") return afterWorkingDays(day, 5);
  return workingDay(day + (kind === "MANDATORY" ? random.between(28, 120) : random.between(60, 180)));
}
