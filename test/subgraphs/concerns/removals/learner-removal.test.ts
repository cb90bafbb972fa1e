import { describe, expect, it } from "@jest/globals";
import { relations } from "../../../../authorisation/relation.js";
import { actionRefusal } from "../../../../subgraphs/action-rule.js";
import { learnerRemoval } from "../../../../subgraphs/concerns/casework-references.js";
import {
  categoryEffect,
  effectOf,
  isOver,
  isStanding,
  nextRemovalReviewOn,
  noticeRefusal,
  outstandingNotices,
  removalActions,
  startRefusal,
  type RemovalAction,
  type RemovalState,
} from "../../../../subgraphs/concerns/removals/learner-removal.js";
import { decideAll, rolesThatMay } from "../../decide-all.js";

const reference = learnerRemoval();
const states = Object.keys(categoryEffect) as RemovalState[];
const deciding: readonly RemovalAction[] = ["consent", "decline", "consentToReturn"];
const actions = Object.keys(removalActions) as RemovalAction[];

describe("what may be done with a removal", () => {
  it.each([
    ["recordConsultation", ["PROPOSED"]],
    ["recordRelocation", ["PROPOSED", "CONSULTED", "DECIDED", "NOTIFIED", "IN_FORCE"]],
    ["consent", ["CONSULTED"]],
    ["decline", ["PROPOSED", "CONSULTED"]],
    ["withdraw", ["PROPOSED", "CONSULTED"]],
    ["recordNotice", ["DECIDED", "NOTIFIED", "IN_FORCE", "REINSTATING"]],
    ["bringIntoForce", ["DECIDED", "NOTIFIED"]],
    ["review", ["IN_FORCE", "REINSTATING"]],
    ["consentToReturn", ["IN_FORCE"]],
    ["reinstate", ["IN_FORCE"]],
    ["completePhase", ["REINSTATING"]],
    ["haltReinstatement", ["REINSTATING"]],
    ["end", ["REINSTATING"]],
  ] as const)("%s is done while it is %j, and not otherwise", (action, from) => {
    const acting = { role: "QUALITY_LEAD", relations: ["REGIONAL"] } as const;
    expect(decideAll(removalActions[action], acting, states)).toEqual(from);
  });

  it.each([
    ["the provider", "EXECUTIVE", "RESPONSIBLE"],
    ["the site", "QUALITY_LEAD", "HOST"],
    ["a regulator", "QUALITY_LEAD", "REMIT"],
    ["the integrated care board", "EXECUTIVE", "ICB"],
    ["who reported", "QUALITY_LEAD", "REPORTED_BY"],
    ["a guardian of the region", "GUARDIAN", "REGIONAL"],
    ["an analyst of the national team", "ANALYST", "NATIONAL"],
  ] as const)("nothing is done by %s, in any state", (_, role, relation) => {
    for (const action of actions)
      expect(decideAll(removalActions[action], { role, relations: [relation] }, states)).toEqual([]);
  });

  it("the university consents or declines, and does nothing else", () => {
    const acting = { role: "QUALITY_LEAD", relations: ["EDUCATION_PROVIDER"] } as const;
    const done = actions.filter((action) => decideAll(removalActions[action], acting, states).length > 0);
    expect(done).toEqual(["consent", "decline", "consentToReturn"]);
  });

  it.each(actions.filter((action) => !deciding.includes(action)))(
    "%s is done by the leads and case-holders of NHS England, and by nobody else",
    (action) => {
      const actors = ["QUALITY_LEAD", "CASE_HOLDER"];
      expect(rolesThatMay(removalActions[action], relations, states)).toEqual({ REGIONAL: actors, NATIONAL: actors });
    },
  );

  it.each(deciding)("%s is for leads and executives of an authority, and for nobody else", (action) => {
    const actors = ["QUALITY_LEAD", "EXECUTIVE"];
    expect(rolesThatMay(removalActions[action], relations, states)).toEqual({
      EDUCATION_PROVIDER: actors,
      REGIONAL: actors,
      NATIONAL: actors,
    });
  });

  it("a case-holder prepares and does not decide", () => {
    const acting = { role: "CASE_HOLDER", relations: ["REGIONAL"] } as const;
    expect(actionRefusal(removalActions.consent, acting, "CONSULTED")).toBe("NOT_YOURS_TO_DO");
  });

  it("it ends only from reinstatement, and reinstatement begins only in force", () => {
    const leadsTo = (to: RemovalState) =>
      actions.filter((action) => removalActions[action].to === to).flatMap((action) => removalActions[action].from);
    expect(leadsTo("ENDED")).toEqual(["REINSTATING"]);
    expect(leadsTo("REINSTATING")).toEqual(["IN_FORCE"]);
    expect(leadsTo("PROPOSED")).toEqual([]);
  });

  it("what has ended, was declined or was withdrawn stays so", () => {
    for (const action of actions)
      for (const state of states.filter(isOver)) expect(removalActions[action].from).not.toContain(state);
  });
});

