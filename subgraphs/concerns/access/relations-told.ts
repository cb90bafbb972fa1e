/** Which relations of their organisation a caller is told of. */
import type { Compartment } from "../../../authorisation/data-class.js";
import type { Relation } from "../../../authorisation/relation.js";

/**
 * That there is a panel is for those who read of panels. Whoever knows of the concern by nothing else is told all the
 * same: that they know of it says no less.
 */
export function relationsTold(relations: readonly Relation[], readable: ReadonlySet<Compartment>): Relation[] {
  const others = relations.filter((relation) => relation !== "PANEL");
  return [...(readable.has("DELIBERATION:invitation") || others.length === 0 ? relations : others)];
}
