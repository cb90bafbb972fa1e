/**
 * Redactions: fields that a caller asked for and may not read on a record in front of them. Each is counted once for
 * a coordinate and reason; it says nothing about the value, nor whether there is one.
 */
import type { Caller } from "./caller.js";
import { dataClassOf, type Compartment, type DataClass } from "./data-class.js";
import { conditionsOf, readableFor, readableInRole } from "./policy.js";
import type { Relation } from "./relation.js";
import { opensInRole } from "./unlocks.js";

/** The closed list of reasons, with what a caller can do about each. */
export const redactionReasons = {
  ROLE: "Your selected role does not read this class. Ask your organisation's quality lead.",
  PURPOSE: "The declared purpose of use does not cover this class. Declare another purpose that your role allows.",
  AGREEMENT:
    "A sharing agreement that covers this class and purpose has to be in force. Ask NHS England's information governance lead. Where people are at immediate risk, break the glass.",
  REVEAL: "Identities are read only after an approved reveal. Ask the regional quality team that holds the case.",
  GLASS:
    "Your organisation reads this in an emergency alone: where people are at immediate risk, break the glass. Otherwise ask the regional quality team.",
  SHARE: "The share of this concern does not include this class. Ask the body that shared it.",
  RELATION: "Your organisation's part in this concern does not open this class. Ask the regional quality team.",
} as const;
export type RedactionReason = keyof typeof redactionReasons;

export interface Redaction {
  /** `Type.field` of the public graph. */
  readonly coordinate: string;
  readonly dataClass: DataClass;
  readonly reason: RedactionReason;
  /** On how many records of the response. */
  readonly count: number;
}

/**
 * As a subgraph states it to the gateway, and to nobody else: with the keys of the records, since one query may reach
 * the same record by several calls.
 */
export interface StatedRedaction extends Omit<Redaction, "count"> {
  readonly records: readonly string[];
}

/** Why a compartment is closed on a record to which the caller's organisation has these relations. */
export function redactionReason(
  caller: Pick<Caller, "role" | "purpose">,
  compartment: Compartment,
  relations: readonly Relation[],
): RedactionReason {
  if (dataClassOf(compartment) === "IDENTITY") return "REVEAL";
  if (!readableInRole[compartment].includes(caller.role)) return "ROLE";
  if (!readableFor[compartment].includes(caller.purpose)) return "PURPOSE";
  if (relations.some((relation) => !opensInRole(caller, compartment, relation))) return "ROLE";
  const conditions = relations.flatMap((relation) => conditionsOf(compartment, relation));
  if (conditions.includes("agreement")) return "AGREEMENT";
  if (conditions.includes("share")) return "SHARE";
  return conditions.includes("glass") ? "GLASS" : "RELATION";
}

/** Adds up redactions that name the same coordinate, class and reason, in a stable order, each record once. */
export function mergeRedactions(stated: Iterable<StatedRedaction>): Redaction[] {
  const merged = new Map<string, Omit<StatedRedaction, "records"> & { readonly records: Set<string> }>();
  for (const { records, ...redaction } of stated) {
    const key = `${redaction.coordinate} ${redaction.dataClass} ${redaction.reason}`;
    const line = merged.get(key) ?? { ...redaction, records: new Set<string>() };
    for (const record of records) line.records.add(record);
    merged.set(key, line);
  }
  return [...merged.entries()]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, { records, ...redaction }]) => ({ ...redaction, count: records.size }));
}
