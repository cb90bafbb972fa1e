/**
 * What a share opens of the classes that it names: the parts of them that its sharer reads in its own right, and no
 * others. Whoever reported a concern passes on the report, and not what NHS England keeps beside it in the same class.
 */
import { compartments, dataClassOf, type Compartment, type DataClass } from "../../../authorisation/data-class.js";
import { conditionsOf } from "../../../authorisation/policy.js";

export function openedByShare(classes: readonly DataClass[], readBySharer: ReadonlySet<Compartment>): Compartment[] {
  return compartments.filter(
    (compartment) =>
      classes.includes(dataClassOf(compartment)) &&
      conditionsOf(compartment, "SHARED").includes("share") &&
      readBySharer.has(compartment),
  );
}
