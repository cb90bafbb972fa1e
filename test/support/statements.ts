/** How many statements reach the database while something is done, of whichever pool. */
import { jest } from "@jest/globals";
import type * as Postgres from "pg";
import { outside } from "./outside.js";

export async function countStatements<Value>(
  work: () => Promise<Value>,
): Promise<{ readonly count: number; readonly value: Value }> {
  const { default: pg } = await outside<typeof Postgres>("pg");
  const sent = jest.spyOn(pg.Client.prototype, "query");
  const value = await work();
  const isCounted = (sql: string): boolean =>
    !isStandingOfCaller.test(sql) && !isEntry.test(sql) && !isSetting.test(sql);
  const count = sent.mock.calls.map(([sql]) => textOf(sql)).filter(isCounted).length;
  sent.mockRestore();
  return { count, value };
}

/** The directory is asked about the caller every few seconds, whatever is asked by the caller. */
const isStandingOfCaller = /from organisations\.published_organisation where code = \$1$/;
/** Entries that are written at the same time share a statement: how many there are is a matter of the clock. */
const isEntry = /^insert into audit\.entry/;
/** Travels with the statement for which it is set. */
const isSetting = /^select set_config\(\$1, \$2, true\)$/;

function textOf(sql: unknown): string {
  return typeof sql === "string" ? sql : (sql as { readonly text: string }).text;
}
