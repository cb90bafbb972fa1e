import { describe, expect, it } from "@jest/globals";
import { learnerRemoval } from "../../../../subgraphs/concerns/casework-references.js";
import {
  consentAs,
  consentRefusal,
  isBeforeUniversities,
  isDecided,
  lacksDecider,
  outstandingConsents,
  requiredConsents,
  type Consent,
  type Consenting,
  type ToDecide,
} from "../../../../subgraphs/concerns/removals/removal-decision.js";

const reference = learnerRemoval();
const doctors = { profession: "DOCTOR", stage: "POSTGRADUATE", educationProvider: null, band: "5-9" };
const students = { profession: "NURSE_ADULT", stage: "UNDERGRADUATE", educationProvider: "ZZWEXU", band: "10-19" };
const medicalStudents = { ...students, profession: "DOCTOR", educationProvider: "ZZOTHU" };
const partial: ToDecide = { scope: "SPECIALTY", extent: "PARTIAL", groups: [doctors] };

const dean: Consent = { decider: "POSTGRADUATE_DEAN", organisation: null };
const university: Consent = { decider: "EDUCATION_PROVIDER", organisation: "ZZWEXU" };
const otherUniversity: Consent = { decider: "EDUCATION_PROVIDER", organisation: "ZZOTHU" };
const region: Consent = { decider: "REGION", organisation: null };
const national: Consent = { decider: "NATIONAL", organisation: null };

const regionLead: Consenting = { organisation: "Y60", role: "EXECUTIVE", relations: ["REGIONAL"] };
const universityLead: Consenting = { organisation: "ZZWEXU", role: "QUALITY_LEAD", relations: ["EDUCATION_PROVIDER"] };

describe("who has to consent", () => {
  it.each([
    ["doctors in training: the Postgraduate Dean", [doctors], [dean]],
    ["dentists in training: the Postgraduate Dean", [{ ...doctors, profession: "DENTIST" }], [dean]],
    ["students of nursing: their university, with the region", [students], [university, region]],
    ["students of medicine: their university, with the region", [medicalStudents], [otherUniversity, region]],
    [
      "qualified nurses on a course: their university, with the region",
      [{ ...students, stage: "POSTGRADUATE" }],
      [university, region],
    ],
    ["students of two universities: both of them", [students, medicalStudents], [university, region, otherUniversity]],
    ["doctors and students: each authority for its own", [doctors, students], [dean, university, region]],
    ["two groups of one authority: it once", [doctors, { ...doctors, band: "50+" }], [dean]],
  ])("to the removal of %s", (_, groups, consents) => {
    expect(requiredConsents({ ...partial, groups }, reference)).toEqual(consents);
  });

  it("to the suspension of all training: also the national director", () => {
    expect(requiredConsents({ scope: "ALL_LEARNERS", extent: "FULL", groups: [doctors] }, reference)).toEqual([
      dean,
      national,
    ]);
  });

  it.each([
    ["all learners in part", "ALL_LEARNERS", "PARTIAL"],
    ["a whole site", "SITE", "FULL"],
  ] as const)("to the removal of %s: not the national director", (_, scope, extent) => {
    expect(requiredConsents({ scope, extent, groups: [doctors] }, reference)).toEqual([dean]);
  });
});

describe("a consent", () => {
  const required = [dean, university, region, national];

  it.each([
    ["of the dean by the provider", dean, { ...regionLead, relations: ["RESPONSIBLE"] }, "NOT_YOURS_TO_DO"],
    ["of the dean by a regulator", dean, { ...regionLead, relations: ["REMIT"] }, "NOT_YOURS_TO_DO"],
    ["of the dean by the national team", dean, { ...regionLead, relations: ["NATIONAL"] }, "NOT_YOURS_TO_DO"],
    ["of the dean by a case-holder", dean, { ...regionLead, role: "CASE_HOLDER" }, "NOT_YOURS_TO_DO"],
    ["of the dean by the university", dean, universityLead, "NOT_YOURS_TO_DO"],
    ["of the university by the region", university, regionLead, "NOT_YOURS_TO_DO"],
    [
      "of the university by another university",
      university,
      { ...universityLead, organisation: "ZZOTHU" },
      "NOT_YOURS_TO_DO",
    ],
    ["of the national director by the region", national, regionLead, "NOT_YOURS_TO_DO"],
    [
      "of an authority that this removal does not need",
      otherUniversity,
      { ...universityLead, organisation: "ZZOTHU" },
      "NOT_REQUIRED",
    ],
    ["of an authority that nobody knows", { decider: "BOARD", organisation: null }, regionLead, "NOT_REQUIRED"],
  ] as const)("%s is refused", (_, consent, acting, refusal) => {
    expect(consentRefusal(consent, acting, required, [], reference)).toBe(refusal);
  });

  it("given before is not given again", () => {
    expect(consentRefusal(dean, regionLead, required, [dean], reference)).toBe("ALREADY_GIVEN");
  });

  it.each([
    ["of the dean by the lead of the region", dean, regionLead],
    ["of the university by its own lead", university, universityLead],
    [
      "of the national director by the national team",
      national,
      { ...regionLead, organisation: "X24", relations: ["NATIONAL"] },
    ],
  ] as const)("%s is taken", (_, consent, acting) => {
    expect(consentRefusal(consent, acting, required, [], reference)).toBeUndefined();
  });

  it("of a university that the proposal does not name can be given by none", () => {
    const unnamed = requiredConsents({ ...partial, groups: [{ ...students, educationProvider: null }] }, reference);
    expect(unnamed).toContainEqual({ decider: "EDUCATION_PROVIDER", organisation: null });
    expect(lacksDecider(unnamed, reference)).toBe(true);
    for (const consent of unnamed.filter(({ decider }) => decider === "EDUCATION_PROVIDER"))
      expect(consentRefusal(consent, universityLead, unnamed, [], reference)).toBe("NOT_YOURS_TO_DO");
  });
});

it("a removal whose universities are named lacks nobody who decides", () => {
  expect(lacksDecider([dean, university, region, national], reference)).toBe(false);
});

it.each([
  ["EDUCATION_PROVIDER", university],
  ["REGION", region],
  ["POSTGRADUATE_DEAN", dean],
])("as %s somebody consents for its own learners, or for whom it answers", (decider, consent) => {
  expect(consentAs(decider, "ZZWEXU", reference)).toEqual(consent);
});

it.each([
  ["the dean waits for a university", dean, [university, dean], true],
  ["the region waits for the second of two", region, [otherUniversity, region], true],
  ["a university waits for nobody", university, [university, otherUniversity, region], false],
  ["the dean does not wait for the region", dean, [region, dean], false],
])("%s", (_, consent, outstanding, waits) => {
  expect(isBeforeUniversities(consent, outstanding)).toBe(waits);
});

describe("the decision", () => {
  const required = [dean, university, region];

  it.each([
    ["nobody", []],
    ["the dean alone", [dean]],
    ["the region without the university", [dean, region]],
    ["another university", [dean, otherUniversity, region]],
  ])("is not made by the consent of %s", (_, given) => {
    expect(isDecided(required, given)).toBe(false);
  });

  it("is made with the last consent", () => {
    expect(isDecided(required, [region, university, dean])).toBe(true);
    expect(outstandingConsents(required, [dean])).toEqual([university, region]);
  });

  it("is not made where nobody has to make it", () => {
    expect(isDecided([], [])).toBe(false);
  });
});
