/** A concern of the demonstration with all that belongs to it, as the rows of the tables it is stored in. */
import type * as tables from "../subgraphs/concerns/concern-tables.js";
import type { ContributionRow } from "../subgraphs/concerns/intelligence/intelligence-tables.js";
import type { RegulatorCaseRow } from "../subgraphs/concerns/regulator-cases/regulator-case-tables.js";
import type { RequirementConditionRow } from "../subgraphs/concerns/requirements/requirement-tables.js";
import type { ReviewRow } from "../subgraphs/concerns/reviews/review-tables.js";
import type { StoredEvent } from "./casework-story.js";
import type { ReporterIdentity } from "../subgraphs/concerns/speaking-up/identity-seal.js";

export type Stored<Row> = { readonly [Name in keyof Row]: Row[Name] };

export interface DemonstrationConcern {
  readonly concern: Stored<tables.ConcernRow>;
  /** How it stood before each of its changes, in order: made when it is asked for, since most are never stored. */
  before(): readonly Stored<tables.ConcernRow>[];
  readonly categoryChanges: readonly Stored<tables.CategoryChangeRow>[];
  readonly requirements: readonly Stored<tables.RequirementRow>[];
  readonly responses: readonly Stored<tables.RequirementResponseRow>[];
  readonly conditions: readonly Stored<RequirementConditionRow>[];
  readonly reviews: readonly Stored<ReviewRow>[];
  readonly progress: readonly Stored<tables.ProgressUpdateRow>[];
  readonly notes: readonly Stored<tables.InternalNoteRow>[];
  readonly contributions: readonly Stored<ContributionRow>[];
  readonly regulatorCases: readonly Stored<RegulatorCaseRow>[];
  readonly events: readonly StoredEvent[];
  /** Null where nothing that identifies is stored. */
  readonly reporter: ReporterIdentity | null;
}
