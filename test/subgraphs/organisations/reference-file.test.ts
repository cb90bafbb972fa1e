import { readFile } from "node:fs/promises";
import { describe, expect, it } from "@jest/globals";
import { organisationCode } from "../../../subgraphs/organisations/organisation-code.js";
import { checkReference } from "../../../subgraphs/organisations/reference-check.js";
import { parseLineage, readReference } from "../../../subgraphs/organisations/reference-file.js";

const { reference, findings } = await readReference();
const { organisations, professions, successions, qualityTeams, signatories } = reference;
const ofKind = (kind: string) => organisations.filter((organisation) => organisation.kind === kind);
const folder = new URL("../../../subgraphs/organisations/reference/", import.meta.url);

describe("the reference data", () => {
  it("has nothing wrong with it", () => {
    expect(findings).toEqual([]);
    expect(checkReference(reference)).toEqual([]);
  });

  it.each([
    ["NATIONAL_BODY", 1],
    ["REGION", 7],
    ["LOCAL_OFFICE", 13],
    ["ICB", 48],
    ["REGULATOR", 10],
    ["OMBUDSMAN", 2],
    ["OTHER", 1],
    ["EDUCATION_PROVIDER", 38],
    ["TRUST", 0],
  ])("of kind %s there are %i", (kind, count) => {
    expect(ofKind(kind)).toHaveLength(count);
  });

  it("has 36 boards since April 2026, and 12 that ended the day before with somebody to follow each", () => {
    const ended = ofKind("ICB").filter(({ closedOn }) => closedOn !== null);
    expect(ofKind("ICB")).toHaveLength(36 + ended.length);
    expect(new Set(ended.map(({ closedOn }) => closedOn))).toEqual(new Set(["2026-03-31"]));
    expect(ended.map(({ code }) => code).sort()).toEqual(
      [...new Set(successions.map(({ predecessor }) => predecessor))].sort(),
    );
    expect(ended).toHaveLength(12);
  });

  it.each([
    ["QMJ", ["Z9B2Z"]],
    ["QRV", ["Z9B2Z"]],
    ["QNQ", ["S0E4D", "S9B9J"]],
    ["QJG", ["D7T5G", "T6Y0W"]],
    ["QM7", ["D7T5G", "S1Y5D"]],
  ])("board %s was followed by %j", (predecessor, expected) => {
    const followers = successions.filter((step) => step.predecessor === predecessor);
    expect(followers.map(({ successor }) => successor).sort()).toEqual(expected);
    expect(new Set(followers.map(({ on }) => on))).toEqual(new Set(["2026-04-01"]));
  });

  it("puts every region that people work in under the national body, with an office and a quality team", () => {
    for (const { code, parent, onsCode } of ofKind("REGION")) {
      expect(parent).toBe("X24");
      expect(onsCode).toMatch(/^E400000\d\d$/);
      expect(ofKind("LOCAL_OFFICE").some(({ region }) => region === code)).toBe(true);
      expect(qualityTeams.filter(({ organisation }) => organisation === code)).toHaveLength(1);
    }
    expect(qualityTeams).toHaveLength(8);
  });

  it("names a local office by its ODS code and keeps its designated body code beside it", () => {
    for (const { code, designatedBody } of ofKind("LOCAL_OFFICE")) {
      expect(code).toMatch(organisationCode);
      expect(designatedBody).toMatch(/^1-/);
    }
  });

  it("gives each profession exactly one regulator, and every setting to the Care Quality Commission alone", () => {
    const remits = organisations.flatMap(({ remit }) => remit.professions);
    expect([...remits].sort()).toEqual(professions.map(({ code }) => code).sort());
    expect(organisations.filter(({ remit }) => remit.everySetting).map(({ code }) => code)).toEqual(["CQC"]);
  });

  it("gives no remit to an ombudsman or to the investigations body", () => {
    for (const { remit } of [...ofKind("OMBUDSMAN"), ...ofKind("OTHER")])
      expect(remit).toEqual({ professions: [], everySetting: false });
  });

  it("knows the thirteen signatories of the Emerging Concerns Protocol", () => {
    expect(signatories).toHaveLength(13);
  });

  it("knows no mailbox that is not public", () => {
    expect(qualityTeams.filter(({ mailbox }) => mailbox !== null).map(({ organisation }) => organisation)).toEqual([
      "X24",
    ]);
  });
});

describe("the lineage of trusts", () => {
  it("has its shape, a merger of several into one and a split of one into several", async () => {
    const lineage = parseLineage("lineage.json", await readFile(new URL("lineage.json", folder), "utf8"));
    expect(lineage.findings).toEqual([]);
    const successorsOf = (code: string) =>
      lineage.entries.filter(({ predecessor }) => predecessor === code).map(({ successor }) => successor);
    expect(successorsOf("RW6")).toEqual(["RM3", "R0A"]);
    expect(
      lineage.entries.filter(({ successor }) => successor === "G6V2S").map(({ predecessor }) => predecessor),
    ).toEqual(["RRP", "RNK"]);
  });

  const step = { predecessor: "ZZA", successor: "ZZB", on: "2026-04-01", source: "Invented", confidence: "JUDGEMENT" };
  it.each([
    ["is not JSON", "{"],
    ["is not a list", "{}"],
    ["has no date", JSON.stringify([{ ...step, on: undefined }])],
    ["has a date that is no day of the calendar", JSON.stringify([{ ...step, on: "2026-02-30" }])],
    ["has a code in small letters", JSON.stringify([{ ...step, successor: "zzb" }])],
    ["does not say where it is from", JSON.stringify([{ ...step, source: " " }])],
    ["says how sure it is in a word of its own", JSON.stringify([{ ...step, confidence: "CERTAIN" }])],
    ["has a field that nobody knows", JSON.stringify([{ ...step, note: "x" }])],
  ])("that %s is refused", (_, content) => {
    const lineage = parseLineage("lineage.json", content);
    expect(lineage.entries).toEqual([]);
    expect(lineage.findings).toHaveLength(1);
  });

  it("with one entry that is wrong keeps the others and says which it was", () => {
    const lineage = parseLineage("lineage.json", JSON.stringify([step, { ...step, on: "soon" }]));
    expect(lineage.entries).toHaveLength(1);
    expect(lineage.findings.map(({ file, entry }) => [file, entry])).toEqual([["lineage.json", 2]]);
  });
});
