/**
 * What bodies of the protocol hold of their own beside a concern that was drawn: contributions of regulators and of the
 * region, a case that a regulator has published, and one that it keeps. Those alone who may know of the concern hold
 * any. It draws from a stream of its own and changes no other draw.
 */
import { remitFromCategory } from "../authorisation/relations-of.js";
import { enhancedMonitoring, monitoredWhile } from "../subgraphs/concerns/regulator-cases/regulator-case-rules.js";
import { dayOf, isoDay } from "./calendar.js";
import type { DemonstrationConcern } from "./demonstration-concern.js";
import { uuidFrom } from "./demonstration-identifiers.js";
import type { Random } from "./random.js";
import { nationalBody } from "./reporting.js";
import * as wording from "./wording/intelligence.js";

type Contribution = DemonstrationConcern["contributions"][number];
type RegulatorCase = DemonstrationConcern["regulatorCases"][number];

const careRegulator = "CQC";
const doctorsRegulator = "GMC";
/** From this category on a regulator opens a case of its own. */
const casesFrom = 3;

export interface Knowing {
  readonly regulatorOf: ReadonlyMap<string, string>;
  readonly lastDay: string;
  /** Of a concern that the personas are shown something is always known. */
  readonly isShown: boolean;
}

export function addKnowledge(drawn: DemonstrationConcern, random: Random, knowing: Knowing): DemonstrationConcern {
  const { concern } = drawn;
  const level = Number(concern.category.slice("ISF".length));
  const isOpen = ["IN_PROGRESS", "RESOLUTION_CONFIRMED", "REOPENED"].includes(concern.status);
  if (!isOpen || level < remitFromCategory || concern.region === null) return drawn;
  if (!knowing.isShown && !random.chance(0.35)) return drawn;

  const regulators = concern.professions
    .map((code) => knowing.regulatorOf.get(code))
    .filter((one) => one !== undefined);
  const [own = careRegulator] = regulators;
  const nhsEngland = [nationalBody, concern.region].sort();
  const contributions = [
    contribution(
      concern,
      own,
      random.chance(0.7) ? nhsEngland : [],
      random.pick(wording.ofRegulators),
      random,
      knowing,
    ),
  ];
  if (own !== careRegulator && random.chance(0.4)) {
    const text = random.pick(wording.ofTheCareRegulator);
    contributions.push(contribution(concern, careRegulator, [own], text, random, knowing));
  }
  if (random.chance(0.4)) {
    const readers = [...new Set([careRegulator, own])].sort();
    contributions.push(contribution(concern, concern.region, readers, random.pick(wording.ofRegions), random, knowing));
  }
  const regulatorCases = level < casesFrom ? [] : casesOf(concern, regulators, random);
  const published = regulatorCases.filter(({ publishedByRegulator }) => publishedByRegulator).length;
  return {
    ...drawn,
    concern: { ...concern, version: concern.version + published },
    contributions,
    regulatorCases,
  };
}

/** Received some time after the report, and contributed once its owner knew of the concern by its category. */
function contribution(
  { key, raisedOn, categorySince }: DemonstrationConcern["concern"],
  owner: string,
  sharedWith: string[],
  text: string,
  random: Random,
  { lastDay }: Knowing,
): Contribution {
  const receivedOn = isoDay(Math.min(dayOf(raisedOn) + random.between(3, 60), dayOf(lastDay)));
  const contributedOn = receivedOn > categorySince ? receivedOn : categorySince;
  return {
    id: uuidFrom(random),
    concern: key,
    owner,
    text,
    receivedOn,
    sharedWith,
    contributedOn,
    byRole: random.chance(0.7) ? "QUALITY_LEAD" : "CASE_HOLDER",
  };
}

/** Doctors' training under enhanced monitoring, for all to see; an inspection that is only considered, for the region. */
function casesOf(
  { key, categorySince, region }: DemonstrationConcern["concern"],
  regulators: readonly string[],
  random: Random,
): RegulatorCase[] {
  const common = { concern: key, openedOn: categorySince, closedOn: null, recordedOn: categorySince };
  const monitored: RegulatorCase = {
    ...common,
    id: uuidFrom(random),
    owner: doctorsRegulator,
    kind: enhancedMonitoring,
    reference: `EM-${random.between(1_000, 9_999)}`,
    status: monitoredWhile,
    publishedByRegulator: true,
    note: random.pick(wording.conditionsOfMonitoring),
    sharedWith: [],
    byRole: "CASE_HOLDER",
  };
  const considered: RegulatorCase = {
    ...common,
    id: uuidFrom(random),
    owner: careRegulator,
    kind: "INSPECTION",
    reference: null,
    status: "UNDER_CONSIDERATION",
    publishedByRegulator: false,
    note: null,
    sharedWith: region === null ? [] : [region],
    byRole: "QUALITY_LEAD",
  };
  return [...(regulators.includes(doctorsRegulator) ? [monitored] : []), ...(random.chance(0.5) ? [considered] : [])];
}
