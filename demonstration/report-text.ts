/** The report as its author wrote it, the text released for the provider, and the title, put together from parts. */
import type { ConcernSubject } from "./concern-subject.js";
import type { Random } from "./random.js";
import { capitalised, fillSlots } from "./wording/fill-slots.js";
import { connectives, localSteps, personalEffects, reportFrames, summaryEndings } from "./wording/reports.js";

export interface ReportText {
  readonly title: string;
  readonly narrative: string;
  readonly summary: string;
}

export function writeReport(random: Random, subject: ConcernSubject): ReportText {
  const { lead, slots, raised } = subject;
  const fill = (text: string) => fillSlots(text, slots, random, raised);
  return {
    title: capitalised(fill(random.pick(lead.titles))),
    narrative: narrativeParts(random, subject).map(fill).join(" "),
    summary: summaryParts(random, subject).map(fill).join(" "),
  };
}

function narrativeParts(random: Random, { sourceType, lead, second }: ConcernSubject): string[] {
  const frame = reportFrames[sourceType];
  const speaksForItself = frame?.voice === "told" || (sourceType === "EDUCATOR" && lead.toldBy === "EDUCATOR");
  const account = speaksForItself ? lead.told : lead.observed;
  // Somebody else's observations would sound wrong from a person who was there, and the other way round.
  const secondAccount =
    second === null ? [] : speaksForItself && second.toldBy === lead.toldBy ? second.told : second.observed;
  return [
    ...random.sample(frame?.openings ?? [], 1),
    ...random.sample(account, random.between(2, 3)),
    ...random.sample(frame?.voice === "told" ? personalEffects : lead.effects, random.between(1, 2)),
    ...(second === null
      ? []
      : [...random.sample(connectives, 1), ...random.sample(secondAccount, random.between(1, 2))]),
    ...random.sample(localSteps, random.between(0, 1)),
    ...random.sample(frame?.asks ?? [], random.between(0, 1)),
  ];
}

function summaryParts(random: Random, { lead, second }: ConcernSubject): string[] {
  return [
    ...random.sample(lead.summaries, random.between(1, 2)),
    ...(second === null ? [] : random.sample(second.summaries, 1)),
    ...random.sample(summaryEndings, random.between(1, 2)),
  ];
}
