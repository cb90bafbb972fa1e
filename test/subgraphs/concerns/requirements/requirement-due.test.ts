import { describe, expect, it } from "@jest/globals";
import { bankHolidays, requirementKinds } from "../../../../subgraphs/concerns/casework-references.js";
import { dueAgain, dueOf } from "../../../../subgraphs/concerns/requirements/requirement-due.js";

const timeOf = (kind: string) => requirementKinds().find(({ code }) => code === kind) ?? { workingDaysToAnswer: null };
const holidays = bankHolidays();

describe("the answer to a requirement", () => {
  it.each([
    ["IMMEDIATE_MANDATORY", "2026-12-23", null, "2027-01-04"],
    ["IMMEDIATE_MANDATORY", "2026-11-25", null, "2026-12-02"],
    ["IMMEDIATE_MANDATORY", "2026-12-23", "2027-01-04", "2027-01-04"],
    ["IMMEDIATE_MANDATORY", "2026-12-23", "2026-12-24", "2026-12-24"],
    ["MANDATORY", "2026-12-23", "2027-06-01", "2027-06-01"],
    ["RECOMMENDATION", "2026-12-23", "2026-12-23", "2026-12-23"],
  ])("of kind %s of %s, set for %s, is due on %s", (kind, issuedOn, setFor, dueOn) => {
    expect(dueOf(timeOf(kind), issuedOn, setFor, holidays)).toEqual({ dueOn });
  });

  it.each([
    ["IMMEDIATE_MANDATORY", "later than five working days", "2027-01-05", "DUE_TOO_LATE"],
    ["IMMEDIATE_MANDATORY", "in the past", "2026-12-22", "DUE_IN_THE_PAST"],
    ["MANDATORY", "in the past", "2026-12-22", "DUE_IN_THE_PAST"],
    ["MANDATORY", "for no day", null, "DUE_MISSING"],
    ["RECOMMENDATION", "for no day", null, "DUE_MISSING"],
  ])("of kind %s set %s is refused", (kind, _, setFor, refused) => {
    expect(dueOf(timeOf(kind), "2026-12-23", setFor, holidays)).toEqual({ refused });
  });
});

describe("the answer to a requirement that was returned", () => {
  it.each([
    ["IMMEDIATE_MANDATORY", null, { dueOn: "2027-01-04" }],
    ["IMMEDIATE_MANDATORY", "2026-12-29", { dueOn: "2026-12-29" }],
    ["IMMEDIATE_MANDATORY", "2027-01-05", { refused: "DUE_TOO_LATE" }],
    ["MANDATORY", null, { dueOn: "2026-12-01" }],
    ["MANDATORY", "2027-06-01", { dueOn: "2027-06-01" }],
    ["MANDATORY", "2026-12-22", { refused: "DUE_IN_THE_PAST" }],
  ])("of kind %s and set for %s is due so: %j", (kind, setFor, due) => {
    expect(dueAgain(timeOf(kind), "2026-12-23", { setFor, dueOn: "2026-12-01" }, holidays)).toEqual(due);
  });
});
