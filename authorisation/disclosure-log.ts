/**
 * What one request disclosed and what it was refused: for every record the names of the fields, never a value. The
 * audit entry and the redactions of the response are both made from it.
 */
import { dataClassOf, type Compartment } from "./data-class.js";
import { mergeRedactions, type Redaction, type RedactionReason } from "./redaction.js";
import type { StandingRecord } from "./standing.js";

/** Records of one type of which the same fields were returned and redacted. */
export interface Disclosure {
  readonly type: string;
  readonly ids: readonly string[];
  readonly fields: readonly string[];
  readonly redacted: readonly string[];
}

interface Touched {
  readonly type: string;
  readonly id: string;
  readonly fields: Set<string>;
  readonly redacted: Set<string>;
}

export interface DisclosureLog {
  disclose(record: StandingRecord, type: string, field: string): void;
  redact(record: StandingRecord, type: string, field: string, compartment: Compartment, reason: RedactionReason): void;
  redactions(): Redaction[];
  disclosures(): Disclosure[];
}

export function createDisclosureLog(): DisclosureLog {
  const touchedByRow = new Map<StandingRecord, Touched>();
  const touched = new Map<string, Touched>();
  const redactions: Redaction[] = [];

  // The row is looked up first: it is the same object for all fields of a record, and spares building the key.
  const touch = (record: StandingRecord, type: string): Touched => {
    let entry = touchedByRow.get(record);
    if (entry === undefined) {
      const key = `${type} ${record.id}`;
      entry = touched.get(key) ?? { type, id: record.id, fields: new Set(), redacted: new Set() };
      touched.set(key, entry);
      touchedByRow.set(record, entry);
    }
    return entry;
  };

  return {
    disclose: (record, type, field) => {
      touch(record, type).fields.add(field);
    },
    redact: (record, type, field, compartment, reason) => {
      const { redacted } = touch(record, type);
      if (redacted.has(field)) return;
      redacted.add(field);
      redactions.push({ coordinate: `${type}.${field}`, dataClass: dataClassOf(compartment), reason, count: 1 });
    },
    redactions: () => mergeRedactions(redactions),
    disclosures: () => groupAlike(touched.values()),
  };
}

/** One line for all records alike: a page of a hundred concerns is one line with a hundred ids. */
function groupAlike(touched: Iterable<Touched>): Disclosure[] {
  const groups = new Map<string, { type: string; ids: Set<string>; fields: string[]; redacted: string[] }>();
  for (const { type, id, fields, redacted } of touched) {
    const line = { type, ids: new Set<string>(), fields: [...fields].sort(), redacted: [...redacted].sort() };
    const key = `${type} ${line.fields.join()} ${line.redacted.join()}`;
    const group = groups.get(key) ?? line;
    group.ids.add(id);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => ({ ...group, ids: [...group.ids].sort() }));
}
