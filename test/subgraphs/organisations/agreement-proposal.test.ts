import { describe, expect, it } from "@jest/globals";
import { agreementRefusal, type AgreementProposal } from "../../../subgraphs/organisations/agreement-proposal.js";

const at = new Date("2026-11-23T12:00:00Z");
const nhsEngland = { organisation: "X24", signingRoles: ["EXECUTIVE"] } as const;
const regulator = { organisation: "GMC", signingRoles: ["EXECUTIVE"] } as const;
const proposal: AgreementProposal = {
  proposedBy: "X24",
  parties: [nhsEngland, regulator],
  receiver: "GMC",
  classes: ["NARRATIVE", "LEARNERS"],
  purposes: ["REGULATION"],
  professions: ["DOCTOR"],
  regions: "EVERY_REGION",
  validFrom: new Date("2026-12-01T00:00:00Z"),
  validUntil: new Date("2028-12-01T00:00:00Z"),
  lawfulBasis: "Public task",
  impactAssessment: "DPIA-2026-014",
  nationalBodies: new Set(["X24"]),
};

describe("a proposed agreement", () => {
  it.each([
    ["with one party", { parties: [nhsEngland] }, "TOO_FEW_PARTIES"],
    ["with a party named twice", { parties: [nhsEngland, nhsEngland, regulator] }, "PARTY_NAMED_TWICE"],
    ["between others", { proposedBy: "NMC" }, "PROPOSER_NOT_A_PARTY"],
    ["for a body that is no party", { receiver: "NMC" }, "RECEIVER_NOT_A_PARTY"],
    [
      "by which regulators open to one of them what NHS England holds",
      { proposedBy: "GMC", parties: [regulator, { ...regulator, organisation: "CQC" }] },
      "GIVER_NOT_A_PARTY",
    ],
    ["by which NHS England is the only one to give to itself", { receiver: "X24" }, "GIVER_NOT_A_PARTY"],
    ["that nobody signs for a party", { parties: [nhsEngland, { ...regulator, signingRoles: [] }] }, "NOBODY_SIGNS"],
    [
      "that an analyst signs",
      { parties: [nhsEngland, { ...regulator, signingRoles: ["EXECUTIVE", "ANALYST"] }] },
      "ROLE_CANNOT_SIGN",
    ],
    ["that opens nothing", { classes: [] }, "CLASSES_MISSING"],
    ["that opens who spoke up", { classes: ["NARRATIVE", "IDENTITY"] }, "CLASS_NOT_BY_AGREEMENT"],
    ["that opens what a panel said", { classes: ["DELIBERATION"] }, "CLASS_NOT_BY_AGREEMENT"],
    ["that opens what another body gave", { classes: ["INTELLIGENCE"] }, "CLASS_NOT_BY_AGREEMENT"],
    ["that opens how a provider manages", { classes: ["MANAGEMENT"] }, "CLASS_NOT_BY_AGREEMENT"],
    ["for no purpose", { purposes: [] }, "PURPOSES_MISSING"],
    ["about no profession", { professions: [] }, "SCOPE_EMPTY"],
    ["about no region", { regions: [] }, "SCOPE_EMPTY"],
    ["without a lawful basis", { lawfulBasis: " " }, "LAWFUL_BASIS_MISSING"],
    ["without an impact assessment", { impactAssessment: "" }, "IMPACT_ASSESSMENT_MISSING"],
    ["that ends before it begins", { validUntil: proposal.validFrom }, "ENDS_BEFORE_IT_BEGINS"],
    ["that ends this moment", { validFrom: new Date("2025-01-01T00:00:00Z"), validUntil: at }, "ALREADY_ENDED"],
    [
      "that has ended already",
      { validFrom: new Date("2025-01-01T00:00:00Z"), validUntil: new Date("2026-01-01T00:00:00Z") },
      "ALREADY_ENDED",
    ],
  ] as const)("%s is refused", (_, change, refusal) => {
    expect(agreementRefusal({ ...proposal, ...change }, at)).toBe(refusal);
  });

  it.each([
    ["between two parties, about what an agreement may open", {}],
    ["of three parties", { parties: [nhsEngland, regulator, { ...regulator, organisation: "CQC" }] }],
    ["about every profession", { professions: "EVERY_PROFESSION" }],
  ] as const)("%s is taken", (_, change) => {
    expect(agreementRefusal({ ...proposal, ...change }, at)).toBeUndefined();
  });
});
