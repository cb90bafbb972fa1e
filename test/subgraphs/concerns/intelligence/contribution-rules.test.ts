import { describe, expect, it } from "@jest/globals";
import { roles } from "../../../../authorisation/caller.js";
import { relations } from "../../../../authorisation/relation.js";
import { actionRefusal } from "../../../../subgraphs/action-rule.js";
import {
  audienceRefusal,
  contributeAction,
  withBodies,
  withdrawAction,
  withoutBodies,
} from "../../../../subgraphs/concerns/intelligence/contribution-rules.js";
import type { ProtocolParties } from "../../../../subgraphs/concerns/sharing/protocol-parties.js";

const day = "2026-11-25";
const parties: ProtocolParties = {
  signatories: [
    { organisation: "GMC", from: "2018-07-01", until: null },
    { organisation: "CQC", from: "2018-07-01", until: "2026-11-25" },
    { organisation: "NMC", from: "2018-07-01", until: "2026-11-24" },
    { organisation: "GDC", from: "2026-11-26", until: null },
  ],
  nhsEngland: new Set(["X24", "Y60"]),
};

describe("whom an owner lets read what it contributed", () => {
  it.each([
    ["nobody else", "GMC", []],
    ["NHS England, like every other body", "GMC", ["X24", "Y60"]],
    ["a signatory on its last day", "GMC", ["CQC"]],
    ["signatories, where NHS England is the owner", "Y60", ["GMC", "CQC"]],
  ])("may be %s", (_title, owner, audience) => {
    expect(audienceRefusal(owner, audience, day, parties)).toBeUndefined();
  });

  it.each([
    ["a provider", "GMC", ["ZZN01"], "AUDIENCE_NOT_A_PARTY"],
    ["a university beside a regulator", "GMC", ["CQC", "ZZWEXU"], "AUDIENCE_NOT_A_PARTY"],
    ["a board", "GMC", ["QHL"], "AUDIENCE_NOT_A_PARTY"],
    ["a body after its last day", "GMC", ["NMC"], "AUDIENCE_NOT_A_PARTY"],
    ["a body before its first", "GMC", ["GDC"], "AUDIENCE_NOT_A_PARTY"],
    ["the owner itself", "GMC", ["CQC", "GMC"], "AUDIENCE_IS_THE_OWNER"],
    ["anybody, where a provider is the owner", "ZZN01", [], "NOT_A_PARTY"],
    ["anybody, where the owner's signature has ended", "NMC", ["CQC"], "NOT_A_PARTY"],
  ])("may not be %s", (_title, owner, audience, refusal) => {
    expect(audienceRefusal(owner, audience, day, parties)).toBe(refusal);
  });

  it("is each body once, in one order, whoever was named first", () => {
    expect(withBodies(["X24"], ["CQC", "X24", "GMC"])).toEqual(["CQC", "GMC", "X24"]);
    expect(withoutBodies(["CQC", "GMC", "X24"], ["X24", "NMC"])).toEqual(["CQC", "GMC"]);
  });
});

describe("contributing", () => {
  const inState = (relation: (typeof relations)[number], role: (typeof roles)[number] = "QUALITY_LEAD") =>
    actionRefusal(contributeAction, { role, relations: [relation] }, "IN_PROGRESS");

  it("is for those who know of the concern as a body of the protocol may, and for no place or board", () => {
    expect(relations.filter((relation) => inState(relation) === undefined)).toEqual([
      "REPORTED_BY",
      "REGIONAL",
      "NATIONAL",
      "REMIT",
      "SHARED",
      "PANEL",
    ]);
  });

  it("is for those who work on concerns", () => {
    expect(roles.filter((role) => inState("REMIT", role) === undefined)).toEqual([
      "QUALITY_LEAD",
      "CASE_HOLDER",
      "EXECUTIVE",
    ]);
  });

  it("ends with a concern that is declined or goes on in another; taking back does not", () => {
    const acting = { role: "QUALITY_LEAD", relations: ["REMIT"] } as const;
    for (const state of ["DECLINED", "MERGED"] as const) {
      expect(actionRefusal(contributeAction, acting, state)).toBe("NOT_IN_THIS_STATE");
      expect(actionRefusal(withdrawAction, acting, state)).toBeUndefined();
    }
  });
});
