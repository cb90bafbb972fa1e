import { describe, expect, it } from "@jest/globals";
import { relations } from "../../../../authorisation/relation.js";
import { actionRefusal } from "../../../../subgraphs/action-rule.js";
import { speakingUp } from "../../../../subgraphs/concerns/casework-references.js";
import {
  answerReveal,
  detrimentRefusal,
  identityRules,
  mayHandleIdentities,
  reportDetriment,
  requestReveal,
  type DetrimentReport,
} from "../../../../subgraphs/concerns/speaking-up/speaking-up.js";
import { rolesThatMay } from "../../decide-all.js";

const today = "2026-11-23";

describe("the choice of who speaks up", () => {
  it.each([
    ["ANONYMOUS", false, "NOBODY"],
    ["CONFIDENTIAL", true, "REVEAL"],
    ["OPEN", true, "CASE_HOLDER"],
  ] as const)("%s: stored %s, read by %s", (mode, isStored, readBy) => {
    expect(identityRules[mode]).toEqual({ isStored, readBy });
  });
});

describe("an organisation that may have to do with identities", () => {
  it.each([
    ["the provider", ["RESPONSIBLE"]],
    ["the site", ["HOST"]],
    ["a provider that reported its own concern", ["RESPONSIBLE", "REPORTED_BY"]],
    ["a provider, whatever else it is", ["RESPONSIBLE", "REGIONAL", "NATIONAL"]],
    ["the university", ["EDUCATION_PROVIDER"]],
    ["who reported", ["REPORTED_BY"]],
    ["a regulator", ["REMIT"]],
    ["the integrated care board", ["ICB"]],
    ["a body that has nothing to do with it", []],
  ] as const)("is not %s", (_, relations) => {
    expect(mayHandleIdentities(relations)).toBe(false);
  });

  it.each(["REGIONAL", "NATIONAL"] as const)("is NHS England: %s", (relation) => {
    expect(mayHandleIdentities([relation])).toBe(true);
  });
});

describe("a report of detriment", () => {
  const report: DetrimentReport = { kinds: ["CAREER"], text: "The placement was cut short.", noticedOn: today };
  const { detriments } = speakingUp();

  it.each([
    ["of no kind", { kinds: [] }, "KIND_MISSING"],
    ["of a kind that is not in the list", { kinds: ["CAREER", "GOSSIP"] }, "UNKNOWN_KIND"],
    ["that says nothing", { text: "\t" }, "TEXT_MISSING"],
    ["of tomorrow", { noticedOn: "2026-11-24" }, "NOTICED_IN_THE_FUTURE"],
  ])("%s is refused", (_, change, refusal) => {
    expect(detrimentRefusal({ ...report, ...change }, today, detriments)).toBe(refusal);
  });

  it("of a known kind is taken", () => {
    expect(detrimentRefusal(report, today, detriments)).toBeUndefined();
  });

  it("is made by anybody who works for who reported it, or for NHS England, and by nobody else", () => {
    const actors = ["QUALITY_LEAD", "CASE_HOLDER", "GUARDIAN", "EXECUTIVE", "MEMBER"];
    expect(rolesThatMay(reportDetriment, relations, ["ACCEPTED"])).toEqual({
      REPORTED_BY: actors,
      REGIONAL: actors,
      NATIONAL: actors,
    });
  });

  it.each([
    ["an analyst", "ANALYST", "REPORTED_BY"],
    ["an auditor", "AUDITOR", "NATIONAL"],
    ["a regulator that did not report the concern", "QUALITY_LEAD", "REMIT"],
    ["the provider that did not report the concern", "EXECUTIVE", "RESPONSIBLE"],
  ] as const)("is not made by %s", (_, role, relation) => {
    expect(actionRefusal(reportDetriment, { role, relations: [relation] }, "ACCEPTED")).toBe("NOT_YOURS_TO_DO");
  });

  it.each(["REPORTED", "CLOSED", "DECLINED", "MERGED"] as const)(
    "is made whatever has become of the concern: %s",
    (status) => {
      expect(actionRefusal(reportDetriment, { role: "MEMBER", relations: ["REPORTED_BY"] }, status)).toBeUndefined();
    },
  );
});

describe("a request to know who spoke up", () => {
  it("is made by case-holders of NHS England and answered by its guardians, and by nobody else", () => {
    expect(rolesThatMay(requestReveal, relations, ["CLOSED"])).toEqual({
      REGIONAL: ["CASE_HOLDER"],
      NATIONAL: ["CASE_HOLDER"],
    });
    expect(rolesThatMay(answerReveal, relations, ["DECLINED"])).toEqual({
      REGIONAL: ["GUARDIAN"],
      NATIONAL: ["GUARDIAN"],
    });
  });
});
