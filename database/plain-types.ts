/** How columns become values: calendar dates stay ISO text, since a JavaScript date would add a clock and a zone. */
import pg from "pg";

const asText = (value: string): string => value;

export const plainTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    oid === pg.types.builtins.DATE ? asText : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};
