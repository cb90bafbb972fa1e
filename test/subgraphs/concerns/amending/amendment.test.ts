/** What an amendment changes of a concern's facts. */
import { describe, expect, it } from "@jest/globals";
import { amendmentOf, type Facts } from "../../../../subgraphs/concerns/amending/amendment.js";

const facts: Facts = {
  title: "No consultant on the ward at night",
  subjectLevel: "DEPARTMENT",
  patientSafetyRisk: true,
  learnerSafetyRisk: false,
  immediateRisk: false,
  site: "ZZN0101",
  educationProvider: null,
  department: "Acute medicine",
  programme: null,
  identifiedOn: "2026-03-02",
  professions: ["DOCTOR", "PHARMACIST"],
  themes: ["CLINICAL_SUPERVISION"],
  standards: ["EQF-2021:3.5"],
};

describe("an amendment", () => {
  it("changes what it names, and nothing else", () => {
    expect(amendmentOf(facts, { themes: ["INDUCTION"], immediateRisk: true })).toEqual({
      themes: ["INDUCTION"],
      immediateRisk: true,
    });
  });

  it("keeps lists in order", () => {
    expect(amendmentOf(facts, { professions: ["PHARMACIST", "DENTIST"] })).toEqual({
      professions: ["DENTIST", "PHARMACIST"],
    });
  });

  it("empties a fact that a concern need not have", () => {
    expect(amendmentOf(facts, { site: null, identifiedOn: null })).toEqual({ site: null, identifiedOn: null });
  });

  it.each([
    ["nothing", {}],
    ["what is so already", { title: facts.title, themes: [...facts.themes], identifiedOn: facts.identifiedOn }],
    ["the same list in another order", { professions: ["PHARMACIST", "DOCTOR"] }],
    ["null, of a fact that every concern has", { title: null, professions: null, patientSafetyRisk: null }],
    ["null, of a fact that is empty", { educationProvider: null, programme: null }],
  ])("that names %s changes nothing", (_what, wanted) => {
    expect(amendmentOf(facts, wanted)).toEqual({});
  });
});
