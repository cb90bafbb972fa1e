import { describe, expect, it } from "@jest/globals";
import { reviewPanel } from "../../../../subgraphs/concerns/casework-references.js";
import { decisionRefusal, type PanelDecision } from "../../../../subgraphs/concerns/panels/panel-decision.js";

const today = "2026-11-23";
const reference = {
  ...reviewPanel(),
  convenedOn: "2026-11-20",
  convenor: "Y60",
  attending: ["Y60", "CQC", "GMC"],
};
const visitByCqc = { owner: "CQC", text: "Visit the ward", dueOn: "2026-12-15" };
const visitByGmc = { ...visitByCqc, owner: "GMC" };
const decision: PanelDecision = {
  heldOn: today,
  attended: ["Y60", "CQC", "GMC"],
  outcomes: ["JOINT_VISIT"],
  atRisk: ["LEARNERS", "PATIENTS"],
  urgency: "PROMPT",
  actions: [visitByCqc, visitByGmc],
  dissents: [],
  personalData: null,
  reviewOn: null,
};

describe("the decision of a review panel", () => {
  it.each([
    ["of a meeting to come", { heldOn: "2026-11-24" }, "HELD_IN_THE_FUTURE"],
    ["of a meeting before it was convened", { heldOn: "2026-11-19" }, "HELD_BEFORE_CONVENED"],
    ["without the convenor", { attended: ["CQC", "GMC"] }, "NOT_ATTENDING"],
    ["of a body that did not accept", { attended: ["Y60", "CQC", "NMC"] }, "NOT_ATTENDING"],
    ["of one body by itself", { attended: ["Y60"] }, "TOO_FEW_BODIES"],
    ["of one body named twice", { attended: ["Y60", "Y60"] }, "TOO_FEW_BODIES"],
    ["without an outcome", { outcomes: [] }, "OUTCOME_MISSING"],
    ["with an outcome that is not in the list", { outcomes: ["JOINT_VISIT", "BLAME"] }, "UNKNOWN_OUTCOME"],
    ["that does nothing and something", { outcomes: ["NO_FURTHER_ACTION", "MONITOR"] }, "OUTCOMES_CONTRADICT"],
    ["about people who are not in the list", { atRisk: ["VISITORS"] }, "RISK_VIEW_MISSING"],
    ["without a view of the urgency", { urgency: "" }, "RISK_VIEW_MISSING"],
    [
      "with an action of a body that was not there",
      { actions: [visitByCqc, { ...visitByGmc, owner: "NMC" }] },
      "ACTION_OF_ABSENT_BODY",
    ],
    [
      "with an action of the provider",
      { actions: [visitByCqc, { ...visitByGmc, owner: "ZZN01" }] },
      "ACTION_OF_ABSENT_BODY",
    ],
    ["with an action that says nothing", { actions: [visitByCqc, { ...visitByGmc, text: " " }] }, "ACTION_INCOMPLETE"],
    [
      "with an action due yesterday",
      { actions: [visitByCqc, { ...visitByGmc, dueOn: "2026-11-22" }] },
      "ACTION_DUE_IN_THE_PAST",
    ],
    ["on a joint visit of one body", { actions: [visitByCqc, visitByCqc] }, "TOO_FEW_ACTIONS"],
    ["to ask for information, by nobody", { outcomes: ["INFORMATION_REQUEST"], actions: [] }, "TOO_FEW_ACTIONS"],
    ["to monitor, with no date", { outcomes: ["MONITOR"], actions: [] }, "REVIEW_DATE_MISSING"],
    ["to monitor and visit, with no date", { outcomes: ["MONITOR", "JOINT_VISIT"] }, "REVIEW_DATE_MISSING"],
    [
      "to visit and ask, by one body",
      { outcomes: ["INFORMATION_REQUEST", "JOINT_VISIT"], actions: [visitByCqc] },
      "TOO_FEW_ACTIONS",
    ],
    ["to meet again today", { outcomes: ["RECONVENE"], actions: [], reviewOn: today }, "REVIEW_DATE_MISSING"],
    [
      "with dissent of a body that was not there",
      { dissents: [{ organisation: "NMC", text: "Not so." }] },
      "DISSENT_OF_ABSENT_BODY",
    ],
    [
      "on personal data without a lawful basis",
      { personalData: { lawfulBasis: "", whyNecessary: "To visit" } },
      "LAWFUL_BASIS_MISSING",
    ],
    [
      "on personal data without need",
      { personalData: { lawfulBasis: "Public task", whyNecessary: " " } },
      "LAWFUL_BASIS_MISSING",
    ],
  ] as const)("%s is refused", (_, change, refusal) => {
    expect(decisionRefusal({ ...decision, ...change }, today, reference)).toBe(refusal);
  });

  it.each([
    ["on a joint visit of two bodies", {}],
    [
      "of no more bodies than it takes",
      { attended: ["Y60", "CQC"], actions: [visitByCqc, { ...visitByGmc, owner: "Y60" }] },
    ],
    ["on the day it was convened", { heldOn: "2026-11-20" }],
    ["with an action due today", { actions: [visitByCqc, { ...visitByGmc, dueOn: today }] }],
    ["to do nothing further", { outcomes: ["NO_FURTHER_ACTION"], actions: [], atRisk: [], urgency: "NONE" }],
    ["to monitor until a date", { outcomes: ["MONITOR"], actions: [], reviewOn: "2027-01-15" }],
    ["with dissent", { dissents: [{ organisation: "GMC", text: "A visit is too early." }] }],
    ["on personal data that were needed", { personalData: { lawfulBasis: "Public task", whyNecessary: "To visit" } }],
    ["to do several things at once", { outcomes: ["JOINT_VISIT", "RECONVENE"], reviewOn: "2027-01-15" }],
  ] as const)("%s is taken", (_, change) => {
    expect(decisionRefusal({ ...decision, ...change }, today, reference)).toBeUndefined();
  });
});
