/**
 * Which organisations have to do with a concern, and why. The one function from which every row of the access index
 * is made, in the transaction that changes a fact it reads.
 */
import type { Relation } from "./relation.js";

/** What of a concern decides who may know of it. Organisations by code; null where the concern names none. */
export interface ConcernFacts {
  readonly accepted: boolean;
  /** 0 to 4. */
  readonly category: number;
  readonly provider: string;
  readonly site: string | null;
  readonly educationProvider: string | null;
  readonly region: string | null;
  readonly icb: string | null;
  readonly reportedBy: string;
  readonly professions: readonly string[];
  /** Bodies with which it is shared, and the last day of each share. */
  readonly shares: readonly { readonly organisation: string; readonly until: string }[];
  /** Bodies that convened or attend a review panel on it that is not closed. */
  readonly atPanels: readonly string[];
  /** Universities and colleges whose learners are to be removed, or were, once they were asked. */
  readonly learnersFrom: readonly string[];
}

/** A regulator's remit: the professions it regulates, or every setting. */
export interface Remit {
  readonly regulator: string;
  readonly professions: ReadonlySet<string> | "EVERY_SETTING";
}

/** Bodies that have to do with every concern, or with a kind of them. */
export interface Bodies {
  readonly national: string;
  readonly remits: readonly Remit[];
}

/** States in which only NHS England and whoever reported it know of a report. */
export const statesBeforeAcceptance: readonly string[] = ["REPORTED", "DECLINED"];

/** From this category up a regulator is told of a concern within its remit. */
export const remitFromCategory = 2;

export function relationsOf(concern: ConcernFacts, bodies: Bodies): Map<string, Set<Relation>> {
  const relations = new Map<string, Set<Relation>>();
  const relate = (organisation: string | null, relation: Relation): void => {
    if (organisation === null) return;
    const held = relations.get(organisation);
    if (held === undefined) relations.set(organisation, new Set([relation]));
    else held.add(relation);
  };

  relate(bodies.national, "NATIONAL");
  relate(concern.region, "REGIONAL");
  relate(concern.reportedBy, "REPORTED_BY");
  for (const { organisation } of concern.shares) relate(organisation, "SHARED");
  for (const organisation of concern.atPanels) relate(organisation, "PANEL");
  // A report is absent for everybody else until NHS England accepts it, but for a place that made it itself.
  if (concern.accepted || concern.reportedBy === concern.provider) relate(concern.provider, "RESPONSIBLE");
  if (concern.accepted || concern.reportedBy === concern.site) relate(concern.site, "HOST");
  if (!concern.accepted) return relations;

  relate(concern.educationProvider, "EDUCATION_PROVIDER");
  for (const organisation of concern.learnersFrom) relate(organisation, "EDUCATION_PROVIDER");
  relate(concern.icb, "ICB");
  if (concern.category >= remitFromCategory) {
    for (const { regulator, professions } of bodies.remits)
      if (professions === "EVERY_SETTING" || concern.professions.some((profession) => professions.has(profession)))
        relate(regulator, "REMIT");
  }
  return relations;
}
