/**
 * Reviews of a place or programme: they are scheduled, held and recorded, and some are published. What a record has to
 * hold follows from the type of review, which is reference data. People appear by role, never by name.
 */
import type { Relation } from "../../../authorisation/relation.js";
import type { ActionRule } from "../../action-rule.js";
import { areAllPosts } from "./posts.js";

export type ReviewState = "SCHEDULED" | "RECORDED" | "PUBLISHED" | "CANCELLED";
export type ReviewAction = "record" | "amend" | "cancel" | "publish";

const nhsEngland = { relations: ["REGIONAL", "NATIONAL"], roles: ["QUALITY_LEAD", "CASE_HOLDER"] } as const;

/** What is published is not changed; a correction is another review. */
export const reviewActions: Readonly<Record<ReviewAction, ActionRule<ReviewState, Relation>>> = {
  record: { ...nhsEngland, from: ["SCHEDULED"], to: "RECORDED" },
  amend: { ...nhsEngland, from: ["RECORDED"] },
  cancel: { ...nhsEngland, from: ["SCHEDULED"], to: "CANCELLED" },
  publish: {
    relations: ["REGIONAL", "NATIONAL"],
    roles: ["QUALITY_LEAD", "EXECUTIVE"],
    from: ["RECORDED"],
    to: "PUBLISHED",
  },
};

export interface ReviewType {
  readonly code: string;
  readonly isPublished: boolean;
  /** A panel of several people held it, and its record needs evidence and findings. */
  readonly needsPanel: boolean;
}

export type ScheduleRefusal = "UNKNOWN_TYPE" | "SCHEDULED_IN_THE_PAST";

export function scheduleRefusal(
  { type, scheduledFor }: { readonly type: string; readonly scheduledFor: string },
  today: string,
  types: readonly ReviewType[],
): ScheduleRefusal | undefined {
  if (!types.some(({ code }) => code === type)) return "UNKNOWN_TYPE";
  return scheduledFor < today ? "SCHEDULED_IN_THE_PAST" : undefined;
}

export interface RaisedRequirement {
  readonly standard: string | null;
}

export interface ReviewRecord {
  readonly type: string;
  readonly heldOn: string;
  /** Roles on the panel, the chair first. */
  readonly panel: readonly string[];
  /** Roles of the people who were met. */
  readonly met: readonly string[];
  readonly evidence: readonly string[];
  readonly findings: string;
  /** When those concerned meet next; null where nothing is agreed. */
  readonly nextMeetingOn: string | null;
  readonly requirements: readonly RaisedRequirement[];
}

export type RecordRefusal =
  | "UNKNOWN_TYPE"
  | "HELD_IN_THE_FUTURE"
  | "PANEL_MISSING"
  | "NOBODY_MET"
  | "PANEL_NAMES_PEOPLE"
  | "MET_NAMES_PEOPLE"
  | "EVIDENCE_MISSING"
  | "FINDINGS_MISSING"
  | "MEETING_BEFORE_REVIEW"
  | "REQUIREMENT_WITHOUT_STANDARD";

export function recordRefusal(
  record: ReviewRecord,
  today: string,
  types: readonly ReviewType[],
): RecordRefusal | undefined {
  const type = types.find(({ code }) => code === record.type);
  if (type === undefined) return "UNKNOWN_TYPE";
  if (record.heldOn > today) return "HELD_IN_THE_FUTURE";
  if (type.needsPanel && record.panel.length < 2) return "PANEL_MISSING";
  if (record.met.length === 0) return "NOBODY_MET";
  if (!areAllPosts(record.panel)) return "PANEL_NAMES_PEOPLE";
  if (!areAllPosts(record.met)) return "MET_NAMES_PEOPLE";
  if (type.needsPanel && record.evidence.length === 0) return "EVIDENCE_MISSING";
  if (record.findings.trim() === "") return "FINDINGS_MISSING";
  if (record.nextMeetingOn !== null && record.nextMeetingOn <= record.heldOn) return "MEETING_BEFORE_REVIEW";
  return record.requirements.some(({ standard }) => standard === null) ? "REQUIREMENT_WITHOUT_STANDARD" : undefined;
}

export interface Publication {
  readonly type: string;
  readonly heldOn: string;
  /** Day of the final report; null while there is only a draft. */
  readonly finalReportOn: string | null;
  readonly executiveSummary: string;
  /** The provider had the chance to correct facts. */
  readonly isCheckedByProvider: boolean;
}

export type PublicationRefusal =
  "NOT_OF_A_PUBLISHED_TYPE" | "NOT_FINAL" | "REPORT_BEFORE_REVIEW" | "SUMMARY_MISSING" | "NOT_CHECKED_BY_PROVIDER";

export function publicationRefusal(
  publication: Publication,
  today: string,
  types: readonly ReviewType[],
): PublicationRefusal | undefined {
  const { finalReportOn } = publication;
  if (types.find(({ code }) => code === publication.type)?.isPublished !== true) return "NOT_OF_A_PUBLISHED_TYPE";
  if (finalReportOn === null || finalReportOn > today) return "NOT_FINAL";
  if (finalReportOn < publication.heldOn) return "REPORT_BEFORE_REVIEW";
  if (publication.executiveSummary.trim() === "") return "SUMMARY_MISSING";
  return publication.isCheckedByProvider ? undefined : "NOT_CHECKED_BY_PROVIDER";
}
