import { describe, expect, it } from "@jest/globals";
import { mapClaims } from "../../authentication/claim-mapping.js";
import { entraIdMapping, hubMapping, nhsCis2Mapping } from "../../authentication/ready-mappings.js";

describe("the hub's own claims", () => {
  it("name the organisation and the selected role", () => {
    expect(mapClaims({ org: "GMC", roles: ["MEMBER", "EXECUTIVE"], role: "MEMBER" }, hubMapping)).toEqual({
      ok: true,
      value: { organisation: "GMC", role: "MEMBER", assurance: null },
    });
  });

  it("are not inherited from an object's prototype", () => {
    const claims = Object.create({ org: "X24", roles: ["AUDITOR"], role: "AUDITOR" }) as Record<string, unknown>;
    expect(mapClaims(claims, hubMapping)).toMatchObject({ ok: false });
  });
});

describe("NHS Care Identity Service 2", () => {
  const mapping = nhsCis2Mapping({ R8015: "QUALITY_LEAD", "S0010:G0020:R8008": "MEMBER" });
  const lead = { person_roleid: "100", org_code: "ZZN01", role_code: "S8001:G8005:R8015" };
  const member = { person_roleid: "200", org_code: "ZZE01", role_code: "S0010:G0020:R8008" };
  const other = { person_roleid: "300", org_code: "ZZE01", role_code: "S8000:G8000:R8000" };

  it("gives the organisation and the role of the selected entry", () => {
    const claims = { selected_roleid: "200", nhsid_nrbac_roles: [lead, member], idassurancelevel: 3 };
    expect(mapClaims(claims, mapping)).toEqual({
      ok: true,
      value: { organisation: "ZZE01", role: "MEMBER", assurance: 3 },
    });
  });

  it("gives the only entry when none is selected", () => {
    expect(mapClaims({ nhsid_nrbac_roles: [lead] }, mapping)).toMatchObject({ value: { role: "QUALITY_LEAD" } });
  });

  it.each([
    ["two entries and no selection", { nhsid_nrbac_roles: [lead, member] }, "ROLE_AMBIGUOUS"],
    ["a selection that is not held", { selected_roleid: "999", nhsid_nrbac_roles: [lead] }, "ROLE_NOT_HELD"],
    [
      "two entries of one id",
      { selected_roleid: "100", nhsid_nrbac_roles: [lead, { ...lead, org_code: "X24" }] },
      "ROLE_AMBIGUOUS",
    ],
    ["a role code that is not in the table", { selected_roleid: "300", nhsid_nrbac_roles: [other] }, "ROLE_UNKNOWN"],
    [
      "a role code of an object's prototype",
      { nhsid_nrbac_roles: [{ ...lead, role_code: "a:b:constructor" }] },
      "ROLE_UNKNOWN",
    ],
    ["a role code that is a number", { nhsid_nrbac_roles: [{ ...lead, role_code: 8015 }] }, "ROLE_MISSING"],
    [
      "an entry without an organisation",
      { nhsid_nrbac_roles: [{ person_roleid: "1", role_code: "R8015" }] },
      "ORGANISATION_MISSING",
    ],
    ["entries that are no objects", { nhsid_nrbac_roles: ["R8015"] }, "ROLE_MISSING"],
    ["no entries", { selected_roleid: "100", nhsid_nrbac_roles: [] }, "ROLE_MISSING"],
    ["no list of entries", { selected_roleid: "100" }, "ROLE_MISSING"],
    ["a numeric selection of a text id", { selected_roleid: 100, nhsid_nrbac_roles: [lead] }, "ROLE_NOT_HELD"],
  ])("is refused with %s", (_title, claims, because) => {
    expect(mapClaims(claims, mapping)).toEqual({ ok: false, because });
  });

  it("lets nobody in before the deployment has said what a role code stands for", () => {
    expect(mapClaims({ nhsid_nrbac_roles: [lead] }, nhsCis2Mapping({}))).toMatchObject({ because: "ROLE_UNKNOWN" });
  });
});

describe("Entra ID", () => {
  const tenant = "0a6f8a4e-1111-4222-8333-444455556666";
  const mapping = entraIdMapping(
    { [tenant]: "ZZWEXU" },
    { "Concerns.Lead": "QUALITY_LEAD", "Concerns.Read": "MEMBER" },
  );

  it("gives the tenant's organisation and the one application role", () => {
    expect(mapClaims({ tid: tenant, roles: ["Concerns.Lead"] }, mapping)).toEqual({
      ok: true,
      value: { organisation: "ZZWEXU", role: "QUALITY_LEAD", assurance: null },
    });
  });

  it("knows the token by its uti", () => {
    expect(mapping.tokenId).toBe("uti");
  });

  it.each([
    ["a tenant that is not in the table", { tid: "another", roles: ["Concerns.Lead"] }, "ORGANISATION_UNKNOWN"],
    ["a tenant of an object's prototype", { tid: "__proto__", roles: ["Concerns.Lead"] }, "ORGANISATION_UNKNOWN"],
    ["two application roles", { tid: tenant, roles: ["Concerns.Lead", "Concerns.Read"] }, "ROLE_AMBIGUOUS"],
    ["one role of ours and one of another's", { tid: tenant, roles: ["Concerns.Lead", "Else"] }, "ROLE_AMBIGUOUS"],
    [
      "two roles and a selection, which Entra ID does not have",
      { tid: tenant, roles: ["Concerns.Lead", "Concerns.Read"], role: "Concerns.Lead" },
      "ROLE_AMBIGUOUS",
    ],
    ["our own name of a role", { tid: tenant, roles: ["QUALITY_LEAD"] }, "ROLE_UNKNOWN"],
    ["an organisation code in place of a tenant", { org: "ZZWEXU", roles: ["Concerns.Lead"] }, "ORGANISATION_MISSING"],
  ])("is refused with %s", (_title, claims, because) => {
    expect(mapClaims(claims, mapping)).toEqual({ ok: false, because });
  });
});
