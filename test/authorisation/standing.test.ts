import { describe, expect, it } from "@jest/globals";
import type { Caller } from "../../authorisation/caller.js";
import { compartments } from "../../authorisation/data-class.js";
import {
  createStandings,
  hasStanding,
  readingOf,
  standingKey,
  type RowStanding,
} from "../../authorisation/standing.js";

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
    expect(standingOf({ relations: ["REMIT"], byAgreement: ["NARRATIVE a1"] }).readable.has("NARRATIVE")).toBe(true);
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
  });

  it("reads nothing besides where who spoke up is revealed", () => {
    const standingOf = createStandings({ ...regulator, role: "CASE_HOLDER", purpose: "SAFEGUARDING" });
    const opened = (isRevealed: boolean) => standingOf({ relations: ["REGIONAL"], isRevealed }).readable;
    expect([...opened(true)]).toEqual(compartments.filter((one) => opened(false).has(one) || one === "IDENTITY"));
  });

  it("reads what the owner of a contribution lets it read, and only through a relation that may", () => {
    const standingOf = createStandings(regulator);
    const byOwner = ["INTELLIGENCE"] as const;
    const reads = (row: RowStanding): boolean => standingOf(row).readable.has("INTELLIGENCE");
    expect(reads({ relations: ["REMIT"], byOwner })).toBe(true);
    expect(reads({ relations: ["REMIT"] })).toBe(false);
    expect(reads({ relations: ["REMIT"], byOwner: ["NARRATIVE"] })).toBe(false);
    expect(reads({ relations: ["ICB"], byOwner })).toBe(false);
  });

  it("reads by an agreement nothing on a concern that was shared and is beyond its remit", () => {
    const byAgreement = ["NARRATIVE a1"] as const;
    expect(createStandings(regulator)({ relations: ["SHARED"], byAgreement }).readable.has("NARRATIVE")).toBe(false);
  });

  it.each([
    ["an agreement", "NARRATIVE", { byAgreement: ["NARRATIVE a1"] }],
    ["a share", "NARRATIVE", { byShare: ["NARRATIVE"] }],
    ["an emergency", "NARRATIVE", { byGlass: ["NARRATIVE"] }],
    ["an owner", "INTELLIGENCE", { byOwner: ["INTELLIGENCE"] }],
    ["a reveal", "IDENTITY", { isRevealed: true }],
  ] as const)("takes a record that %s opens for no other with the same relations", (_title, compartment, opened) => {
    const caller = { ...regulator, role: "CASE_HOLDER", purpose: "SAFEGUARDING" } as const;
    const relations = ["REMIT", "SHARED"] as const;
    for (const rows of [
      [opened, {}],
      [{}, opened],
    ]) {
      const standingOf = createStandings(caller);
      const readable = rows.map((row) => standingOf({ relations, ...row }).readable.has(compartment));
      expect(readable).toEqual(rows.map((row) => row === opened));
    }
  });

  it("names the agreements that open what no relation opens by itself, and no others", () => {
    const byAgreement = ["NARRATIVE a1", "LEARNERS a2", "NARRATIVE a3", "OPERATIONAL a4"] as const;
    const under = (relations: RowStanding["relations"]) =>
      createStandings(regulator)({ relations, byAgreement }).agreements;
    expect(under(["REMIT"]).get("NARRATIVE")).toEqual(["a1", "a3"]);
    expect(under(["REMIT"]).get("LEARNERS")).toEqual(["a2"]);
    expect(under(["REMIT"]).has("OPERATIONAL")).toBe(false);
    expect(under(["REMIT", "REPORTED_BY"]).has("NARRATIVE")).toBe(false);
    expect([...under(["SHARED"])]).toEqual([]);
  });

  it("takes what one condition opens for nothing that another one opens", () => {
    const caller = { ...regulator, purpose: "BREAK_GLASS" } as const;
    const rows = [{ byAgreement: ["NARRATIVE a1"] }, { byShare: ["NARRATIVE"] }, { byGlass: ["NARRATIVE"] }] as const;
    const standingOf = createStandings(caller);
    const readable = rows.map((row) => standingOf({ relations: ["ICB"], ...row }).readable.has("NARRATIVE"));
    expect(readable).toEqual([false, false, true]);
  });

  it("says by which relations a record is known", () => {
    expect(createStandings(regulator)({ relations: ["REMIT", "SHARED"] }).relations).toEqual(["REMIT", "SHARED"]);
  });

  it("opens nothing by agreement or share to a role that may not hold it", () => {
    const standingOf = createStandings({ ...regulator, role: "MEMBER" });
    expect(standingOf({ relations: ["REMIT"], byAgreement: ["NARRATIVE a1"] }).readable.has("NARRATIVE")).toBe(false);
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

it.each([undefined, null, "standing", 3, {}, () => null])("%p has no standing", (value) => {
  expect(hasStanding(value)).toBe(false);
});

describe("what hangs on a value is read", () => {
  const request = { name: "of the request" };
  const elsewhere = { name: "elsewhere" };
  const standing = createStandings(regulator)({ relations: ["REMIT"] });

  it.each([
    ["as the request is, where the value is no record", null, request],
    ["as the request is, where a record says nothing else", { id: "a", [standingKey]: standing }, request],
    ["as a record says", { id: "a", [standingKey]: { ...standing, readIn: elsewhere } }, elsewhere],
  ])("%s", (_title, value, expected) => {
    expect(readingOf(value, request)).toBe(expected);
  });
});

it("no query, alias, variable or stored text can name the standing of a record", () => {
  expect(typeof standingKey).toBe("symbol");
  const forged: unknown = JSON.parse('{ "standing": 1, "Symbol(standing)": 1, "@@standing": 1 }');
  expect(Object.getOwnPropertySymbols(forged)).toEqual([]);
});
