/**
 * The policy worked out for one caller: for each compartment, the relations through which this caller may read it.
 * A pure function of the caller; it never sees a record.
 */
import type { Caller } from "./caller.js";
import { compartments, type Compartment } from "./data-class.js";
import { openedBy, readableFor, readableInRole } from "./policy.js";
import { relations, type Relation } from "./relation.js";

export type Unlocks = Readonly<Record<Compartment, readonly Relation[]>>;

type ActingCaller = Pick<Caller, "role" | "purpose">;

export function unlocksOf(caller: ActingCaller): Unlocks {
  const unlocked = (compartment: Compartment): readonly Relation[] =>
    mayHold(caller, compartment) ? relations.filter((relation) => openedBy[compartment][relation] === "always") : [];
  return Object.fromEntries(compartments.map((compartment) => [compartment, unlocked(compartment)])) as Record<
    Compartment,
    readonly Relation[]
  >;
}

/** Whether the caller's role and purpose may read the compartment at all, whatever the relation. */
function mayHold(caller: ActingCaller, compartment: Compartment): boolean {
  return readableInRole[compartment].includes(caller.role) && readableFor[compartment].includes(caller.purpose);
}
