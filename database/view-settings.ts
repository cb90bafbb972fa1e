/**
 * What the views read of the caller: settings of the transaction, by names that views of migrations may use as well, and
 * the SQL that reads them. With none set there are no rows and no values.
 */
import type { Compartment } from "../authorisation/data-class.js";
import type { Condition } from "../authorisation/policy.js";

export const organisationSetting = "hub.organisation";
export const todaySetting = "hub.today";

/**
 * SQL over `a`, a row of an index: it is one of the organisation that reads. Where the plan is for one caller PostgreSQL
 * looks at the organisation to see how many rows there are; where it is for all it cannot, and so plans the same whoever
 * comes first.
 */
export const isOfReader = `a.organisation = case current_setting('plan_cache_mode') when 'force_generic_plan'
    then (select current_setting('${organisationSetting}', true)) else current_setting('${organisationSetting}', true) end`;

/** The organisation for which the caller acts, whatever they may read: for what is addressed to them. */
export const actingSetting = "hub.acting_for";

/** SQL: that organisation, by which a row is somebody's own. None in a preview, which shows nothing of anybody's own. */
export const acting = `(select nullif(current_setting('${actingSetting}', true), ''))`;

/** Relations that open a compartment under a condition, as a list. */
export function unlockSetting(compartment: Compartment, condition: Condition = "always"): string {
  const suffix = condition === "always" ? "" : `_by_${condition}`;
  return `hub.unlocks_${compartment.replace(":", "_").toLowerCase()}${suffix}`;
}

/** Today as the request sees it; an expression for derived columns. */
export const today = `(select nullif(current_setting('${todaySetting}', true), '')::date)`;
