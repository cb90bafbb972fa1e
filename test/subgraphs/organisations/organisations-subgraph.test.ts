import { describe, expect, it } from "@jest/globals";
import { organisationKinds, purposes, roles } from "../../../authorisation/caller.js";
import { organisationsSubgraph } from "../../../subgraphs/organisations/organisations-subgraph.js";
import { enumValues, nullableFields, undescribed } from "./schema-findings.js";

const { name, schema, dataClasses, views } = organisationsSubgraph();

describe("the organisations subgraph", () => {
  it("holds nothing that the policy protects", () => {
    expect({ name, dataClasses, views }).toEqual({ name: "organisations", dataClasses: [], views: [] });
  });

  it("describes every type, field, argument and value", () => {
    expect(undescribed(schema)).toEqual([]);
  });

  it("lets nothing be null that the directory always has", () => {
    expect(nullableFields(schema)).toEqual([
      "Organisation.closedOn",
      "Organisation.icb",
      "Organisation.openedOn",
      "Organisation.parent",
      "Organisation.postcode",
      "Organisation.qualityTeam",
      "Organisation.region",
      "Organisation.ukprn",
      "PageInfo.endCursor",
      "PageInfo.startCursor",
      "QualityTeam.mailbox",
      "Query.organisation",
      "Succession.predecessor",
      "Succession.successor",
      "Unlock.part",
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
