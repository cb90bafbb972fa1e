import { describe, expect, it } from "@jest/globals";
import { purposes, roles, type Role } from "../../authorisation/caller.js";
import { compartments, existence } from "../../authorisation/data-class.js";
import { openedBy } from "../../authorisation/policy.js";
import { unlocksOf, unlocksUnder } from "../../authorisation/unlocks.js";

const nothing = Object.fromEntries(compartments.map((compartment) => [compartment, []]));

describe("a caller for whom nothing is unlocked", () => {
  const refused = [
    ["an analyst, who reads published statistics", "ANALYST", "STATISTICS"],
    ["an analyst who declares another purpose", "ANALYST", "EDUCATION_QUALITY"],
    ["an auditor who declares another purpose", "AUDITOR", "SAFEGUARDING"],
    ["an operator, who needs no record to run the hub", "OPERATOR", "STATISTICS"],
    ["an operator who breaks the glass", "OPERATOR", "BREAK_GLASS"],
    ["a quality lead for statistics", "QUALITY_LEAD", "STATISTICS"],
    ["a case holder for an audit", "CASE_HOLDER", "AUDIT"],
  ] as const;

  it.each(refused)("%s", (_title, role, purpose) => {
    expect(unlocksOf({ role, purpose })).toEqual(nothing);
  });
});

it("an auditor reads who did what, and nothing else", () => {
  const audit = { AUDIT: ["NATIONAL", "ACTOR"], "AUDIT:people": ["NATIONAL", "ACTOR"] };
  expect(unlocksOf({ role: "AUDITOR", purpose: "AUDIT" })).toEqual({ ...nothing, ...audit });
});

it("at a provider who looked at a concern is for its executive, and at its region for the team", () => {
  const opening = (role: Role) => unlocksOf({ role, purpose: "EDUCATION_QUALITY" })["AUDIT:readers"];
  expect(opening("EXECUTIVE")).toEqual(["RESPONSIBLE", "REGIONAL"]);
  for (const role of ["QUALITY_LEAD", "CASE_HOLDER"] as const) expect(opening(role)).toEqual(["REGIONAL"]);
  for (const role of ["GUARDIAN", "MEMBER", "ANALYST", "AUDITOR", "OPERATOR"] as const)
    expect(opening(role)).toEqual([]);
});

describe("a caseworker", () => {
  const unlocks = unlocksOf({ role: "CASE_HOLDER", purpose: "EDUCATION_QUALITY" });

  it("reads a headline through every relation there is", () => {
    expect(unlocks[existence]).toEqual(Object.keys(openedBy[existence]));
  });

  it("reads no more through the board's relation than the headline", () => {
    for (const compartment of compartments)
      expect(unlocks[compartment].includes("ICB")).toBe(compartment === existence);
  });

  it("does not read through a remit what takes an agreement", () => {
    for (const compartment of ["NARRATIVE", "NARRATIVE:released", "LEARNERS"] as const) {
      expect(openedBy[compartment].REMIT).toEqual(["agreement", "glass"]);
      expect(unlocks[compartment]).not.toContain("REMIT");
    }
  });

  it("does not read through a share what takes its share to say so", () => {
    for (const compartment of ["NARRATIVE", "NARRATIVE:released", "MANAGEMENT", "MANAGEMENT:summary"] as const) {
      expect(openedBy[compartment].SHARED).toBe("share");
      expect(unlocks[compartment]).not.toContain("SHARED");
    }
  });

  it("does not read who spoke up through any relation", () => {
    expect(unlocks.IDENTITY).toEqual([]);
  });
});

it.each([
  ["GUARDIAN", "and how whoever spoke up is protected", ["MANAGEMENT:protection"]],
  ["MEMBER", "and no other", []],
] as const)("a %s reads OPERATIONAL fields %s", (role, _title, more) => {
  const unlocks = unlocksOf({ role, purpose: "EDUCATION_QUALITY" });
  const open = compartments.filter((compartment) => unlocks[compartment].length > 0);
  expect(open).toEqual(["OPERATIONAL:headline", "OPERATIONAL", "OPERATIONAL:agreement", ...more]);
});

it("no role and purpose unlock through a relation that the policy does not write down", () => {
  for (const role of roles)
    for (const purpose of purposes)
      for (const [compartment, held] of Object.entries(unlocksOf({ role, purpose })))
        for (const relation of held) expect(openedBy[compartment as keyof typeof openedBy][relation]).toBe("always");
});

it.each([
  ["agreement", "REMIT", ["NARRATIVE:released", "NARRATIVE", "NARRATIVE:evidence", "NARRATIVE:unreleased", "LEARNERS"]],
  ["glass", "REMIT,ICB", ["NARRATIVE:released", "NARRATIVE", "LEARNERS"]],
  [
    "share",
    "SHARED",
    [
      "NARRATIVE:released",
      "NARRATIVE",
      "NARRATIVE:evidence",
      "NARRATIVE:unreleased",
      "MANAGEMENT:summary",
      "MANAGEMENT",
    ],
  ],
] as const)(
  "under the condition %s a caseworker reads through %s, and through nothing else",
  (condition, held, open) => {
    const unlocks = unlocksUnder({ role: "QUALITY_LEAD", purpose: "REGULATION" }, condition);
    for (const compartment of compartments)
      expect([compartment, unlocks[compartment]]).toEqual([
        compartment,
        open.some((one) => one === compartment) ? held.split(",") : [],
      ]);
  },
);

it.each(["agreement", "share", "glass"] as const)(
  "no %s opens anything to a role or for a purpose that may not hold it",
  (condition) => {
    for (const role of ["GUARDIAN", "MEMBER", "ANALYST", "AUDITOR", "OPERATOR"] as const)
      expect(unlocksUnder({ role, purpose: "REGULATION" }, condition)).toEqual(nothing);
    for (const purpose of ["STATISTICS", "AUDIT"] as const)
      expect(unlocksUnder({ role: "QUALITY_LEAD", purpose }, condition)).toEqual(nothing);
  },
);
