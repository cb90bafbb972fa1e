import { describe, expect, it } from "@jest/globals";
import {
  mergeRedactions,
  redactionReason,
  redactionReasons,
  type StatedRedaction,
  type RedactionReason,
} from "../../authorisation/redaction.js";

describe("the reason why a compartment is closed", () => {
  const reasons = [
    [
      "identity takes a reveal, of a case holder too",
      "CASE_HOLDER",
      "SAFEGUARDING",
      "IDENTITY",
      ["REGIONAL"],
      "REVEAL",
    ],
    ["identity takes a reveal, whatever the role", "MEMBER", "STATISTICS", "IDENTITY", [], "REVEAL"],
    ["a member does not read narratives", "MEMBER", "EDUCATION_QUALITY", "NARRATIVE", ["REGIONAL"], "ROLE"],
    ["the role is said before the purpose", "MEMBER", "STATISTICS", "NARRATIVE", ["REGIONAL"], "ROLE"],
    ["the role is said before the agreement", "MEMBER", "REGULATION", "NARRATIVE", ["REMIT"], "ROLE"],
    ["statistics are no purpose for a narrative", "QUALITY_LEAD", "STATISTICS", "NARRATIVE", ["REGIONAL"], "PURPOSE"],
    [
      "at the provider, who looked is for another role",
      "QUALITY_LEAD",
      "EDUCATION_QUALITY",
      "AUDIT:readers",
      ["RESPONSIBLE"],
      "ROLE",
    ],
    [
      "a relation that opens it to nobody is no question of the role",
      "QUALITY_LEAD",
      "EDUCATION_QUALITY",
      "AUDIT:readers",
      ["REMIT"],
      "RELATION",
    ],
    [
      "one relation of several that opens it to another role",
      "QUALITY_LEAD",
      "EDUCATION_QUALITY",
      "AUDIT:readers",
      ["RESPONSIBLE", "REMIT"],
      "ROLE",
    ],
    ["the purpose is said before the agreement", "QUALITY_LEAD", "AUDIT", "LEARNERS", ["REMIT"], "PURPOSE"],
    ["a regulator lacks an agreement", "QUALITY_LEAD", "REGULATION", "NARRATIVE", ["REMIT"], "AGREEMENT"],
    [
      "one relation of several lacks an agreement",
      "QUALITY_LEAD",
      "REGULATION",
      "LEARNERS",
      ["REPORTED_BY", "REMIT"],
      "AGREEMENT",
    ],
    ["no agreement opens management to a regulator", "QUALITY_LEAD", "REGULATION", "MANAGEMENT", ["REMIT"], "RELATION"],
    [
      "a provider has no part in internal notes",
      "QUALITY_LEAD",
      "EDUCATION_QUALITY",
      "MANAGEMENT:internal",
      ["RESPONSIBLE"],
      "RELATION",
    ],
    ["the share does not include the class", "QUALITY_LEAD", "REGULATION", "NARRATIVE", ["SHARED"], "SHARE"],
    ["the role is said before the share", "MEMBER", "REGULATION", "NARRATIVE", ["SHARED"], "ROLE"],
    ["the purpose is said before the share", "QUALITY_LEAD", "STATISTICS", "MANAGEMENT", ["SHARED"], "PURPOSE"],
    [
      "the agreement, which opens every concern of a remit, is said before the share of one",
      "QUALITY_LEAD",
      "REGULATION",
      "NARRATIVE",
      ["REMIT", "SHARED"],
      "AGREEMENT",
    ],
    [
      "what only a share can open takes a share, whatever the remit",
      "QUALITY_LEAD",
      "REGULATION",
      "MANAGEMENT",
      ["REMIT", "SHARED"],
      "SHARE",
    ],
    ["no share opens how many learners there are", "QUALITY_LEAD", "REGULATION", "LEARNERS", ["SHARED"], "RELATION"],
    ["no share opens internal notes", "QUALITY_LEAD", "REGULATION", "MANAGEMENT:internal", ["SHARED"], "RELATION"],
    ["a share opens no identity", "CASE_HOLDER", "SAFEGUARDING", "IDENTITY", ["SHARED"], "REVEAL"],
    ["a board reads it in an emergency alone", "QUALITY_LEAD", "EDUCATION_QUALITY", "NARRATIVE", ["ICB"], "GLASS"],
    [
      "the agreement, which opens every concern of a remit, is said before the emergency",
      "QUALITY_LEAD",
      "BREAK_GLASS",
      "LEARNERS",
      ["ICB", "REMIT"],
      "AGREEMENT",
    ],
    ["no emergency opens management", "QUALITY_LEAD", "BREAK_GLASS", "MANAGEMENT", ["ICB"], "RELATION"],
    ["no emergency opens an identity", "QUALITY_LEAD", "BREAK_GLASS", "IDENTITY", ["REMIT"], "REVEAL"],
    [
      "how somebody is protected is not for the quality lead",
      "QUALITY_LEAD",
      "EDUCATION_QUALITY",
      "MANAGEMENT:protection",
      ["REGIONAL"],
      "ROLE",
    ],
    [
      "nor for a case-holder of the provider",
      "CASE_HOLDER",
      "EDUCATION_QUALITY",
      "MANAGEMENT:protection",
      ["RESPONSIBLE"],
      "RELATION",
    ],
    ["a board has no part but the headline", "QUALITY_LEAD", "EDUCATION_QUALITY", "OPERATIONAL", ["ICB"], "RELATION"],
  ] as const;

  it.each(reasons)("%s", (_title, role, purpose, compartment, relations, reason) => {
    expect(redactionReason({ role, purpose }, compartment, relations)).toBe(reason);
  });

  it("every reason that is given comes with what to do about it", () => {
    const given = new Set<RedactionReason>([...reasons.map(([, , , , , reason]) => reason)]);
    expect([...given].sort()).toEqual(Object.keys(redactionReasons).sort());
    for (const advice of Object.values(redactionReasons)) expect(advice).toMatch(/\.$/);
  });
});

describe("mergeRedactions", () => {
  const withheld = { coordinate: "Concern.narrative", dataClass: "NARRATIVE", reason: "RELATION" } as const;
  const narrative: StatedRedaction = { ...withheld, records: ["a"] };
  const summary: StatedRedaction = { ...narrative, coordinate: "Concern.summary" };

  it("names a coordinate and reason once, with the number of records", () => {
    const stated = [narrative, { ...narrative, records: ["b", "c"] }];
    expect(mergeRedactions(stated)).toEqual([{ ...withheld, count: 3 }]);
  });

  it("counts a record once, however often it was come to", () => {
    const stated = [narrative, narrative, { ...narrative, records: ["b", "a"] }];
    expect(mergeRedactions(stated)).toEqual([{ ...withheld, count: 2 }]);
  });

  it("keeps apart what was withheld for different reasons", () => {
    const merged = mergeRedactions([narrative, { ...narrative, reason: "AGREEMENT" }]);
    expect(merged.map(({ reason, count }) => [reason, count])).toEqual([
      ["AGREEMENT", 1],
      ["RELATION", 1],
    ]);
  });

  it("has one order, whichever record came first", () => {
    expect(mergeRedactions([summary, narrative])).toEqual(mergeRedactions([narrative, summary]));
  });

  it("is empty where nothing was withheld", () => {
    expect(mergeRedactions([])).toEqual([]);
  });
});
