import { describe, expect, it } from "@jest/globals";
import { permittedPurposes } from "../../authentication/permitted-roles.js";
import { personas } from "../../demonstration/personas.js";

const promised =
  "national-lead midlands-lead midlands-caseholder midlands-guardian london-lead northmoor-lead northmoor-executive eastvale-lead " +
  "wexbridge-university gmc nmc hcpc cqc icb analyst auditor operator";

it("the personas are those that the commands promise", () => {
  expect(personas.map(({ name }) => name).sort()).toEqual(promised.split(" ").sort());
});

describe("a persona", () => {
  it.each(personas)(
    "$name holds roles that its organisation has, and its usual purpose is that of its role",
    (persona) => {
      const { organisationKind, role, otherRoles, purpose } = persona;
      expect(permittedPurposes(organisationKind, role)[0]).toBe(purpose);
      for (const other of otherRoles) expect(permittedPurposes(organisationKind, other)).not.toEqual([]);
      expect([role, ...otherRoles]).toHaveLength(new Set([role, ...otherRoles]).size);
    },
  );

  it("of a provider belongs to an invented one", () => {
    const providers = personas.filter(({ organisationKind }) =>
      ["TRUST", "EDUCATION_PROVIDER"].includes(organisationKind),
    );
    expect(providers.filter(({ organisation }) => !organisation.startsWith("ZZ"))).toEqual([]);
  });
});
