/**
 * Where each field of the reference policy is stored, written down by hand: the table of its records and the column of
 * the field. A column has the field's name in snake case unless it is named here.
 */
import type { RecordType } from "../support/reference-policy.js";

export interface StoredRecords {
  /** In the schema of concerns. */
  readonly table: string;
  /** Column that holds the key of the concern, or the id of the panel. */
  readonly parent: "key" | "concern" | "panel";
  /** The field of a record above it in whose list its records stand. */
  readonly list?: string;
  /** Order of that list, for records that the graph gives no id. */
  readonly order?: string;
  /** Fields whose column is named otherwise, or is that of which they are worked out. */
  readonly columns?: Readonly<Record<string, string>>;
  /** Fields that are changed by adding and removing what they are made of alone. */
  readonly madeOf?: Readonly<Record<string, StoredType>>;
  /** Columns that decide who sees the row: changed only where the whole list is hidden. */
  readonly decides?: readonly string[];
}

/** Notes of NHS England are texts of the concern and no type of the graph. */
export type StoredType = RecordType | "InternalNote";

const byRole = { role: "by_role" } as const;

export const storedRecords: Readonly<Record<StoredType, StoredRecords>> = {
  Concern: {
    table: "concern",
    parent: "key",
    columns: {
      declineReason: "outcome_reason",
      overdue: "next_review_on",
      daysInCategory: "category_since",
      stepDown: "risk",
      reporter: "identity_mode",
    },
    madeOf: {
      internalNotes: "InternalNote",
      detrimentReported: "DetrimentReport",
      mergedInto: "Concern",
      mergedFrom: "Concern",
      mergeReason: "Concern",
    },
  },
  InternalNote: { table: "internal_note", parent: "concern", list: "internalNotes", order: "sequence desc" },
  CategoryChange: {
    table: "category_change",
    parent: "concern",
    list: "categoryHistory",
    order: "sequence",
    columns: { from: "from_category", to: "to_category", on: "changed_on", organisation: "by_organisation", ...byRole },
  },
  ProviderPeriod: {
    table: "provider_period",
    parent: "concern",
    list: "providerHistory",
    order: "sequence desc",
    columns: { organisation: "provider", from: "from_date", to: "to_date" },
  },
  CategorySignOff: {
    table: "category_sign_off",
    parent: "concern",
    columns: { from: "from_category", to: "to_category", on: "signed_on", ...byRole },
  },
  Requirement: {
    table: "requirement",
    parent: "concern",
    columns: { overdue: "due_on" },
    madeOf: { answeredOn: "RequirementResponse", answeredInTime: "RequirementResponse" },
  },
  RequirementResponse: {
    table: "requirement_response",
    parent: "concern",
    columns: { on: "responded_on", ...byRole },
  },
  RequirementCondition: { table: "requirement_condition", parent: "concern", columns: { overdue: "due_on" } },
  Review: {
    table: "review",
    parent: "concern",
    columns: { status: "state" },
    madeOf: { requirements: "Requirement" },
  },
  ProgressUpdate: {
    table: "progress_update",
    parent: "concern",
    list: "progress",
    order: "sequence desc",
    columns: byRole,
  },
  Reporter: {
    table: "reporter_identity",
    parent: "concern",
    list: "reporter",
    order: "concern",
    columns: { coarseRole: "sealed", name: "sealed", contact: "sealed" },
    madeOf: { identityMode: "Concern" },
  },
  Share: { table: "concern_share", parent: "concern", decides: ["organisation", "shared_by"] },
  PlannedAction: { table: "planned_action", parent: "concern", columns: { overdue: "due_on" } },
  TimelineEntry: {
    table: "concern_event",
    parent: "concern",
    list: "timeline",
    order: "sequence desc",
    columns: { on: "happened_on", organisation: "by_organisation", ...byRole },
    decides: ["kind"],
  },
  ReviewPanel: {
    table: "review_panel",
    parent: "panel",
    columns: { recordedBy: "decided_by_role", suggestedInvitees: "professions" },
    madeOf: { concerns: "Concern" },
    decides: ["convenor"],
  },
  PanelInvitation: { table: "panel_invitation", parent: "panel", decides: ["organisation", "state"] },
  PanelContribution: { table: "panel_contribution", parent: "panel", columns: byRole },
  PanelDissent: { table: "panel_dissent", parent: "panel" },
  PanelAction: {
    table: "panel_action",
    parent: "panel",
    columns: { overdue: "due_on" },
    madeOf: { panel: "PanelAction" },
  },
  Evidence: {
    table: "evidence",
    parent: "concern",
    decides: ["released_on"],
    madeOf: { downloadPath: "Evidence" },
  },
  Contribution: { table: "contribution", parent: "concern", decides: ["owner", "shared_with"] },
  RegulatorCase: {
    table: "regulator_case",
    parent: "concern",
    columns: { regulator: "owner" },
    decides: ["owner", "shared_with", "published_by_regulator"],
  },
  IdentityReveal: {
    table: "identity_reveal",
    parent: "concern",
    columns: {
      state: "answer_before",
      requestedBy: "subject",
      requestedOn: "requested_at",
      answeredBy: "answered_by_subject",
      answeredOn: "answered_at",
      openUntil: "open_before",
    },
  },
  DetrimentReport: {
    table: "detriment_report",
    parent: "concern",
    columns: { reportedBy: "by_organisation", ...byRole },
  },
  EmergencyAccess: {
    table: "emergency_access",
    parent: "concern",
    columns: { by: "subject", at: "opened_at", until: "closes_at" },
  },
  LearnerRemoval: {
    table: "learner_removal",
    parent: "concern",
    columns: { reviewOverdue: "next_review_on" },
    madeOf: { noticesMissing: "RemovalNotice", consulteesMissing: "RemovalConsultation" },
    decides: ["decided_on"],
  },
  RemovedLearners: { table: "removed_learners", parent: "concern", decides: ["education_provider"] },
  RemovalConsultation: { table: "removal_consultation", parent: "concern" },
  RemovalConsent: { table: "removal_consent", parent: "concern", columns: byRole, decides: ["organisation"] },
  RemovalNotice: { table: "removal_notice", parent: "concern", columns: { toldOn: "told_at" } },
  Relocation: { table: "relocation", parent: "concern", decides: ["education_provider"] },
  RemovalReview: { table: "removal_review", parent: "concern" },
  ReturnPhase: { table: "return_phase", parent: "concern" },
  PlacementChange: { table: "placement_change", parent: "concern" },
};

export const storedTypes = Object.keys(storedRecords) as readonly StoredType[];

/** The column of a field, or none where it is made of other records. */
export function columnOf(type: StoredType, field: string): string {
  const named = storedRecords[type].columns?.[field];
  return named ?? field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
