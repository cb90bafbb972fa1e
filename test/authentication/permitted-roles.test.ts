import { describe, expect, it } from "@jest/globals";
import { permittedPurposes, permittedRoles } from "../../authentication/permitted-roles.js";
import { organisationKinds, purposes, roles, type OrganisationKind, type Role } from "../../authorisation/caller.js";

const pairs = organisationKinds.flatMap((kind) => roles.map((role) => [kind, role] as const));

describe("what a role may declare", () => {
  it.each([
    ["TRUST", "QUALITY_LEAD", "EDUCATION_QUALITY"],
    ["EDUCATION_PROVIDER", "QUALITY_LEAD", "EDUCATION_QUALITY"],
    ["REGION", "QUALITY_LEAD", "EDUCATION_QUALITY"],
    ["REGION", "CASE_HOLDER", "EDUCATION_QUALITY"],
    ["REGION", "GUARDIAN", "SAFEGUARDING"],
    ["REGULATOR", "QUALITY_LEAD", "REGULATION"],
    ["ICB", "MEMBER", "EDUCATION_QUALITY"],
    ["NATIONAL_BODY", "ANALYST", "STATISTICS"],
    ["NATIONAL_BODY", "AUDITOR", "AUDIT"],
  ] as const)("in a %s as %s is %s unless it says otherwise", (kind, role, usual) => {
    expect(permittedPurposes(kind, role)[0]).toBe(usual);
  });

  it.each(pairs)("in a %s as %s is written once each and exists", (kind, role) => {
    const permitted = permittedPurposes(kind, role);
    expect(new Set(permitted).size).toBe(permitted.length);
    expect(purposes).toEqual(expect.arrayContaining([...permitted]));
  });
});

describe("an emergency", () => {
  const may = new Set([
    ...["NATIONAL_BODY", "REGION", "REGULATOR"].flatMap((kind) => [`${kind} QUALITY_LEAD`, `${kind} CASE_HOLDER`]),
    "ICB QUALITY_LEAD",
  ]);
  it.each(pairs)("may be declared, or not, in a %s as %s", (kind, role) => {
    expect(permittedPurposes(kind, role).includes("BREAK_GLASS")).toBe(may.has(`${kind} ${role}`));
  });
});

describe("a role that sees no concern", () => {
  it.each(organisationKinds)("analyses in a %s for statistics alone", (kind) => {
    expect([[], ["STATISTICS"]]).toContainEqual(permittedPurposes(kind, "ANALYST"));
  });

  const kindsWith = (role: Role) => organisationKinds.filter((kind) => permittedPurposes(kind, role).length > 0);

  it("runs the hub in the national body alone", () => {
    expect(kindsWith("OPERATOR")).toEqual(["NATIONAL_BODY"]);
  });

  it("audits where there is much to be audited, and for the audit alone", () => {
    const kinds = kindsWith("AUDITOR");
    expect(kinds).toEqual(["NATIONAL_BODY", "REGION", "TRUST", "EDUCATION_PROVIDER", "REGULATOR"]);
    for (const kind of kinds) expect(permittedPurposes(kind, "AUDITOR")).toEqual(["AUDIT"]);
  });
});

it("a guardian exists where a reveal is decided, and at a trust, which decides on none", () => {
  const kinds: readonly OrganisationKind[] = ["NATIONAL_BODY", "REGION", "TRUST"];
  expect(organisationKinds.filter((kind) => permittedRoles[kind].GUARDIAN !== undefined)).toEqual(kinds);
});

it("nobody acts for a trust's site", () => {
  expect(permittedRoles.TRUST_SITE).toEqual({});
});
