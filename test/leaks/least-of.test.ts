/** What a leak is shrunk with finds the few things that it takes, wherever they stand. */
import { expect, it } from "@jest/globals";
import fc from "fast-check";
import { leastOf } from "./least-of.js";

it("keeps just what is needed, of whatever there is", async () => {
  const needs = fc.uniqueArray(fc.nat({ max: 60 }), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(needs, async (needed) => {
      const all = Array.from({ length: 61 }, (_, item) => item);
      const least = await leastOf(all, (some) => Promise.resolve(needed.every((item) => some.includes(item))));
      expect([...least].sort()).toEqual([...needed].sort());
    }),
  );
});

it("finds one among a thousand in a few tries", async () => {
  let tries = 0;
  const all = Array.from({ length: 1_000 }, (_, item) => item);
  const least = await leastOf(all, (some) => {
    tries += 1;
    return Promise.resolve(some.includes(1));
  });
  expect(least).toEqual([1]);
  expect(tries).toBeLessThan(25);
});

it("keeps all where all is needed", async () => {
  expect(await leastOf([1, 2, 3], (some) => Promise.resolve(some.length === 3))).toEqual([1, 2, 3]);
});
