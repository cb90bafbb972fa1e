import { describe, expect, it } from "@jest/globals";
import {
  mergedFacts,
  mergeRefusal,
  onMerging,
  takenFacts,
  type MergeableConcern,
} from "../../../../subgraphs/concerns/merging/merging.js";

const survivor: MergeableConcern = {
  id: "survivor",
  status: "IN_PROGRESS",
  category: 1,
  provider: "ZZN01",
  site: "ZZN0101",
  educationProvider: null,
  identifiedOn: "2026-06-01",
  nextReviewOn: "2026-12-20",
  professions: ["DOCTOR"],
  themes: ["HANDOVER"],
  standards: ["EQF-2021:1.7"],
  patientSafetyRisk: false,
  learnerSafetyRisk: true,
  immediateRisk: false,
};
const duplicate: MergeableConcern = {
  ...survivor,
  id: "duplicate",
  status: "ACCEPTED",
  category: 2,
  site: null,
  educationProvider: "ZZWEXU",
  identifiedOn: "2026-05-01",
  nextReviewOn: null,
  professions: ["MIDWIFE", "DOCTOR"],
  themes: ["INDUCTION"],
  patientSafetyRisk: true,
  learnerSafetyRisk: false,
};
const lead = { role: "QUALITY_LEAD", relations: ["REGIONAL"] } as const;
const both = { onDuplicate: lead, onSurvivor: lead };
const reason = "The same ward, reported twice.";

describe("merging a duplicate", () => {
  it.each([
    ["by the provider", { ...both, onSurvivor: { ...lead, relations: ["RESPONSIBLE"] } }],
    [
      "by a regulator",
      { onDuplicate: { ...lead, relations: ["REMIT"] }, onSurvivor: { ...lead, relations: ["REMIT"] } },
    ],
    ["by who reported one of them", { ...both, onDuplicate: { ...lead, relations: ["REPORTED_BY"] } }],
    ["by a region that has only one of them", { ...both, onDuplicate: { ...lead, relations: [] } }],
    ["by an executive", { onDuplicate: { ...lead, role: "EXECUTIVE" }, onSurvivor: { ...lead, role: "EXECUTIVE" } }],
    ["by an analyst", { ...both, onDuplicate: { ...lead, role: "ANALYST" } }],
  ] as const)("%s is refused", (_, acting) => {
    expect(mergeRefusal({ survivor, duplicate, reason }, acting)).toBe("NOT_YOURS_TO_DO");
  });

  it.each([
    ["with itself", { duplicate: survivor }, "SAME_CONCERN"],
    ["before it is accepted", { duplicate: { ...duplicate, status: "REPORTED" } }, "NOT_IN_THIS_STATE"],
    ["after it was declined", { duplicate: { ...duplicate, status: "DECLINED" } }, "NOT_IN_THIS_STATE"],
    ["a second time", { duplicate: { ...duplicate, status: "MERGED" } }, "NOT_IN_THIS_STATE"],
    ["into one that is closed", { survivor: { ...survivor, status: "CLOSED" } }, "NOT_IN_THIS_STATE"],
    ["into one that was merged away", { survivor: { ...survivor, status: "MERGED" } }, "NOT_IN_THIS_STATE"],
    ["of another provider", { duplicate: { ...duplicate, provider: "ZZE01" } }, "OTHER_PROVIDER"],
    ["of another site", { duplicate: { ...duplicate, site: "ZZN0102" } }, "OTHER_SITE"],
    ["from which learners are removed", { duplicate: { ...duplicate, category: 4 } }, "SUSPENSION_HAS_TO_SURVIVE"],
    ["without a reason", { reason: "" }, "REASON_MISSING"],
  ] as const)("%s is refused", (_, change, refusal) => {
    expect(mergeRefusal({ survivor, duplicate, reason, ...change }, both)).toBe(refusal);
  });

  it("of the same provider, by the team that has both, is allowed", () => {
    expect(mergeRefusal({ survivor, duplicate, reason }, both)).toBeUndefined();
  });

  it("leaves the graver, the earlier and the wider of the two", () => {
    expect(mergedFacts({ survivor, duplicate })).toEqual({
      category: 2,
      site: "ZZN0101",
      educationProvider: "ZZWEXU",
      identifiedOn: "2026-05-01",
      nextReviewOn: "2026-12-20",
      professions: ["DOCTOR", "MIDWIFE"],
      themes: ["HANDOVER", "INDUCTION"],
      standards: ["EQF-2021:1.7"],
      patientSafetyRisk: true,
      learnerSafetyRisk: true,
      immediateRisk: false,
    });
  });

  it("never lessens what the survivor says, and leaves its own place and university", () => {
    const graver = { ...survivor, category: 3, educationProvider: "ZZOTHU", immediateRisk: true };
    expect(mergedFacts({ survivor: graver, duplicate })).toMatchObject({
      category: 3,
      educationProvider: "ZZOTHU",
      immediateRisk: true,
    });
  });

  it("names for the trail what was taken, and nothing where all was the same", () => {
    expect(takenFacts({ survivor, duplicate })).toEqual([
      "category",
      "educationProvider",
      "identifiedOn",
      "professions",
      "themes",
      "patientSafetyRisk",
    ]);
    expect(takenFacts({ survivor, duplicate: { ...survivor, id: "same" } })).toEqual([]);
  });

  it.each([
    "narrative",
    "summary",
    "reporter",
    "detriment",
    "internalNotes",
    "shares",
    "contributions",
    "panels",
    "learnersAffected",
  ] as const)("does not move %s", (part) => {
    expect(onMerging[part]).toBe("STAYS");
  });

  it.each(["requirements", "progress", "reviews", "removals", "regulatorCases"] as const)("moves %s", (part) => {
    expect(onMerging[part]).toBe("MOVES");
  });
});
