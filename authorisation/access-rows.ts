/**
 * The rows of the access index for one concern: one for each organisation that may know of it. Keys of order and of
 * filters are written as the relations of the row open them, so the index tells no more than the masks do.
 */
import type { Compartment } from "./data-class.js";
import { conditionsOf } from "./policy.js";
import { relations as allRelations, type Relation } from "./relation.js";
import { relationsOf, type Bodies, type ConcernFacts } from "./relations-of.js";

/** Facts that decide who may know of a concern, and those by which lists are ordered or filtered. Dates as ISO text. */
export interface IndexedConcern extends ConcernFacts {
  readonly reference: string;
  readonly status: string;
  readonly raisedOn: string;
  readonly changedOn: string;
  readonly nextReviewOn: string | null;
}

export interface AccessRow {
  readonly organisation: string;
  readonly relations: readonly Relation[];
  /** `ISF0` to `ISF4`. */
  readonly category: string;
  readonly provider: string;
  readonly raisedOrder: string;
  readonly changedOrder: string;
  readonly reviewOrder: string;
  readonly statusKey: string;
  readonly referenceKey: string;
  /** Last day of the last share; null where the row does not rest on one. */
  readonly sharedUntil: string | null;
}

/** Sort last in a list that runs down, and in one that runs up. */
const lastWhenDescending = "-infinity";
const lastWhenAscending = "infinity";
/** What no filter asks for. */
const foundByNothing = "";

export function accessRowsOf(concern: IndexedConcern, bodies: Bodies): AccessRow[] {
  return [...relationsOf(concern, bodies)].map(([organisation, held]) => {
    const opened = opens(lasting(held), "OPERATIONAL");
    const lastDays = concern.shares.filter((share) => share.organisation === organisation).map(({ until }) => until);
    return {
      organisation,
      relations: allRelations.filter((relation) => held.has(relation)),
      category: `ISF${concern.category}`,
      provider: concern.provider,
      raisedOrder: opened ? concern.raisedOn : lastWhenDescending,
      changedOrder: opened ? concern.changedOn : lastWhenDescending,
      reviewOrder: (opened ? concern.nextReviewOn : null) ?? lastWhenAscending,
      statusKey: opened ? concern.status : foundByNothing,
      referenceKey: opened ? concern.reference : foundByNothing,
      sharedUntil: lastDays.sort().at(-1) ?? null,
    };
  });
}

/** A share ends without a write, so beside another relation the keys of order do not rest on it. */
function lasting(held: ReadonlySet<Relation>): ReadonlySet<Relation> {
  return held.size > 1 ? new Set([...held].filter((relation) => relation !== "SHARED")) : held;
}

function opens(held: ReadonlySet<Relation>, compartment: Compartment): boolean {
  return [...held].some((relation) => conditionsOf(compartment, relation).includes("always"));
}
