/**
 * The concern: type of the graph, column and data class side by side. What is read here, filtered by and masked in
 * the database all follows from these annotations.
 */
import { ID, Int } from "type-graphql";
import { existence } from "../../authorisation/data-class.js";
import { today } from "../../database/view-settings.js";
import { Carrier, Classified, RecordType } from "../annotations.js";
import { ProfessionScalar, ThemeScalar } from "../code-scalar.js";
import { DateScalar } from "../scalars.js";
import { CategoryChange } from "./intensive-support/category-change.js";
import { ConcernAccess } from "./access/concern-access.js";
import { ConcernStatus, IsfCategory, SourceType, SubjectLevel } from "./concern-codes.js";
import { Organisation, Standard } from "./federated-stubs.js";
import { ProgressUpdate } from "./progress-update.js";
import { ownLearnersOnly } from "./removals/removal-rows.js";
import { Reporter } from "./speaking-up/reporter.js";
import { Requirement } from "./requirements/requirement.js";
import { RiskRating } from "./intensive-support/risk-rating.js";
import { stepDownFacts, StepDownOfConcern } from "./intensive-support/step-down-of-a-concern.js";

@RecordType("Concern", {
  description: "A risk that a standard of education and training is not met, or evidence that it is not.",
  directives: ['@key(fields: "id")'],
  source: {
    view: "concerns.visible_concern",
    table: "concerns.concern",
    concernKey: "key",
    history: "VERSIONED",
    // Whoever may read what others contribute may ask for the list; what is in it is its owners' to say.
    audience: "true",
    // The keys of order and of filters are masked when they are written: see the access index.
    filters: {
      raised_order: { compartment: existence, sql: "a.raised_order" },
      changed_order: { compartment: existence, sql: "a.changed_order" },
      review_order: { compartment: existence, sql: "a.review_order" },
      status_key: { compartment: existence, sql: "a.status_key" },
      reference_key: { compartment: existence, sql: "a.reference_key" },
      // The feed of changes: where in it the row stands, and the last day of the last share that it rests on.
      feed_position: { compartment: existence, sql: "a.feed_position" },
      moved_on: { compartment: existence, sql: "a.moved_on" },
      share_ended: { compartment: existence, sql: "coalesce(a.shared_until, a.share_ended)" },
      // Which board a provider belongs to is public, and so no more than the provider itself.
      icb: { compartment: existence, sql: "r.icb" },
      removal_in_force: {
        compartment: "OPERATIONAL",
        sql: "(r.key in (select m.concern from concerns.learner_removal m where m.decided_on is not null and m.ended_on is null))",
      },
    },
  },
})
export class Concern {
  @Classified(() => ID, "OPERATIONAL:headline", { description: "Random identifier; it tells nothing.", column: {} })
  id!: string;

  @Classified(() => String, "OPERATIONAL", { description: "Reference for people, such as `QC-7K3M-9F2D`.", column: {} })
  reference!: string | null;

  @Classified(() => String, "OPERATIONAL", { description: "What it is about, in a line.", column: {} })
  title!: string | null;

  @Classified(() => ConcernStatus, "OPERATIONAL", { description: "Where it stands.", column: {} })
  status!: ConcernStatus | null;

  @Classified(() => IsfCategory, "OPERATIONAL:headline", {
    description: "Category of the Intensive Support Framework.",
    column: { sql: "a.category" },
  })
  category!: IsfCategory;

  @Classified(() => DateScalar, "OPERATIONAL", { description: "When it was reported.", column: {} })
  raisedOn!: string | null;

  @Classified(() => DateScalar, "OPERATIONAL", { description: "When it was first noticed.", column: {} })
  identifiedOn!: string | null;

  @Classified(() => DateScalar, "OPERATIONAL", { description: "When it was closed.", column: {} })
  closedOn!: string | null;

  @Classified(() => Int, "OPERATIONAL", {
    description: "Counts changes of its OPERATIONAL fields; give it as `expectedVersion` when you change the concern.",
    column: {},
  })
  version!: number | null;

  @Classified(() => Organisation, "OPERATIONAL:headline", {
    description: "The provider that is responsible for it; null only where the directory does not have it.",
    nullable: true,
    column: { sql: "a.provider", refersBy: "code" },
  })
  provider!: Organisation | null;

  @Classified(() => Organisation, "OPERATIONAL", { description: "Site concerned.", column: { refersBy: "code" } })
  site!: Organisation | null;

  @Classified(() => Organisation, "OPERATIONAL", {
    description: "University or college whose learners are concerned.",
    column: { refersBy: "code" },
  })
  educationProvider!: Organisation | null;

  @Classified(() => Organisation, "OPERATIONAL", {
    description: "NHS England region of the provider.",
    column: { refersBy: "code" },
  })
  region!: Organisation | null;

