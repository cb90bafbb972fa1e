import { describe, expect, it } from "@jest/globals";
import { odsRefusals, parseOdsFile } from "../../../subgraphs/organisations/ods-file.js";
import type { OdsImportSummary } from "../../../subgraphs/organisations/ods-import.js";
import { hasFindings, odsReport, odsReportLines } from "../../../subgraphs/organisations/ods-report.js";
import { odsLine } from "./ods-line.js";

const none = { inserted: 0, updated: 0, unchanged: 0 };
const imported: OdsImportSummary = {
  read: 1,
  inserted: 1,
  updated: 0,
  unchanged: 0,
  rejected: [],
  status: { PLANNED: 0, ACTIVE: 1, CLOSED: 0 },
  successions: none,
  unknownInLineage: [],
};

describe("the report of an import", () => {
  it("of a sound file is a summary without findings", () => {
    const report = odsReport(parseOdsFile(odsLine()), imported, []);
    expect(hasFindings(report)).toBe(false);
    expect(odsReportLines(report)).toEqual([
      "Read 1: 1 new, 0 changed, 0 unchanged, 0 rejected.",
      "Of these 1 are open, 0 closed and 0 not yet open.",
      "Successions: 0 new, 0 changed, 0 unchanged.",
    ]);
  });

  it("names every line that was not taken, in the order of the file, whoever refused it", () => {
    const file = parseOdsFile([odsLine({ 1: "GMC" }), odsLine({ 1: "" }), odsLine()].join("\n"));
    const refused = { ...imported, read: 2, rejected: [{ line: 1, why: odsRefusals.OTHER_KIND }] };
    const report = odsReport(file, refused, []);
    expect(hasFindings(report)).toBe(true);
    expect(report.read).toBe(3);
    expect(odsReportLines(report).slice(3)).toEqual([
      `Line 1: ${odsRefusals.OTHER_KIND}`,
      `Line 2: ${odsRefusals.CODE}`,
    ]);
  });

  it("names every entry of the lineage that was not taken, and every code that nobody knows", () => {
    const finding = { file: "lineage.json", entry: 2, why: "Invalid date" };
    const report = odsReport(parseOdsFile(odsLine()), { ...imported, unknownInLineage: ["ZZ8", "ZZ9"] }, [finding]);
    expect(hasFindings(report)).toBe(true);
    expect(odsReportLines(report).slice(3)).toEqual([
      "lineage.json, entry 2: Invalid date",
      "The lineage names codes that the directory does not hold: ZZ8, ZZ9.",
    ]);
  });
});
