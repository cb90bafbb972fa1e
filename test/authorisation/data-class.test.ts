import { describe, expect, it } from "@jest/globals";
import { compartments, dataClasses, dataClassOf, existence } from "../../authorisation/data-class.js";

describe("dataClassOf", () => {
  const classes = [
    ["OPERATIONAL:headline", "OPERATIONAL"],
    ["OPERATIONAL", "OPERATIONAL"],
    ["OPERATIONAL:agreement", "OPERATIONAL"],
    ["NARRATIVE:released", "NARRATIVE"],
    ["NARRATIVE", "NARRATIVE"],
    ["NARRATIVE:evidence", "NARRATIVE"],
    ["NARRATIVE:unreleased", "NARRATIVE"],
    ["MANAGEMENT:summary", "MANAGEMENT"],
    ["MANAGEMENT", "MANAGEMENT"],
    ["MANAGEMENT:internal", "MANAGEMENT"],
    ["MANAGEMENT:protection", "MANAGEMENT"],
    ["LEARNERS", "LEARNERS"],
    ["LEARNERS:small", "LEARNERS"],
    ["INTELLIGENCE", "INTELLIGENCE"],
    ["INTELLIGENCE:panel", "INTELLIGENCE"],
    ["DELIBERATION", "DELIBERATION"],
    ["DELIBERATION:invitation", "DELIBERATION"],
    ["IDENTITY", "IDENTITY"],
    ["AUDIT", "AUDIT"],
    ["AUDIT:people", "AUDIT"],
    ["AUDIT:readers", "AUDIT"],
  ] as const;

  it.each(classes)("shows %s to the public as %s", (compartment, dataClass) => {
    expect(dataClassOf(compartment)).toBe(dataClass);
  });

  it("has a line here for every compartment", () => {
    expect(classes.map(([compartment]) => compartment)).toEqual([...compartments]);
  });
});

it("the public graph has nine classes: one that is open to every caller, and the eight that compartments are of", () => {
  expect(dataClasses).toEqual(["PUBLIC", ...new Set(compartments.map(dataClassOf))]);
});

it("no compartment is of a class that the public graph does not have", () => {
  for (const compartment of compartments) expect(dataClasses).toContain(dataClassOf(compartment));
});

it("no compartment is public: what is public needs no relation", () => {
  expect(compartments.map(dataClassOf)).not.toContain("PUBLIC");
});

it("a record is in front of a caller by its headline, and by nothing more telling", () => {
  expect(existence).toBe("OPERATIONAL:headline");
});
