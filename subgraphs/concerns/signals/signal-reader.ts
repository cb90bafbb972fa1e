/**
 * Reads how many bodies hold something about each place. The one reader over what its caller may not see: the view
 * behind it gives a place and a number and no more, and nothing to who is no body of the protocol.
 */
import type { SubgraphContext } from "../../subgraph-context.js";
import type { Tally } from "./emerging-signals.js";

export function readTallies(context: SubgraphContext, withinDays: number): Promise<Tally[]> {
  return context.database.read<Tally>(
    `select s.place, s.bodies, o.region as call
     from concerns.published_signal s left join organisations.published_organisation o on o.code = s.place
     where s.within_days = $1`,
    [withinDays],
  );
}
