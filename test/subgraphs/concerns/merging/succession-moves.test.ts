import { describe, expect, it } from "@jest/globals";
import { actionRefusal } from "../../../../subgraphs/action-rule.js";
import {
  followersOf,
  mayMoveAll,
  moving,
  successorAmong,
  type Succession,
} from "../../../../subgraphs/concerns/merging/succession-moves.js";

const today = "2026-11-23";
const succession = (predecessor: string, successor: string, on = "2026-04-01"): Succession => ({
  predecessor,
  successor,
  on,
});
const merged = succession("ZZA01", "ZZB01");
const split = [succession("ZZC01", "ZZE01", "2026-10-01"), succession("ZZC01", "ZZD01", "2026-10-01")];

describe("those who came after a provider", () => {
  it.each([
    ["the successor of a trust that was merged", "ZZA01", [merged], ["ZZB01"]],
    ["all successors of one that was split, by code", "ZZC01", split, ["ZZD01", "ZZE01"]],
    ["the successor's successor too", "ZZA01", [succession("ZZB01", "ZZF01"), merged], ["ZZB01", "ZZF01"]],
    ["those of the day itself", "ZZA01", [succession("ZZA01", "ZZB01", today)], ["ZZB01"]],
  ])("are %s", (_, provider, successions, followers) => {
    expect(followersOf(provider, successions, today)).toEqual(followers);
  });

  it.each([
    ["one of a later day", "ZZA01", [succession("ZZA01", "ZZB01", "2026-11-24")]],
    ["its predecessor", "ZZB01", [merged]],
    ["the successors of others", "ZZN01", [merged, ...split]],
    ["itself", "ZZA01", [succession("ZZA01", "ZZA01")]],
  ])("are not %s", (_, provider, successions) => {
    expect(followersOf(provider, successions, today)).toEqual([]);
  });

  it("are found where lineage runs in a circle", () => {
    expect(followersOf("ZZA01", [merged, succession("ZZB01", "ZZA01")], today)).toEqual(["ZZB01"]);
  });
});

describe("the successor to which concerns move", () => {
  it("is the only one, named or not", () => {
    for (const named of [null, "ZZB01"])
      expect(successorAmong(["ZZB01"], named)).toEqual({ to: "ZZB01", among: ["ZZB01"] });
  });

  it("is the one that was named of several, and the others stay known", () => {
    expect(successorAmong(["ZZD01", "ZZE01"], "ZZE01")).toEqual({ to: "ZZE01", among: ["ZZD01", "ZZE01"] });
  });

  it.each([
    ["there is none", [], null, "NOT_SUCCEEDED"],
    ["there is none, and one is named", [], "ZZB01", "NOT_SUCCEEDED"],
    ["there are several and none is named", ["ZZD01", "ZZE01"], null, "SUCCESSOR_NOT_NAMED"],
    ["the one that is named is no successor", ["ZZD01", "ZZE01"], "ZZN01", "NOT_A_SUCCESSOR"],
    ["another than the only one is named", ["ZZB01"], "ZZN01", "NOT_A_SUCCESSOR"],
    ["an empty name is given", ["ZZB01"], "", "NOT_A_SUCCESSOR"],
  ])("is refused where %s", (_, candidates, named, refused) => {
    expect(successorAmong(candidates, named)).toEqual({ refused });
  });
});

describe("moving", () => {
  it.each(["CLOSED", "DECLINED", "MERGED"] as const)("leaves what is %s with the provider of its time", (state) => {
    const acting = { role: "QUALITY_LEAD", relations: ["NATIONAL"] } as const;
    expect(actionRefusal(moving, acting, state)).toBe("NOT_IN_THIS_STATE");
  });

  it.each(["RESPONSIBLE", "HOST", "EDUCATION_PROVIDER", "REMIT", "SHARED", "PANEL", "ICB", "REPORTED_BY"] as const)(
    "is not for who is %s to it",
    (relation) => {
      expect(actionRefusal(moving, { role: "QUALITY_LEAD", relations: [relation] }, "IN_PROGRESS")).toBe(
        "NOT_YOURS_TO_DO",
      );
    },
  );

  it.each([
    ["NATIONAL_BODY", "QUALITY_LEAD", true],
    ["NATIONAL_BODY", "CASE_HOLDER", true],
    ["NATIONAL_BODY", "EXECUTIVE", false],
    ["NATIONAL_BODY", "GUARDIAN", false],
    ["NATIONAL_BODY", "ANALYST", false],
    ["REGION", "QUALITY_LEAD", false],
    ["TRUST", "QUALITY_LEAD", false],
    ["REGULATOR", "QUALITY_LEAD", false],
  ] as const)("all of a provider is for %s as %s: %s", (organisationKind, role, may) => {
    expect(mayMoveAll({ organisationKind, role })).toBe(may);
  });
});
