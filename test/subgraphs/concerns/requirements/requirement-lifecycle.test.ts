import { describe, expect, it } from "@jest/globals";
import { actionRefusal } from "../../../../subgraphs/action-rule.js";
import { categoryMoves, requirementKinds } from "../../../../subgraphs/concerns/casework-references.js";
import {
  carryRefusal,
  closureRefusal,
  holdsConcernOpen,
  requirementActions,
  type ClosingConcern,
  type Condition,
} from "../../../../subgraphs/concerns/requirements/requirement-lifecycle.js";
import { relations } from "../../../../authorisation/relation.js";
import { decideAll, rolesThatMay } from "../../decide-all.js";

const kinds = requirementKinds();
const { closableIn } = categoryMoves();
const condition: Condition = {
  text: "Report uptake to the board",
  owner: "Director of medical education",
  dueOn: "2027-02-01",
};
const states = ["OPEN", "RESPONDED", "CLOSURE_REQUESTED", "CLOSED", "CARRIED", "WITHDRAWN"] as const;

describe("what may be done with a requirement", () => {
  it.each([
    ["respond", "RESPONSIBLE", ["OPEN", "RESPONDED"]],
    ["requestClosure", "RESPONSIBLE", ["OPEN", "RESPONDED"]],
    ["return", "REGIONAL", ["RESPONDED", "CLOSURE_REQUESTED"]],
    ["close", "NATIONAL", ["RESPONDED", "CLOSURE_REQUESTED"]],
    ["carry", "REGIONAL", ["RESPONDED", "CLOSURE_REQUESTED"]],
    ["withdraw", "NATIONAL", ["OPEN", "RESPONDED", "CLOSURE_REQUESTED"]],
  ] as const)("%s is done as %s while it is one of %j, and not otherwise", (action, relation, from) => {
    expect(decideAll(requirementActions[action], { role: "QUALITY_LEAD", relations: [relation] }, states)).toEqual(
      from,
    );
  });

  it.each([
    ["the provider closes none", "close", "QUALITY_LEAD", "RESPONSIBLE"],
    ["the provider carries none into business as usual", "carry", "EXECUTIVE", "RESPONSIBLE"],
    ["the provider returns none to itself", "return", "EXECUTIVE", "RESPONSIBLE"],
    ["the provider withdraws none", "withdraw", "EXECUTIVE", "RESPONSIBLE"],
    ["NHS England asks for no closure", "requestClosure", "QUALITY_LEAD", "NATIONAL"],
    ["the site asks for no closure", "requestClosure", "EXECUTIVE", "HOST"],
    ["NHS England does not answer for the provider", "respond", "CASE_HOLDER", "REGIONAL"],
    ["a regulator does not answer", "respond", "QUALITY_LEAD", "REMIT"],
    ["a regulator closes none", "close", "QUALITY_LEAD", "REMIT"],
    ["the site does not answer for the provider", "respond", "QUALITY_LEAD", "HOST"],
    ["who reported closes none", "close", "QUALITY_LEAD", "REPORTED_BY"],
    ["an analyst closes none", "close", "ANALYST", "NATIONAL"],
    ["a guardian answers none", "respond", "GUARDIAN", "RESPONSIBLE"],
  ] as const)("%s", (_, action, role, relation) => {
    for (const state of states)
      expect(actionRefusal(requirementActions[action], { role, relations: [relation] }, state)).toBe("NOT_YOURS_TO_DO");
  });

  it.each([
    ["respond", { RESPONSIBLE: ["QUALITY_LEAD", "CASE_HOLDER", "EXECUTIVE"] }],
    ["return", { REGIONAL: ["QUALITY_LEAD", "CASE_HOLDER"], NATIONAL: ["QUALITY_LEAD", "CASE_HOLDER"] }],
    ["close", { REGIONAL: ["QUALITY_LEAD", "CASE_HOLDER"], NATIONAL: ["QUALITY_LEAD", "CASE_HOLDER"] }],
    ["carry", { REGIONAL: ["QUALITY_LEAD", "CASE_HOLDER"], NATIONAL: ["QUALITY_LEAD", "CASE_HOLDER"] }],
    ["withdraw", { REGIONAL: ["QUALITY_LEAD", "CASE_HOLDER"], NATIONAL: ["QUALITY_LEAD", "CASE_HOLDER"] }],
    ["requestClosure", { RESPONSIBLE: ["QUALITY_LEAD", "CASE_HOLDER", "EXECUTIVE"] }],
  ] as const)("%s is done by %j and by nobody else", (action, actors) => {
    expect(rolesThatMay(requirementActions[action], relations, states)).toEqual(actors);
  });

  it("returned, it is open again", () => {
    expect(requirementActions.return.to).toBe("OPEN");
  });
});

