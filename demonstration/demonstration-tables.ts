/**
 * The tables that a load fills, with their columns in the order in which rows are written. Columns are those of the
 * concerns subgraph's own rows; what the database sets by itself is not among them.
 */
import type * as tables from "../subgraphs/concerns/concern-tables.js";
import { copyLine } from "./copy-text.js";
import type { CopyValue } from "./copy-text.js";

export interface CopyTarget<Row> {
  readonly statement: string;
  line(row: Row): string;
}

/** Properties become columns as the rows are written in SQL: `raisedOn`, `raised_on`. */
function copyTarget<Row>() {
  return <Name extends keyof Row & string>(
    table: string,
    ...names: Exclude<keyof Row, Name> extends never ? Name[] : never
  ): CopyTarget<{ readonly [Each in keyof Row]: Readonly<Row[Each]> & CopyValue }> => {
    const properties: readonly Name[] = names;
    const columns = properties.map((name) => name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`));
    return {
      statement: `copy concerns.${table} (${columns.join(", ")}) from stdin`,
      line: (row) => copyLine(properties.map((name) => row[name])),
    };
  };
}
