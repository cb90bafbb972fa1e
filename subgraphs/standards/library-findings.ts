/**
 * What is wrong with a library whose files are each well formed: names used twice, references to nothing, periods
 * that contradict one another. Every finding is one sentence that names the entry; an empty list means none.
 */
import type { LibraryFramework, LibraryStandard, StandardMapping, StandardsLibrary } from "./library-schema.js";

export function libraryFindings(library: StandardsLibrary): string[] {
  const standards = new Map(library.standards.map((standard) => [standard.id, standard]));
  return [
    ...repeated(library.frameworks.map(({ id }) => id)).map((id) => `${id} is the id of more than one framework`),
    ...repeated(library.standards.map(({ id }) => id)).map((id) => `${id} is the id of more than one standard`),
    ...library.frameworks.flatMap(frameworkFindings),
    ...overlappingVersions(library.frameworks),
    ...parentFindings(library.standards),
    ...periodFindings(library),
    ...library.standards.flatMap((standard) => successorFindings(standard, standards)),
    ...mappingFindings(library.mappings, standards),
  ];
}

function frameworkFindings({ id, code, validFrom, validTo }: LibraryFramework): string[] {
  const findings: string[] = [];
  if (id !== code && !id.startsWith(`${code}-`)) findings.push(`${id} does not begin with its code ${code}`);
  if (endsBefore(validTo, validFrom)) findings.push(`${id} ends before it begins`);
  return findings;
}

/** A concern cites the version in force on its day, so on no day may there be two. */
function overlappingVersions(frameworks: readonly LibraryFramework[]): string[] {
  const inOrder = frameworks.toSorted((one, other) => one.validFrom.localeCompare(other.validFrom));
  return inOrder.flatMap((earlier, index) =>
    inOrder
      .slice(index + 1)
      .filter((later) => later.code === earlier.code && later.id !== earlier.id)
      .filter((later) => !endsBefore(earlier.validTo, later.validFrom))
      .map((later) => `${earlier.id} and ${later.id} are versions of ${later.code} in force at the same time`),
  );
}

/** A parent stands above its children in the file; so the order can be read as an outline, and no one is its own ancestor. */
function parentFindings(standards: readonly LibraryStandard[]): string[] {
  const above = new Set<string>();
  return standards.flatMap(({ id, parent }) => {
    const findings =
      parent === null || above.has(parent) ? [] : [`${id} names the parent ${parent}, which is not above it`];
    above.add(id);
    return findings;
  });
}

function periodFindings({ frameworks, standards }: StandardsLibrary): string[] {
  const periods = new Map(frameworks.map((framework) => [framework.id, framework]));
  return standards.flatMap((standard) => {
    const findings: string[] = [];
    const period = periods.get(standard.framework);
    if (endsBefore(standard.validTo, standard.validFrom)) findings.push(`${standard.id} ends before it begins`);
    if (period === undefined) return findings;
    const outlives = period.validTo !== null && (standard.validTo === null || standard.validTo > period.validTo);
    if (standard.validFrom < period.validFrom || outlives)
      findings.push(`${standard.id} is in force outside its framework`);
    return findings;
  });
}

function successorFindings(standard: LibraryStandard, all: ReadonlyMap<string, LibraryStandard>): string[] {
  if (standard.supersededBy === null) return [];
  const successor = all.get(standard.supersededBy);
  if (successor === undefined)
    return [`${standard.id} is superseded by ${standard.supersededBy}, which does not exist`];
  if (!endsBefore(standard.validTo, successor.validFrom))
    return [`${standard.id} is superseded by ${successor.id}, which begins before it ends`];
  return [];
}

function mappingFindings(mappings: readonly StandardMapping[], all: ReadonlyMap<string, LibraryStandard>): string[] {
  const pairs = mappings.map(({ from, to }) => `${from} to ${to}`);
  return [
    ...repeated(pairs).map((pair) => `the mapping ${pair} is made more than once`),
    ...mappings.flatMap(({ from, to }) => {
      const missing = [from, to].filter((id) => !all.has(id));
      if (missing.length > 0)
        return missing.map((id) => `the mapping ${from} to ${to} names ${id}, which does not exist`);
      const within = all.get(from)?.framework === all.get(to)?.framework;
      return within ? [`the mapping ${from} to ${to} stays within one framework`] : [];
    }),
  ];
}

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return [...new Set(values.filter((value) => seen.size === seen.add(value).size))];
}

/** Days are ISO dates, whose order is that of their text. */
function endsBefore(end: string | null, day: string): boolean {
  return end !== null && end < day;
}
