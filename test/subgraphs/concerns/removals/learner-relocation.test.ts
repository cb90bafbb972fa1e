import { describe, expect, it } from "@jest/globals";
import { learnersWithoutPlace, relocationRefusal } from "../../../../subgraphs/concerns/removals/learner-relocation.js";

const doctors = { educationProvider: null, learners: 6 };
const students = { educationProvider: "ZZWEXU", learners: 9 };
const plan = { educationProvider: "ZZWEXU", places: 9, isPayProtected: true, isProgressionProtected: true };

describe("a plan for learners who go", () => {
  it.each([
    ["for learners of a university that are not removed", { educationProvider: "ZZOTHU" }, "NOT_THEIR_LEARNERS"],
    ["for whom nobody removes", { educationProvider: null }, "NOT_THEIR_LEARNERS"],
    ["that costs them pay", { isPayProtected: false }, "PAY_NOT_PROTECTED"],
    ["that costs them progress", { isProgressionProtected: false }, "PROGRESSION_NOT_PROTECTED"],
  ] as const)("%s is refused", (_, change, refusal) => {
    expect(relocationRefusal({ ...plan, ...change }, [students])).toBe(refusal);
  });

  it.each([
    ["of a university", plan],
    ["whom NHS England placed itself", { ...plan, educationProvider: null }],
  ])("%s is taken, with pay and progress protected", (_, taken) => {
    expect(relocationRefusal(taken, [doctors, students])).toBeUndefined();
  });
});

describe("learners without a place", () => {
  it.each([
    ["are all of them where there is no plan", [doctors, students], [], 15],
    ["are those for whom places are too few", [students], [{ ...plan, places: 5 }], 4],
    [
      "are none where places suffice",
      [students],
      [
        { ...plan, places: 5 },
        { ...plan, places: 4 },
      ],
      0,
    ],
    ["are not helped by more places for those of another", [doctors, students], [{ ...plan, places: 50 }], 6],
    ["count over the groups of a university", [students, { ...students, learners: 3 }], [plan], 3],
  ])("%s", (_, groups, relocations, without) => {
    expect(learnersWithoutPlace(groups, relocations)).toBe(without);
  });
});
