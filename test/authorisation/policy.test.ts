/**
 * The policy, line by line. Every line is written out a second time, so that no rule can be changed, added or dropped
 * without a test that says which.
 */
import { createHash } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import { purposes, roles } from "../../authorisation/caller.js";
import { compartments, type Compartment } from "../../authorisation/data-class.js";
import {
  conditionsOf,
  openedBy,
  openedInRole,
  policyVersion,
  readableFor,
  readableInRole,
} from "../../authorisation/policy.js";
import { relations } from "../../authorisation/relation.js";

// prettier-ignore
const byRelation = table(`
                            RESPONSIBLE  HOST    EDUCATION_PROVIDER  REPORTED_BY  REGIONAL  NATIONAL  REMIT      SHARED  PANEL   ICB     PARTY   INVITED  ACTOR
    OPERATIONAL:headline    always       always  always              always       always    always    always     always  always  always  -       -       -
    OPERATIONAL             always       always  always              always       always    always    always     always  always  -       -       -       -
    OPERATIONAL:agreement   -            -       -                   -            -         always    -          -       -       -       always  -       -
    NARRATIVE:released      always       always  always              -            always    always    agreement/glass  share   always  glass   -       -       -
    NARRATIVE               -            -       -                   always       always    always    agreement/glass  share   always  glass   -       -       -
    NARRATIVE:evidence      always       always  -                   -            always    always    agreement  share   -       -       -       -       -
    NARRATIVE:unreleased    -            -       -                   -            always    always    agreement  share   -       -       -       -       -
    MANAGEMENT:summary      always       always  always              -            always    always    -          share   -       -       -       -       -
    MANAGEMENT              always       always  -                   -            always    always    -          share   -       -       -       -       -
    MANAGEMENT:internal     -            -       -                   -            always    always    -          -       -       -       -       -       -
    MANAGEMENT:protection   -            -       -                   -            always    -         -          -       -       -       -       -       -
    LEARNERS                always       always  always              -            always    always    agreement/glass  -       -       glass   -       -       -
    LEARNERS:small          -            -       -                   -            always    always    -          -       -       -       -       -       -
    INTELLIGENCE            -            -       -                   owner        owner     owner     owner      owner   owner   -       -       -       -
    INTELLIGENCE:panel      -            -       -                   -            -         -         -          -       always  -       -       -       -
    DELIBERATION            -            -       -                   -            -         -         -          -       always  -       -       -       -
    DELIBERATION:invitation -            -       -                   -            -         -         -          -       always  -       -       always       -
    IDENTITY                -            -       -                   -            -         -         -          -       -       -       -       -       -
    AUDIT                   -            -       -                   -            -         always    -          -       -       -       -       -         always
    AUDIT:people            -            -       -                   -            -         always    -          -       -       -       -       -         always
    AUDIT:readers           always       -       -                   -            always    -         -          -       -       -       -       -         -`);

// prettier-ignore
const byRole = table(`
                          QUALITY_LEAD  CASE_HOLDER  GUARDIAN  EXECUTIVE  ANALYST  AUDITOR  OPERATOR  MEMBER
    OPERATIONAL:headline  yes           yes          yes       yes        -        -        -         yes
    OPERATIONAL           yes           yes          yes       yes        -        -        -         yes
    OPERATIONAL:agreement yes           yes          yes       yes        -        -        -         yes
    NARRATIVE:released    yes           yes          -         yes        -        -        -         -
    NARRATIVE             yes           yes          -         yes        -        -        -         -
    NARRATIVE:evidence    yes           yes          -         yes        -        -        -         -
    NARRATIVE:unreleased  yes           yes          -         yes        -        -        -         -
    MANAGEMENT:summary    yes           yes          -         yes        -        -        -         -
    MANAGEMENT            yes           yes          -         yes        -        -        -         -
    MANAGEMENT:internal   yes           yes          -         yes        -        -        -         -
    MANAGEMENT:protection -             yes          yes       -          -        -        -         -
    LEARNERS              yes           yes          -         yes        -        -        -         -
    LEARNERS:small        yes           yes          -         yes        -        -        -         -
    INTELLIGENCE          yes           yes          -         yes        -        -        -         -
    INTELLIGENCE:panel    yes           yes          -         yes        -        -        -         -
    DELIBERATION          yes           yes          -         yes        -        -        -         -
    DELIBERATION:invitation yes           yes          -         yes        -        -        -         -
    IDENTITY              -             yes          -         -          -        -        -         -
    AUDIT                 -             -            -         -          -        yes      -         -
    AUDIT:people          -             -            -         yes        -        yes      -         -
    AUDIT:readers         yes           yes          -         yes        -        -        -         -`);

