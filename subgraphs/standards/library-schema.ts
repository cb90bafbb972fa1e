/**
 * The shape of the standards library on disk: one file for each version of a framework, and one file of mappings.
 * What passes is bounded text without control characters; what files say about one another is checked in
 * library-findings.ts. A period is closed on both sides: `validTo` is the last day in force.
 */
import { z } from "zod";

export const standardKinds = [
  "DOMAIN",
  "THEME",
  "SECTION",
  "PRINCIPLE",
  "STANDARD",
  "REQUIREMENT",
  "OUTCOME_AREA",
  "KEY_QUESTION",
  "QUALITY_STATEMENT",
  "REGULATION",
] as const;

/** How sure the library is: found in a public source, derived from one, general knowledge by degree, or a judgement. */
export const confidences = ["FOUND", "DERIVED", "HIGH", "MEDIUM", "LOW", "JUDGEMENT"] as const;

/** STRONG: the same subject, so that one may be read for the other. PARTIAL: they overlap. */
export const mappingStrengths = ["STRONG", "PARTIAL"] as const;

const text = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u, "has a control character")
    .regex(/^(?!\s)[^]*(?<!\s)$/u, "begins or ends with a space");

const day = z.iso.date();
const frameworkId = z.string().regex(/^(?=.{2,24}$)[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*$/, "is not a framework id");
const standardCode = z.string().regex(/^(?=.{1,24}$)[A-Z0-9]+(?:[.-][A-Z0-9]+)*$/, "is not a standard's code");
const standardId = z
  .string()
  .max(49)
  .regex(/^[A-Z][A-Z0-9-]*:[A-Z0-9.-]+$/, "is not a standard's id, FRAMEWORK-ID:code");

const provenance = {
  source: text(300),
  confidence: z.enum(confidences),
  note: text(600).optional(),
};

const framework = z.strictObject({
  id: frameworkId,
  /** What the versions of one framework share. */
  code: frameworkId,
  title: text(200),
  /** Organisation code of the body that publishes it. */
  owner: z.string().regex(/^[A-Z0-9]{3,12}$/, "is not an organisation's code"),
  version: text(40),
  validFrom: day,
  validTo: day.nullable(),
  url: z.url({ protocol: /^https$/ }).max(300),
  ...provenance,
});

const standard = z.strictObject({
  code: standardCode,
  kind: z.enum(standardKinds),
  title: text(300),
  /** Code of the standard above it, in the same file and further up. */
  parent: standardCode.optional(),
  /** Where it differs from the framework's own. */
  validFrom: day.optional(),
  validTo: day.optional(),
  /** Id of what replaces it, in a later version. */
  supersededBy: standardId.optional(),
  ...provenance,
});

export const frameworkFile = z.strictObject({ framework, standards: z.array(standard).min(1).max(2_000) });

export const mappingFile = z
  .array(
    z.strictObject({
      from: standardId,
      to: standardId,
      strength: z.enum(mappingStrengths),
      mappedBy: text(100),
      confidence: z.enum(confidences),
    }),
  )
  .max(20_000);

export type FrameworkFile = z.infer<typeof frameworkFile>;
export type StandardMapping = z.infer<typeof mappingFile>[number];

export type LibraryFramework = Omit<FrameworkFile["framework"], "note"> & { readonly note: string | null };

/** A standard on its own: with its id, its place in the framework's order, and the period worked out. */
export interface LibraryStandard {
  readonly id: string;
  readonly framework: string;
  readonly position: number;
  readonly code: string;
  readonly kind: (typeof standardKinds)[number];
  readonly title: string;
  readonly parent: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly supersededBy: string | null;
  readonly source: string;
  readonly confidence: (typeof confidences)[number];
  readonly note: string | null;
}

export interface StandardsLibrary {
  readonly frameworks: readonly LibraryFramework[];
  readonly standards: readonly LibraryStandard[];
  readonly mappings: readonly StandardMapping[];
}

export interface NamedContent {
  /** Name under which findings speak of it. */
  readonly name: string;
  readonly content: unknown;
}
