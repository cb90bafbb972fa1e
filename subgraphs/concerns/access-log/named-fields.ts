/** What an entry of the audit names: a concern, the fields of records that were given or withheld, and agreements. */
import type { Disclosure } from "../../../authorisation/disclosure-log.js";

export interface Named {
  readonly concern: string | null;
  /** `Type.field`, in order, each once. */
  readonly fields: readonly string[];
  readonly redacted: readonly string[];
  /** Ids, in order, each once. */
  readonly agreements: readonly string[];
}

/** @param askedAbout id of the concern whose readers are asked for: of other concerns on its page nothing is named. */
export function namedIn(records: readonly Disclosure[], askedAbout: string | null): Named {
  const lines = records.filter(
    ({ type, ids }) => askedAbout === null || type !== "Concern" || ids.includes(askedAbout),
  );
  const named = (list: "fields" | "redacted"): string[] => [
    ...new Set(lines.flatMap((line) => line[list].map((field) => `${line.type}.${field}`)).sort()),
  ];
  const concerns = [...new Set(lines.flatMap(({ type, ids }) => (type === "Concern" ? ids : [])))];
  return {
    concern: askedAbout ?? (concerns.length === 1 ? (concerns[0] ?? null) : null),
    fields: named("fields"),
    redacted: named("redacted"),
    agreements: [...new Set(lines.flatMap(({ agreements = [] }) => agreements))].sort(),
  };
}
