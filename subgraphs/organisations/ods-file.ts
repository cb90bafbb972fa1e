/**
 * Reads the trusts file of the NHS Organisation Data Service (`etr.csv`: 27 quoted columns, no header, one record a
 * line). Pure. Every line is either a record or a refusal with a reason from a constant list; a malformed line spoils
 * nothing but itself. Closed organisations are records like the rest, with their dates.
 */
import { parse } from "csv-parse/sync";
import { odsName } from "./ods-name.js";
import { organisationCode } from "./organisation-code.js";
import type { OperatingDates } from "./organisation-status.js";

export const odsRefusals = {
  TOO_MANY_LINES: "The file has more lines than may be read from one file; this line and all after it were left out.",
  TOO_LONG: "The line is longer than a record of this file can be.",
  CONTROL_CHARACTERS: "The line holds control characters.",
  QUOTING: "The quotation marks of the line do not pair up.",
  COLUMNS: "The line does not have 27 columns.",
  CODE: "The organisation code is not 3 to 12 capitals and digits.",
  REPEATED_CODE: "An earlier line has the same organisation code.",
  NAME: "The name is empty or longer than 100 characters.",
  REGION: "The region is neither empty nor a code of 3 to 12 capitals and digits.",
  ICB: "The integrated care board is neither empty nor a code of 3 to 12 capitals and digits.",
  POSTCODE: "The postcode is longer than 8 characters.",
  OPEN_DATE: "The open date is not a day of the calendar written yyyymmdd.",
  CLOSE_DATE: "The close date is not a day of the calendar written yyyymmdd.",
  DATES: "The close date is before the open date.",
  OTHER_KIND: "The code already names an organisation that is not a trust.",
} as const;
export type OdsRefusal = (typeof odsRefusals)[keyof typeof odsRefusals];

export interface RejectedLine {
  /** Counted from 1. */
  readonly line: number;
  readonly why: OdsRefusal;
}

export interface OdsRecord extends OperatingDates {
  readonly line: number;
  readonly code: string;
  readonly name: string;
  /** As the file has them: `W00` and `Q99` stand for "none in England" and name no organisation. */
  readonly region: string | null;
  readonly icb: string | null;
  readonly address: string | null;
  readonly postcode: string | null;
}

export interface OdsFile {
  readonly records: readonly OdsRecord[];
  readonly rejected: readonly RejectedLine[];
}

export const mostLines = 20_000;
const mostCharacters = 2_000;
const controlCharacter = /\p{Cc}/u;

export function parseOdsFile(text: string): OdsFile {
  const records: OdsRecord[] = [];
  const rejected: RejectedLine[] = [];
  const codes = new Set<string>();
  for (const [index, content] of text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\n|\r/)
    .entries()) {
    const line = index + 1;
    if (content === "") continue;
    if (line > mostLines) {
      rejected.push({ line, why: odsRefusals.TOO_MANY_LINES });
      break;
    }
    const record = parseLine(content, line);
    if (typeof record === "string") rejected.push({ line, why: record });
    else if (codes.has(record.code)) rejected.push({ line, why: odsRefusals.REPEATED_CODE });
    else {
      codes.add(record.code);
      records.push(record);
    }
  }
  return { records, rejected };
}

function parseLine(content: string, line: number): OdsRecord | OdsRefusal {
  if (content.length > mostCharacters) return odsRefusals.TOO_LONG;
  if (controlCharacter.test(content)) return odsRefusals.CONTROL_CHARACTERS;
  const columns = columnsOf(content);
  if (columns === null) return odsRefusals.QUOTING;
  if (columns.length !== 27) return odsRefusals.COLUMNS;

  const column = (number: number): string => (columns[number - 1] ?? "").trim();
  const record = {
    line,
    code: column(1),
    name: odsName(column(2)),
    region: column(3) || null,
    icb: column(4) || null,
    address: [5, 6, 7, 8, 9].map(column).filter(Boolean).map(odsName).join(", ") || null,
    postcode: column(10) || null,
  };
  const openedOn = calendarDay(column(11));
  const closedOn = calendarDay(column(12));

  if (!organisationCode.test(record.code)) return odsRefusals.CODE;
  if (record.name === "" || record.name.length > 100) return odsRefusals.NAME;
  if (record.region !== null && !organisationCode.test(record.region)) return odsRefusals.REGION;
  if (record.icb !== null && !organisationCode.test(record.icb)) return odsRefusals.ICB;
  if (record.postcode !== null && record.postcode.length > 8) return odsRefusals.POSTCODE;
  if (openedOn === undefined) return odsRefusals.OPEN_DATE;
  if (closedOn === undefined) return odsRefusals.CLOSE_DATE;
  if (openedOn !== null && closedOn !== null && closedOn < openedOn) return odsRefusals.DATES;
  return { ...record, openedOn, closedOn };
}

/** One line at a time: a quotation mark left open in one line cannot swallow the lines after it. */
function columnsOf(content: string): readonly string[] | null {
  try {
    return parse(content, { relax_column_count: true })[0] ?? [];
  } catch {
    return null;
  }
}

/** The day as `yyyy-mm-dd`, null where the column is empty, undefined where it is no day of the calendar. */
function calendarDay(text: string): string | null | undefined {
  if (text === "") return null;
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (parts === null) return undefined;
  const day = parts.slice(1).join("-");
  const moment = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day) ? day : undefined;
}
