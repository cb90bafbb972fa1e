/**
 * What an import of a trusts file tells the person who ran it: one summary over the lines that could not be read and
 * the records that could not be taken, with every one of them and why. Pure.
 */
import type { OdsFile, RejectedLine } from "./ods-file.js";
import type { OdsImportSummary } from "./ods-import.js";
import type { ReferenceFinding } from "./reference-file.js";

export interface OdsReport extends Omit<OdsImportSummary, "read" | "rejected"> {
  /** Lines of the file that hold anything: taken and rejected together. */
  readonly read: number;
  readonly rejected: readonly RejectedLine[];
  readonly lineageFindings: readonly ReferenceFinding[];
}

export function odsReport(
  file: OdsFile,
  summary: OdsImportSummary,
  lineageFindings: readonly ReferenceFinding[],
): OdsReport {
  return {
    ...summary,
    read: file.records.length + file.rejected.length,
    rejected: [...file.rejected, ...summary.rejected].sort((one, other) => one.line - other.line),
    lineageFindings,
  };
}

export function hasFindings({ rejected, lineageFindings }: OdsReport): boolean {
  return rejected.length > 0 || lineageFindings.length > 0;
}

export function odsReportLines(report: OdsReport): readonly string[] {
  const { read, inserted, updated, unchanged, rejected, status, successions, lineageFindings, unknownInLineage } =
    report;
  return [
    `Read ${read}: ${inserted} new, ${updated} changed, ${unchanged} unchanged, ${rejected.length} rejected.`,
    `Of these ${status.ACTIVE} are open, ${status.CLOSED} closed and ${status.PLANNED} not yet open.`,
    `Successions: ${successions.inserted} new, ${successions.updated} changed, ${successions.unchanged} unchanged.`,
    ...rejected.map(({ line, why }) => `Line ${line}: ${why}`),
    ...lineageFindings.map(({ file, entry, why }) => `${file}${entry === null ? "" : `, entry ${entry}`}: ${why}`),
    ...(unknownInLineage.length === 0
      ? []
      : [`The lineage names codes that the directory does not hold: ${unknownInLineage.join(", ")}.`]),
  ];
}
