/**
 * Leaks as somebody could make them, each a small change of one or two files: what the hunt has to find. A change that a
 * second wall would make harmless is made in both.
 */
import { leak, type PlantedLeak } from "./planted-leak.js";
import { leaksOfCommands } from "./planted-leaks-of-commands.js";
import { leaksOfReading } from "./planted-leaks-of-reading.js";

const policy = "authorisation/policy.ts";
const relations = "authorisation/relations-of.ts";

/** The policy, from which masks, guard and access index follow alike. */
const ofThePolicy: readonly PlantedLeak[] = [
  leak("a board reads what it is to know by headline", [
    policy,
    "    PANEL: always,\n  },\n  // The terms of",
    "    PANEL: always,\n    ICB: always,\n  },\n  // The terms of",
  ]),
  leak("a provider reads the report as it was written", [
    policy,
    "  NARRATIVE: {\n    REPORTED_BY: always,",
    "  NARRATIVE: {\n    RESPONSIBLE: always,\n    REPORTED_BY: always,",
  ]),
  leak("a regulator reads a narrative without an agreement", [
    policy,
    "    REMIT: agreementOrGlass,\n    SHARED: share,\n    PANEL: always,\n    ICB: glass,\n  },\n  // Files:",
    "    REMIT: always,\n    SHARED: share,\n    PANEL: always,\n    ICB: glass,\n  },\n  // Files:",
  ]),
  leak("a provider reads the notes of NHS England", [
    policy,
    '"MANAGEMENT:internal": { REGIONAL: always,',
    '"MANAGEMENT:internal": { RESPONSIBLE: always, REGIONAL: always,',
  ]),
  leak("a guardian reads narratives", [policy, "  NARRATIVE: caseworkers,", "  NARRATIVE: members,"]),
  leak("all casework of the region reads who is protected", [
    policy,
    '"MANAGEMENT:protection": ["CASE_HOLDER", "GUARDIAN"],',
    '"MANAGEMENT:protection": members,',
  ]),
  leak("any member sees what panels there are", [
    policy,
    '"DELIBERATION:invitation": caseworkers,',
    '"DELIBERATION:invitation": members,',
  ]),
  leak("a regulator knows of concerns below the category from which it is told", [
    relations,
    "remitFromCategory = 2",
    "remitFromCategory = 1",
  ]),
  leak("a provider knows of a report before it is accepted", [
    relations,
    "if (concern.accepted || concern.reportedBy === concern.provider) relate",
    "relate",
  ]),
  leak("a university knows of a report before it is accepted", [
    relations,
    "  if (!concern.accepted) return relations;\n\n  relate(concern.educationProvider",
    "  relate(concern.educationProvider",
  ]),
];

export const plantedLeaks: readonly PlantedLeak[] = [...ofThePolicy, ...leaksOfReading, ...leaksOfCommands];
