/**
 * Intensive Support Framework: the rating of a risk, the category it suggests, which moves between categories are
 * allowed, and when a concern has to be reviewed. Pure rules over reference data that an owner may edit.
 */
import { addDays } from "../../calendar-day.js";

export interface FrameworkReference {
  /** From the least to the most serious. */
  readonly categories: readonly { readonly code: string; readonly reviewDays: number | null }[];
  readonly bands: readonly {
    readonly band: string;
    readonly from: number;
    readonly to: number;
    readonly suggests: string;
  }[];
}

export interface CategoryMoves {
  /** By how many categories a concern may step down before NHS England nationally has to agree. */
  readonly stepsDownWithoutSignOff: number;
  /** The category that says that learners have been removed: decided, never scored. */
  readonly suspension: string;
  /** Where a concern may step down to when the removal of learners ends. */
  readonly afterSuspension: readonly string[];
  readonly closableIn: readonly string[];
}

export interface Score {
  readonly likelihood: number;
  readonly impact: number;
}

export interface RatedScore extends Score {
  readonly score: number;
  readonly band: string;
}

/** `ISF0` to `ISF4` as 0 to 4. */
export function categoryLevel(category: string): number {
  return Number(category.slice("ISF".length));
}

/** Likelihood by impact, 1 to 25, and the band it falls in. */
export function rate({ likelihood, impact }: Score, { bands }: Pick<FrameworkReference, "bands">): RatedScore {
  const score = likelihood * impact;
  const band = bands.find(({ from, to }) => score >= from && score <= to);
  return { likelihood, impact, score, band: band?.band ?? "UNRATED" };
}

/** What the risk that remains suggests; a person sets the category. Undefined for a score that no band holds. */
export function suggestedCategory(residual: Score, { bands }: Pick<FrameworkReference, "bands">): string | undefined {
  const score = residual.likelihood * residual.impact;
  return bands.find(({ from, to }) => score >= from && score <= to)?.suggests;
}

/** What the removals of learners that belong to a concern say of its category. */
export type RemovalEffect = "NONE" | "ALLOWS_SUSPENSION" | "HOLDS_SUSPENSION";

export interface CategoryMove {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly isNationallySignedOff: boolean;
  readonly removal: RemovalEffect;
}

export type CategoryMoveRefusal =
  | "UNKNOWN_CATEGORY"
  | "SAME_CATEGORY"
  | "REASON_MISSING"
  | "NO_REMOVAL_DECIDED"
  | "REMOVAL_IN_FORCE"
  | "TOO_FAR_AFTER_REMOVAL"
  | "NATIONAL_SIGN_OFF_MISSING";

/** Up by any number with a reason; down by one, further with national sign-off; suspension only with a removal. */
export function categoryMoveRefusal(
  move: CategoryMove,
  { categories }: Pick<FrameworkReference, "categories">,
  moves: CategoryMoves,
): CategoryMoveRefusal | undefined {
  const levelOf = (category: string): number => categories.findIndex(({ code }) => code === category);
  const [from, to] = [levelOf(move.from), levelOf(move.to)];
  if (from < 0 || to < 0) return "UNKNOWN_CATEGORY";
  if (from === to) return "SAME_CATEGORY";
  if (move.reason.trim() === "") return "REASON_MISSING";
  if (move.to === moves.suspension && move.removal === "NONE") return "NO_REMOVAL_DECIDED";
  if (move.from === moves.suspension) {
    if (move.removal === "HOLDS_SUSPENSION") return "REMOVAL_IN_FORCE";
    if (!moves.afterSuspension.includes(move.to)) return "TOO_FAR_AFTER_REMOVAL";
  }
  return from - to > moves.stepsDownWithoutSignOff && !move.isNationallySignedOff
    ? "NATIONAL_SIGN_OFF_MISSING"
    : undefined;
}

/** When a concern of the category has to be reviewed next; null where the category has no fixed interval. */
export function nextReviewOn(
  category: string,
  from: string,
  { categories }: Pick<FrameworkReference, "categories">,
): string | null {
  const days = categories.find(({ code }) => code === category)?.reviewDays ?? null;
  if (days === null) return null;
  return addDays(from, days);
}

export interface HeldReview {
  readonly heldOn: string;
  readonly nextMeetingOn: string | null;
}

/**
 * When a concern has to be reviewed after a review was held. A meeting that was agreed brings it forward and never puts
 * it off; the record of an earlier review never brings it forward.
 */
export function reviewDueAfter(
  category: string,
  due: string | null,
  { heldOn, nextMeetingOn }: HeldReview,
  framework: Pick<FrameworkReference, "categories">,
): string | null {
  const byInterval = nextReviewOn(category, heldOn, framework);
  const latest = byInterval !== null && due !== null && due > byInterval ? due : byInterval;
  return latest !== null && (nextMeetingOn === null || nextMeetingOn > latest) ? latest : nextMeetingOn;
}
