/**
 * Merging duplicates: which facts the surviving concern takes, what moves to it and what stays with the concern that
 * is merged away. What somebody wrote, and who spoke up, never moves: nobody comes to read another's report by it.
 */
import type { Relation } from "../../../authorisation/relation.js";
import type { Acting } from "../../action-rule.js";
import type { ConcernStatus } from "../concern-codes.js";

export interface MergeableConcern {
  readonly id: string;
  readonly status: `${ConcernStatus}`;
  /** 0 to 4. */
  readonly category: number;
  readonly provider: string;
  readonly site: string | null;
  readonly educationProvider: string | null;
  readonly identifiedOn: string | null;
  readonly nextReviewOn: string | null;
  readonly professions: readonly string[];
  readonly themes: readonly string[];
  readonly standards: readonly string[];
  readonly patientSafetyRisk: boolean;
  readonly learnerSafetyRisk: boolean;
  readonly immediateRisk: boolean;
}

/** What hangs on a concern, and whether it goes with the merger. */
export const onMerging = {
  requirements: "MOVES",
  progress: "MOVES",
  reviews: "MOVES",
  removals: "MOVES",
  regulatorCases: "MOVES",
  // Written or given by somebody for that concern, under a share or an invitation to that concern.
  narrative: "STAYS",
  summary: "STAYS",
  reporter: "STAYS",
  detriment: "STAYS",
  internalNotes: "STAYS",
  shares: "STAYS",
  contributions: "STAYS",
  panels: "STAYS",
  categoryHistory: "STAYS",
  // Two reports may count the same learners: to be assessed, not added.
  learnersAffected: "STAYS",
} as const;

export type MergeRefusal =
  | "NOT_YOURS_TO_DO"
  | "SAME_CONCERN"
  | "NOT_IN_THIS_STATE"
  | "OTHER_PROVIDER"
  | "OTHER_SITE"
  | "SUSPENSION_HAS_TO_SURVIVE"
  | "REASON_MISSING";

const mergeable: readonly `${ConcernStatus}`[] = ["ACCEPTED", "IN_PROGRESS", "RESOLUTION_CONFIRMED", "REOPENED"];
const suspension = 4;

export interface Merger {
  readonly duplicate: MergeableConcern;
  readonly survivor: MergeableConcern;
  readonly reason: string;
}

/** NHS England merges what it has accepted, about one provider and one site; both have to be its own to handle. */
export function mergeRefusal(
  { duplicate, survivor, reason }: Merger,
  acting: { readonly onDuplicate: Acting<Relation>; readonly onSurvivor: Acting<Relation> },
): MergeRefusal | undefined {
  if (![acting.onDuplicate, acting.onSurvivor].every(mayMerge)) return "NOT_YOURS_TO_DO";
  if (duplicate.id === survivor.id) return "SAME_CONCERN";
  if (![duplicate, survivor].every(({ status }) => mergeable.includes(status))) return "NOT_IN_THIS_STATE";
  if (duplicate.provider !== survivor.provider) return "OTHER_PROVIDER";
  if (duplicate.site !== null && survivor.site !== null && duplicate.site !== survivor.site) return "OTHER_SITE";
  if (duplicate.category === suspension && survivor.category !== suspension) return "SUSPENSION_HAS_TO_SURVIVE";
  return reason.trim() === "" ? "REASON_MISSING" : undefined;
}

function mayMerge({ role, relations }: Acting<Relation>): boolean {
  const isHandler = role === "QUALITY_LEAD" || role === "CASE_HOLDER";
  return isHandler && (relations.includes("REGIONAL") || relations.includes("NATIONAL"));
}

export type MergedFacts = Omit<MergeableConcern, "id" | "status" | "provider">;

/** The graver, the earlier and the wider of the two; a place or a university of its own the survivor keeps. */
export function mergedFacts({ survivor, duplicate }: Pick<Merger, "survivor" | "duplicate">): MergedFacts {
  return {
    category: Math.max(survivor.category, duplicate.category),
    site: survivor.site ?? duplicate.site,
    educationProvider: survivor.educationProvider ?? duplicate.educationProvider,
    identifiedOn: earlier(survivor.identifiedOn, duplicate.identifiedOn),
    nextReviewOn: earlier(survivor.nextReviewOn, duplicate.nextReviewOn),
    professions: union(survivor.professions, duplicate.professions),
    themes: union(survivor.themes, duplicate.themes),
    standards: union(survivor.standards, duplicate.standards),
    patientSafetyRisk: survivor.patientSafetyRisk || duplicate.patientSafetyRisk,
    learnerSafetyRisk: survivor.learnerSafetyRisk || duplicate.learnerSafetyRisk,
    immediateRisk: survivor.immediateRisk || duplicate.immediateRisk,
  };
}

/** Names of the facts that the survivor has from the duplicate, for the trail. */
export function takenFacts(merger: Pick<Merger, "survivor" | "duplicate">): (keyof MergedFacts)[] {
  const merged = mergedFacts(merger);
  return (Object.keys(merged) as (keyof MergedFacts)[]).filter(
    (fact) => String(merged[fact]) !== String(merger.survivor[fact]),
  );
}

function earlier(left: string | null, right: string | null): string | null {
  if (left === null || right === null) return left ?? right;
  return left < right ? left : right;
}

function union(left: readonly string[], right: readonly string[]): string[] {
  return [...new Set([...left, ...right])];
}
