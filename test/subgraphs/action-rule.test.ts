import { describe, expect, it } from "@jest/globals";
import { actionRefusal, type ActionRule } from "../../subgraphs/action-rule.js";

const rule: ActionRule<"DRAFT" | "SENT" | "READ", "WRITER" | "READER"> = {
  relations: ["WRITER"],
  roles: ["QUALITY_LEAD", "CASE_HOLDER"],
  from: ["DRAFT"],
  to: "SENT",
};

describe("a rule of a lifecycle", () => {
  it("lets the right role of the right organisation act in the right state", () => {
    expect(actionRefusal(rule, { role: "CASE_HOLDER", relations: ["READER", "WRITER"] }, "DRAFT")).toBeUndefined();
  });

  it.each([
    ["the wrong role", "ANALYST", ["WRITER"], "DRAFT", "NOT_YOURS_TO_DO"],
    ["the wrong organisation", "QUALITY_LEAD", ["READER"], "DRAFT", "NOT_YOURS_TO_DO"],
    ["an organisation that has nothing to do with it", "QUALITY_LEAD", [], "DRAFT", "NOT_YOURS_TO_DO"],
    ["the wrong state", "QUALITY_LEAD", ["WRITER"], "SENT", "NOT_IN_THIS_STATE"],
  ] as const)("refuses %s", (_, role, relations, state, refusal) => {
    expect(actionRefusal(rule, { role, relations }, state)).toBe(refusal);
  });

  it("does not tell the state to somebody who may not act", () => {
    const outsider = { role: "MEMBER", relations: [] } as const;
    const answers = (["DRAFT", "SENT", "READ"] as const).map((state) => actionRefusal(rule, outsider, state));
    expect(new Set(answers)).toEqual(new Set(["NOT_YOURS_TO_DO"]));
  });
});
