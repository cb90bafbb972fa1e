/**
 * What people write about one theme, in parts that go together in any choice. Parts name the learners, their place and
 * their supervisors by slots in braces, filled by fill-slots.ts. All of it is invented.
 */

export interface RequirementWording {
  /** Code within the Education Quality Framework. */
  readonly standard: string;
  readonly text: string;
  /** Of the provider. */
  readonly answer: string;
}

export interface ThemeWording {
  readonly theme: string;
  /** How often it leads a concern, beside the others. */
  readonly weight: number;
  /** Codes within the Education Quality Framework, the one most at stake first. */
  readonly standards: readonly string[];
  /** The subject as a noun phrase in the middle of a sentence. */
  readonly matter: string;
  /** How likely it puts patients, or learners, at risk. */
  readonly patientRisk: number;
  readonly learnerRisk: number;
  readonly titles: readonly string[];
  /** Who speaks in `told`, where it is not a learner. */
  readonly toldBy?: "EDUCATOR";
  /** By those who were there, about themselves. */
  readonly told: readonly string[];
  /** By those who saw it or were told. */
  readonly observed: readonly string[];
  readonly effects: readonly string[];
  /** Neutral, for the provider to read. */
  readonly summaries: readonly string[];
  readonly requirements: readonly RequirementWording[];
  readonly progress: readonly string[];
}
