/**
 * How a sharer reads a concern as another body would see it: its own reading, narrowed to what the other would read as
 * well. Nothing is read in the other's name, so a preview tells nobody anything new. ADR 32 says what is left out.
 */
import type { Compartment } from "../../../authorisation/data-class.js";
import type { Relation } from "../../../authorisation/relation.js";
import { createStandings, type RowStanding, type Standing } from "../../../authorisation/standing.js";
import { settingsInPart } from "../../../database/caller-settings.js";
import type { SubgraphContext } from "../../subgraph-context.js";

export interface Receiver {
  /** What it is to the concern, with the share. */
  readonly relations: readonly Relation[];
  /** What the share opens. */
  readonly byShare: readonly Compartment[];
}

/** @param through the relations by which the sharer reads what it may pass on. */
export function previewReading(
  context: SubgraphContext,
  through: readonly Relation[],
  receiver: Receiver,
): SubgraphContext {
  const { caller, today, database } = context;
  // Somebody there in the role of the sharer, and for its purpose.
  const standings = createStandings(caller);
  const narrowed = (row: Pick<RowStanding, "byOwner">): Omit<Standing, "readIn"> => {
    const own = standings({ ...row, relations: through });
    const theirs = standings({ ...row, ...receiver });
    return {
      relations: receiver.relations,
      agreements: own.agreements,
      readable: new Set([...theirs.readable].filter((compartment) => own.readable.has(compartment))),
      reasonFor: (compartment) => (theirs.readable.has(compartment) ? own : theirs).reasonFor(compartment),
    };
  };
  const reading: SubgraphContext = {
    ...context,
    standingOf: ({ byOwner = null }) => ({ ...narrowed({ byOwner }), readIn: reading }),
    database: database.under(settingsInPart(caller, today, { readable: narrowed({}).readable, through })),
    loaders: new Map(),
  };
  return reading;
}
