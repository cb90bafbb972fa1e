import { describe, expect, it } from "@jest/globals";
import { learnerRemoval } from "../../../../subgraphs/concerns/casework-references.js";
import {
  isRemoval,
  learnerBand,
  outstandingConsultees,
  proposalRefusal,
  type RemovalProposal,
} from "../../../../subgraphs/concerns/removals/removal-proposal.js";

const reference = learnerRemoval();
const proposal: RemovalProposal = {
  kindOfChange: "SERIOUS_CONCERN",
  scope: "SITE",
  scopeDetail: "ZZN0101",
  extent: "FULL",
  reasons: ["SUPERVISION"],
  groups: [{ profession: "DOCTOR", stage: "POSTGRADUATE", educationProvider: null, band: "5-9" }],
  riskOfStaying: "Nobody supervises at night.",
  riskOfRemoval: "The rota has four gaps.",
  localResolution: "A plan of March did not hold.",
  isUrgent: false,
};

describe("a proposal to remove learners", () => {
  it.each([
    ["for an ordinary gap in a rotation", { kindOfChange: "ROTATION_GAP" }, "NOT_A_REMOVAL"],
    ["for a training need", { kindOfChange: "TRAINING_NEED" }, "NOT_A_REMOVAL"],
    ["of one learner after a breakdown of relationships", { kindOfChange: "RELATIONSHIP_BREAKDOWN" }, "NOT_A_REMOVAL"],
    ["for a planned reduction of capacity", { kindOfChange: "CAPACITY_REDUCTION" }, "NOT_A_REMOVAL"],
    ["for a change of service", { kindOfChange: "SERVICE_CHANGE" }, "NOT_A_REMOVAL"],
    ["from a site of a minor component", { kindOfChange: "MINOR_COMPONENT_SITE" }, "NOT_A_REMOVAL"],
    ["from a place that is left fallow", { kindOfChange: "FALLOW" }, "NOT_A_REMOVAL"],
    ["for a kind of change that nobody knows", { kindOfChange: "OTHER" }, "NOT_A_REMOVAL"],
    ["without a reason", { reasons: [] }, "REASON_MISSING"],
    ["for a reason that is not in the list", { reasons: ["SUPERVISION", "COST"] }, "REASON_MISSING"],
    ["of a profession that is not named", { scope: "PROFESSION", scopeDetail: null }, "SCOPE_DETAIL_MISSING"],
    ["of a site with a blank name", { scopeDetail: " " }, "SCOPE_DETAIL_MISSING"],
    ["of all learners and yet of some", { scope: "ALL_LEARNERS" }, "SCOPE_DETAIL_TOO_MUCH"],
    ["of nobody", { groups: [] }, "LEARNERS_MISSING"],
    ["without the risk of staying", { riskOfStaying: "" }, "RISK_OF_STAYING_MISSING"],
    ["without the risk of removal", { riskOfRemoval: "" }, "RISK_OF_REMOVAL_MISSING"],
    ["before anything was tried locally", { localResolution: null }, "LOCAL_RESOLUTION_NOT_TRIED"],
  ] as const)("%s is refused", (_, change, refusal) => {
    expect(proposalRefusal({ ...proposal, ...change }, reference)).toBe(refusal);
  });

  it("with a number of learners in place of a band is refused", () => {
    const groups = [...proposal.groups, ...proposal.groups.map((group) => ({ ...group, band: "7" }))];
    expect(proposalRefusal({ ...proposal, groups }, reference)).toBe("UNKNOWN_BAND");
  });

  it.each([
    ["with the risks weighed both ways, after local resolution", {}],
    ["of all learners", { scope: "ALL_LEARNERS", scopeDetail: null }],
    ["where safety cannot wait for local resolution", { isUrgent: true, localResolution: null }],
  ] as const)("%s is taken", (_, change) => {
    expect(proposalRefusal({ ...proposal, ...change }, reference)).toBeUndefined();
  });

  it("is for a serious concern and for nothing else in the list", () => {
    const shown = reference.kindsOfChange.filter(({ code }) => isRemoval(code, reference));
    expect(shown.map(({ code }) => code)).toEqual(["SERIOUS_CONCERN"]);
  });
});

describe("the number of learners", () => {
  it.each([
    [0, undefined],
    [-1, undefined],
    [2.5, undefined],
    [Number.NaN, undefined],
    [1, "1-4"],
    [4, "1-4"],
    [5, "5-9"],
    [19, "10-19"],
    [20, "20-49"],
    [50, "50+"],
    [4000, "50+"],
  ])("%s is told as %s", (learners, band) => {
    expect(learnerBand(learners, reference)).toBe(band);
  });
});

describe("the consultation", () => {
  const all = reference.consultees.map(({ code }) => code);
  const heard = (codes: readonly string[]) => codes.map((consultee) => ({ consultee, isNotApplicable: false }));

  it("begins with everybody", () => {
    expect(outstandingConsultees(false, [], reference)).toEqual(all);
  });

  it("is complete when everybody was heard, and not before", () => {
    expect(outstandingConsultees(false, heard(all), reference)).toEqual([]);
    for (const missing of all) {
      const others = all.filter((code) => code !== missing);
      expect(outstandingConsultees(false, heard(others), reference)).toEqual([missing]);
    }
  });

  it("where it is urgent still hears the provider, the universities, the regulators and the region", () => {
    expect(outstandingConsultees(true, [], reference)).toEqual([
      "PROVIDER",
      "EDUCATION_PROVIDERS",
      "REGULATORS",
      "SERVICE_REGION",
    ]);
  });

  it.each([
    ["PROVIDER", true],
    ["REGULATORS", true],
    ["LEARNERS", true],
    ["EDUCATION_PROVIDERS", false],
    ["CQC", false],
  ])("that finds %s not concerned leaves them to be heard: %s", (consultee, isOutstanding) => {
    const outstanding = outstandingConsultees(false, [{ consultee, isNotApplicable: true }], reference);
    expect(outstanding.includes(consultee)).toBe(isOutstanding);
  });
});
