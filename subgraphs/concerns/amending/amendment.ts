/** Which facts of a concern an amendment changes. Narratives, and who spoke up, are nobody's to amend. */
import { isDeepStrictEqual } from "node:util";
import type { ConcernRow } from "../concern-tables.js";

const optionalFacts = ["site", "educationProvider", "department", "programme", "identifiedOn"] as const;
const lists = ["professions", "themes", "standards"] as const;
const otherFacts = ["title", "subjectLevel", "patientSafetyRisk", "learnerSafetyRisk", "immediateRisk"] as const;
export const amendableFacts = [...otherFacts, ...optionalFacts, ...lists] as const;

export type Facts = Pick<ConcernRow, (typeof amendableFacts)[number]>;
/** What is left out stays, and what is null as well, unless it is a fact that a concern need not have. */
export type WantedFacts = { readonly [Fact in keyof Facts]?: Facts[Fact] | null };

/** The facts that become others. Lists are kept in order, so that the order they were sent in is no change. */
export function amendmentOf(facts: Facts, wanted: WantedFacts): Partial<Facts> {
  const changes = amendableFacts.flatMap((fact) => {
    const value = kept(fact, wanted[fact]);
    return value === undefined || isDeepStrictEqual(value, facts[fact]) ? [] : [[fact, value] as const];
  });
  return Object.fromEntries(changes);
}

function kept<Fact extends keyof Facts>(fact: Fact, value: WantedFacts[Fact]): unknown {
  if (value === null) return isOptional(fact) ? null : undefined;
  return Array.isArray(value) ? [...value].sort() : value;
}

const isOptional = (fact: keyof Facts): boolean => (optionalFacts as readonly string[]).includes(fact);
