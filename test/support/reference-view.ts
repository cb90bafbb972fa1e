/** A concern as somebody should see it: what is recorded, with the reference policy laid over it. */
import type { Redaction } from "../../authorisation/redaction.js";
import type { Tree } from "./recorded-truth.js";
import { fieldsOf, verdictOn, type Party, type RecordType } from "./reference-policy.js";

/** Which records hang on which, by field. */
const partsByType: Readonly<Partial<Record<RecordType, Readonly<Record<string, RecordType>>>>> = {
  Concern: {
    categoryHistory: "CategoryChange",
    requirements: "Requirement",
    progress: "ProgressUpdate",
    reporter: "Reporter",
  },
  Requirement: { responses: "RequirementResponse" },
};

export function partType(type: RecordType, field: string): RecordType | undefined {
  return partsByType[type]?.[field];
}

export interface View {
  readonly tree: Tree;
  /** One for each field of each record; the hub adds up those that are alike. */
  readonly redactions: readonly Omit<Redaction, "count">[];
}

const smallestShown = 5;

export function viewOf(role: string, held: readonly Party[], truth: Tree, type: RecordType = "Concern"): View {
  const redactions: View["redactions"][number][] = [];
  const show = (record: Tree, recordType: RecordType): Tree =>
    Object.fromEntries(
      fieldsOf(recordType).map((field) => {
        const verdict = verdictOn(role, held, recordType, field);
        if (verdict.reads === "nothing") {
          const { dataClass, reason } = verdict as { dataClass: Redaction["dataClass"]; reason: Redaction["reason"] };
          redactions.push({ coordinate: `${recordType}.${field}`, dataClass, reason });
          return [field, null];
        }
        const value = record[field] ?? null;
        const part = partType(recordType, field);
        if (part !== undefined && Array.isArray(value)) return [field, value.map((item) => show(item as Tree, part))];
        if (part !== undefined) return [field, show(value as Tree, part)];
        const tooFew = verdict.reads === "from five" && typeof value === "number" && value < smallestShown;
        return [field, tooFew ? null : value];
      }),
    );
  return { tree: show(truth, type), redactions };
}

/** All records of a type in the tree of a concern, in order. */
export function recordsIn(tree: Tree, wanted: RecordType, type: RecordType = "Concern"): Tree[] {
  if (type === wanted) return [tree];
  return Object.entries(partsByType[type] ?? {}).flatMap(([field, part]) => {
    const value = tree[field];
    const records = (Array.isArray(value) ? value : value == null ? [] : [value]) as Tree[];
    return records.flatMap((record) => recordsIn(record, wanted, part));
  });
}

/** Redactions as a response names them: each kind once, with the number of records. */
export function addedUp(redactions: Iterable<Omit<Redaction, "count"> & { readonly count?: number }>): Redaction[] {
  const counts = new Map<string, Redaction>();
  for (const { coordinate, dataClass, reason, count = 1 } of redactions) {
    const key = `${coordinate} ${dataClass} ${reason}`;
    counts.set(key, { coordinate, dataClass, reason, count: (counts.get(key)?.count ?? 0) + count });
  }
  return [...counts.keys()].sort().flatMap((key) => counts.get(key) ?? []);
}
