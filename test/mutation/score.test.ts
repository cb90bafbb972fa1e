import { expect, it } from "@jest/globals";
import { mutationPage } from "./mutation-page.js";
import { scoresIn, scoreTables, withNewer, type Score } from "./score.js";

const guard: Score = {
  file: "authorisation/guard.ts",
  on: "2026-01-31",
  counts: { KILLED: 999, NOT_LOADED: 3, EQUIVALENT: 2, SURVIVED: 1 },
};
const policy: Score = { ...guard, file: "authorisation/policy.ts", on: "2026-02-01" };

it("a page that was written can be read again", () => {
  expect(scoresIn(mutationPage([policy, guard]))).toEqual([policy, guard]);
});

it("a file that was tried again has its newer line, and the others keep theirs", () => {
  const newer = { ...guard, on: "2026-03-01" };
  expect(withNewer([guard, policy], [newer])).toEqual([policy, newer]);
});

it("a score leaves out what does not load or is equivalent, and is never rounded up to all", () => {
  expect(scoreTables([guard])).toMatch(/\| guard *\| *1005 \| *999 \| *3 \| *2 \| *1 \| 99\.9 % *\|/);
});
