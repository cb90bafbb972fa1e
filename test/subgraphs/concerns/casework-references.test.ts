import { describe, expect, it } from "@jest/globals";
import * as references from "../../../subgraphs/concerns/casework-references.js";
import { intensiveSupport } from "../../../subgraphs/concerns/concern-references.js";

const removal = references.learnerRemoval();
const codesOf = (entries: readonly { readonly code: string }[]) => entries.map(({ code }) => code);

describe("the reference data of the casework", () => {
  it.each(Object.entries(references))("%s has its shape", (_, read) => {
    expect(read()).toBeDefined();
    expect(read()).toBe(read());
  });

  it.each([
    ["kinds of requirement", codesOf(references.requirementKinds())],
    ["types of review", codesOf(references.reviewTypes())],
    ["kinds of change", codesOf(removal.kindsOfChange)],
    ["reasons for a removal", codesOf(removal.reasons)],
    ["consultees", codesOf(removal.consultees)],
    ["notices", codesOf(removal.notices)],
    ["deciders", codesOf(removal.deciders)],
    ["outcomes of a panel", codesOf(references.reviewPanel().outcomes)],
    ["elements of speaking up", codesOf(references.speakingUp().elements)],
    ["kinds of detriment", codesOf(references.speakingUp().detriments)],
  ])("has each of the %s once", (_, codes) => {
    expect(codes.length).toBeGreaterThan(0);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("names no authority on a removal that is not described", () => {
    const named = [...removal.authorities, removal.fullSuspension].flatMap(({ deciders }) => deciders);
    expect(named.filter((code) => !codesOf(removal.deciders).includes(code))).toEqual([]);
  });

  it("knows an authority for every group of learners", () => {
    expect(removal.authorities.at(-1)).toMatchObject({ professions: null, stages: null });
  });

  it("counts learners in bands without a gap, the last without an end", () => {
    const bands = removal.learnerBands;
    for (const [index, { from }] of bands.entries()) expect(from).toBe((bands[index - 1]?.to ?? 0) + 1);
    expect(bands.at(-1)?.to).toBeNull();
  });

  it("speaks of categories that the framework has", () => {
    const known = codesOf(intensiveSupport().categories);
    const { suspension, afterSuspension, closableIn } = references.categoryMoves();
    const suggested = intensiveSupport().bands.map(({ suggests }) => suggests);
    for (const category of [suspension, ...afterSuspension, ...closableIn, ...suggested])
      expect(known).toContain(category);
    expect(suggested).not.toContain(suspension);
    expect(closableIn).not.toContain(suspension);
  });

  it("has the types of review that the trade knows", () => {
    expect(codesOf(references.reviewTypes())).toEqual([
      "URGENT_RISK_REVIEW",
      "PROGRAMME_REVIEW",
      "LEARNER_EDUCATOR_REVIEW",
      "SENIOR_LEADER_ENGAGEMENT",
      "MONITORING_LEARNING_ENVIRONMENT",
      "LEARNER_ENGAGEMENT",
      "ANNUAL_DEANS_QUALITY_MEETING",
    ]);
  });
});
