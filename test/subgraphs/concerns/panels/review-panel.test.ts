import { describe, expect, it } from "@jest/globals";
import {
  actionChangeRefusal,
  invitationRefusal,
  panelActions,
  panelClosureRefusal,
  partsOf,
  type AgreedAction,
  type PanelAction,
  type PanelPart,
} from "../../../../subgraphs/concerns/panels/review-panel.js";
import { decideAll } from "../../decide-all.js";

const today = "2026-11-23";
const states = ["CONVENED", "DECIDED", "CLOSED"] as const;
const actions = Object.keys(panelActions) as PanelAction[];

describe("what may be done with a review panel", () => {
  const done = (part: PanelPart) =>
    actions.filter(
      (action) => decideAll(panelActions[action], { role: "QUALITY_LEAD", relations: [part] }, states).length > 0,
    );

  it.each([
    ["invite", ["CONVENED"]],
    ["contribute", ["CONVENED"]],
    ["recordDecision", ["CONVENED"]],
    ["dissent", ["DECIDED"]],
    ["completeAction", ["DECIDED"]],
    ["decideDisclosure", ["DECIDED"]],
    ["close", ["DECIDED"]],
  ] as const)("%s is done by the convenor while it is %j, and not otherwise", (action, from) => {
    expect(decideAll(panelActions[action], { role: "EXECUTIVE", relations: ["CONVENOR"] }, states)).toEqual(from);
  });

  it("a body that attends contributes, dissents and sees to its actions, and does nothing else", () => {
    expect(done("ATTENDING")).toEqual(["contribute", "dissent", "completeAction"]);
  });

  it("a body that has not answered can only answer", () => {
    expect(done("INVITED")).toEqual(["respondToInvitation"]);
  });

  it.each(["ANALYST", "AUDITOR", "GUARDIAN", "MEMBER", "OPERATOR"] as const)(
    "%s does nothing, whoever the body is",
    (role) => {
      for (const action of actions)
        expect(
          decideAll(panelActions[action], { role, relations: ["CONVENOR", "ATTENDING", "INVITED"] }, states),
        ).toEqual([]);
    },
  );

  it("nothing is done once it is closed", () => {
    for (const action of actions) expect(panelActions[action].from).not.toContain("CLOSED");
  });
});

describe("the part of a body in a panel", () => {
  const panel = {
    convenor: "Y60",
    invitations: [
      { organisation: "CQC", state: "ACCEPTED" },
      { organisation: "GMC", state: "INVITED" },
      { organisation: "NMC", state: "DECLINED" },
      { organisation: "GDC", state: "NOT_APPLICABLE" },
    ],
  } as const;

  it.each([
    ["Y60", ["CONVENOR"]],
    ["CQC", ["ATTENDING", "INVITED"]],
    ["GMC", ["INVITED"]],
    ["NMC", []],
    ["GDC", []],
    ["HCPC", []],
    ["ZZN01", []],
  ])("of %s is %j", (organisation, parts) => {
    expect(partsOf(organisation, panel)).toEqual(parts);
  });
});

describe("the answer to an invitation", () => {
  it.each([
    ["INVITED", "Later", "NOT_AN_ANSWER"],
    ["DECLINED", "", "REASON_MISSING"],
    ["DECLINED", "  ", "REASON_MISSING"],
    ["DECLINED", "Not our remit at this site.", undefined],
    ["NOT_APPLICABLE", "", undefined],
    ["ACCEPTED", "", undefined],
  ] as const)("%s with the words %j: %s", (answer, reason, refusal) => {
    expect(invitationRefusal(answer, reason)).toBe(refusal);
  });
});

describe("an action of a panel", () => {
  const action: AgreedAction = { owner: "CQC", dueOn: today, status: "AGREED" };

  it.each([
    ["done by the convenor for its owner", action, "DONE", "Y60", "", "NOT_YOURS_TO_DO"],
    ["dropped by another body", action, "DROPPED", "GMC", "No need.", "NOT_YOURS_TO_DO"],
    ["dropped without a reason", action, "DROPPED", "CQC", " ", "REASON_MISSING"],
    ["done twice", { ...action, status: "DONE" }, "DONE", "CQC", "", "NOT_IN_THIS_STATE"],
    ["taken up again", { ...action, status: "DROPPED" }, "AGREED", "CQC", "", "NOT_IN_THIS_STATE"],
    ["agreed once more", action, "AGREED", "CQC", "", "NOT_IN_THIS_STATE"],
  ] as const)("is not %s", (_, from, to, organisation, reason, refusal) => {
    expect(actionChangeRefusal(from, to, organisation, reason)).toBe(refusal);
  });

  it.each([
    ["done", "DONE", ""],
    ["dropped with a reason", "DROPPED", "The visit showed no need."],
  ] as const)("is %s by its owner", (_, to, reason) => {
    expect(actionChangeRefusal(action, to, "CQC", reason)).toBeUndefined();
  });
});

describe("the closure of a panel", () => {
  const done: AgreedAction = { owner: "CQC", dueOn: today, status: "DONE" };
  const told = { tell: true, whom: "The provider", by: "Y60", on: today } as const;
  const panel = { actions: [done], disclosure: told, reviewOn: null };

  it.each([
    ["with an action outstanding", { actions: [done, { ...done, status: "AGREED" }] }, "ACTIONS_OPEN"],
    ["before it is decided what those concerned are told", { disclosure: null }, "DISCLOSURE_UNDECIDED"],
    [
      "with no reason for telling them nothing",
      { disclosure: { tell: false, because: "" } },
      "REASON_TO_WITHHOLD_MISSING",
    ],
    ["before its review", { reviewOn: "2026-11-24" }, "REVIEW_AHEAD"],
  ] as const)("%s is refused", (_, change, refusal) => {
    expect(panelClosureRefusal({ ...panel, ...change }, today)).toBe(refusal);
  });

  it.each([
    ["when its actions are done and those concerned are told", {}],
    [
      "when they are not told, for a reason",
      { disclosure: { tell: false, because: "It would prejudice an inquiry." } },
    ],
    ["without actions", { actions: [] }],
    ["on the day of its review", { reviewOn: today }],
  ] as const)("%s is allowed", (_, change) => {
    expect(panelClosureRefusal({ ...panel, ...change }, today)).toBeUndefined();
  });
});
