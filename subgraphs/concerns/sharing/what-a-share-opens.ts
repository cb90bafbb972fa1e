/**
 * What a sharer may pass on, and what a share opens of the classes that it names: the parts of them that its sharer reads in its own right, and no
 * others. Whoever reported a concern passes on the report, and not what NHS England keeps beside it in the same class.
 */
import { compartments, dataClassOf, type Compartment, type DataClass } from "../../../authorisation/data-class.js";
import type { Caller } from "../../../authorisation/caller.js";
import { conditionsOf } from "../../../authorisation/policy.js";
import type { Relation } from "../../../authorisation/relation.js";
import { createStandings } from "../../../authorisation/standing.js";

/** What a body has by another's share or at a panel stays with it. */
export function inItsOwnRight(relations: readonly Relation[]): Relation[] {
  return relations.filter((relation) => !["SHARED", "PANEL"].includes(relation));
}

/** What the sharer reads through its own relations, and under no agreement. */
export function readableToSharer(sharer: Caller, relations: readonly Relation[]): ReadonlySet<Compartment> {
  return createStandings(sharer)({ relations: inItsOwnRight(relations) }).readable;
}

export function classesOf(readable: ReadonlySet<Compartment>): DataClass[] {
  return [...new Set([...readable].map(dataClassOf))];
}

export function openedByShare(classes: readonly DataClass[], readBySharer: ReadonlySet<Compartment>): Compartment[] {
  return compartments.filter(
    (compartment) =>
      classes.includes(dataClassOf(compartment)) &&
      conditionsOf(compartment, "SHARED").includes("share") &&
      readBySharer.has(compartment),
  );
}
