import { describe, expect, it } from "@jest/globals";
import { bankHolidays, requirementKinds } from "../../../../subgraphs/concerns/casework-references.js";
import { dueAgain, dueOf, isAnsweredInTime } from "../../../../subgraphs/concerns/requirements/requirement-due.js";

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

describe("the first answer to a requirement", () => {
  /** Issued on the Wednesday before Christmas: the fifth working day is the first Monday of the year. */
  const issuedOn = "2026-12-23";
  it.each([
    ["IMMEDIATE_MANDATORY", "on the day of issue", "2026-12-23", null, true],
    ["IMMEDIATE_MANDATORY", "on the last day", "2027-01-04", null, true],
    ["IMMEDIATE_MANDATORY", "a day late", "2027-01-05", null, false],
    ["IMMEDIATE_MANDATORY", "not yet, and there is time", null, null, null],
    ["MANDATORY", "at any time", "2026-12-23", null, null],
  ])("of kind %s, given %s", (kind, _, answeredOn, closedOn, inTime) => {
    const asked = { issuedOn, answeredOn, closedOn };
    expect(isAnsweredInTime(timeOf(kind), asked, "2027-01-04", holidays)).toBe(inTime);
  });

  it("is late once the time has run out without one", () => {
    const unanswered = { issuedOn, answeredOn: null, closedOn: null };
    expect(isAnsweredInTime(timeOf("IMMEDIATE_MANDATORY"), unanswered, "2027-01-05", holidays)).toBe(false);
  });

  it.each([
    ["while there was time", "2027-01-04", null],
    ["after the time had run out", "2027-01-05", false],
  ])("is not waited for where the requirement was withdrawn %s", (_, closedOn, inTime) => {
    const withdrawn = { issuedOn, answeredOn: null, closedOn };
    expect(isAnsweredInTime(timeOf("IMMEDIATE_MANDATORY"), withdrawn, "2027-06-01", holidays)).toBe(inTime);
  });
});
