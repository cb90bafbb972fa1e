/**
 * What one concern is about: where, whose learners, which theme, who reported it and how. Drawn, but never at odds
 * with itself: a trust takes the learners it can teach, and is open on the day; a university places its own.
 */
import { dayOf, monthOf } from "./calendar.js";
import type { DemonstrationReference } from "./demonstration-reference.js";
import { groupsBySetting } from "./learners/learner-groups.js";
import type { LearnerGroup } from "./learners/learner-group.js";
import { trustSites } from "./organisations/trust-sites.js";
import type { TrustSite } from "./organisations/trust-sites.js";
import { trusts } from "./organisations/trusts.js";
import type { Trust } from "./organisations/trusts.js";
import { universities } from "./organisations/universities.js";
import type { Random } from "./random.js";
import { drawReporting, nationalBody } from "./reporting.js";
import type { Reporting } from "./reporting.js";
import type { ThemeWording } from "./wording/theme-wording.js";
import { themeWordings } from "./wording/themes.js";
import { capitalised } from "./wording/fill-slots.js";
import type { Slots } from "./wording/fill-slots.js";

/** What a concern is wanted for; whatever is not said is drawn. */
export interface SubjectWish {
  readonly trust?: string;
  readonly profession?: string;
  readonly theme?: string;
  readonly sourceType?: string;
  /** Raised so many days before the last, at most. */
  readonly within?: number;
}

export type SubjectLevel = "ORGANISATION" | "SITE" | "DEPARTMENT" | "PROGRAMME" | "SYSTEM";

export interface ConcernSubject extends Reporting {
  readonly trust: Trust;
  readonly site: TrustSite | null;
  readonly group: LearnerGroup;
  readonly professions: readonly string[];
  readonly subjectLevel: SubjectLevel;
  readonly department: string | null;
  readonly programme: string | null;
  readonly educationProvider: string | null;
  readonly lead: ThemeWording;
  readonly second: ThemeWording | null;
  readonly raised: number;
  readonly identified: number | null;
  readonly immediate: boolean;
  readonly patientSafetyRisk: boolean;
  readonly learnerSafetyRisk: boolean;
  readonly learnersAffected: number | null;
  readonly slots: Slots;
}

const daysCovered = 3 * 365;
/** January first: survey results in summer, quiet in August and December. */
const weightOfMonth = [9, 9, 10, 8, 8, 9, 10, 5, 8, 11, 11, 5];
const levels = [
  { level: "DEPARTMENT", weight: 64 },
  { level: "PROGRAMME", weight: 13 },
  { level: "SITE", weight: 9 },
  { level: "ORGANISATION", weight: 12 },
  { level: "SYSTEM", weight: 2 },
] as const;

export function drawSubject(
  random: Random,
  reference: DemonstrationReference,
  lastDay: number,
  wish: SubjectWish,
): ConcernSubject {
  const closed = trusts.find(({ code }) => code === wish.trust)?.closedOn;
  const raised = drawRaised(random, closed === undefined ? lastDay : dayOf(closed), wish.within ?? daysCovered);
  const trust = random.weighted(trustsFor(raised, wish), ({ weight }) => weight);
  const taken = groupsBySetting.get(trust.setting) ?? [];
  const wanted = taken.filter(({ profession }) => profession === (wish.profession ?? profession));
  const group = random.weighted(wanted, ({ weight }) => weight);
  const themes = themeWordings.filter(({ theme }) => theme === (wish.theme ?? theme));
  const lead = random.weighted(themes, ({ weight }) => weight);
  const second = random.chance(0.35) ? random.weighted(themeWordings, ({ weight }) => weight) : null;
  const site = random.chance(0.7) ? (random.sample(sitesOf.get(trust.code) ?? [], 1)[0] ?? null) : null;
  const drawn = random.weighted(levels, ({ weight }) => weight).level;
  const subjectLevel = drawn === "SITE" && site === null ? "DEPARTMENT" : drawn;
  const department = random.pick(group.departments[trust.setting] ?? []);
  const isWide = subjectLevel === "ORGANISATION" || subjectLevel === "SYSTEM";
  const isLocal = !isWide && subjectLevel !== "SITE";
  const placing = universities.filter(({ regions }) => regions.includes(trust.region)).map(({ code }) => code);
  const educationProvider = group.placedBy === "UNIVERSITY" ? random.pick(placing) : null;
  const place = isLocal ? placeOf(department) : site !== null ? `at ${site.name}` : "across the trust";
  return {
    trust,
    site: isWide ? null : site,
    group,
    professions: drawProfessions(random, group, taken, subjectLevel),
    subjectLevel,
    department: isLocal ? capitalised(department.replace(/^the /, "")) : null,
    programme: subjectLevel === "PROGRAMME" || random.chance(0.6) ? random.pick(group.programmes) : null,
    educationProvider,
    lead,
    second: second === lead ? null : second,
    raised,
    identified: random.chance(0.85) ? raised - random.between(0, 40) : null,
    immediate: lead.patientRisk + lead.learnerRisk > 0.6 && random.chance(0.08),
    patientSafetyRisk: random.chance(lead.patientRisk),
    learnerSafetyRisk: random.chance(lead.learnerRisk),
    learnersAffected: random.chance(0.08) ? null : drawLearners(random, isWide),
    slots: {
      learners: random.pick(group.learners),
      supervisors: group.supervisors,
      educators: group.educators,
      place: isWide ? "across the trust" : place,
      matter: lead.matter,
    },
    ...drawReporting(
      random,
      {
        trust: trust.code,
        region: trust.region,
        educationProvider,
        regulator: reference.regulatorOf.get(group.profession) ?? nationalBody,
        group,
        lead,
      },
      wish.sourceType,
    ),
  };
}

const sitesOf = new Map(trusts.map(({ code }) => [code, trustSites.filter(({ trust }) => trust === code)]));

/** More of them lately; by season. */
function drawRaised(random: Random, lastDay: number, within: number): number {
  for (;;) {
    const day = lastDay - Math.floor(within * random.next() ** 1.1);
    if (random.chance((weightOfMonth[monthOf(day)] ?? 0) / 11)) return day;
  }
}

function trustsFor(day: number, { trust: wanted, profession }: SubjectWish): readonly Trust[] {
  return trusts.filter(
    ({ code, closedOn, setting }) =>
      code === (wanted ?? code) &&
      (closedOn === undefined || dayOf(closedOn) >= day) &&
      (profession === undefined || groupsBySetting.get(setting)?.some((group) => group.profession === profession)),
  );
}

function drawProfessions(
  random: Random,
  group: LearnerGroup,
  taken: readonly LearnerGroup[],
  level: SubjectLevel,
): readonly string[] {
  const others = [...new Set(taken.map(({ profession }) => profession))].filter((other) => other !== group.profession);
  const more = level === "DEPARTMENT" || level === "PROGRAMME" ? Number(random.chance(0.08)) : random.between(0, 2);
  return [group.profession, ...random.sample(others, more)];
}

function drawLearners(random: Random, isWide: boolean): number {
  if (isWide) return random.between(6, 80);
  return random.chance(0.32) ? random.between(1, 4) : random.between(5, 26);
}

function placeOf(department: string): string {
  if (/\b(ward|suite|unit)\b/.test(department)) return `on ${department}`;
  return /\bteam\b/.test(department) ? `with ${department}` : `in ${department}`;
}
