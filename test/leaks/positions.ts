/**
 * The positions in which what is withheld could be told, and which fields can stand in which of them: written by hand,
 * apart from the requests of the hunt, so that a position for which nobody asks is missed and not forgotten.
 */
import { fieldsOf, recordTypes } from "../support/reference-policy.js";
import { partType } from "../support/reference-view.js";

export const positions = [
  "selection",
  "filter",
  "order",
  "group",
  "aggregate",
  "cursor",
  "count",
  "search",
  "by id",
  "_entities",
  "mutation",
  "error text",
] as const;
export type Position = (typeof positions)[number];

/** `Concern.narrative`: a line of the reference policy. */
export type Line = string;

export const everyLine: readonly Line[] = recordTypes.flatMap((type) =>
  fieldsOf(type).map((field) => `${type}.${field}`),
);

const onConcerns = (fields: string): readonly Line[] => fields.split(" ").map((field) => `Concern.${field}`);

/** Lists, and whatever has an id: their number could be told. */
const counted: readonly Line[] = recordTypes.flatMap((type) =>
  fieldsOf(type)
    .filter((field) => field === "id" || partType(type, field) !== undefined)
    .map((field) => `${type}.${field}`),
);

/** What a line of its own says beside what holds for every field. */
const further: Readonly<Partial<Record<Position, readonly Line[]>>> = {
  filter: [
    ...onConcerns(
      "status category provider site educationProvider region professions themes standards overdue removals",
    ),
    ...onConcerns("requirements regulatorCases raisedOn version reference title summary narrative"),
    ...["Requirement.status", "Requirement.dueOn", "Requirement.kind", "RegulatorCase.kind", "RegulatorCase.status"],
    ...["LearnerRemoval.decidedOn", "LearnerRemoval.endedOn", "ReviewPanel.state", "PanelAction.overdue"],
  ],
  order: [
    ...onConcerns("raisedOn category nextReviewOn version"),
    ...["ReviewPanel.convenedOn", "PanelAction.dueOn", "PlannedAction.dueOn", "Evidence.addedOn"],
    ...["LearnerRemoval.decidedOn", "Review.scheduledFor", "Requirement.issuedOn", "ProgressUpdate.submittedOn"],
  ],
  group: onConcerns("status category provider site region themes raisedOn closedOn"),
  aggregate: onConcerns("status category overdue raisedOn closedOn provider themes"),
  cursor: [...onConcerns("id raisedOn category nextReviewOn version"), "TimelineEntry.kind", "ReviewPanel.id"],
  count: [...counted, "TimelineEntry.kind"],
  search: [
    ...onConcerns("title summary narrative declineReason internalNotes department programme mergeReason"),
    ...["ProgressUpdate.summary", "ProgressUpdate.detail", "Requirement.text", "RequirementResponse.text"],
    ...["CategoryChange.reason", "Review.findings", "PlannedAction.text", "Contribution.text", "Reporter.name"],
    ...["PanelContribution.text", "DetrimentReport.text", "IdentityReveal.reason", "LearnerRemoval.reasons"],
  ],
};

/** A field of any record can be asked for in these. */
const ofEveryField: readonly Position[] = ["selection", "by id", "_entities", "mutation", "error text"];

export function positionsOf(line: Line): readonly Position[] {
  return positions.filter((position) => ofEveryField.includes(position) || further[position]?.includes(line) === true);
}

export function linesIn(position: Position): readonly Line[] {
  return everyLine.filter((line) => positionsOf(line).includes(position));
}
