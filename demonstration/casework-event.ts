/** What happens to a concern after it was reported, a day at a time. */

/** Category as a number, 0 to 4. */
export type Category = 0 | 1 | 2 | 3 | 4;

export interface RiskScore {
  readonly likelihood: number;
  readonly impact: number;
  readonly score: number;
  readonly band: string;
}

export interface RiskScores {
  readonly inherent: RiskScore;
  readonly residual: RiskScore;
}

export type RequirementKind = "IMMEDIATE_MANDATORY" | "MANDATORY" | "RECOMMENDATION";

export type CaseworkEvent = { readonly on: number } & (
  | { readonly kind: "ACCEPTED" | "CLOSED" }
  /** With the words that go on the concern's record. */
  | { readonly kind: "CONFIRMED" | "REJECTED" | "REOPENED"; readonly words: string }
  | { readonly kind: "DECLINED"; readonly reason: string }
  | {
      /** An assessment; where the category is the one it has, it stays there. */
      readonly kind: "ASSESSED";
      readonly category: Category;
      readonly reason: string;
      readonly risk: RiskScores;
    }
  /** Assessed again, and left where it is. */
  | { readonly kind: "REVIEWED"; readonly risk: RiskScores }
  | {
      readonly kind: "REQUIREMENT_ISSUED";
      readonly requirement: number;
      readonly requirementKind: RequirementKind;
      readonly standard: string;
      readonly text: string;
      readonly due: number;
    }
  | { readonly kind: "RESPONDED"; readonly requirement: number; readonly text: string }
  | { readonly kind: "REQUIREMENT_CLOSED"; readonly requirement: number }
  | { readonly kind: "PROGRESS"; readonly summary: string; readonly detail: string | null }
  | { readonly kind: "NOTE"; readonly text: string }
);
