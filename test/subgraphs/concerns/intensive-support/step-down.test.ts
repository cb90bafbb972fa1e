import { describe, expect, it } from "@jest/globals";
import { categoryMoves, requirementKinds } from "../../../../subgraphs/concerns/casework-references.js";
import { intensiveSupport } from "../../../../subgraphs/concerns/concern-references.js";
import { stepDownOf, type SteppingConcern } from "../../../../subgraphs/concerns/intensive-support/step-down.js";
import { isOutstanding } from "../../../../subgraphs/concerns/requirements/requirement-lifecycle.js";

const nothingLeft: SteppingConcern = {
  category: "ISF2",
  residualScore: 4,
  areLearnersRemoved: false,
  areRequirementsOutstanding: false,
};
const stepOf = (change: Partial<SteppingConcern>) =>
  stepDownOf({ ...nothingLeft, ...change }, intensiveSupport(), categoryMoves());

describe("a step down", () => {
  it.each([
    ["ISF1", "ISF0", 3],
    ["ISF2", "ISF1", 6],
    ["ISF3", "ISF2", 12],
    ["ISF4", "ISF3", 25],
  ])("from %s leads to %s, which a risk of up to %d suggests", (category, to, scoreAtMost) => {
    expect(stepOf({ category, residualScore: 1 })).toEqual({ to, scoreAtMost, needs: ["DECISION"] });
  });

  it.each([
    ["the lowest category", "ISF0"],
    ["a category that the framework does not have", "ISF7"],
  ])("leads nowhere from %s", (_, category) => {
    expect(stepOf({ category })).toBeNull();
  });

  it.each([
    ["that the risk is reduced, where it suggests a higher one", { residualScore: 8 }, ["RISK_REDUCED", "DECISION"]],
    ["nothing of a risk that just suggests the lower one", { residualScore: 6 }, ["DECISION"]],
    ["nothing of a risk that was not rated", { residualScore: null }, ["DECISION"]],
    ["that requirements are met", { areRequirementsOutstanding: true }, ["REQUIREMENTS_MET", "DECISION"]],
    [
      "that learners are back, where their removal holds the suspension",
      { category: "ISF4", areLearnersRemoved: true },
      ["LEARNERS_BACK", "DECISION"],
    ],
    ["not that they are back below suspension", { category: "ISF3", areLearnersRemoved: true }, ["DECISION"]],
  ] as const)("needs %s", (_, change, needs) => {
    expect(stepOf(change)?.needs).toEqual(needs);
  });
});

it.each([
  ["MANDATORY", "OPEN", true],
  ["MANDATORY", "RESPONDED", true],
  ["IMMEDIATE_MANDATORY", "CLOSURE_REQUESTED", true],
  ["MANDATORY", "CLOSED", false],
  ["MANDATORY", "CARRIED", false],
  ["MANDATORY", "WITHDRAWN", false],
  ["RECOMMENDATION", "OPEN", false],
])("a requirement of kind %s that is %s is outstanding: %s", (kind, state, outstanding) => {
  expect(isOutstanding({ kind, state }, requirementKinds())).toBe(outstanding);
});
