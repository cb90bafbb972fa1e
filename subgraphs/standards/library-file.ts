/**
 * From the contents of the library's files to a library, or to the whole list of what is wrong with them: never a
 * part of a library. Pure; the files are read in read-library.ts.
 */
import type { z } from "zod";
import { libraryFindings } from "./library-findings.js";
import type { FrameworkFile, LibraryStandard, NamedContent, StandardsLibrary } from "./library-schema.js";
import { frameworkFile, mappingFile } from "./library-schema.js";

export type LibraryCheck = { readonly library: StandardsLibrary } | { readonly findings: readonly string[] };

export function checkLibrary(files: readonly NamedContent[], mapping: unknown): LibraryCheck {
  const parsedFiles = files.map(({ name, content }) => ({ name, ...frameworkFile.safeParse(content) }));
  const parsedMapping = { name: "the mapping", ...mappingFile.safeParse(mapping) };
  const malformed = [...parsedFiles, parsedMapping].flatMap((parsed) =>
    parsed.success ? [] : parsed.error.issues.map((issue) => `${parsed.name}: ${inWords(issue)}`),
  );
  if (malformed.length > 0 || !parsedMapping.success) return { findings: malformed };

  const wellFormed = parsedFiles.flatMap((parsed) => (parsed.success ? [parsed.data] : []));
  const library: StandardsLibrary = {
    frameworks: wellFormed.map(({ framework }) => ({ ...framework, note: framework.note ?? null })),
    standards: wellFormed.flatMap(standardsOf),
    mappings: parsedMapping.data,
  };
  const findings = libraryFindings(library);
  return findings.length > 0 ? { findings } : { library };
}

function standardsOf({ framework, standards }: FrameworkFile): LibraryStandard[] {
  const idOf = (code: string) => `${framework.id}:${code}`;
  return standards.map((standard, index) => ({
    id: idOf(standard.code),
    framework: framework.id,
    position: index + 1,
    code: standard.code,
    kind: standard.kind,
    title: standard.title,
    parent: standard.parent === undefined ? null : idOf(standard.parent),
    validFrom: standard.validFrom ?? framework.validFrom,
    validTo: standard.validTo ?? framework.validTo,
    supersededBy: standard.supersededBy ?? null,
    source: standard.source,
    confidence: standard.confidence,
    note: standard.note ?? null,
  }));
}

function inWords({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `${path.map(String).join(".")}: ${message}`;
}
