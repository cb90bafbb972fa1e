import { describe, expect, it } from "@jest/globals";
import { relations } from "../../../../authorisation/relation.js";
import { actionRefusal } from "../../../../subgraphs/action-rule.js";
import { reviewTypes } from "../../../../subgraphs/concerns/casework-references.js";
import {
  publicationRefusal,
  recordRefusal,
  reviewActions,
  scheduleRefusal,
  type Publication,
  type ReviewRecord,
} from "../../../../subgraphs/concerns/reviews/review-rules.js";
import { decideAll, rolesThatMay } from "../../decide-all.js";

const types = reviewTypes();
const today = "2026-11-23";
const states = ["SCHEDULED", "RECORDED", "PUBLISHED", "CANCELLED"] as const;

const record: ReviewRecord = {
  type: "URGENT_RISK_REVIEW",
  heldOn: "2026-11-20",
  panel: ["Quality associate dean", "Head of school"],
  met: ["Director of medical education", "Learners in a group"],
  evidence: ["National training survey"],
  findings: "Supervision at night is not assured.",
  nextMeetingOn: null,
  requirements: [{ standard: "EQF-2021:1.7" }],
};
const publication: Publication = {
  type: "URGENT_RISK_REVIEW",
  heldOn: "2026-10-01",
  finalReportOn: "2026-11-20",
  executiveSummary: "Supervision at night is not assured.",
  isCheckedByProvider: true,
};

describe("what may be done with a review", () => {
  it.each([
    ["record", ["SCHEDULED"]],
    ["amend", ["RECORDED"]],
    ["cancel", ["SCHEDULED"]],
    ["publish", ["RECORDED"]],
  ] as const)("%s is done while it is %j, and not otherwise", (action, from) => {
    expect(decideAll(reviewActions[action], { role: "QUALITY_LEAD", relations: ["REGIONAL"] }, states)).toEqual(from);
  });

  it.each([
    ["record", ["QUALITY_LEAD", "CASE_HOLDER"]],
    ["amend", ["QUALITY_LEAD", "CASE_HOLDER"]],
    ["cancel", ["QUALITY_LEAD", "CASE_HOLDER"]],
    ["publish", ["QUALITY_LEAD", "EXECUTIVE"]],
  ] as const)("%s is done by NHS England as one of %j, and by nobody else", (action, actors) => {
    expect(rolesThatMay(reviewActions[action], relations, states)).toEqual({ REGIONAL: actors, NATIONAL: actors });
  });

  it.each([
    ["the provider does not record its own", "record", "EXECUTIVE", "RESPONSIBLE"],
    ["the provider does not amend it", "amend", "QUALITY_LEAD", "RESPONSIBLE"],
    ["a regulator does not publish it", "publish", "QUALITY_LEAD", "REMIT"],
    ["a case-holder does not publish it", "publish", "CASE_HOLDER", "REGIONAL"],
    ["an analyst does not cancel it", "cancel", "ANALYST", "NATIONAL"],
  ] as const)("%s", (_, action, role, relation) => {
    for (const state of states)
      expect(actionRefusal(reviewActions[action], { role, relations: [relation] }, state)).toBe("NOT_YOURS_TO_DO");
  });
});

describe("the schedule of a review", () => {
  it.each([
    ["of a type that is not in the list", { type: "VISIT", scheduledFor: today }, "UNKNOWN_TYPE"],
    ["for a day that has passed", { type: record.type, scheduledFor: "2026-11-22" }, "SCHEDULED_IN_THE_PAST"],
    ["for today", { type: record.type, scheduledFor: today }, undefined],
    ["for a day to come", { type: record.type, scheduledFor: "2027-11-22" }, undefined],
  ])("%s is answered %j with %s", (_, schedule, refusal) => {
    expect(scheduleRefusal(schedule, today, types)).toBe(refusal);
  });
});

describe("the record of a review", () => {
  it.each([
    ["of a type that is not in the list", { type: "VISIT" }, "UNKNOWN_TYPE"],
    ["that is still to be held", { heldOn: "2026-11-24" }, "HELD_IN_THE_FUTURE"],
    ["of a panel of one", { panel: ["Head of school"] }, "PANEL_MISSING"],
    ["at which nobody was met", { met: [] }, "NOBODY_MET"],
    ["of a panel with a person's name", { panel: ["Dr Ada Adams", "Head of school"] }, "PANEL_NAMES_PEOPLE"],
    ["of a panel with a post that says nothing", { panel: ["Head of school", " "] }, "PANEL_NAMES_PEOPLE"],
    ["that says by name who was met", { met: ["Mrs. Brook of ward 3"] }, "MET_NAMES_PEOPLE"],
    ["with a meeting on the day it was held", { nextMeetingOn: "2026-11-20" }, "MEETING_BEFORE_REVIEW"],
    ["with a meeting before it was held", { nextMeetingOn: "2026-11-19" }, "MEETING_BEFORE_REVIEW"],
    ["without evidence", { evidence: [] }, "EVIDENCE_MISSING"],
    ["without findings", { findings: "  " }, "FINDINGS_MISSING"],
    [
      "with a requirement that cites no standard",
      { requirements: [{ standard: null }] },
      "REQUIREMENT_WITHOUT_STANDARD",
    ],
    ["of a meeting at which nobody was met", { type: "LEARNER_ENGAGEMENT", met: [] }, "NOBODY_MET"],
  ])("%s is refused", (_, change, refusal) => {
    expect(recordRefusal({ ...record, ...change }, today, types)).toBe(refusal);
  });

  it.each([
    ["with all it needs", {}],
    ["held today", { heldOn: today }],
    ["that raised nothing", { requirements: [] }],
    ["with a next meeting", { nextMeetingOn: "2026-11-21" }],
    ["of a meeting, without panel and evidence", { type: "MONITORING_LEARNING_ENVIRONMENT", panel: [], evidence: [] }],
  ])("%s is taken", (_, change) => {
    expect(recordRefusal({ ...record, ...change }, today, types)).toBeUndefined();
  });
});

describe("the publication of a review", () => {
  it.each([
    ["of a type that is not published", { type: "SENIOR_LEADER_ENGAGEMENT" }, "NOT_OF_A_PUBLISHED_TYPE"],
    ["of a type that is not in the list", { type: "VISIT" }, "NOT_OF_A_PUBLISHED_TYPE"],
    ["while there is only a draft", { finalReportOn: null }, "NOT_FINAL"],
    ["before the day of its report", { finalReportOn: "2026-11-24" }, "NOT_FINAL"],
    ["with a report from before it was held", { finalReportOn: "2026-09-30" }, "REPORT_BEFORE_REVIEW"],
    ["without a summary", { executiveSummary: "" }, "SUMMARY_MISSING"],
    ["that the provider has not checked", { isCheckedByProvider: false }, "NOT_CHECKED_BY_PROVIDER"],
  ])("%s is refused", (_, change, refusal) => {
    expect(publicationRefusal({ ...publication, ...change }, today, types)).toBe(refusal);
  });

  it.each([
    ["of a final report that the provider has checked", {}],
    ["on the day of the report", { finalReportOn: today }],
    ["of a report on the day itself", { finalReportOn: publication.heldOn }],
  ])("%s is allowed", (_, change) => {
    expect(publicationRefusal({ ...publication, ...change }, today, types)).toBeUndefined();
  });
});
