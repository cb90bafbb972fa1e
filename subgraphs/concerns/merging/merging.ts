/**
 * Merging duplicates: when two concerns are one, and which facts the surviving one takes. What somebody wrote, and who
 * spoke up, never moves: nobody comes to read another's report by it.
 */
import type { Relation } from "../../../authorisation/relation.js";
import { actionRefusal, type ActionRule, type Acting } from "../../action-rule.js";
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

/**
 * What is still to be done on the duplicate. Nothing of it moves: it was written for that concern, by or for others than
 * those who read the survivor. It is ended first, or the concern with the casework is the one that survives.
 */
export interface OpenWork {
  readonly requirements: number;
  readonly plannedReviews: number;
  readonly standingRemovals: number;
}

export type MergeRefusal =
  | "NOT_YOURS_TO_DO"
  | "SAME_CONCERN"
  | "SURVIVOR_NOT_IN_THIS_STATE"
  | "OTHER_PROVIDER"
  | "OTHER_SITE"
  | "GRAVER_THAN_SURVIVOR"
  | "REQUIREMENTS_OPEN"
  | "REVIEW_PLANNED"
  | "REMOVAL_NOT_ENDED"
  | "REASON_MISSING";

/** NHS England merges what it has accepted; both have to be its own to handle. */
export const merging = {
  relations: ["REGIONAL", "NATIONAL"],
  roles: ["QUALITY_LEAD", "CASE_HOLDER"],
  from: ["ACCEPTED", "IN_PROGRESS", "RESOLUTION_CONFIRMED", "REOPENED"],
  to: "MERGED",
} as const satisfies ActionRule<`${ConcernStatus}`, Relation>;

export interface Merger {
  readonly duplicate: MergeableConcern;
  readonly survivor: MergeableConcern;
  readonly reason: string;
}

/** What the merger is judged by beside the two concerns. */
export interface MergeSetting {
  readonly onSurvivor: Acting<Relation>;
  /** Whether one provider came after the other, however many mergers of trusts lie between them. */
  readonly ofOneLineage: boolean;
  readonly openWork: OpenWork;
  /** On the survivor, undecided ones as well. */
  readonly removalsUnderWay: number;
}

/** One matter, at one provider and site; the survivor is the graver of the two, for a category moves by its own rules. */
export function mergeRefusal(
  { duplicate, survivor, reason }: Merger,
  { onSurvivor, ofOneLineage, openWork, removalsUnderWay }: MergeSetting,
): MergeRefusal | undefined {
  if (duplicate.id === survivor.id) return "SAME_CONCERN";
  const refusal = actionRefusal(merging, onSurvivor, survivor.status);
  if (refusal !== undefined) return refusal === "NOT_IN_THIS_STATE" ? "SURVIVOR_NOT_IN_THIS_STATE" : refusal;
  if (!isOfOneProvider(duplicate, survivor) && !ofOneLineage) return "OTHER_PROVIDER";
  if (isOfOneProvider(duplicate, survivor) && isElsewhere(duplicate, survivor)) return "OTHER_SITE";
  if (duplicate.category > survivor.category) return "GRAVER_THAN_SURVIVOR";
  if (openWork.standingRemovals > 0) return "REMOVAL_NOT_ENDED";
  // The university that it would take was not heard on a removal of the survivor, and must not read it.
  const takesAUniversity = survivor.educationProvider === null && duplicate.educationProvider !== null;
  if (takesAUniversity && removalsUnderWay > 0) return "REMOVAL_NOT_ENDED";
  if (openWork.requirements > 0) return "REQUIREMENTS_OPEN";
  if (openWork.plannedReviews > 0) return "REVIEW_PLANNED";
  return reason.trim() === "" ? "REASON_MISSING" : undefined;
}

type Placed = Pick<MergeableConcern, "provider" | "site">;

function isOfOneProvider(duplicate: Placed, survivor: Placed): boolean {
  return duplicate.provider === survivor.provider;
}

function isElsewhere(duplicate: Placed, survivor: Placed): boolean {
  return duplicate.site !== null && survivor.site !== null && duplicate.site !== survivor.site;
}

export type MergedFacts = Omit<MergeableConcern, "id" | "status" | "provider" | "category">;

/** The earlier and the wider of the two; a place or a university of its own the survivor keeps. */
export function mergedFacts({ survivor, duplicate }: Pick<Merger, "survivor" | "duplicate">): MergedFacts {
  return {
    // The sites of a trust that is no more are not those of the one that followed it.
    site: survivor.site ?? (isOfOneProvider(duplicate, survivor) ? duplicate.site : null),
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

/** Names of the facts that the survivor has from the duplicate. */
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
  return [...new Set([...left, ...right])].sort();
}
