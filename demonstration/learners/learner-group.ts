/** Learners of one profession at one stage: where they are placed, who teaches them, and whose standards apply. */
import type { TrustSetting } from "../organisations/trusts.js";

export interface LearnerGroup {
  readonly profession: string;
  readonly weight: number;
  /** Plural, as in the middle of a sentence. */
  readonly learners: readonly string[];
  /** Plural: those who supervise on the day, and those who answer for the placement as a whole. */
  readonly supervisors: string;
  readonly educators: string;
  readonly programmes: readonly string[];
  readonly placedBy: "UNIVERSITY" | "NHS_ENGLAND";
  /** Departments by the kind of trust; a kind that is not named takes none of them. */
  readonly departments: Partial<Record<TrustSetting, readonly string[]>>;
}
