/**
 * Redactions as a subgraph states them, held to their shape: only a coordinate, a known data class, a known reason
 * and keys to count pass, and of the keys their number alone goes on, so this channel cannot carry a value.
 */
import { dataClasses } from "../authorisation/data-class.js";
import { redactionReasons } from "../authorisation/redaction.js";
import type { StatedRedaction } from "../authorisation/redaction.js";

/** More kinds of redaction than one admitted document has fields. */
const most = 1_000;

const longestKey = 100;

export function readRedactions(stated: unknown): StatedRedaction[] {
  return Array.isArray(stated) ? stated.slice(0, most).filter(isRedaction).map(onlyItsFields) : [];
}

function isRedaction(value: unknown): value is StatedRedaction {
  if (typeof value !== "object" || value === null) return false;
  const { coordinate, dataClass, reason, records } = value as Record<keyof StatedRedaction, unknown>;
  return (
    typeof coordinate === "string" &&
    /^[A-Za-z]\w{0,99}\.[A-Za-z]\w{0,99}$/.test(coordinate) &&
    dataClasses.some((known) => known === dataClass) &&
    typeof reason === "string" &&
    Object.hasOwn(redactionReasons, reason) &&
    Array.isArray(records) &&
    records.length > 0 &&
    records.every((record) => typeof record === "string" && record.length <= longestKey)
  );
}

function onlyItsFields({ coordinate, dataClass, reason, records }: StatedRedaction): StatedRedaction {
  return { coordinate, dataClass, reason, records };
}
