/**
 * Everybody who might try something, one of each kind: the personas, of two regulators of professions the first, and more
 * roles beside them in the organisations that do most.
 */
import { personas } from "../../demonstration/personas.js";
import * as people from "./people.js";
import type { Person } from "./test-issuer.js";

const beside = ({ organisation }: Person, name: string, role: Person["role"]): Person => ({ name, organisation, role });

export const aNationalExecutive = beside(people.aNationalLead, "national-executive", "EXECUTIVE");
export const anExecutiveOfTheGmc = beside(people.theGmc, "gmc-executive", "EXECUTIVE");
/** Acts for the purpose of an emergency whenever it asks. */
export const theGmcInAnEmergency: Person = { ...people.theGmc, name: "gmc-in-an-emergency", purpose: "BREAK_GLASS" };

export const everybody: readonly Person[] = [
  ...personas.filter(({ name }) => name !== people.theNmc.name),
  aNationalExecutive,
  anExecutiveOfTheGmc,
  theGmcInAnEmergency,
  beside(people.aRegionalLead, "midlands-executive", "EXECUTIVE"),
  beside(people.aRegionalLead, "midlands-member", "MEMBER"),
  beside(people.aProviderLead, "northmoor-member", "MEMBER"),
];
