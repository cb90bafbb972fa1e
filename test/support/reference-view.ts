/** A concern as somebody should see it: what is recorded, with the reference policy laid over it. */
import type { Redaction } from "../../authorisation/redaction.js";
import type { Tree } from "./recorded-truth.js";
import { toldOfOthers } from "./recorded-mergers.js";
import { learnsOf } from "./reference-events.js";
import {
  fieldsOf,
  seesEvidence,
  seesPanel,
  seesShare,
  verdictOn,
  type Held,
  type RecordType,
} from "./reference-policy.js";
import { caseSeenBy, contributionSeenBy } from "./reference-intelligence.js";
import { partsOfRemovals, seesOfRemovals } from "./reference-removals.js";

/** Which records hang on which, by field. */
const partsByType: Readonly<Partial<Record<RecordType, Readonly<Record<string, RecordType>>>>> = {
  Concern: {
    categoryHistory: "CategoryChange",
    providerHistory: "ProviderPeriod",
    categorySignOffs: "CategorySignOff",
    requirements: "Requirement",
    progress: "ProgressUpdate",
    reporter: "Reporter",
    reviews: "Review",
    shares: "Share",
    actions: "PlannedAction",
    timeline: "TimelineEntry",
    removals: "LearnerRemoval",
    placementChanges: "PlacementChange",
    evidence: "Evidence",
    panels: "ReviewPanel",
    reveals: "IdentityReveal",
    detriments: "DetrimentReport",
    emergencyAccess: "EmergencyAccess",
    intelligence: "Contribution",
    regulatorCases: "RegulatorCase",
  },
  ReviewPanel: {
    invitations: "PanelInvitation",
    contributions: "PanelContribution",
    dissents: "PanelDissent",
    actions: "PanelAction",
  },
  LearnerRemoval: partsOfRemovals,
  // Which requirements a review raised is looked at by their ids: they hang on the concern as well.
  Requirement: { responses: "RequirementResponse", conditions: "RequirementCondition" },
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

const ofMergers: readonly string[] = ["Concern.mergedInto", "Concern.mergedFrom", "Concern.mergeReason"];

interface Asker {
  readonly role: string;
  readonly organisation: string;
}

export function viewOf(asker: Asker, held: readonly Held[], truth: Tree, type: RecordType = "Concern"): View {
  const redactions: View["redactions"][number][] = [];
  const seenOf = (part: RecordType, item: Tree): Tree | undefined => {
    if (part === "Contribution") return contributionSeenBy(asker.organisation, item);
    const { reads } = verdictOn(asker.role, held, "Concern", "intelligence");
    if (part === "RegulatorCase") return caseSeenBy(asker.organisation, reads === "all", item);
    return isThere(asker, held, part, item) ? item : undefined;
  };
  const show = (record: Tree, recordType: RecordType, parties = held): Tree =>
    Object.fromEntries(
      fieldsOf(recordType).map((field) => {
        const verdict = verdictOn(asker.role, parties, recordType, field);
        if (verdict.reads === "nothing") {
          const { dataClass, reason } = verdict as { dataClass: Redaction["dataClass"]; reason: Redaction["reason"] };
          redactions.push({ coordinate: `${recordType}.${field}`, dataClass, reason });
          return [field, null];
        }
        const value = record[field] ?? null;
        if (ofMergers.includes(`${recordType}.${field}`)) return [field, toldOfOthers(asker.organisation, value)];
        const part = partType(recordType, field);
        if (part !== undefined && Array.isArray(value)) {
          const shown = (value as Tree[]).map((item) => seenOf(part, item)).filter((item) => item !== undefined);
          // What somebody is to a panel that they see does not end with what they are to the concern.
          return [field, shown.map((item) => show(item, part, part === "ReviewPanel" ? ["panel"] : parties))];
        }
        if (part !== undefined) return [field, show(value as Tree, part, parties)];
        const tooFew = verdict.reads === "from five" && typeof value === "number" && value < smallestShown;
        return [field, tooFew ? null : value];
      }),
    );
  return { tree: show(truth, type), redactions };
}

/** Whether an item of a list is there for somebody who may know of the concern. */
function isThere(asker: Asker, held: readonly Held[], part: RecordType, item: Tree): boolean {
  if (part === "Share") return seesShare(asker, held, between(item));
  if (part === "TimelineEntry") return learnsOf(asker, held, String(item["kind"]), item["bodies"] as string[]);
  if (part === "Evidence") return seesEvidence(held, item["releasedOn"]);
  if (part === "ReviewPanel") return seesPanel(asker, attending(item));
  return seesOfRemovals(part, asker, held, item);
}

/** The convenor of a panel, and the bodies that accepted. */
function attending({ convenor, invitations }: Tree): unknown[] {
  const accepted = (invitations as Tree[]).filter(({ state }) => state === "ACCEPTED");
  return [convenor, ...accepted.map(({ organisation }) => organisation)].map((body) => (body as Tree)["code"]);
}

/** The two bodies of a share. */
function between({ organisation, sharedBy }: Tree): unknown[] {
  return [organisation, sharedBy].map((body) => (body as Tree)["code"]);
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
