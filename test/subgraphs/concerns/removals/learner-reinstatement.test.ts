import { describe, expect, it } from "@jest/globals";
import {
  isNextPhase,
  mayEnd,
  reinstatementRefusal,
  type Reinstatement,
} from "../../../../subgraphs/concerns/removals/learner-reinstatement.js";

const today = "2026-11-23";
const conditions = [{ text: "A consultant on site at night", owner: "Medical director", dueOn: "2027-03-01" }];
const plan: Reinstatement = {
  inForceSince: "2026-09-01",
  hasOpenRequirements: false,
  verifiedOn: "2026-11-10",
  regulatorView: "Content with a phased return.",
  isConsentedTo: true,
  phases: [
    { startsOn: "2026-12-01", conditions },
    { startsOn: "2027-02-01", conditions },
  ],
};

describe("the return of learners", () => {
  it.each([
    ["with requirements open", { hasOpenRequirements: true }, "REQUIREMENTS_OPEN"],
    ["before anybody has been to see", { verifiedOn: null }, "NOT_VERIFIED"],
    ["on a visit from before the removal", { verifiedOn: "2026-08-31" }, "NOT_VERIFIED"],
    ["before the regulator was asked", { regulatorView: null }, "REGULATOR_NOT_HEARD"],
    ["with nothing from the regulator", { regulatorView: "" }, "REGULATOR_NOT_HEARD"],
    ["without the authorities that decided", { isConsentedTo: false }, "CONSENT_MISSING"],
    ["all at once, without a phase", { phases: [] }, "PHASES_MISSING"],
    ["in a phase that has passed", { phases: [{ startsOn: "2026-11-22", conditions }] }, "PHASES_OUT_OF_ORDER"],
    ["in phases the wrong way round", { phases: [...plan.phases].reverse() }, "PHASES_OUT_OF_ORDER"],
    [
      "in a phase without conditions",
      { phases: [...plan.phases, { startsOn: "2027-03-01", conditions: [] }] },
      "CONDITIONS_MISSING",
    ],
  ])("%s is refused", (_, change, refusal) => {
    expect(reinstatementRefusal({ ...plan, ...change }, today)).toBe(refusal);
  });

  it.each([
    ["in phases, when all agree", {}],
    ["from today on", { phases: [{ startsOn: today, conditions }] }],
    ["verified on the day of the removal", { verifiedOn: "2026-09-01" }],
  ])("%s begins", (_, change) => {
    expect(reinstatementRefusal({ ...plan, ...change }, today)).toBeUndefined();
  });

  it.each([
    ["without a phase", [], false],
    ["with a phase to come", [true, false], false],
    ["with every phase complete", [true, true], true],
  ])("%s ends the removal: %s", (_, phases, ends) => {
    expect(mayEnd(phases.map((isComplete) => ({ isComplete })))).toBe(ends);
  });
});

describe("a phase is complete", () => {
  const first = { id: "1", startsOn: "2026-01-01", completedOn: null };
  const second = { id: "2", startsOn: "2026-02-01", completedOn: null };
  const done = { ...first, completedOn: "2026-01-20" };

  it.each([
    ["when it has begun and is the first", first, [first, second], "2026-01-01", true],
    ["when those before it are complete", second, [done, second], "2026-02-01", true],
    ["not before it begins", second, [done, second], "2026-01-31", false],
    ["not before those before it", second, [first, second], "2026-03-01", false],
    ["once", done, [done, second], "2026-01-21", false],
  ])("%s", (_, phase, phases, today, isNext) => {
    expect(isNextPhase(phase, phases, today)).toBe(isNext);
  });
});
