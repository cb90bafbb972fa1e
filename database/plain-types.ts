/** How columns become values: calendar dates stay ISO text, since a JavaScript date would add a clock and a zone. */
import pg from "pg";

const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.DATE, (value: string) => value);

export const plainTypes: pg.CustomTypesConfig = types;
