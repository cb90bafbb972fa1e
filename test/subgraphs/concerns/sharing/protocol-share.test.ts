import { describe, expect, it } from "@jest/globals";
import { dataClasses } from "../../../../authorisation/data-class.js";
import { relations } from "../../../../authorisation/relation.js";
import { actionRefusal } from "../../../../subgraphs/action-rule.js";
import {
  isProtocolParty,
  isSignatory,
  type ProtocolParties,
} from "../../../../subgraphs/concerns/sharing/protocol-parties.js";
import {
  mayWithdraw,
  shareAction,
  shareRefusal,
  type ShareProposal,
} from "../../../../subgraphs/concerns/sharing/protocol-share.js";
import { rolesThatMay } from "../../decide-all.js";

const parties: ProtocolParties = {
  signatories: [
    { organisation: "GMC", from: "2018-07-01", until: null },
    { organisation: "CQC", from: "2018-07-01", until: null },
    { organisation: "GDC", from: "2021-06-15", until: null },
    { organisation: "HSSIB", from: "2024-02-14", until: "2027-03-31" },
  ],
  nhsEngland: new Set(["X24", "Y60"]),
};
const today = "2026-11-23";

describe("a party to the protocol", () => {
  it.each([
    ["GMC", today, true],
    ["GDC", "2021-06-14", false],
    ["GDC", "2021-06-15", true],
    ["HSSIB", "2027-03-31", true],
    ["HSSIB", "2027-04-01", false],
    ["NMC", today, false],
    ["ZZN01", today, false],
    ["Y60", today, true],
    ["", today, false],
  ])("%s on %s: %s", (organisation, day, isParty) => {
    expect(isProtocolParty(organisation, day, parties)).toBe(isParty);
  });

  it("is NHS England without being a signatory", () => {
    expect(isSignatory("X24", today, parties)).toBe(false);
  });
});

describe("who may share", () => {
  it.each([
    ["the provider", "QUALITY_LEAD", "RESPONSIBLE", "ACCEPTED"],
    ["the site", "EXECUTIVE", "HOST", "ACCEPTED"],
    ["the university", "QUALITY_LEAD", "EDUCATION_PROVIDER", "ACCEPTED"],
    ["the integrated care board", "EXECUTIVE", "ICB", "ACCEPTED"],
    ["a guardian", "GUARDIAN", "REGIONAL", "ACCEPTED"],
    ["an analyst", "ANALYST", "NATIONAL", "ACCEPTED"],
  ] as const)("is not %s", (_, role, relation, status) => {
    expect(actionRefusal(shareAction, { role, relations: [relation] }, status)).toBe("NOT_YOURS_TO_DO");
  });

  it("is who handles, regulates or reported it, in three roles, and nobody else", () => {
    const actors = ["QUALITY_LEAD", "CASE_HOLDER", "EXECUTIVE"];
    expect(rolesThatMay(shareAction, relations, ["ACCEPTED"])).toEqual({
      REPORTED_BY: actors,
      REGIONAL: actors,
      NATIONAL: actors,
      REMIT: actors,
    });
  });

  it.each(["DECLINED", "MERGED"] as const)("is nobody for a concern that is %s", (status) => {
    expect(actionRefusal(shareAction, { role: "QUALITY_LEAD", relations: ["NATIONAL"] }, status)).toBe(
      "NOT_IN_THIS_STATE",
    );
  });

  it.each(["REPORTED", "ACCEPTED", "IN_PROGRESS", "CLOSED", "REOPENED"] as const)(
    "is a regulator, however early or late: %s",
    (status) => {
      expect(actionRefusal(shareAction, { role: "CASE_HOLDER", relations: ["REMIT"] }, status)).toBeUndefined();
    },
  );
});

describe("a share", () => {
  const proposal: ShareProposal = {
    sharedBy: "Y60",
    sharedWith: "CQC",
    classes: ["NARRATIVE"],
    from: today,
    until: "2027-05-31",
    reason: "An inspection is due.",
  };
  const mayPassOn = ["OPERATIONAL", "NARRATIVE", "MANAGEMENT"] as const;
  const lastDay = "2027-11-23";

  it.each([
    ["by a body that has not signed", { sharedBy: "NMC" }, "NOT_A_PARTY"],
    ["by the provider", { sharedBy: "ZZN01" }, "NOT_A_PARTY"],
    ["with a body that has not signed", { sharedWith: "NMC" }, "RECIPIENT_NOT_A_PARTY"],
    ["with the provider", { sharedWith: "ZZN01" }, "RECIPIENT_NOT_A_PARTY"],
    ["with itself", { sharedWith: "Y60" }, "SHARED_WITH_ITSELF"],
    ["of learners", { classes: ["LEARNERS"] }, "CLASS_NOT_SHAREABLE"],
    ["of who spoke up", { classes: ["NARRATIVE", "IDENTITY"] }, "CLASS_NOT_SHAREABLE"],
    ["of what a panel said", { classes: ["DELIBERATION"] }, "CLASS_NOT_SHAREABLE"],
    ["of who read what", { classes: ["AUDIT"] }, "CLASS_NOT_SHAREABLE"],
    ["of what another body gave", { classes: ["INTELLIGENCE"] }, "CLASS_NOT_YOURS_TO_SHARE"],
    ["without a reason", { reason: "" }, "REASON_MISSING"],
    ["that ends before it begins", { until: "2026-11-22" }, "ENDS_BEFORE_IT_BEGINS"],
    ["without an end in sight", { until: "2027-11-24" }, "TOO_LONG"],
    ["with a body that leaves before it ends", { sharedWith: "HSSIB" }, "OUTLASTS_THE_PROTOCOL"],
    ["by a body that leaves before it ends", { sharedBy: "HSSIB" }, "OUTLASTS_THE_PROTOCOL"],
  ] as const)("%s is refused", (_, change, refusal) => {
    expect(shareRefusal({ ...proposal, ...change }, { mayPassOn }, parties, lastDay)).toBe(refusal);
  });

  it.each([
    ["with another party, of what the sharer reads itself", {}],
    ["of nothing but that it exists", { classes: [] }],
    ["for one day", { until: today }],
    ["for as long as may be", { until: lastDay }],
    ["with a body until the day it leaves", { sharedWith: "HSSIB", until: "2027-03-31" }],
  ] as const)("%s is made", (_, change) => {
    expect(shareRefusal({ ...proposal, ...change }, { mayPassOn }, parties, lastDay)).toBeUndefined();
  });

  it.each([
    ["the body that shared", { organisation: "Y60", relations: [] }, true],
    ["NHS England nationally", { organisation: "X24", relations: ["NATIONAL"] }, true],
    ["the body that received", { organisation: "CQC", relations: ["REMIT"] }, false],
    ["another region", { organisation: "Y56", relations: ["REGIONAL"] }, false],
    ["the provider", { organisation: "ZZN01", relations: ["RESPONSIBLE"] }, false],
  ] as const)("is withdrawn by %s: %#", (_, acting, may) => {
    expect(mayWithdraw({ sharedBy: "Y60" }, acting)).toBe(may);
  });

  it("is never a class that is not shareable, since no share can name it", () => {
    for (const dataClass of dataClasses.filter(
      (name) => !["OPERATIONAL", "NARRATIVE", "MANAGEMENT", "INTELLIGENCE"].includes(name),
    ))
      expect(shareRefusal({ ...proposal, classes: [dataClass] }, { mayPassOn: dataClasses }, parties, lastDay)).toBe(
        "CLASS_NOT_SHAREABLE",
      );
  });
});
