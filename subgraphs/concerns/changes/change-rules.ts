/**
 * Who is told that a concern changed, and with which compartment: for each organisation that may know of the concern
 * the compartments in which something happened that one of its roles may read. Whether a caller reads it is decided when
 * it is asked for.
 */
import type { Compartment } from "../../../authorisation/data-class.js";
import { openedBy } from "../../../authorisation/policy.js";
import type { Relation } from "../../../authorisation/relation.js";
import { eventRules, type Happening } from "../events/event-rules.js";

export interface ToldChange {
  readonly organisation: string;
  readonly compartment: Compartment;
}

export function toldChanges(
  happened: readonly Pick<Happening, "kind" | "audience">[],
  related: ReadonlyMap<string, ReadonlySet<Relation>>,
): ToldChange[] {
  return [...related].flatMap(([organisation, held]) => {
    const compartments = happened.map((happening) => compartmentFor(organisation, happening));
    return [...new Set(compartments)]
      .filter((compartment) => compartment !== null)
      .filter((compartment) => [...held].some((relation) => openedBy[compartment][relation] !== undefined))
      .map((compartment) => ({ organisation, compartment }));
  });
}

function compartmentFor(
  organisation: string,
  { kind, audience = [] }: Pick<Happening, "kind" | "audience">,
): Compartment | null {
  const { readWith, belongs } = eventRules[kind];
  return belongs === undefined || audience.includes(organisation) ? readWith : belongs.otherwise;
}
