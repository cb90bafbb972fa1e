/**
 * Redactions as a subgraph states them, held to their shape: only a coordinate, a known data class, a known reason
 * and a count pass, so this channel cannot carry a value.
 */
import { dataClasses } from "../authorisation/data-class.js";
import { redactionReasons } from "../authorisation/redaction.js";
import type { Redaction } from "../authorisation/redaction.js";

/** More kinds of redaction than one admitted document has fields. */
const most = 1_000;

export function readRedactions(stated: unknown): Redaction[] {
  return Array.isArray(stated) ? stated.slice(0, most).filter(isRedaction).map(onlyItsFields) : [];
}

function isRedaction(value: unknown): value is Redaction {
  if (typeof value !== "object" || value === null) return false;
  const { coordinate, dataClass, reason, count } = value as Record<keyof Redaction, unknown>;
  return (
    typeof coordinate === "string" &&
    /^[A-Za-z]\w{0,99}\.[A-Za-z]\w{0,99}$/.test(coordinate) &&
    dataClasses.some((known) => known === dataClass) &&
    typeof reason === "string" &&
    Object.hasOwn(redactionReasons, reason) &&
    Number.isSafeInteger(count) &&
    Number(count) > 0
  );
}

function onlyItsFields({ coordinate, dataClass, reason, count }: Redaction): Redaction {
  return { coordinate, dataClass, reason, count };
}
