/**
 * What is recorded of mergers, in the shape of the graph; each with the bodies that know of the other concern, which is
 * no field of the graph.
 */
import type { ReadRows, Row, Tree } from "./recorded-truth.js";

export interface MergersTruth {
  ofConcern(concern: Row): Tree;
  /** Whose event it is that a duplicate was merged into a concern. */
  knowingOfDuplicatesOf(concern: Row): readonly unknown[];
}

export async function mergersTruth(rowsOf: ReadRows, concerns: readonly Row[]): Promise<MergersTruth> {
  // A key is text under one name at a time: a number cannot hold it.
  const bySurvivor = await rowsOf("concern_merger", "merged_on desc, id", "survivor");
  const mergers = (await rowsOf("concern_merger", "merged_on desc, id", "duplicate")).map((row, index): Row => ({
    ...row,
    survivor: bySurvivor[index]?.["survivor"] ?? null,
  }));
  const access = await rowsOf("concern_access", "organisation", "concern");
  const knowingOf = (key: unknown): unknown[] =>
    access.filter(({ concern }) => concern === key).map(({ organisation }) => organisation);
  const idOf = (key: unknown): Tree => ({ id: concerns.find((concern) => concern["key"] === key)?.["id"] });
  const other = (key: unknown, shown: unknown = idOf(key)): ToldOfAnother => ({ shown, bodies: knowingOf(key) });
  return {
    ofConcern: ({ key }) => {
      const into = mergers.find(({ duplicate }) => duplicate === key);
      return {
        mergedInto: into === undefined ? null : other(into["survivor"]),
        mergedFrom: mergers.filter(({ survivor }) => survivor === key).map((row) => other(row["duplicate"])),
        mergeReason: into === undefined ? null : other(into["survivor"], into["reason"]),
      };
    },
    knowingOfDuplicatesOf: ({ key }) =>
      mergers.filter(({ survivor }) => survivor === key).flatMap((row) => knowingOf(row["duplicate"])),
  };
}

interface ToldOfAnother {
  readonly shown: unknown;
  /** Those who know of the other concern. */
  readonly bodies: readonly unknown[];
}

/** What tells of the other concern of a merger, or of those of several, to a body that knows of it or does not. */
export function toldOfOthers(organisation: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => toldOfOthers(organisation, one)).filter((one) => one !== null);
  if (value === null) return null;
  const { shown, bodies } = value as ToldOfAnother;
  return bodies.includes(organisation) ? shown : null;
}
