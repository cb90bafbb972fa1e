/**
 * Concern number so-and-so of the demonstration: the same on every machine and on every day, whatever was made before
 * it. The first ones are those that the personas are shown; the rest are drawn freely.
 */
import { addKnowledge } from "./add-knowledge.js";
import { dayOf, isoDay } from "./calendar.js";
import { planCasework } from "./casework-plan.js";
import { happenedBy, recordCasework, type CaseworkState } from "./casework-record.js";
import { tellStory } from "./casework-story.js";
import { citedStandards } from "./cited-standards.js";
import { drawSubject } from "./concern-subject.js";
import type { ConcernSubject } from "./concern-subject.js";
import type { DemonstrationConcern } from "./demonstration-concern.js";
import { concernIdentifiers, eventId } from "./demonstration-identifiers.js";
import type { DemonstrationReference } from "./demonstration-reference.js";
import { mergers } from "./organisations/mergers.js";
import { trusts } from "./organisations/trusts.js";
import type { Trust } from "./organisations/trusts.js";
import { createRandom } from "./random.js";
import type { Random } from "./random.js";
import { superviseConcern } from "./supervise-concern.js";
import { writeReport } from "./report-text.js";
import { fits, showcase } from "./showcase.js";
import type { ShowcaseWish } from "./showcase.js";
import { coarseRoles, familyNames, givenNames } from "./wording/people.js";

export interface Demonstration {
  readonly seed: number;
  /** Nothing happens after it. */
  readonly lastDay: string;
  readonly reference: DemonstrationReference;
}

export const demonstrationSeed = 20_261_120;
export const demonstrationLastDay = "2026-11-20";

/** Draws of supervision, and of what bodies know, are other streams than those of the concern. */
const [supervision, knowledge] = [1, 2];
const mostAttempts = 50_000;

/** @param index from 0. */
export function generateConcern(demonstration: Demonstration, index: number): DemonstrationConcern {
  const wish = showcase[index];
  for (let attempt = 0; ; attempt += 1) {
    const random = createRandom(demonstration.seed, index, attempt);
    const concern = drawConcern(demonstration, index, random, wish ?? {});
    if (wish === undefined || attempt === mostAttempts || fits(concern, wish, demonstration.lastDay))
      return addToIt(demonstration, index, concern, wish !== undefined);
  }
}

/** What is drawn apart, once the concern is the one that was wished for. */
function addToIt(
  { seed, lastDay, reference }: Demonstration,
  index: number,
  drawn: DemonstrationConcern,
  isShown: boolean,
): DemonstrationConcern {
  const supervised = superviseConcern(drawn, createRandom(seed + supervision, index), lastDay);
  const { regulatorOf } = reference;
  return addKnowledge(supervised, createRandom(seed + knowledge, index), { regulatorOf, lastDay, isShown });
}

function drawConcern(
  { seed, lastDay: lastIsoDay, reference }: Demonstration,
  index: number,
  random: Random,
  wish: ShowcaseWish,
): DemonstrationConcern {
  const lastDay = dayOf(lastIsoDay);
  const identifiers = concernIdentifiers(seed, index);
  const subject = drawSubject(random, reference, lastDay, wish);
  const { trust, raised, identified, lead, second } = subject;
  const standards = citedStandards(random, reference, subject);
  const text = writeReport(random, subject);
  const plan = planCasework(random, reference, subject);
  const { region } = trust;
  const { reportedBy } = subject;
  const context = { random, reference, concern: identifiers.key, raised, region, reportedBy, lastDay };
  const casework = recordCasework(plan, context);
  const settled = casework.status === "DECLINED" ? casework.changed : casework.closed;
  const provider = wish.leftBehind === true ? trust : responsibleTrust(trust, settled);
  const rowOf = (state: CaseworkState): DemonstrationConcern["concern"] => ({
    ...identifiers,
    title: text.title,
    status: state.status,
    category: `ISF${state.category}`,
    categorySince: isoDay(state.categorySince),
    raisedOn: isoDay(raised),
    identifiedOn: identified === null ? null : isoDay(identified),
    closedOn: state.closed === null ? null : isoDay(state.closed),
    changedOn: isoDay(state.changed),
    version: state.version,
    provider: provider.code,
    site: subject.site?.code ?? null,
    educationProvider: subject.educationProvider,
    region: provider.region,
    icb: provider.icb,
    reportedBy: reportedBy === trust.code ? provider.code : reportedBy,
    subjectLevel: subject.subjectLevel,
    department: subject.department,
    programme: subject.programme,
    professions: [...subject.professions].sort(),
    themes: (second === null ? [lead.theme] : [lead.theme, second.theme]).sort(),
    standards: standards.sort(),
    sourceType: subject.sourceType,
    patientSafetyRisk: subject.patientSafetyRisk,
    learnerSafetyRisk: subject.learnerSafetyRisk,
    immediateRisk: subject.immediate,
    risk: state.risk,
    nextReviewOn: state.nextReview === null ? null : isoDay(state.nextReview),
    summary: state.accepted ? text.summary : null,
    narrative: text.narrative,
    learnersAffected: subject.learnersAffected,
    identityMode: subject.identityMode,
    outcomeReason: state.outcomeReason,
  });
  return {
    concern: rowOf(casework),
    before: () => casework.before.map(rowOf),
    ...casework.rows.collected,
    conditions: [],
    reviews: [],
    contributions: [],
    regulatorCases: [],
    // Told when it is asked for: most of what is drawn for the personas is thrown away.
    get events() {
      return tellStory(happenedBy(plan, lastDay), {
        concern: identifiers.key,
        raised,
        reportedBy,
        region,
        provider: trust.code,
        rows: casework.rows.collected,
        idOf: (sequence) => eventId(seed, index, sequence),
      });
    },
    reporter: drawReporter(random, subject),
  };
}

/** What was not settled when a trust became part of another moved with it. */
function responsibleTrust(trust: Trust, settled: number | null): Trust {
  const merger = mergers.find(({ predecessor }) => predecessor === trust.code);
  if (merger === undefined || (settled !== null && settled < dayOf(merger.on))) return trust;
  return trusts.find(({ code }) => code === merger.successor) ?? trust;
}

function drawReporter(random: Random, { identityMode, sourceType }: ConcernSubject): DemonstrationConcern["reporter"] {
  const [given, family] = [random.pick(givenNames), random.pick(familyNames)];
  if (identityMode === "ANONYMOUS") return null;
  const contact = `${given}.${family}`.toLowerCase().replace(/[^a-z.]/g, "");
  return {
    coarseRole: coarseRoles[sourceType] ?? "ORGANISATION",
    name: `${given} ${family}`,
    contact: `${contact}@example.org`,
  };
}
