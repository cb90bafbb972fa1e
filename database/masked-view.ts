/**
 * Generates the views through which records are read. A view joins the access index with the record, shows the rows
 * of the caller's organisation only, and shows a column only where a relation on the row unlocks its compartment. The
 * caller is in transaction-local settings; with none set there are no rows and no values.
 */
import { existence, type Compartment } from "../authorisation/data-class.js";

export interface MaskedColumn {
  /** Name of the column in the view. */
  readonly name: string;
  readonly compartment: Compartment;
  /** SQL over `r` (the record) and `a` (its row of the access index). Constant text of ours, never input. */
  readonly expression: string;
  /** A count shown only from this number up, unless the further compartment is unlocked as well. */
  readonly suppressed?: { readonly below: number; readonly unless: Compartment };
}

export interface MaskedView {
  /** Schema-qualified name, `concerns.visible_concern`. */
  readonly name: string;
  /** Table of the records, aliased `r`, with a random `id`, and its column that holds the key of the concern. */
  readonly table: string;
  readonly concernKey: string;
  readonly columns: readonly MaskedColumn[];
}

export const organisationSetting = "hub.organisation";
export const todaySetting = "hub.today";

export function unlockSetting(compartment: Compartment): string {
  return `hub.unlocks_${compartment.replace(":", "_").toLowerCase()}`;
}

/** Today as the request sees it; an expression for derived columns. */
export const today = `(select nullif(current_setting('${todaySetting}', true), '')::date)`;

// Not a security barrier: that would hide order and limit from the planner. The masks are expressions of the view and
// cannot be pushed past, and no predicate that a caller can write runs code of theirs.
export function maskedViewSql(view: MaskedView): string {
  const columns = view.columns.map((column) => `  ${maskedExpression(column)} as ${column.name}`);
  return [
    `create or replace view ${view.name} as`,
    "select",
    ["  a.concern as key", "  a.relations", "  r.id", ...columns].join(",\n"),
    `from concerns.concern_access a`,
    `join ${view.table} r on r.${view.concernKey} = a.concern`,
    `where a.organisation = current_setting('${organisationSetting}', true)`,
  ].join("\n");
}

function maskedExpression({ compartment, expression, suppressed }: MaskedColumn): string {
  if (compartment === existence) return expression;
  const shown =
    suppressed === undefined
      ? isUnlocked(compartment)
      : `${isUnlocked(compartment)} and (${expression} >= ${suppressed.below} or ${isUnlocked(suppressed.unless)})`;
  return `case when ${shown} then ${expression} end`;
}

/** The sub-select is not correlated: the setting is worked out once for a query, not for each row. */
function isUnlocked(compartment: Compartment): string {
  return `a.relations && (select string_to_array(current_setting('${unlockSetting(compartment)}', true), ','))`;
}