// prettier-ignore
const byPurpose = table(`
                          EDUCATION_QUALITY  REGULATION  SAFEGUARDING  STATISTICS  AUDIT  BREAK_GLASS
    OPERATIONAL:headline  yes                yes         yes           -           -      yes
    OPERATIONAL           yes                yes         yes           -           -      yes
    OPERATIONAL:agreement yes                yes         yes           -           -      yes
    NARRATIVE:released    yes                yes         yes           -           -      yes
    NARRATIVE             yes                yes         yes           -           -      yes
    NARRATIVE:evidence    yes                yes         yes           -           -      yes
    NARRATIVE:unreleased  yes                yes         yes           -           -      yes
    MANAGEMENT:summary    yes                yes         yes           -           -      yes
    MANAGEMENT            yes                yes         yes           -           -      yes
    MANAGEMENT:internal   yes                yes         yes           -           -      yes
    MANAGEMENT:protection yes                yes         yes           -           -      yes
    LEARNERS              yes                yes         yes           -           -      yes
    LEARNERS:small        yes                yes         yes           -           -      yes
    INTELLIGENCE          yes                yes         yes           -           -      yes
    INTELLIGENCE:panel    yes                yes         yes           -           -      yes
    DELIBERATION          yes                yes         yes           -           -      yes
    DELIBERATION:invitation yes                yes         yes           -           -      yes
    IDENTITY              yes                -           yes           -           -      -
    AUDIT                 -                  -           -             -           yes    -
    AUDIT:people          yes                yes         -             -           yes    -
    AUDIT:readers         yes                yes         yes           -           -      yes`);

describe("by relation", () => {
  for (const compartment of compartments)
    for (const relation of relations) {
      const mark = byRelation.get(`${compartment} ${relation}`);
      it(`${relation} ${mark === "-" ? "does not open" : `opens (${String(mark)})`} ${compartment}`, () => {
        expect(conditionsOf(compartment, relation).join("/") || "-").toBe(mark);
      });
    }
});

describe("by role", () => {
  for (const compartment of compartments)
    for (const role of roles) {
      const mark = byRole.get(`${compartment} ${role}`);
      it(`${role} ${mark === "-" ? "does not read" : "reads"} ${compartment}`, () => {
        expect(readableInRole[compartment].includes(role) ? "yes" : "-").toBe(mark);
      });
    }
});

describe("by purpose", () => {
  for (const compartment of compartments)
    for (const purpose of purposes) {
      const mark = byPurpose.get(`${compartment} ${purpose}`);
      it(`${purpose} ${mark === "-" ? "does not cover" : "covers"} ${compartment}`, () => {
        expect(readableFor[compartment].includes(purpose) ? "yes" : "-").toBe(mark);
      });
    }
});

describe("as a whole", () => {
  it("has a line for every compartment in each of its tables, and no other line", () => {
    for (const lines of [openedBy, readableInRole, readableFor]) expect(Object.keys(lines)).toEqual([...compartments]);
  });

  it("names no relation, role or purpose that does not exist", () => {
    for (const compartment of compartments) {
      for (const relation of Object.keys(openedBy[compartment])) expect(relations).toContain(relation);
      for (const role of readableInRole[compartment]) expect(roles).toContain(role);
      for (const purpose of readableFor[compartment]) expect(purposes).toContain(purpose);
    }
  });

  it("opens nothing further in to a relation that does not see the headline", () => {
    for (const compartment of compartments.filter((each) => !withIndexesOfTheirOwn.includes(each)))
      for (const relation of Object.keys(openedBy[compartment])) expect(Object.keys(headline)).toContain(relation);
  });

  it("lets everybody who reads the headline by role and purpose read the keys of order by the same", () => {
    // The access index masks its keys of order by relation alone; a role or purpose must not come between.
    expect(readableInRole.OPERATIONAL).toEqual(readableInRole["OPERATIONAL:headline"]);
    expect(readableFor.OPERATIONAL).toEqual(readableFor["OPERATIONAL:headline"]);
  });

  it("opens to fewer of its roles, at the provider, who looked at a concern; and nothing else", () => {
    expect(openedInRole).toEqual({ "AUDIT:readers": { RESPONSIBLE: ["EXECUTIVE"] } });
  });

  it("lets no relation alone read who spoke up", () => {
    expect(openedBy.IDENTITY).toEqual({});
  });

  it("has a version that an audit entry can name, and another as soon as any line is another", () => {
    const lines = JSON.stringify([openedBy, readableInRole, openedInRole, readableFor]);
    expect(policyVersion).toBe(createHash("sha256").update(lines).digest("hex").slice(0, 12));
  });

  it("is written out here for every relation, role and purpose there is", () => {
    for (const [table, words] of [
      [byRelation, relations],
      [byRole, roles],
      [byPurpose, purposes],
    ] as const) {
      const written = compartments.flatMap((compartment) => words.map((word) => `${compartment} ${word}`));
      expect([...table.keys()].sort()).toEqual(written.sort());
    }
  });
});

/** Agreements, panels and entries are known of by relations to them, and not by those to a concern. */
const withIndexesOfTheirOwn: readonly Compartment[] = [
  "OPERATIONAL:agreement",
  "DELIBERATION:invitation",
  "AUDIT",
  "AUDIT:people",
];
const headline = openedBy["OPERATIONAL:headline"];

function table(text: string): ReadonlyMap<`${Compartment} ${string}`, string> {
  const [header = "", ...rows] = text.trim().split("\n");
  const columns = header.trim().split(/\s+/);
  return new Map(
    rows.flatMap((row) => {
      const [compartment = "", ...cells] = row.trim().split(/\s+/);
      return columns.map((column, index) => [`${compartment as Compartment} ${column}`, cells[index] ?? ""] as const);
    }),
  );
}
