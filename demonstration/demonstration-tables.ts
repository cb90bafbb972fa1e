/**
 * The tables that a load fills: every property of the concerns subgraph's own rows, with its column. A property that
 * is forgotten here does not compile. What the database sets by itself is not among them.
 */
import type * as tables from "../subgraphs/concerns/concern-tables.js";
import type { MessageRow } from "../subgraphs/concerns/events/event-tables.js";
import type { ContributionRow } from "../subgraphs/concerns/intelligence/intelligence-tables.js";
import type { RegulatorCaseRow } from "../subgraphs/concerns/regulator-cases/regulator-case-tables.js";
import type { RequirementConditionRow } from "../subgraphs/concerns/requirements/requirement-tables.js";
import type { ReviewRow } from "../subgraphs/concerns/reviews/review-tables.js";
import type { StoredEvent } from "./casework-story.js";
import { copyTarget, type Recorded } from "./copy-target.js";
import type { Stored } from "./demonstration-concern.js";

export const concernTarget = copyTarget<Stored<tables.ConcernRow>>(
  "concern",
  {
    key: "key",
    id: "id",
    reference: "reference",
    title: "title",
    status: "status",
    category: "category",
    categorySince: "category_since",
    raisedOn: "raised_on",
    identifiedOn: "identified_on",
    closedOn: "closed_on",
    changedOn: "changed_on",
    version: "version",
    provider: "provider",
    site: "site",
    educationProvider: "education_provider",
    region: "region",
    icb: "icb",
    reportedBy: "reported_by",
    subjectLevel: "subject_level",
    department: "department",
    programme: "programme",
    professions: "professions",
    themes: "themes",
    standards: "standards",
    sourceType: "source_type",
    patientSafetyRisk: "patient_safety_risk",
    learnerSafetyRisk: "learner_safety_risk",
    immediateRisk: "immediate_risk",
    risk: "risk",
    nextReviewOn: "next_review_on",
    summary: "summary",
    narrative: "narrative",
    learnersAffected: "learners_affected",
    identityMode: "identity_mode",
    outcomeReason: "outcome_reason",
  },
  ({ changedOn }) => changedOn,
);

export const accessTarget = copyTarget<Stored<tables.ConcernAccessRow> & Recorded>("concern_access", {
  recordedFrom: "recorded_from",
  organisation: "organisation",
  concern: "concern",
  relations: "relations",
  category: "category",
  provider: "provider",
  raisedOrder: "raised_order",
  changedOrder: "changed_order",
  reviewOrder: "review_order",
  statusKey: "status_key",
  referenceKey: "reference_key",
  sharedUntil: "shared_until",
});

export const categoryChangeTarget = copyTarget<Stored<tables.CategoryChangeRow>>(
  "category_change",
  {
    id: "id",
    concern: "concern",
    sequence: "sequence",
    fromCategory: "from_category",
    toCategory: "to_category",
    changedOn: "changed_on",
    byRole: "by_role",
    byOrganisation: "by_organisation",
    reason: "reason",
    evidence: "evidence",
  },
  ({ changedOn }) => changedOn,
);

export const requirementTarget = copyTarget<Stored<tables.RequirementRow> & Recorded>("requirement", {
  recordedFrom: "recorded_from",
  id: "id",
  concern: "concern",
  kind: "kind",
  standard: "standard",
  text: "text",
  issuedOn: "issued_on",
  dueOn: "due_on",
  status: "status",
  closedOn: "closed_on",
  review: "review",
});

export const reviewTarget = copyTarget<Stored<ReviewRow> & Recorded>("review", {
  recordedFrom: "recorded_from",
  id: "id",
  concern: "concern",
  type: "type",
  state: "state",
  organisation: "organisation",
  scheduledFor: "scheduled_for",
  heldOn: "held_on",
  panel: "panel",
  met: "met",
  evidence: "evidence",
  findings: "findings",
  goodPractice: "good_practice",
  nextMeetingOn: "next_meeting_on",
  finalReportOn: "final_report_on",
  summary: "summary",
  publishedOn: "published_on",
  cancelReason: "cancel_reason",
});

export const conditionTarget = copyTarget<Stored<RequirementConditionRow>>(
  "requirement_condition",
  {
    id: "id",
    requirement: "requirement",
    concern: "concern",
    sequence: "sequence",
    text: "text",
    owner: "owner",
    setOn: "set_on",
    dueOn: "due_on",
    metOn: "met_on",
    metBy: "met_by",
    statement: "statement",
  },
  ({ setOn }) => setOn,
);

export const responseTarget = copyTarget<Stored<tables.RequirementResponseRow>>(
  "requirement_response",
  {
    id: "id",
    requirement: "requirement",
    concern: "concern",
    kind: "kind",
    text: "text",
    respondedOn: "responded_on",
    byRole: "by_role",
    sequence: "sequence",
  },
  ({ respondedOn }) => respondedOn,
);

export const progressTarget = copyTarget<Stored<tables.ProgressUpdateRow>>(
  "progress_update",
  {
    id: "id",
    concern: "concern",
    kind: "kind",
    summary: "summary",
    detail: "detail",
    submittedOn: "submitted_on",
    byRole: "by_role",
    sequence: "sequence",
  },
  ({ submittedOn }) => submittedOn,
);

export const noteTarget = copyTarget<Stored<tables.InternalNoteRow>>(
  "internal_note",
  {
    id: "id",
    concern: "concern",
    text: "text",
    addedOn: "added_on",
    byRole: "by_role",
    sequence: "sequence",
  },
  ({ addedOn }) => addedOn,
);

export const contributionTarget = copyTarget<Stored<ContributionRow>>("contribution", {
  id: "id",
  concern: "concern",
  owner: "owner",
  text: "text",
  receivedOn: "received_on",
  sharedWith: "shared_with",
  contributedOn: "contributed_on",
  byRole: "by_role",
});

export const regulatorCaseTarget = copyTarget<Stored<RegulatorCaseRow>>("regulator_case", {
  id: "id",
  concern: "concern",
  owner: "owner",
  kind: "kind",
  reference: "reference",
  openedOn: "opened_on",
  closedOn: "closed_on",
  status: "status",
  publishedByRegulator: "published_by_regulator",
  note: "note",
  sharedWith: "shared_with",
  recordedOn: "recorded_on",
  byRole: "by_role",
});

export const eventTarget = copyTarget<StoredEvent>(
  "concern_event",
  {
    id: "id",
    concern: "concern",
    sequence: "sequence",
    kind: "kind",
    compartment: "compartment",
    happenedOn: "happened_on",
    byOrganisation: "by_organisation",
    byRole: "by_role",
    record: "record",
  },
  ({ happenedOn }) => happenedOn,
);

export const reporterTarget = copyTarget<Stored<tables.ReporterIdentityRow>>("reporter_identity", {
  concern: "concern",
  keyId: "key_id",
  sealed: "sealed",
});

export const messageTarget = copyTarget<Stored<MessageRow>>("message", {
  id: "id",
  organisation: "organisation",
  role: "role",
  kind: "kind",
  reference: "reference",
  linkType: "link_type",
  linkId: "link_id",
  toldOn: "told_on",
  readOn: "read_on",
});
