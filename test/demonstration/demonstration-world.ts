/** The demonstration as tests look at it: its concerns made once for a test file, without a database. */
import type { DemonstrationConcern } from "../../demonstration/demonstration-concern.js";
import { readDemonstrationReference } from "../../demonstration/demonstration-reference.js";
import { demonstrationLastDay, demonstrationSeed, generateConcern } from "../../demonstration/generate-concern.js";
import type { Demonstration } from "../../demonstration/generate-concern.js";

export async function theDemonstration(seed = demonstrationSeed): Promise<Demonstration> {
  return { seed, lastDay: demonstrationLastDay, reference: await readDemonstrationReference() };
}

export async function firstConcerns(count: number, seed?: number): Promise<DemonstrationConcern[]> {
  const demonstration = await theDemonstration(seed);
  return Array.from({ length: count }, (_, index) => generateConcern(demonstration, index));
}
