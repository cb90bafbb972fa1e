/** The refusals of commands on reviews, by the rule that refuses. */
import { userError } from "../../user-error.js";

export const reviewRefusals = {
  absent: userError("NOT_FOUND", "The concern has no such review.", "reviewId"),
  notInThisState: userError("CONFLICT", "The review is not in a state in which this can be done.", "reviewId"),
  mayNotRequire: userError("CONFLICT", "Requirements cannot be issued in this state of the concern.", "requirements"),
  SCHEDULED_IN_THE_PAST: userError("BAD_USER_INPUT", "must not be in the past", "scheduledFor"),
  UNKNOWN_TYPE: userError("BAD_USER_INPUT", "must be a type in the list", "type"),
  HELD_IN_THE_FUTURE: userError("BAD_USER_INPUT", "must not be in the future", "heldOn"),
  PANEL_MISSING: userError("BAD_USER_INPUT", "must name at least two posts for this type of review", "panel"),
  NOBODY_MET: userError("BAD_USER_INPUT", "must say who was met", "met"),
  PANEL_NAMES_PEOPLE: userError("BAD_USER_INPUT", "must name posts, not people", "panel"),
  MET_NAMES_PEOPLE: userError("BAD_USER_INPUT", "must name posts and groups, not people", "met"),
  EVIDENCE_MISSING: userError("BAD_USER_INPUT", "must be given for this type of review", "evidence"),
  FINDINGS_MISSING: userError("BAD_USER_INPUT", "must say what was found", "findings"),
  REQUIREMENT_WITHOUT_STANDARD: userError("BAD_USER_INPUT", "must each cite a standard", "requirements"),
  MEETING_BEFORE_REVIEW: userError("BAD_USER_INPUT", "must be after the review", "nextMeetingOn"),
  NOT_OF_A_PUBLISHED_TYPE: userError("CONFLICT", "Reviews of this type are not published.", "reviewId"),
  NOT_FINAL: userError("BAD_USER_INPUT", "must not be in the future", "finalReportOn"),
  REPORT_BEFORE_REVIEW: userError("BAD_USER_INPUT", "must not be before the review", "finalReportOn"),
  SUMMARY_MISSING: userError("BAD_USER_INPUT", "must say what was found", "summary"),
  NOT_CHECKED_BY_PROVIDER: userError("CONFLICT", "The provider has to check the facts first.", "checkedByProvider"),
} as const;
