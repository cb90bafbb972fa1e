/**
 * The leak hunt: two hubs that differ only in what a caller may not see are the same to that caller, whatever is asked,
 * in whatever order, and whoever asks beside; to the byte, headers included, and by the same statements. A short hunt
 * here; `npm run test:leaks` hunts for as long as is wanted.
 */
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { counterexample } from "./counterexample.js";
import { createCoverage, type Coverage } from "./coverage.js";
import { everyPrey, roam, shrunk, standsOf, sweep, type Leak, type Prey } from "./hunt.js";
import { openHuntedTwins, type HuntedTwins } from "./hunted-twins.js";
import { huntSettings } from "./hunt-settings.js";
import { showHidden } from "./leak-in-the-database.js";
import { differByThemselves, isStillHidden } from "./still-hidden.js";

const { seed, milliseconds, rounds, isRenewed, shrinkMilliseconds } = huntSettings();

let twins: HuntedTwins;
let preys: readonly Prey[];
let coverage: Coverage;

beforeAll(async () => {
  twins = await openHuntedTwins(isRenewed);
  preys = everyPrey(twins);
  coverage = createCoverage();
}, 300_000);
afterAll(() => twins.close());

let isFound = false;

async function expectNone(leak: Leak | undefined): Promise<void> {
  if (leak === undefined) return;
  isFound = true;
  const least = await shrunk(twins, leak, shrinkMilliseconds);
  const unvaried = await openHuntedTwins(isRenewed);
  const byThemselves = await differByThemselves(unvaried, least).finally(() => unvaried.close());
  if (byThemselves !== undefined)
    throw new Error(`The hunt is wrong: they differ where nothing is varied.\n${counterexample(twins, byThemselves)}`);
  const isHidden = await isStillHidden(twins, least.session);
  throw new Error(`${isHidden ? "" : "The hunt is wrong: this is to be seen.\n"}${counterexample(twins, least)}`);
}

it("nobody can tell apart what differs in all that is hidden", async () => {
  await expectNone(await sweep(twins, standsOf(preys, rounds), coverage));
}, 3_600_000);

it("reached every hidden field in every position, for every kind of caller", () => {
  expect(coverage.missed()).toEqual([]);
  expect(coverage.counts().expected).toBeGreaterThan(1_000);
});

it(`nobody can in sessions at random, seed ${seed}`, async () => {
  // One leak is enough, and what is asked after it tells no more.
  if (isFound) return;
  const { leak, sessions } = await roam(twins, preys, { seed, milliseconds });
  await expectNone(leak);
  expect(sessions).toBeGreaterThan(0);
}, 40_000_000);

it("finds a view that shows what it should mask, and says how", async () => {
  await showHidden(twins, "concern", "narrative");
  const leak = await sweep(
    twins,
    preys
      .filter(({ person }) => person.name === "northmoor-lead")
      .map((prey) => ({ prey, mixture: ["change"], turn: 0, turns: 1 })),
  );
  expect(leak).toBeDefined();
  if (leak === undefined) return;
  expect(await isStillHidden(twins, leak.session)).toBe(true);
  expect(counterexample(twins, leak)).toMatch(/Concern\.narrative(.|\n)*curl .*\n(.|\n)*curl /);
}, 300_000);