describe("a requirement carried into business as usual", () => {
  it.each([
    ["without conditions", [], "CONDITIONS_MISSING"],
    ["with a condition that says nothing", [condition, { ...condition, text: " " }], "CONDITION_WITHOUT_TEXT"],
    ["with a condition that nobody owns", [condition, { ...condition, owner: "" }], "CONDITION_WITHOUT_OWNER"],
    ["with a condition that a person owns", [condition, { ...condition, owner: "Dr Ada Adams" }], "OWNER_IS_A_PERSON"],
    [
      "with a condition that is due in the past",
      [condition, { ...condition, dueOn: "2026-11-22" }],
      "CONDITION_DUE_IN_THE_PAST",
    ],
  ])("%s is refused", (_, conditions, refusal) => {
    expect(carryRefusal(conditions, "2026-11-23")).toBe(refusal);
  });

  it("with conditions that are owned and dated is allowed", () => {
    expect(carryRefusal([condition, { ...condition, dueOn: "2026-11-23" }], "2026-11-23")).toBeUndefined();
  });
});

describe("the closure of a concern", () => {
  const concern: ClosingConcern = { category: "ISF1", requirements: [], removals: [] };
  const open = { kind: "MANDATORY", state: "OPEN", conditions: [] };

  it.each([
    ["in ISF2", { category: "ISF2" }, "CATEGORY_TOO_HIGH_TO_CLOSE"],
    ["in ISF3", { category: "ISF3" }, "CATEGORY_TOO_HIGH_TO_CLOSE"],
    ["in ISF4", { category: "ISF4" }, "CATEGORY_TOO_HIGH_TO_CLOSE"],
    ["in a category that nobody knows", { category: "ISF" }, "CATEGORY_TOO_HIGH_TO_CLOSE"],
    ["with a requirement open", { requirements: [open] }, "REQUIREMENTS_OPEN"],
    [
      "with an answer that nobody has looked at",
      { requirements: [{ ...open, state: "RESPONDED" }] },
      "REQUIREMENTS_OPEN",
    ],
    [
      "with a closure asked for and not verified",
      { requirements: [{ ...open, state: "CLOSURE_REQUESTED" }] },
      "REQUIREMENTS_OPEN",
    ],
    ["with one carried without conditions", { requirements: [{ ...open, state: "CARRIED" }] }, "REQUIREMENTS_OPEN"],
    ["with one of a kind that nobody knows", { requirements: [{ ...open, kind: "WISH" }] }, "REQUIREMENTS_OPEN"],
    ["with one in a state that nobody knows", { requirements: [{ ...open, state: "DONE" }] }, "REQUIREMENTS_OPEN"],
    ["with a removal proposed", { removals: ["PROPOSED"] }, "REMOVAL_NOT_ENDED"],
    ["with a removal in force", { removals: ["ENDED", "IN_FORCE"] }, "REMOVAL_NOT_ENDED"],
    ["with learners on their way back", { removals: ["REINSTATING"] }, "REMOVAL_NOT_ENDED"],
  ] as const)("%s is refused", (_, change, refusal) => {
    expect(closureRefusal({ ...concern, ...change }, closableIn, kinds)).toBe(refusal);
  });

  it.each([
    ["in ISF0", { category: "ISF0" }],
    ["with every requirement closed", { requirements: [{ ...open, state: "CLOSED" }] }],
    ["with every requirement withdrawn", { requirements: [{ ...open, state: "WITHDRAWN" }] }],
    [
      "with the rest carried under conditions",
      { requirements: [{ ...open, state: "CARRIED", conditions: [condition] }] },
    ],
    ["with a recommendation open", { requirements: [{ ...open, kind: "RECOMMENDATION" }] }],
    ["with removals that ended or were not decided", { removals: ["ENDED", "DECLINED"] }],
  ] as const)("%s is allowed", (_, change) => {
    expect(closureRefusal({ ...concern, ...change }, closableIn, kinds)).toBeUndefined();
  });

  it("is held by what is immediate and by what is mandatory alike", () => {
    expect(["IMMEDIATE_MANDATORY", "MANDATORY"].map((kind) => holdsConcernOpen({ ...open, kind }, kinds))).toEqual([
      true,
      true,
    ]);
  });
});
