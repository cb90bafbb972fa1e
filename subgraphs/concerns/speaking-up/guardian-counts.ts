/**
 * What guardians report of a quarter that is over: how often people spoke up, by element and by nothing else, at a
 * provider or in a region. Hidden and rounded by the rule of all published figures, so that nobody can be told from a
 * count, nor from those of other guardians that add up to it.
 */
import type { Line } from "../statistics/disclosure-control.js";

export interface ElementRule {
  readonly code: string;
  /** Themes of a concern that make it one of this element, and the risk that does. */
  readonly themes: readonly string[];
  readonly risk: "PATIENTS" | "LEARNERS" | null;
  /** Of a detriment the provider never learns, in no count either. */
  readonly isDetriment: boolean;
}

/** Concerns that are alike in all that is counted. */
export interface SpokenUp {
  readonly region: string | null;
  readonly provider: string;
  readonly themes: readonly string[];
  readonly patientSafetyRisk: boolean;
  readonly learnerSafetyRisk: boolean;
  readonly detriment: boolean;
  readonly count: number;
}

export type GuardianScope = "REGION" | "PROVIDER";

export interface GuardianCell {
  readonly scope: GuardianScope;
  readonly body: string;
  readonly element: string;
}

export function isOfElement(concern: Omit<SpokenUp, "region" | "provider" | "count">, element: ElementRule): boolean {
  if (element.isDetriment) return concern.detriment;
  if (element.risk === "PATIENTS" && concern.patientSafetyRisk) return true;
  if (element.risk === "LEARNERS" && concern.learnerSafetyRisk) return true;
  return element.themes.some((theme) => concern.themes.includes(theme));
}

/** Elements that are counted in a scope. */
export function elementsFor(scope: GuardianScope, elements: readonly ElementRule[]): readonly ElementRule[] {
  return scope === "REGION" ? elements : elements.filter(({ isDetriment }) => !isDetriment);
}

/** Counts by name of the cell, none of them zero. A concern counts in each of its elements. */
export function countedBy(concerns: Iterable<SpokenUp>, elements: readonly ElementRule[]): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (cell: GuardianCell, count: number): void => {
    counts.set(nameOf(cell), (counts.get(nameOf(cell)) ?? 0) + count);
  };
  for (const concern of concerns)
    for (const [scope, body] of [["REGION", concern.region] as const, ["PROVIDER", concern.provider] as const])
      for (const element of elementsFor(scope, elements))
        if (body !== null && isOfElement(concern, element)) add({ scope, body, element: element.code }, concern.count);
  return counts;
}

/** A region is the sum of its providers, element by element; of detriments there is nothing to add up. */
export function guardianLines(concerns: readonly SpokenUp[], elements: readonly ElementRule[]): Line[] {
  const regions = new Set(concerns.flatMap(({ region }) => region ?? []));
  return [...regions].flatMap((region) => {
    const providers = new Set(concerns.filter((one) => one.region === region).map(({ provider }) => provider));
    return elementsFor("PROVIDER", elements).map(({ code: element }) => ({
      total: nameOf({ scope: "REGION", body: region, element }),
      parts: [...providers].map((body) => nameOf({ scope: "PROVIDER", body, element })),
      overlapping: false,
    }));
  });
}

export function nameOf({ scope, body, element }: GuardianCell): string {
  return JSON.stringify([scope, body, element]);
}

export function cellOf(name: string): GuardianCell {
  const [scope, body, element] = JSON.parse(name) as [GuardianScope, string, string];
  return { scope, body, element };
}
