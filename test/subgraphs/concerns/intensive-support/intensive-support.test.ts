import { describe, expect, it } from "@jest/globals";
import { categoryMoves } from "../../../../subgraphs/concerns/casework-references.js";
import { intensiveSupport } from "../../../../subgraphs/concerns/concern-references.js";
import {
  categoryMoveRefusal,
  nextReviewOn,
  rate,
  reviewDueAfter,
  suggestedCategory,
  type CategoryMove,
  type CategoryMoveRefusal,
} from "../../../../subgraphs/concerns/intensive-support/intensive-support.js";

const framework = intensiveSupport();
const moves = categoryMoves();
const move: CategoryMove = {
  from: "ISF2",
  to: "ISF1",
  reason: "The plan works.",
  isNationallySignedOff: false,
  removal: "NONE",
};
const removals = ["NONE", "ALLOWS_SUSPENSION", "HOLDS_SUSPENSION"] as const;

const refused: readonly (readonly [title: string, change: Partial<CategoryMove>, refusal: CategoryMoveRefusal])[] = [
  ["to the category it has", { to: "ISF2" }, "SAME_CATEGORY"],
  ["to a category that the framework does not have", { to: "ISF5" }, "UNKNOWN_CATEGORY"],
  ["from a category that the framework does not have", { from: "" }, "UNKNOWN_CATEGORY"],
  ["down without a reason", { reason: "" }, "REASON_MISSING"],
  ["up without a reason", { to: "ISF3", reason: " \n" }, "REASON_MISSING"],
  ["down by two without national sign-off", { to: "ISF0" }, "NATIONAL_SIGN_OFF_MISSING"],
  ["down by three without national sign-off", { from: "ISF3", to: "ISF0" }, "NATIONAL_SIGN_OFF_MISSING"],
  ["to suspension without a removal", { from: "ISF3", to: "ISF4" }, "NO_REMOVAL_DECIDED"],
  [
    "to suspension without a removal, whoever signs it off",
    { from: "ISF3", to: "ISF4", isNationallySignedOff: true },
    "NO_REMOVAL_DECIDED",
  ],
  [
    "out of suspension while learners are away",
    { from: "ISF4", to: "ISF3", removal: "HOLDS_SUSPENSION" },
    "REMOVAL_IN_FORCE",
  ],
  [
    "from suspension to a minor concern",
    { from: "ISF4", to: "ISF1", isNationallySignedOff: true },
    "TOO_FAR_AFTER_REMOVAL",
  ],
  ["from suspension to no concern", { from: "ISF4", to: "ISF0", isNationallySignedOff: true }, "TOO_FAR_AFTER_REMOVAL"],
  ["from suspension down by two without national sign-off", { from: "ISF4", to: "ISF2" }, "NATIONAL_SIGN_OFF_MISSING"],
];

const allowed: readonly (readonly [title: string, change: Partial<CategoryMove>])[] = [
  ["down by one with a reason", {}],
  ["up by one with a reason", { to: "ISF3" }],
  ["up by three with a reason", { from: "ISF0", to: "ISF3" }],
  ["down by two with national sign-off", { to: "ISF0", isNationallySignedOff: true }],
  ["to suspension once a removal is decided", { from: "ISF3", to: "ISF4", removal: "ALLOWS_SUSPENSION" }],
  ["straight to suspension once learners are removed", { from: "ISF1", to: "ISF4", removal: "HOLDS_SUSPENSION" }],
  ["from suspension to a major concern when the removal has ended", { from: "ISF4", to: "ISF3" }],
  ["from suspension down by two, signed off nationally", { from: "ISF4", to: "ISF2", isNationallySignedOff: true }],
];

describe("a move between categories", () => {
  it.each(refused)("%s is refused", (_, change, refusal) => {
    expect(categoryMoveRefusal({ ...move, ...change }, framework, moves)).toBe(refusal);
  });

  it.each(allowed)("%s is allowed", (_, change) => {
    expect(categoryMoveRefusal({ ...move, ...change }, framework, moves)).toBeUndefined();
  });

  it("by one step from any category to its neighbour below suspension never needs national sign-off", () => {
    const steps = [0, 1, 2].flatMap((low) => [
      [`ISF${low}`, `ISF${low + 1}`],
      [`ISF${low + 1}`, `ISF${low}`],
    ]);
    for (const [from = "", to = ""] of steps)
      for (const removal of removals)
        expect(categoryMoveRefusal({ ...move, from, to, removal }, framework, moves)).toBeUndefined();
  });
});

describe("the rating of a risk", () => {
  const scores = [1, 2, 3, 4, 5].flatMap((likelihood) => [1, 2, 3, 4, 5].map((impact) => ({ likelihood, impact })));

  it.each([
    [1, 3, "LOW", "ISF0"],
    [2, 2, "MODERATE", "ISF1"],
    [2, 3, "MODERATE", "ISF1"],
    [2, 4, "HIGH", "ISF2"],
    [3, 4, "HIGH", "ISF2"],
    [3, 5, "EXTREME", "ISF3"],
    [5, 5, "EXTREME", "ISF3"],
  ])("likelihood %i by impact %i is %s and suggests %s", (likelihood, impact, band, category) => {
    expect(rate({ likelihood, impact }, framework)).toEqual({ likelihood, impact, score: likelihood * impact, band });
    expect(suggestedCategory({ likelihood, impact }, framework)).toBe(category);
  });

  it("has a band and a suggestion for every score there is, and never suggests suspension", () => {
    for (const score of scores) {
      expect(rate(score, framework).band).not.toBe("UNRATED");
      expect(suggestedCategory(score, framework)).toMatch(/^ISF[0-3]$/);
    }
  });

  it.each([
    [0, 5],
    [6, 5],
    [1, 7],
  ])("likelihood %i by impact %i, which is no score, suggests nothing", (likelihood, impact) => {
    expect(rate({ likelihood, impact }, framework).band).toBe("UNRATED");
    expect(suggestedCategory({ likelihood, impact }, framework)).toBeUndefined();
  });
});

describe("the review of a concern", () => {
  it.each([
    ["ISF0", null],
    ["ISF1", "2027-02-21"],
    ["ISF2", "2026-12-23"],
    ["ISF3", "2026-12-07"],
    ["ISF4", "2026-11-30"],
    ["ISF9", null],
  ])("in %s is next due on %s", (category, due) => {
    expect(nextReviewOn(category, "2026-11-23", framework)).toBe(due);
  });

  it.each([
    ["is due after the interval of its category", "2026-12-01", null, "2026-12-23"],
    ["is due at the meeting that was agreed, where that is sooner", "2026-12-01", "2026-12-10", "2026-12-10"],
    ["is not put off by a meeting that is later", "2026-12-01", "2027-03-01", "2026-12-23"],
    ["is not brought forward by the record of an earlier review", "2027-01-20", null, "2027-01-20"],
    ["is brought forward by a meeting, whatever was due", "2027-01-20", "2027-01-04", "2027-01-04"],
    ["is due after the interval where nothing was due before", null, null, "2026-12-23"],
  ])("%s", (_, before, nextMeetingOn, due) => {
    expect(reviewDueAfter("ISF2", before, { heldOn: "2026-11-23", nextMeetingOn }, framework)).toBe(due);
  });

  it.each([
    ["at the meeting that was agreed", "2027-03-01", "2027-03-01"],
    ["never, where none was", null, null],
  ])("in a category without an interval is due %s", (_, nextMeetingOn, due) => {
    expect(reviewDueAfter("ISF0", null, { heldOn: "2026-11-23", nextMeetingOn }, framework)).toBe(due);
  });
});
