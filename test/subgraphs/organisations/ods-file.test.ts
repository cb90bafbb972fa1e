import { describe, expect, it } from "@jest/globals";
import { mostLines, odsRefusals, parseOdsFile } from "../../../subgraphs/organisations/ods-file.js";
import { odsLine } from "./ods-line.js";

const literal =
  '"ZZ4Q7","THE EASTVALE, WEXBRIDGE AND NORTHMOOR NHS FOUNDATION TRUST","Y60","Z9ZZZ","EAST WING, 2ND FLOOR","1 MILL LANE","","EASTVALE","","ZZ2 2ZZ","20100401","20260331","","","","","","01632 960001","","","","1","","F","","",""';

describe("a trusts file", () => {
  it("keeps a comma inside a name, a five-character code and the dates of a closed trust", () => {
    expect(parseOdsFile(literal)).toEqual({
      records: [
        {
          line: 1,
          code: "ZZ4Q7",
          name: "The Eastvale, Wexbridge and Northmoor NHS Foundation Trust",
          region: "Y60",
          icb: "Z9ZZZ",
          address: "East Wing, 2nd Floor, 1 Mill Lane, Eastvale",
          postcode: "ZZ2 2ZZ",
          openedOn: "2010-04-01",
          closedOn: "2026-03-31",
        },
      ],
      rejected: [],
    });
  });

  it("reads the same with a byte order mark, with either line ending and with blank lines at the end", () => {
    const plain = parseOdsFile(`${odsLine()}\n${odsLine({ 1: "ZZB" })}`);
    expect(plain.records.map(({ code }) => code)).toEqual(["ZZA", "ZZB"]);
    expect(parseOdsFile(`\uFEFF${odsLine()}\r\n${odsLine({ 1: "ZZB" })}\r\n\r\n`)).toEqual(plain);
  });

  it("keeps a region outside England as the file gives it, and an empty one as none", () => {
    const { records, rejected } = parseOdsFile(
      [odsLine({ 1: "ZZA", 3: "W00", 4: "Q99" }), odsLine({ 1: "ZZB", 3: "", 4: "" })].join("\n"),
    );
    expect(rejected).toEqual([]);
    expect(records.map(({ region, icb }) => [region, icb])).toEqual([
      ["W00", "Q99"],
      [null, null],
    ]);
  });

  it("takes a record without an open date", () => {
    expect(parseOdsFile(odsLine({ 11: "" })).records[0]?.openedOn).toBeNull();
  });

  it("is empty when the file is", () => {
    expect(parseOdsFile("")).toEqual({ records: [], rejected: [] });
  });
});

const malformed: readonly (readonly [what: string, line: string, why: keyof typeof odsRefusals])[] = [
  ["has too few columns", odsLine({}, 26), "COLUMNS"],
  ["has too many columns", odsLine({}, 28), "COLUMNS"],
  ["is no record at all", "Organisation Code", "COLUMNS"],
  ["leaves a quotation mark open", odsLine().slice(0, -1), "QUOTING"],
  ["has a quotation mark inside a column", odsLine({ 2: 'NORTH"MOOR' }), "QUOTING"],
  ["holds a control character", odsLine({ 2: "NORTH\u0007MOOR" }), "CONTROL_CHARACTERS"],
  ["is far too long", odsLine({ 5: "A".repeat(2_000) }), "TOO_LONG"],
  ["has no code", odsLine({ 1: "" }), "CODE"],
  ["has a code in small letters", odsLine({ 1: "zza" }), "CODE"],
  ["has a code of two characters", odsLine({ 1: "ZZ" }), "CODE"],
  ["has a code of thirteen characters", odsLine({ 1: "ZZ12345678901" }), "CODE"],
  ["has a code that looks like a formula", odsLine({ 1: "=1+1" }), "CODE"],
  ["has no name", odsLine({ 2: "  " }), "NAME"],
  ["has a name of more than 100 characters", odsLine({ 2: "N".repeat(101) }), "NAME"],
  ["has a region that is no code", odsLine({ 3: "MIDLANDS REGION" }), "REGION"],
  ["has a board that is no code", odsLine({ 4: "q1" }), "ICB"],
  ["has a postcode that is too long", odsLine({ 10: "ZZ11 11ZZ" }), "POSTCODE"],
  ["opened on no day of the calendar", odsLine({ 11: "20250229" }), "OPEN_DATE"],
  ["has an open date in another form", odsLine({ 11: "01/04/2010" }), "OPEN_DATE"],
  ["closed on no day of the calendar", odsLine({ 12: "20261301" }), "CLOSE_DATE"],
  ["closed before it opened", odsLine({ 12: "20100331" }), "DATES"],
];

describe("a malformed line", () => {
  it.each(malformed)("that %s is refused, and spoils no other line", (_, line, why) => {
    const file = parseOdsFile([odsLine({ 1: "ZZX" }), line, odsLine({ 1: "ZZY" })].join("\n"));
    expect(file.rejected).toEqual([{ line: 2, why: odsRefusals[why] }]);
    expect(file.records.map(({ code }) => code)).toEqual(["ZZX", "ZZY"]);
  });

  it("that repeats a code is refused: the first one stands", () => {
    const file = parseOdsFile([odsLine(), odsLine({ 2: "EASTVALE NHS TRUST" })].join("\n"));
    expect(file.rejected).toEqual([{ line: 2, why: odsRefusals.REPEATED_CODE }]);
    expect(file.records.map(({ name }) => name)).toEqual(["Northmoor General Hospital NHS Trust"]);
  });

  it("beyond the most that one file may hold ends the reading", () => {
    const file = parseOdsFile("x\n".repeat(mostLines + 500));
    expect(file.rejected).toHaveLength(mostLines + 1);
    expect(file.rejected.at(-1)).toEqual({ line: mostLines + 1, why: odsRefusals.TOO_MANY_LINES });
  });
});
