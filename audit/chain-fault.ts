/** What can be wrong with the audit, and where. */
export type Fault =
  | "ENTRY_CHANGED"
  | "ENTRY_MISSING"
  /** An entry has no link although all up to its number were sealed or never committed: it was added later. */
  | "ENTRY_SLIPPED_IN"
  | "LINK_CHANGED"
  | "LINK_MISSING"
  /** Sealed by a newer hub. */
  | "FORM_UNKNOWN"
  | "HEAD_FORGED"
  | "HEAD_KEY_UNKNOWN"
  | "HEAD_MISSING"
  /** The links fit one another and a signed head does not fit them. */
  | "CHAINED_AGAIN"
  /** The chain ends before a signed head does. */
  | "CUT_OFF";

export interface Wrong {
  readonly fault: Fault;
  /** The first position that is wrong; null for an entry that has none. */
  readonly position: number | null;
  /** Where no more can be told than that it lies between two heads: the last position that it may be. */
  readonly until: number | null;
  /** Number of the entry; null where none is known. */
  readonly entry: number | null;
}

export function wrongAt(fault: Fault, position: number | null, more: Partial<Wrong> = {}): Wrong {
  return { fault, position, until: null, entry: null, ...more };
}

const explanations: Readonly<Record<Fault, string>> = {
  ENTRY_CHANGED: "the entry was changed after it was sealed",
  ENTRY_MISSING: "the entry was removed",
  ENTRY_SLIPPED_IN: "the entry was added after those around it were sealed",
  LINK_CHANGED: "the link does not follow from the one before it: it was changed, or exchanged with another",
  LINK_MISSING: "the link was removed",
  FORM_UNKNOWN: "the entry was sealed by a newer hub: verify with that version",
  HEAD_FORGED: "the signature of a head is not good",
  HEAD_KEY_UNKNOWN: "a head is signed with a key that is not in AUDIT_KEYS",
  HEAD_MISSING: "a head was removed",
  CHAINED_AGAIN: "something was changed, and all after it chained again: a signed head does not fit",
  CUT_OFF: "the end was cut off: a signed head reaches further",
};

export function inWords({ fault, position, until, entry }: Wrong): string {
  const range = until === null || until === position ? `position ${position}` : `positions ${position} to ${until}`;
  const place = [...(position === null ? [] : [range]), ...(entry === null ? [] : [`entry ${entry}`])].join(", ");
  return `Wrong from ${place}: ${explanations[fault]}.`;
}
