import { describe, expect, it } from "@jest/globals";
import { learnerRemoval } from "../../../../subgraphs/concerns/casework-references.js";
import {
  consultationRefusal,
  isKnownTo,
  isOrdinaryChange,
  isRemoval,
  learnerBand,
  outstandingConsultees,
  proposalRefusal,
  shownToConsulted,
  type RemovalProposal,
} from "../../../../subgraphs/concerns/removals/removal-proposal.js";

const reference = learnerRemoval();
const group = { profession: "DOCTOR", stage: "POSTGRADUATE", educationProvider: null, band: "5-9" };
const proposal: RemovalProposal = {
  category: "ISF3",
  kindOfChange: "SERIOUS_CONCERN",
  scope: "SITE",
  scopeDetail: "ZZN0101",
  extent: "FULL",
  reasons: ["SUPERVISION"],
  groups: [group],
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
    ["at ISF2, where nothing else calls for it", { category: "ISF2" }, "NOT_SERIOUS_ENOUGH"],
    ["of nobody", { groups: [] }, "LEARNERS_MISSING"],
    ["of a group that is named twice", { groups: [group, { ...group, band: "1-4" }] }, "LEARNERS_TWICE"],
    ["of a stage that nobody knows", { groups: [{ ...group, stage: "RETIRED" }] }, "UNKNOWN_STAGE"],
    ["without the risk of staying", { riskOfStaying: "" }, "RISK_OF_STAYING_MISSING"],
    ["without the risk of removal", { riskOfRemoval: "" }, "RISK_OF_REMOVAL_MISSING"],
    ["before anything was tried locally", { localResolution: null }, "LOCAL_RESOLUTION_NOT_TRIED"],
  ] as const)("%s is refused", (_, change, refusal) => {
    expect(proposalRefusal({ ...proposal, ...change }, reference)).toBe(refusal);
  });

  it("with a number of learners in place of a band is refused", () => {
    const groups = [group, { ...group, educationProvider: "ZZWEXU", band: "7" }];
    expect(proposalRefusal({ ...proposal, groups }, reference)).toBe("UNKNOWN_BAND");
  });

  it.each([
    ["with the risks weighed both ways, after local resolution", {}],
    ["of all learners", { scope: "ALL_LEARNERS", scopeDetail: null }],
    ["at ISF4, where others are removed already", { category: "ISF4" }],
    ["at ISF1, where a requirement was not met", { category: "ISF1", reasons: ["REQUIREMENT_NOT_MET"] }],
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

describe("what somebody said", () => {
  const ofDoctors = [group];
  const ofStudents = [group, { ...group, educationProvider: "ZZWEXU" }];

  it.each([
    ["who is in no list", "NEWSPAPERS", false, ofDoctors, "UNKNOWN_CONSULTEE"],
    ["the provider, which is found not to be concerned", "PROVIDER", true, ofDoctors, "HAS_TO_BE_HEARD"],
    ["universities not concerned, of whose learners none go", "EDUCATION_PROVIDERS", true, ofDoctors, undefined],
    ["universities not concerned, whose learners go", "EDUCATION_PROVIDERS", true, ofStudents, "HAS_TO_BE_HEARD"],
    ["universities that are heard", "EDUCATION_PROVIDERS", false, ofStudents, undefined],
    ["the CQC, which is found not to be concerned", "CQC", true, ofStudents, undefined],
  ] as const)("%s: %s %s", (_, consultee, isNotApplicable, groups, refusal) => {
    expect(consultationRefusal({ consultee, isNotApplicable }, groups, reference)).toBe(refusal);
  });
});

describe("who knows of a removal", () => {
  const heard = (...codes: readonly string[]) =>
    shownToConsulted(
      codes.map((consultee) => ({ consultee, isNotApplicable: false })),
      reference,
    );
  const undecided = (...codes: readonly string[]) => ({ decidedOn: null, consulted: heard(...codes) });

  it.each([
    ["nobody is shown a proposal on which nobody was heard", [], []],
    ["the provider and its site, once it was heard", ["PROVIDER"], ["RESPONSIBLE", "HOST"]],
    ["the universities, once they were heard", ["EDUCATION_PROVIDERS"], ["EDUCATION_PROVIDER"]],
    [
      "nobody by what regulators, boards and learners were asked elsewhere",
      ["REGULATORS", "ICB", "CQC", "LEARNERS"],
      [],
    ],
  ] as const)("%s", (_, codes, relations) => {
    expect(heard(...codes)).toEqual(relations);
  });

  it("not somebody who was found not to be concerned", () => {
    expect(shownToConsulted([{ consultee: "EDUCATION_PROVIDERS", isNotApplicable: true }], reference)).toEqual([]);
  });

  it.each([
    ["the region", ["REGIONAL"], undecided(), true],
    ["the national team", ["NATIONAL"], undecided(), true],
    ["the provider before it was heard", ["RESPONSIBLE"], undecided("EDUCATION_PROVIDERS"), false],
    ["the provider after it was heard", ["RESPONSIBLE"], undecided("PROVIDER"), true],
    ["a university before it was heard", ["EDUCATION_PROVIDER", "REPORTED_BY"], undecided("PROVIDER"), false],
    ["a regulator before the decision", ["REMIT"], undecided("PROVIDER", "REGULATORS"), false],
    ["a regulator after the decision", ["REMIT"], { ...undecided(), decidedOn: "2026-01-01" }, true],
  ] as const)("%s", (_, relations, removal, knows) => {
    expect(isKnownTo(relations, removal)).toBe(knows);
  });
});

describe("an ordinary change of placements", () => {
  it.each([
    ["ROTATION_GAP", true],
    ["FALLOW", true],
    ["SERIOUS_CONCERN", false],
    ["OTHER", false],
  ])("is %s: %s", (kind, isOrdinary) => {
    expect(isOrdinaryChange(kind, reference)).toBe(isOrdinary);
  });
});
