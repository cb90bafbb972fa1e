import { describe, expect, it } from "@jest/globals";
import { isObjectType } from "graphql";
import { isProtected } from "../../../authorisation/classification.js";
import { organisationKinds, purposes, roles } from "../../../authorisation/caller.js";
import { organisationsSubgraph } from "../../../subgraphs/organisations/organisations-subgraph.js";
import { enumValues, nullableFields } from "./schema-findings.js";

const { name, schema, classification, dataClasses, views } = organisationsSubgraph();

describe("the organisations subgraph", () => {
  it("holds nothing that the policy protects but sharing agreements", () => {
    expect({ name, dataClasses, views }).toEqual({ name: "organisations", dataClasses: ["OPERATIONAL"], views: [] });
    const guarded = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .filter((type) =>
        Object.keys(type.getFields()).some((field) => isProtected(classification.get(`${type.name}.${field}`))),
      );
    expect(guarded.map((type) => type.name).sort()).toEqual(["AgreementEvent", "AgreementParty", "SharingAgreement"]);
  });

  it("lets nothing be null that the directory always has", () => {
    expect(nullableFields(schema).filter((field) => !isProtected(classification.get(field)))).toEqual([
      "Organisation.closedOn",
      "Organisation.icb",
      "Organisation.openedOn",
      "Organisation.parent",
      "Organisation.postcode",
      "Organisation.protocolSignature",
      "Organisation.qualityTeam",
      "Organisation.region",
      "Organisation.ukprn",
      "PageInfo.endCursor",
      "PageInfo.startCursor",
      "ProtocolSignature.until",
      "QualityTeam.mailbox",
      "Query.organisation",
      "Query.sharingAgreement",
      "SharingAgreementPayload.agreement",
      "Succession.predecessor",
      "Succession.successor",
      "Unlock.part",
      "UserError.field",
    ]);
  });

  it.each([
    ["OrganisationKind", organisationKinds],
    ["OrganisationStatus", ["PLANNED", "ACTIVE", "CLOSED"]],
    ["Role", roles],
    ["Purpose", purposes],
  ])("knows every %s", (type, values) => {
    expect(enumValues(schema, type)).toEqual([...values]);
  });
});