describe("what a removal says of the category", () => {
  it.each([
    ["nothing while it is only proposed", ["PROPOSED", "CONSULTED"], "NONE"],
    ["nothing where it was declined", ["DECLINED"], "NONE"],
    ["nothing where it was withdrawn", ["WITHDRAWN"], "NONE"],
    ["nothing once it has ended", ["ENDED"], "NONE"],
    ["nothing where there is none", [], "NONE"],
    ["that it may be suspension once it is decided", ["DECIDED"], "ALLOWS_SUSPENSION"],
    ["that it is suspension while in force", ["IN_FORCE"], "HOLDS_SUSPENSION"],
    ["that it is suspension until the last learners are back", ["ENDED", "REINSTATING"], "HOLDS_SUSPENSION"],
    ["the strongest of several", ["DECLINED", "NOTIFIED", "IN_FORCE"], "HOLDS_SUSPENSION"],
  ] as const)("%s", (_, removals, effect) => {
    expect(effectOf(removals)).toBe(effect);
  });
});

it.each([
  ["PROPOSED", "neither"],
  ["CONSULTED", "neither"],
  ["DECLINED", "over"],
  ["WITHDRAWN", "over"],
  ["DECIDED", "standing"],
  ["NOTIFIED", "standing"],
  ["IN_FORCE", "standing"],
  ["REINSTATING", "standing"],
  ["ENDED", "over"],
] as const)("a removal that is %s is %s", (state, stands) => {
  expect([isStanding(state), isOver(state)]).toEqual([stands === "standing", stands === "over"]);
});

describe("a notice", () => {
  it.each([
    ["to somebody who is in no list", "NEWSPAPERS", false, "UNKNOWN_NOTICE"],
    ["that the learners are not concerned", "LEARNERS", true, "HAS_TO_BE_TOLD"],
    ["that the regulators are not concerned", "REGULATORS", true, "HAS_TO_BE_TOLD"],
    ["to the learners", "LEARNERS", false, undefined],
    ["that no lead employer is concerned", "LEAD_EMPLOYER", true, undefined],
  ] as const)("%s: %s %s is answered with %s", (_, told, isNotApplicable, refusal) => {
    expect(noticeRefusal({ told, isNotApplicable }, reference)).toBe(refusal);
  });
});

describe("the notices of a removal", () => {
  const all = reference.notices.map(({ code }) => code);
  const told = all.map((code) => ({ told: code, isNotApplicable: false }));

  it("go to the provider, regulators, boards, universities, employer, other regions and learners", () => {
    expect(outstandingNotices([], reference)).toEqual([
      "PROVIDER_BOARD",
      "REGULATORS",
      "ICB",
      "CQC",
      "EDUCATION_PROVIDERS",
      "LEAD_EMPLOYER",
      "OTHER_REGIONS",
      "LEARNERS",
    ]);
  });

  it("are complete when all are given, and not before", () => {
    expect(outstandingNotices(told, reference)).toEqual([]);
    for (const missing of all)
      expect(
        outstandingNotices(
          told.filter((notice) => notice.told !== missing),
          reference,
        ),
      ).toEqual([missing]);
  });

  it.each([
    ["LEARNERS", true],
    ["REGULATORS", true],
    ["PROVIDER_BOARD", true],
    ["LEAD_EMPLOYER", false],
    ["OTHER_REGIONS", false],
  ])("to %s, found not to be concerned, are outstanding: %s", (code, isOutstanding) => {
    const notices = outstandingNotices([{ told: code, isNotApplicable: true }], reference);
    expect(notices.includes(code)).toBe(isOutstanding);
  });
});

describe("a removal comes into force", () => {
  const ready = { isUrgent: false, learnersWithoutPlace: 0 };

  it.each([
    ["before everybody is told", ready, ["LEARNERS"], "NOTICES_MISSING"],
    ["while one learner has nowhere to go", { ...ready, learnersWithoutPlace: 1 }, [], "RELOCATION_MISSING"],
  ])("not %s", (_, removal, outstanding, refusal) => {
    expect(startRefusal(removal, outstanding)).toBe(refusal);
  });

  it.each([
    ["when all are told and there is somewhere to go", ready, []],
    [
      "at once where safety is urgent, and the notices follow",
      { isUrgent: true, learnersWithoutPlace: 9 },
      ["LEARNERS"],
    ],
  ])("%s", (_, removal, outstanding) => {
    expect(startRefusal(removal, outstanding)).toBeUndefined();
  });

  it("and is reviewed a week later, and every week from then on", () => {
    expect(nextRemovalReviewOn("2026-12-28", reference)).toBe("2027-01-04");
  });
});
