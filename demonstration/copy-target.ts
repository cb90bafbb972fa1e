/** How rows of a table are copied in: the statement, and a line for each row. */
import { copyLine, type CopyValue } from "./copy-text.js";

export interface CopyTarget<Row> {
  readonly statement: string;
  line(row: Row): string;
  /** The row under the names of its columns, as versions are kept. */
  record(row: Row): object;
}

/** A row that says itself since when it is as it is. */
export interface Recorded {
  readonly recordedFrom: string;
}

/** @param recordedOn the day on which a row was recorded, where rows do not say so themselves. */
export function copyTarget<Row extends Readonly<Record<keyof Row, CopyValue>>>(
  table: string,
  columns: Readonly<Record<keyof Row, string>>,
  recordedOn?: (row: Row) => string,
): CopyTarget<Row> {
  const names = Object.keys(columns) as (keyof Row)[];
  const listed = [...names.map((name) => columns[name]), ...(recordedOn === undefined ? [] : ["recorded_from"])];
  return {
    statement: `copy concerns.${table} (${listed.join(", ")}) from stdin`,
    line: (row) =>
      copyLine([...names.map((name) => row[name]), ...(recordedOn === undefined ? [] : [atNoon(recordedOn(row))])]),
    record: (row) => Object.fromEntries(names.map((name) => [columns[name], row[name]])),
  };
}

/** Whatever England's clock says, it is that day. */
export function atNoon(day: string): string {
  return `${day}T12:00:00Z`;
}
