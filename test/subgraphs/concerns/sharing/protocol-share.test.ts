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
  effectiveClasses,
  mayWithdraw,
  shareAction,
  shareRefusal,
  type Share,
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
  ] as const)("%s is refused", (_, change, refusal) => {
    expect(shareRefusal({ ...proposal, ...change }, { mayPassOn }, parties, lastDay)).toBe(refusal);
  });

  it.each([
    ["with another party, of what the sharer reads itself", {}],
    ["of nothing but that it exists", { classes: [] }],
    ["for one day", { until: today }],
    ["for as long as may be", { until: lastDay }],
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
});

describe("what the shares of a concern open", () => {
  const share: Share = {
    sharedBy: "Y60",
    sharedWith: "CQC",
    classes: ["NARRATIVE"],
    from: "2026-11-01",
    until: "2026-12-31",
    withdrawnOn: null,
  };
  const opened = (shares: readonly Share[], organisation = "CQC", day = today) => [
    ...effectiveClasses(shares, organisation, day, parties),
  ];

  it.each([
    ["to another body", [share], "GMC", today],
    ["to the body that shared", [share], "Y60", today],
    ["before it begins", [share], "CQC", "2026-10-31"],
    ["after its last day", [share], "CQC", "2027-01-01"],
    ["on the day on which it is withdrawn", [{ ...share, withdrawnOn: today }], "CQC", today],
    ["after it was withdrawn", [{ ...share, withdrawnOn: today }], "CQC", "2026-11-24"],
    [
      "to a body that has left the protocol",
      [{ ...share, sharedWith: "HSSIB", until: "2027-12-31" }],
      "HSSIB",
      "2027-04-01",
    ],
    ["from a body that has left it", [{ ...share, sharedBy: "HSSIB", until: "2027-12-31" }], "CQC", "2027-04-01"],
    ["where there is none", [], "CQC", today],
  ])("is nothing %s", (_, shares, organisation, day) => {
    expect(opened(shares, organisation, day)).toEqual([]);
  });

  it("begins with its first day and ends with its last", () => {
    for (const day of ["2026-11-01", "2026-12-31"]) expect(opened([share], "CQC", day)).toHaveLength(2);
  });

  it("is what it names, and that the concern exists", () => {
    expect(opened([share])).toEqual(["OPERATIONAL", "NARRATIVE"]);
    expect(opened([{ ...share, classes: [] }])).toEqual(["OPERATIONAL"]);
  });

  it("is still known of a day before the withdrawal", () => {
    expect(opened([{ ...share, withdrawnOn: today }], "CQC", "2026-11-22")).toEqual(["OPERATIONAL", "NARRATIVE"]);
  });

  it("is what several name together, each for as long as it lasts", () => {
    const both: Share[] = [share, { ...share, sharedBy: "GMC", classes: ["INTELLIGENCE"], until: "2026-11-30" }];
    expect(opened(both)).toEqual(["OPERATIONAL", "NARRATIVE", "INTELLIGENCE"]);
    expect(opened(both, "CQC", "2026-12-01")).toEqual(["OPERATIONAL", "NARRATIVE"]);
  });

  it("is never a class that is not shareable, since no share can name it", () => {
    for (const dataClass of dataClasses.filter(
      (name) => !["OPERATIONAL", "NARRATIVE", "MANAGEMENT", "INTELLIGENCE"].includes(name),
    ))
      expect(
        shareRefusal(
          { ...share, classes: [dataClass], from: today, reason: "Wanted." },
          { mayPassOn: dataClasses },
          parties,
          "2027-11-23",
        ),
      ).toBe("CLASS_NOT_SHAREABLE");
  });
});
