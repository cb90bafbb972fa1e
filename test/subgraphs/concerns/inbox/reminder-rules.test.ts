import { describe, expect, it } from "@jest/globals";
import { reminders } from "../../../../subgraphs/concerns/casework-references.js";
import {
  agreementReminder,
  panelActionReminder,
  requirementReminder,
  reviewReminder,
} from "../../../../subgraphs/concerns/inbox/reminder-rules.js";

const reference = reminders();
const today = "2026-11-23";

describe("a reminder of a requirement", () => {
  it.each([
    ["answered", "MANDATORY", "RESPONDED", "2026-11-01"],
    ["closed", "MANDATORY", "CLOSED", "2026-11-01"],
    ["carried", "MANDATORY", "CARRIED", "2026-11-01"],
    ["due in fifteen days", "MANDATORY", "OPEN", "2026-12-08"],
    ["immediate, and due in three days", "IMMEDIATE_MANDATORY", "OPEN", "2026-11-26"],
  ])("is not sent for one that is %s", (_, kind, state, dueOn) => {
    expect(requirementReminder({ kind, state, dueOn }, today, reference)).toBeUndefined();
  });

  it.each([
    ["due in fourteen days", "MANDATORY", "2026-12-07", "REQUIREMENT_DUE"],
    ["due today", "RECOMMENDATION", today, "REQUIREMENT_DUE"],
    ["immediate, and due in two days", "IMMEDIATE_MANDATORY", "2026-11-25", "REQUIREMENT_DUE"],
    ["due yesterday", "IMMEDIATE_MANDATORY", "2026-11-22", "REQUIREMENT_OVERDUE"],
  ])("is sent for one that is %s", (_, kind, dueOn, reminder) => {
    expect(requirementReminder({ kind, state: "OPEN", dueOn }, today, reference)).toEqual({
      kind: reminder,
      about: dueOn,
    });
  });

  it("is the same on each day of its time, so that it is sent once", () => {
    const requirement = { kind: "MANDATORY", state: "OPEN", dueOn: "2026-12-01" };
    const days = ["2026-11-20", "2026-11-25", "2026-12-01"].map((day) =>
      requirementReminder(requirement, day, reference),
    );
    expect(new Set(days.map((reminder) => JSON.stringify(reminder))).size).toBe(1);
  });

  it("is not sent ahead of its date where no days are given for it", () => {
    expect(
      requirementReminder({ kind: "MANDATORY", state: "OPEN", dueOn: today }, today, { requirementDueDays: [] }),
    ).toBeUndefined();
  });
});

describe("a reminder of a review", () => {
  it.each([
    [null, undefined],
    [today, undefined],
    ["2026-11-22", { kind: "REVIEW_OVERDUE", about: "2026-11-22" }],
  ])("due on %s is %j", (due, reminder) => {
    expect(reviewReminder(due, today)).toEqual(reminder);
  });
});

describe("a reminder of an action of a panel", () => {
  it.each([
    ["DONE", "2026-11-22", undefined],
    ["DROPPED", "2026-11-22", undefined],
    ["AGREED", "2026-12-01", undefined],
    ["AGREED", "2026-11-30", { kind: "PANEL_ACTION_DUE", about: "2026-11-30" }],
    ["AGREED", "2026-11-01", { kind: "PANEL_ACTION_DUE", about: "2026-11-01" }],
  ])("that is %s and due on %s is %j", (status, dueOn, reminder) => {
    expect(panelActionReminder({ status, dueOn }, today, reference)).toEqual(reminder);
  });
});

describe("a reminder of an agreement", () => {
  it.each([
    ["2027-01-23", undefined],
    ["2027-01-22", { kind: "AGREEMENT_EXPIRING", about: "2027-01-22" }],
    [today, { kind: "AGREEMENT_EXPIRING", about: today }],
    ["2026-11-22", undefined],
  ])("that ends on %s is %j", (endsOn, reminder) => {
    expect(agreementReminder(endsOn, today, reference)).toEqual(reminder);
  });
});
