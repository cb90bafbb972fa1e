/**
 * What one request disclosed and what it was refused: for every record the names of the fields, and what was told beside
 * records; never a value. The audit entry and the redactions of the response are both made from it.
 */
import type { Condition } from "./conditions-given.js";
import { dataClassOf, type Compartment } from "./data-class.js";
import type { RedactionReason, StatedRedaction } from "./redaction.js";
import type { StandingRecord } from "./standing.js";

/** Records of one type of which the same fields were returned and redacted. */
export interface Disclosure {
  readonly type: string;
  /** Empty for what has no key, such as a page with its count, and the root of a query. */
  readonly ids: readonly string[];
  /** None where it was told no more than that the records are there. */
  readonly fields: readonly string[];
  readonly redacted: readonly string[];
  /** By which filters and orders a list, a count or a figure among the fields was chosen. Absent: by none. */
  readonly chosenBy?: readonly Condition[];
  /** Ids of the agreements under which some of the fields were given. Absent: under none. */
  readonly agreements?: readonly string[];
}

interface Touched {
  readonly type: string;
  readonly id: string | null;
  readonly fields: Set<string>;
  readonly redacted: Set<string>;
  readonly chosenBy: Map<string, Condition>;
  readonly agreements: Set<string>;
}

type Identified = Pick<StandingRecord, "id">;

export interface DisclosureLog {
  disclose(
    record: Identified,
    type: string,
    field: string,
    chosenBy?: readonly Condition[],
    agreements?: readonly string[],
  ): void;
  /** A record was shown to be there. */
  show(record: Identified, type: string): void;
  /** A field was given of something that has no key. */
  tell(type: string, field: string, chosenBy?: readonly Condition[]): void;
  redact(record: Identified, type: string, field: string, compartment: Compartment, reason: RedactionReason): void;
  redactions(): StatedRedaction[];
  disclosures(): Disclosure[];
}

/** What the guard needs of the context of a request. */
export interface GuardedContext {
  readonly disclosures: DisclosureLog;
}

export function createDisclosureLog(): DisclosureLog {
  const touchedByRow = new Map<Identified, Touched>();
  const touched = new Map<string, Touched>();
  const redactions = new Map<string, StatedRedaction & { readonly records: string[] }>();

  const touch = (type: string, id: string | null): Touched => {
    const key = [type, id].join(" ");
    let entry = touched.get(key);
    if (entry === undefined) {
      const [fields, redacted, agreements] = [new Set<string>(), new Set<string>(), new Set<string>()];
      entry = { type, id, fields, redacted, chosenBy: new Map(), agreements };
      touched.set(key, entry);
    }
    return entry;
  };
  // The row is looked up first: it is the same object for all fields of a record, and spares building the key.
  const touchRow = (record: Identified, type: string): Touched => {
    let entry = touchedByRow.get(record);
    if (entry === undefined) {
      entry = touch(type, record.id);
      touchedByRow.set(record, entry);
    }
    return entry;
  };
  const give = (entry: Touched, field: string, chosenBy: readonly Condition[] = []): void => {
    entry.fields.add(field);
    for (const condition of chosenBy) entry.chosenBy.set(condition.place, condition);
  };

  return {
    disclose: (record, type, field, chosenBy, agreements = []) => {
      const entry = touchRow(record, type);
      give(entry, field, chosenBy);
      for (const agreement of agreements) entry.agreements.add(agreement);
    },
    show: (record, type) => {
      touchRow(record, type);
    },
    tell: (type, field, chosenBy) => {
      give(touch(type, null), field, chosenBy);
    },
    redact: (record, type, field, compartment, reason) => {
      const { redacted } = touchRow(record, type);
      if (redacted.has(field)) return;
      redacted.add(field);
      const key = `${type}.${field} ${reason}`;
      let line = redactions.get(key);
      if (line === undefined) {
        line = { coordinate: `${type}.${field}`, dataClass: dataClassOf(compartment), reason, records: [] };
        redactions.set(key, line);
      }
      line.records.push(record.id);
    },
    // Whatever was loaded first, which may depend on what else was loaded.
    redactions: () =>
      [...redactions]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([, line]) => ({ ...line, records: line.records.sort() })),
    disclosures: () => groupAlike(touched.values()),
  };
}

/** One line for all records alike: a page of a hundred concerns is one line with a hundred ids. */
function groupAlike(touched: Iterable<Touched>): Disclosure[] {
  const groups = new Map<string, Disclosure & { readonly ids: string[] }>();
  for (const { type, id, fields, redacted, chosenBy, agreements } of touched) {
    const given = agreements.size === 0 ? {} : { agreements: [...agreements].sort() };
    const line = { type, fields: [...fields].sort(), redacted: [...redacted].sort(), ...inOrder(chosenBy), ...given };
    const key = JSON.stringify(line);
    const group = groups.get(key) ?? { ...line, ids: [] };
    if (id !== null) group.ids.push(id);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => ({ ...group, ids: group.ids.sort() }));
}

function inOrder(chosenBy: ReadonlyMap<string, Condition>): Pick<Disclosure, "chosenBy"> {
  const conditions = [...chosenBy.values()].sort((one, other) => (one.place < other.place ? -1 : 1));
  return conditions.length === 0 ? {} : { chosenBy: conditions };
}
