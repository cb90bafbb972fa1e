/** The people of the tests: the personas of the demonstration, by name. */
import { personas } from "../../demonstration/personas.js";
import type { Person } from "./test-issuer.js";

export function persona(name: string): Person {
  const found = personas.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`There is no persona ${name}`);
  return found;
}

export const aProviderLead = persona("northmoor-lead");
export const aLeadOfAnotherProvider = persona("eastvale-lead");
export const aRegionalLead = persona("midlands-lead");
export const aLeadOfAnotherRegion = persona("london-lead");
export const aCaseHolder = persona("midlands-caseholder");
export const aGuardian = persona("midlands-guardian");
export const aNationalLead = persona("national-lead");
export const aUniversityLead = persona("wexbridge-university");
export const theGmc = persona("gmc");
export const theNmc = persona("nmc");
export const theCqc = persona("cqc");
export const anIcb = persona("icb");
export const anAnalyst = persona("analyst");
export const anAuditor = persona("auditor");
export const anOperator = persona("operator");