  @Classified(() => Organisation, "OPERATIONAL", {
    description: "Organisation that reported it.",
    column: { refersBy: "code" },
  })
  reportedBy!: Organisation | null;

  @Classified(() => SubjectLevel, "OPERATIONAL", { description: "What level it is about.", column: {} })
  subjectLevel!: SubjectLevel | null;

  @Classified(() => String, "OPERATIONAL", { description: "Department or specialty.", column: {} })
  department!: string | null;

  @Classified(() => String, "OPERATIONAL", { description: "Programme of education.", column: {} })
  programme!: string | null;

  @Classified(() => [ProfessionScalar], "OPERATIONAL", { description: "Professions concerned.", column: {} })
  professions!: string[] | null;

  @Classified(() => [ThemeScalar], "OPERATIONAL", { description: "Themes.", column: {} })
  themes!: string[] | null;

  @Classified(() => SourceType, "OPERATIONAL", { description: "Where it came from.", column: {} })
  sourceType!: SourceType | null;

  @Classified(() => Boolean, "OPERATIONAL", { description: "Whether patients may be at risk.", column: {} })
  patientSafetyRisk!: boolean | null;

  @Classified(() => Boolean, "OPERATIONAL", { description: "Whether learners may be at risk.", column: {} })
  learnerSafetyRisk!: boolean | null;

  @Classified(() => Boolean, "OPERATIONAL", { description: "Whether the risk is immediate.", column: {} })
  immediateRisk!: boolean | null;

  @Classified(() => [Standard], "OPERATIONAL", {
    description: "Standards at risk or not met.",
    column: { refersBy: "id" },
  })
  standards!: Standard[] | null;

  @Classified(() => RiskRating, "OPERATIONAL", { description: "Risk rating; null until assessed.", column: {} })
  risk!: RiskRating | null;

  @Classified(() => DateScalar, "OPERATIONAL", {
    description: "When it has to be reviewed next.",
    column: {},
  })
  nextReviewOn!: string | null;

  @Classified(() => Boolean, "OPERATIONAL", {
    description: "Whether its review is overdue.",
    column: {
      sql: `(r.next_review_on < ${today} and r.status not in ('CLOSED', 'DECLINED', 'MERGED'))`,
    },
  })
  overdue!: boolean | null;

  @Classified(() => Int, "OPERATIONAL", {
    description: "Days in its present category.",
    column: { sql: `(coalesce(r.closed_on, ${today}) - r.category_since)` },
  })
  daysInCategory!: number | null;

  @Classified(() => StepDownOfConcern, "OPERATIONAL", {
    description:
      "How it gets to the next lower category; null at the lowest, before it is assessed and after it is closed.",
    column: { sql: stepDownFacts },
  })
  stepDown!: StepDownOfConcern | null;

  @Classified(() => [CategoryChange], "OPERATIONAL", { description: "Its categories over time, oldest first." })
  categoryHistory!: CategoryChange[] | null;

  @Classified(() => String, "NARRATIVE:released", {
    description: "What NHS England released for the provider.",
    column: {},
  })
  summary!: string | null;

  @Classified(() => String, "NARRATIVE", { description: "The report as it was written.", column: {} })
  narrative!: string | null;

  @Classified(() => String, "NARRATIVE", {
    description: "Why the report was declined.",
    column: { sql: "r.outcome_reason" },
  })
  declineReason!: string | null;

  @Classified(() => [String], "MANAGEMENT:internal", { description: "NHS England's own notes, newest first." })
  internalNotes!: string[] | null;

  @Classified(() => Boolean, "MANAGEMENT:protection", {
    ofThePresent: true,
    description: "Whether somebody was reported to suffer for speaking up; for those of the region who protect them.",
    column: { sql: "exists (select from concerns.detriment_report d where d.concern = r.key)" },
  })
  detrimentReported!: boolean | null;

  @Classified(() => Int, "LEARNERS", {
    description: "How many learners are affected; from five up unless small counts are unlocked.",
    // A university that is concerned by a removal alone does not learn how many learners of another are affected.
    column: {
      sql: `case when ${ownLearnersOnly("r.education_provider")} then r.learners_affected end`,
      suppressed: { below: 5, unless: "LEARNERS:small" },
    },
  })
  learnersAffected!: number | null;

  @Classified(() => [Requirement], "OPERATIONAL", { description: "What is required of the provider." })
  requirements!: Requirement[] | null;

  @Classified(() => [ProgressUpdate], "MANAGEMENT:summary", { description: "The provider's updates, newest first." })
  progress!: ProgressUpdate[] | null;

  @Classified(() => Reporter, "OPERATIONAL", {
    ofThePresent: true,
    description: "The person who spoke up.",
    column: { sql: "r.identity_mode" },
  })
  reporter!: Reporter | null;

  @Carrier(() => ConcernAccess, { description: "Why you see what you see of it." })
  access!: ConcernAccess;
}
