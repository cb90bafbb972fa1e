import { describe, expect, it } from "@jest/globals";
import { actionRefusal } from "../../../../subgraphs/action-rule.js";
import {
  mergedFacts,
  mergeRefusal,
  merging,
  takenFacts,
  type MergeableConcern,
  type MergeSetting,
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
  category: 1,
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
const nothingOpen = { requirements: 0, plannedReviews: 0, standingRemovals: 0 };
const setting: MergeSetting = { onSurvivor: lead, ofOneLineage: false, openWork: nothingOpen, removalsUnderWay: 0 };
const reason = "The same ward, reported twice.";

describe("merging a duplicate", () => {
  it.each([
    ["by the provider", { ...lead, relations: ["RESPONSIBLE"] }],
    ["by a regulator", { ...lead, relations: ["REMIT"] }],
    ["by who reported it", { ...lead, relations: ["REPORTED_BY"] }],
    ["by a region with which it was only shared", { ...lead, relations: ["SHARED"] }],
    ["by an executive", { ...lead, role: "EXECUTIVE" }],
    ["by an analyst", { ...lead, role: "ANALYST" }],
  ] as const)("into a concern that is not theirs to handle, %s, is refused", (_, onSurvivor) => {
    expect(mergeRefusal({ survivor, duplicate, reason }, { ...setting, onSurvivor })).toBe("NOT_YOURS_TO_DO");
    expect(actionRefusal(merging, onSurvivor, duplicate.status)).toBe("NOT_YOURS_TO_DO");
  });

  it.each([
    ["with itself", { duplicate: survivor }, "SAME_CONCERN"],
    ["into one that is not accepted", { survivor: { ...survivor, status: "REPORTED" } }, "SURVIVOR_NOT_IN_THIS_STATE"],
    ["into one that is closed", { survivor: { ...survivor, status: "CLOSED" } }, "SURVIVOR_NOT_IN_THIS_STATE"],
    ["into one that was merged away", { survivor: { ...survivor, status: "MERGED" } }, "SURVIVOR_NOT_IN_THIS_STATE"],
    ["of another provider", { duplicate: { ...duplicate, provider: "ZZE01" } }, "OTHER_PROVIDER"],
    ["of another site", { duplicate: { ...duplicate, site: "ZZN0102" } }, "OTHER_SITE"],
    ["that is graver", { duplicate: { ...duplicate, category: 2 } }, "GRAVER_THAN_SURVIVOR"],
    ["from which learners are removed", { duplicate: { ...duplicate, category: 4 } }, "GRAVER_THAN_SURVIVOR"],
    ["without a reason", { reason: " " }, "REASON_MISSING"],
  ] as const)("%s is refused", (_, change, refusal) => {
    expect(mergeRefusal({ survivor, duplicate, reason, ...change }, setting)).toBe(refusal);
  });

  it("that brings a university in while a removal is under way, on which that was not heard, is refused", () => {
    const whereOneIsUnderWay = { ...setting, removalsUnderWay: 1 };
    const without = { ...survivor, educationProvider: null };
    expect(mergeRefusal({ survivor: without, duplicate, reason }, whereOneIsUnderWay)).toBe("REMOVAL_NOT_ENDED");
    expect(mergeRefusal({ survivor: without, duplicate, reason }, setting)).toBeUndefined();
    const beside = { ...survivor, educationProvider: "ZZWEXU" };
    expect(mergeRefusal({ survivor: beside, duplicate, reason }, whereOneIsUnderWay)).toBeUndefined();
  });

  it.each(["REPORTED", "DECLINED", "CLOSED", "MERGED"] as const)("that is %s is refused", (status) => {
    expect(actionRefusal(merging, lead, status)).toBe("NOT_IN_THIS_STATE");
  });

  it.each([
    ["a requirement is open", { requirements: 1 }, "REQUIREMENTS_OPEN"],
    ["a review is planned", { plannedReviews: 1 }, "REVIEW_PLANNED"],
    ["a removal of learners is under way", { standingRemovals: 1 }, "REMOVAL_NOT_ENDED"],
  ] as const)("on which %s is refused", (_, open, refusal) => {
    const openWork = { ...nothingOpen, ...open };
    expect(mergeRefusal({ survivor, duplicate, reason }, { ...setting, openWork })).toBe(refusal);
  });

  it("of the same provider, by the team that has both, is allowed", () => {
    expect(mergeRefusal({ survivor, duplicate, reason }, setting)).toBeUndefined();
  });

  it("of a provider that the other one followed is allowed, and their sites are not compared", () => {
    const before = { ...duplicate, provider: "ZZR01", site: "ZZR0101" };
    const merger = { survivor, duplicate: before, reason };
    expect(mergeRefusal(merger, { ...setting, ofOneLineage: true })).toBeUndefined();
    expect(mergedFacts({ survivor: { ...survivor, site: null }, duplicate: before }).site).toBeNull();
  });

  it("leaves the earlier and the wider of the two", () => {
    expect(mergedFacts({ survivor, duplicate })).toEqual({
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
    const graver = { ...survivor, educationProvider: "ZZOTHU", immediateRisk: true };
    const merged = mergedFacts({ survivor: graver, duplicate: { ...duplicate, site: "ZZN0102" } });
    expect(merged).toMatchObject({ site: "ZZN0101", educationProvider: "ZZOTHU", immediateRisk: true });
  });

  it("names what was taken, and nothing where all was the same", () => {
    expect(takenFacts({ survivor, duplicate })).toEqual([
      "educationProvider",
      "identifiedOn",
      "professions",
      "themes",
      "patientSafetyRisk",
    ]);
    expect(takenFacts({ survivor, duplicate: { ...survivor, id: "same" } })).toEqual([]);
  });
});
