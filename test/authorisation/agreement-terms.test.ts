import { describe, expect, it } from "@jest/globals";
import {
  classesByAgreement,
  isInScope,
  termsCover,
  termsOpen,
  type AgreementTerms,
  type AskedClass,
} from "../../authorisation/agreement-terms.js";
import { dataClasses } from "../../authorisation/data-class.js";

const terms: AgreementTerms = {
  receiver: "GMC",
  classes: ["NARRATIVE"],
  purposes: ["REGULATION"],
  professions: ["DOCTOR"],
  regions: ["Y60"],
  validFrom: new Date("2026-04-01T00:00:00Z"),
  validUntil: new Date("2027-04-01T00:00:00Z"),
};
const asked: AskedClass = { organisation: "GMC", dataClass: "NARRATIVE", purpose: "REGULATION" };
const record = { professions: ["NURSE_ADULT", "DOCTOR"], region: "Y60" };
const at = new Date("2026-11-23T12:00:00Z");

describe("the terms of an agreement", () => {
  it.each([
    ["to another organisation", { organisation: "NMC" }],
    ["to nobody", { organisation: "" }],
    ["for another class", { dataClass: "LEARNERS" }],
    ["for another purpose", { purpose: "SAFEGUARDING" }],
    ["for an emergency", { purpose: "BREAK_GLASS" }],
  ] as const)("open nothing %s", (_, change) => {
    expect(termsOpen(terms, { ...asked, ...change }, at)).toBe(false);
  });

  it.each([
    ["the moment before they begin", "2026-03-31T23:59:59.999Z", false],
    ["the moment they begin", "2026-04-01T00:00:00Z", true],
    ["the moment before they end", "2027-03-31T23:59:59.999Z", true],
    ["the moment they end", "2027-04-01T00:00:00Z", false],
  ])("%s open what they name: %s", (_, moment, open) => {
    expect(termsOpen(terms, asked, new Date(moment))).toBe(open);
  });

  it.each(dataClasses.filter((dataClass) => dataClass !== "NARRATIVE" && dataClass !== "LEARNERS"))(
    "never open %s, even if they name it",
    (dataClass) => {
      expect(classesByAgreement.has(dataClass)).toBe(false);
      expect(termsOpen({ ...terms, classes: dataClasses }, { ...asked, dataClass }, at)).toBe(false);
    },
  );

  it.each(["NARRATIVE", "LEARNERS"] as const)("can open %s", (dataClass) => {
    expect(termsOpen({ ...terms, classes: dataClasses }, { ...asked, dataClass }, at)).toBe(true);
  });
});

describe("the scope of an agreement", () => {
  it.each([
    ["of other professions", { professions: ["NURSE_ADULT"] }, {}],
    ["of no profession", { professions: [] }, {}],
    ["of another region", { region: "Y56" }, {}],
    ["of no region", { region: null }, {}],
    ["of any profession, where the agreement names none", {}, { professions: [] }],
    ["of any region, where the agreement names none", {}, { regions: [] }],
  ])("does not hold a record %s", (_, change, other) => {
    expect(isInScope({ ...terms, ...other }, { ...record, ...change })).toBe(false);
  });

  it.each([
    ["of its profession and region", {}, {}],
    ["of no profession, where it is about every one", { professions: [] }, { professions: "EVERY_PROFESSION" }],
    ["of no region, where it is about every one", { region: null }, { regions: "EVERY_REGION" }],
  ] as const)("holds a record %s", (_, change, other) => {
    expect(isInScope({ ...terms, ...other }, { ...record, ...change })).toBe(true);
  });

  it("and what the terms open have to agree", () => {
    expect(termsCover(terms, asked, record, at)).toBe(true);
    expect(termsCover(terms, asked, { ...record, region: "Y56" }, at)).toBe(false);
    expect(termsCover(terms, { ...asked, organisation: "NMC" }, record, at)).toBe(false);
  });
});
