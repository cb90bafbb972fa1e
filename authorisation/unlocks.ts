/**
 * The policy worked out for one caller: for each compartment, the relations through which this caller may read it, and
 * those that open it only under a condition of the record. A pure function of the caller; it never sees a record.
 */
import type { Caller } from "./caller.js";
import { compartments, type Compartment } from "./data-class.js";
import { conditionsOf, openedInRole, readableFor, readableInRole, type Condition } from "./policy.js";
import { relations, type Relation } from "./relation.js";

export type Unlocks = Readonly<Record<Compartment, readonly Relation[]>>;

export type ActingCaller = Pick<Caller, "role" | "purpose">;

/** Relations that open each compartment to the caller, whatever else is true of the record. */
export function unlocksOf(caller: ActingCaller): Unlocks {
  return unlocksUnder(caller, "always");
}

/** Relations that open each compartment to the caller where the condition holds for the record. */
export function unlocksUnder(caller: ActingCaller, condition: Condition): Unlocks {
  const key = `${caller.role} ${caller.purpose} ${condition}`;
  let unlocks = workedOut.get(key);
  if (unlocks === undefined) {
    unlocks = workOut(caller, condition);
    workedOut.set(key, unlocks);
  }
  return unlocks;
}

/** Every request of a caller asks for them several times, and there are only so many roles and purposes. */
const workedOut = new Map<string, Unlocks>();

function workOut(caller: ActingCaller, condition: Condition): Unlocks {
  const unlocked = (compartment: Compartment): readonly Relation[] =>
    mayHold(caller, compartment)
      ? relations.filter(
          (relation) =>
            conditionsOf(compartment, relation).includes(condition) && opensInRole(caller, compartment, relation),
        )
      : [];
  return Object.fromEntries(compartments.map((compartment) => [compartment, unlocked(compartment)])) as Record<
    Compartment,
    readonly Relation[]
  >;
}

/** Whether the relation opens the compartment to the caller's role, of those that may read it. */
export function opensInRole({ role }: Pick<Caller, "role">, compartment: Compartment, relation: Relation): boolean {
  return openedInRole[compartment]?.[relation]?.includes(role) ?? true;
}

/** Whether the caller's role and purpose may read the compartment at all, whatever the relation. */
export function mayHold(caller: ActingCaller, compartment: Compartment): boolean {
  return readableInRole[compartment].includes(caller.role) && readableFor[compartment].includes(caller.purpose);
}
