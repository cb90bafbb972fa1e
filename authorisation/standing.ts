/**
 * Where a caller stands towards a record: the relations that came with the row, and what they open. Records with the
 * same relations share one standing, so the policy is consulted once for each set of relations in a request.
 */
import type { Caller } from "./caller.js";
import { compartments, type Compartment } from "./data-class.js";
import { redactionReason, type RedactionReason } from "./redaction.js";
import type { Relation } from "./relation.js";
import { unlocksOf } from "./unlocks.js";

export interface Standing {
  readonly relations: readonly Relation[];
  readonly readable: ReadonlySet<Compartment>;
  reasonFor(compartment: Compartment): RedactionReason;
}

/** The key under which a record carries its standing. A symbol: no query, alias or input can name it. */
export const standingKey: unique symbol = Symbol("standing");

export interface StandingRecord {
  readonly id: string;
  readonly [standingKey]: Standing;
}

/** Gives each set of relations its standing for this caller. Make one for each request. */
export function createStandings(caller: Caller): (relations: readonly Relation[]) => Standing {
  const unlocks = unlocksOf(caller);
  const standings = new Map<string, Standing>();
  return (relations) => {
    const key = relations.join();
    let standing = standings.get(key);
    if (standing === undefined) {
      standing = {
        relations,
        readable: new Set(
          compartments.filter((compartment) => unlocks[compartment].some((relation) => relations.includes(relation))),
        ),
        reasonFor: (compartment) => redactionReason(caller, compartment, relations),
      };
      standings.set(key, standing);
    }
    return standing;
  };
}
