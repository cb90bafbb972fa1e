/**
 * What loading a library would change in what is stored, worked out before anything is written. Dated versions are
 * never edited in place: what a standard says and when it began stand for good, and an end or a successor may be
 * filled in once. A library that is silent on an end leaves the stored one as it is. Nothing is ever deleted.
 */
import type { LibraryFramework, LibraryStandard, StandardMapping, StandardsLibrary } from "./library-schema.js";

export interface Changes<Entry> {
  readonly inserted: readonly Entry[];
  readonly updated: readonly Entry[];
  readonly unchanged: number;
}

export interface LibraryChanges {
  readonly frameworks: Changes<LibraryFramework>;
  readonly standards: Changes<LibraryStandard>;
  readonly mappings: Changes<StandardMapping>;
  /** Why the library may not be loaded. */
  readonly findings: readonly string[];
}

interface Rules<Entry extends object> {
  readonly idOf: (entry: Entry) => string;
  /** Never changes once stored. */
  readonly fixed: readonly (keyof Entry)[];
  /** May go from null to a value, and not back. */
  readonly filledInOnce: readonly (keyof Entry)[];
  /** May change: how sure we are, where it comes from, its place in the list. */
  readonly free: readonly (keyof Entry)[];
}

const frameworkRules: Rules<LibraryFramework> = {
  idOf: ({ id }) => id,
  fixed: ["code", "owner", "version", "title", "validFrom"],
  filledInOnce: ["validTo"],
  free: ["url", "source", "confidence", "note"],
};

const standardRules: Rules<LibraryStandard> = {
  idOf: ({ id }) => id,
  fixed: ["kind", "title", "parent", "validFrom"],
  filledInOnce: ["validTo", "supersededBy"],
  free: ["position", "source", "confidence", "note"],
};

const mappingRules: Rules<StandardMapping> = {
  idOf: ({ from, to }) => `${from} to ${to}`,
  fixed: [],
  filledInOnce: [],
  free: ["strength", "mappedBy", "confidence"],
};

export function libraryChanges(stored: StandardsLibrary, library: StandardsLibrary): LibraryChanges {
  return {
    frameworks: changes(stored.frameworks, library.frameworks, frameworkRules),
    standards: changes(stored.standards, library.standards, standardRules),
    mappings: changes(stored.mappings, library.mappings, mappingRules),
    findings: [
      ...editsInPlace(stored.frameworks, library.frameworks, frameworkRules),
      ...editsInPlace(stored.standards, library.standards, standardRules),
    ],
  };
}

function changes<Entry extends object>(
  stored: readonly Entry[],
  wanted: readonly Entry[],
  rules: Rules<Entry>,
): Changes<Entry> {
  const before = new Map(stored.map((entry) => [rules.idOf(entry), entry]));
  const inserted = wanted.filter((entry) => !before.has(rules.idOf(entry)));
  const updated = wanted.filter((entry) => {
    const old = before.get(rules.idOf(entry));
    if (old === undefined) return false;
    const filledIn = rules.filledInOnce.some((name) => old[name] === null && entry[name] !== null);
    return filledIn || rules.free.some((name) => old[name] !== entry[name]);
  });
  return { inserted, updated, unchanged: wanted.length - inserted.length - updated.length };
}

function editsInPlace<Entry extends object>(
  stored: readonly Entry[],
  wanted: readonly Entry[],
  rules: Rules<Entry>,
): string[] {
  const before = new Map(stored.map((entry) => [rules.idOf(entry), entry]));
  return wanted.flatMap((entry) => {
    const old = before.get(rules.idOf(entry));
    if (old === undefined) return [];
    const edited = [
      ...rules.fixed.filter((name) => old[name] !== entry[name]),
      ...rules.filledInOnce.filter((name) => old[name] !== null && entry[name] !== null && old[name] !== entry[name]),
    ];
    return edited.map(
      (name) => `${rules.idOf(entry)} is stored with another ${String(name)}: add a new dated version instead`,
    );
  });
}
