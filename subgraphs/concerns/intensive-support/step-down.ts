/**
 * How a concern gets to the next lower category: what the framework demands before it may step down, and what NHS
 * England weighs when it decides. Pure; says no more than what category, risk, requirements and removals say already.
 */
import { categoryMoveRefusal, type CategoryMoves, type FrameworkReference } from "./intensive-support.js";

export type StepDownNeed = "LEARNERS_BACK" | "REQUIREMENTS_MET" | "RISK_REDUCED" | "DECISION";

export interface SteppingConcern {
  readonly category: string;
  /** Of the risk with controls, 1 to 25; null where it was not rated. */
  readonly residualScore: number | null;
  /** Learners are removed, and are not all back. */
  readonly areLearnersRemoved: boolean;
  /** Requirements are still to be met that hold the concern open. */
  readonly areRequirementsOutstanding: boolean;
}

export interface StepDown {
  readonly to: string;
  readonly needs: readonly StepDownNeed[];
  /** The highest score of the risk with controls that suggests no more than the lower category. */
  readonly scoreAtMost: number;
}

/** Null at the lowest category. */
export function stepDownOf(
  concern: SteppingConcern,
  framework: FrameworkReference,
  moves: CategoryMoves,
): StepDown | null {
  const { category, residualScore, areLearnersRemoved, areRequirementsOutstanding } = concern;
  const codes = framework.categories.map(({ code }) => code);
  const to = codes[codes.indexOf(category) - 1];
  if (to === undefined) return null;
  const removal = areLearnersRemoved ? "HOLDS_SUSPENSION" : "NONE";
  const move = { from: category, to, reason: "given", isNationallySignedOff: false, removal } as const;
  const scoreAtMost = Math.max(
    ...framework.bands.filter(({ suggests }) => codes.indexOf(suggests) <= codes.indexOf(to)).map((band) => band.to),
  );
  const needs: readonly (readonly [StepDownNeed, boolean])[] = [
    ["LEARNERS_BACK", categoryMoveRefusal(move, framework, moves) === "REMOVAL_IN_FORCE"],
    ["REQUIREMENTS_MET", areRequirementsOutstanding],
    ["RISK_REDUCED", residualScore !== null && residualScore > scoreAtMost],
    ["DECISION", true],
  ];
  return { to, scoreAtMost, needs: needs.filter(([, isNeeded]) => isNeeded).map(([need]) => need) };
}
