import { describe, expect, it } from "@jest/globals";
import type { Caller } from "../../authorisation/caller.js";
import { createStandings, standingKey } from "../../authorisation/standing.js";

const regulator: Caller = {
  issuer: "https://issuer.test",
  subject: "somebody",
  organisation: "GMC",
  organisationKind: "REGULATOR",
  role: "QUALITY_LEAD",
  purpose: "REGULATION",
  assurance: null,
  tokenId: "1",
};

describe("createStandings", () => {
  it("reads of a record what any one of its relations opens, and no more", () => {
    const standingOf = createStandings(regulator);
    expect([...standingOf({ relations: ["REMIT"] }).readable]).toEqual(["OPERATIONAL:headline", "OPERATIONAL"]);
    expect([...standingOf({ relations: ["REPORTED_BY", "REMIT"] }).readable]).toEqual([
      "OPERATIONAL:headline",
      "OPERATIONAL",
      "NARRATIVE",
    ]);
  });

  it("opens nothing without a relation", () => {
    expect(createStandings(regulator)({ relations: [] }).readable.size).toBe(0);
  });

  it("opens nothing to a role that reads no record, through whichever relation", () => {
    const standingOf = createStandings({ ...regulator, role: "ANALYST" });
    for (const relations of [["REGIONAL"], ["NATIONAL", "REPORTED_BY"], ["RESPONSIBLE"]] as const)
      expect(standingOf({ relations }).readable.size).toBe(0);
  });

  it("says why for the record at hand", () => {
    const standingOf = createStandings(regulator);
    expect(standingOf({ relations: ["REMIT"] }).reasonFor("NARRATIVE")).toBe("AGREEMENT");
    expect(standingOf({ relations: ["ICB"] }).reasonFor("NARRATIVE")).toBe("GLASS");
    expect(standingOf({ relations: ["ICB"] }).reasonFor("MANAGEMENT")).toBe("RELATION");
  });

  it("reads what an agreement or a share in force opens, and only through the relation that asks for it", () => {
    const standingOf = createStandings(regulator);
    expect(standingOf({ relations: ["REMIT"], byAgreement: ["NARRATIVE"] }).readable.has("NARRATIVE")).toBe(true);
    expect(standingOf({ relations: ["REMIT"], byShare: ["NARRATIVE"] }).readable.has("NARRATIVE")).toBe(false);
    expect(standingOf({ relations: ["SHARED"], byShare: ["NARRATIVE"] }).readable.has("NARRATIVE")).toBe(true);
    expect(standingOf({ relations: ["SHARED"], byShare: ["MANAGEMENT"] }).readable.has("MANAGEMENT:internal")).toBe(
      false,
    );
    expect(standingOf({ relations: ["SHARED"], byShare: ["NARRATIVE"] }).readable.has("NARRATIVE:unreleased")).toBe(
      false,
    );
    expect(standingOf({ relations: ["SHARED"] }).reasonFor("NARRATIVE")).toBe("SHARE");
  });

  it("reads what the person holds open in an emergency, and only through a relation that may", () => {
    const standingOf = createStandings({ ...regulator, purpose: "BREAK_GLASS" });
    const byGlass = ["NARRATIVE", "LEARNERS"] as const;
    for (const relations of [["REMIT"], ["ICB"]] as const) {
      const { readable } = standingOf({ relations, byGlass });
      for (const open of ["NARRATIVE", "NARRATIVE:released", "LEARNERS"] as const)
        expect(readable.has(open)).toBe(true);
      for (const shut of ["LEARNERS:small", "MANAGEMENT", "IDENTITY"] as const) expect(readable.has(shut)).toBe(false);
    }
    for (const relations of [["RESPONSIBLE"], ["SHARED"], ["EDUCATION_PROVIDER"]] as const)
      expect(standingOf({ relations, byGlass }).readable.has("NARRATIVE")).toBe(false);
  });

  it("reads who spoke up where the row says so, in the role and for the purposes that may, and nowhere else", () => {
    const caseHolder = { ...regulator, organisation: "Y60", role: "CASE_HOLDER", purpose: "SAFEGUARDING" } as const;
    const relations = ["REGIONAL"] as const;
    const reads = (caller: Caller, isRevealed: boolean): boolean =>
      createStandings(caller)({ relations, isRevealed }).readable.has("IDENTITY");
    expect(reads(caseHolder, true)).toBe(true);
    expect(reads(caseHolder, false)).toBe(false);
    expect(reads({ ...caseHolder, role: "GUARDIAN" }, true)).toBe(false);
    expect(reads({ ...caseHolder, purpose: "BREAK_GLASS" }, true)).toBe(false);
    const standingOf = createStandings(caseHolder);
    expect(standingOf({ relations, isRevealed: true })).not.toBe(standingOf({ relations }));
  });

  it("opens nothing by agreement or share to a role that may not hold it", () => {
    const standingOf = createStandings({ ...regulator, role: "MEMBER" });
    expect(standingOf({ relations: ["REMIT"], byAgreement: ["NARRATIVE"] }).readable.has("NARRATIVE")).toBe(false);
    expect(standingOf({ relations: ["SHARED"], byShare: ["NARRATIVE"] }).readable.has("NARRATIVE")).toBe(false);
  });

  it("works a set of relations out once in a request, and never for another caller", () => {
    const standingOf = createStandings(regulator);
    expect(standingOf({ relations: ["REMIT"] })).toBe(standingOf({ relations: ["REMIT"] }));
    expect(createStandings({ ...regulator, role: "MEMBER" })({ relations: ["REPORTED_BY"] })).not.toBe(
      standingOf({ relations: ["REPORTED_BY"] }),
    );
    expect(
      createStandings({ ...regulator, role: "MEMBER" })({ relations: ["REPORTED_BY"] }).readable.has("NARRATIVE"),
    ).toBe(false);
  });
});

it("no query, alias, variable or stored text can name the standing of a record", () => {
  expect(typeof standingKey).toBe("symbol");
  const forged: unknown = JSON.parse('{ "standing": 1, "Symbol(standing)": 1, "@@standing": 1 }');
  expect(Object.getOwnPropertySymbols(forged)).toEqual([]);
});
