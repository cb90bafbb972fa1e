/** Who asks in the hunt: people of every kind, who between them are everything that somebody can be to a concern. */
import * as people from "../support/people.js";
import type { Person } from "../support/test-issuer.js";

export interface HuntCaller {
  /** What the coverage is told by: each kind has to meet whatever is hidden from it in each position. */
  readonly kind: string;
  readonly person: Person;
}

const of = (kind: string, ...persons: readonly Person[]): HuntCaller[] => persons.map((person) => ({ kind, person }));

/** In an order in which kinds that see much and little take turns. */
export const callers: readonly HuntCaller[] = [
  ...of("provider", people.aProviderLead),
  ...of("board", people.anIcb),
  ...of("regulator", people.theGmc),
  ...of("provider, in a lesser role", { name: "northmoor-guardian", organisation: "ZZN01", role: "GUARDIAN" }),
  ...of("university", people.aUniversityLead),
  ...of("region, in a lesser role", { name: "midlands-member", organisation: "Y60", role: "MEMBER" }),
  ...of("analyst", people.anAnalyst),
  ...of("region", people.aCaseHolder),
  ...of("provider", people.persona("northmoor-executive"), people.aLeadOfAnotherProvider),
  ...of("regulator", people.theCqc, people.theNmc),
  ...of("region", people.aRegionalLead, people.aLeadOfAnotherRegion),
  ...of("region, in a lesser role", people.aGuardian),
  ...of("nation", people.aNationalLead),
  ...of("auditor", people.anAuditor),
];

/** Those who see as much as anybody does, and ask before and beside a caller: nothing of theirs may stick. */
export const others: readonly Person[] = [people.aNationalLead, people.aRegionalLead];
