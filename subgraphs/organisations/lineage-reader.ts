/** Reads who became whom, for many organisations at once. Codes are as recorded, whether or not the directory carries them. */
import { grouped } from "../grouped.js";
import type { LoadMany } from "../loader-of.js";

export interface SuccessionRow {
  readonly predecessor: string;
  readonly successor: string;
  readonly on: string;
}

export const loadPredecessors = successionsBy("successor");
export const loadSuccessors = successionsBy("predecessor");

/** Successions in which the organisations stand on that side, oldest first. */
function successionsBy(side: "predecessor" | "successor"): LoadMany<string, SuccessionRow[]> {
  return async (context, codes) => {
    const rows = await context.database.readByIndex<SuccessionRow>(
      `select s.predecessor, s.successor, s.on_date::text as "on" from organisations.visible_succession s
        where s.${side} = any ($1) order by s.on_date, s.predecessor, s.successor`,
      [codes],
    );
    return grouped(codes, rows, side, (row) => row);
  };
}
