/** The planted leaks are changes of what is there: a file that has moved on is told here, and not by a hunt that fails. */
import { readFileSync } from "node:fs";
import { expect, it } from "@jest/globals";
import { plantedLeaks } from "./planted-leaks.js";

it.each(plantedLeaks)("$name can be planted", ({ faults }) => {
  const files = new Map<string, string>();
  for (const { file, find, put } of faults) {
    const parts = (files.get(file) ?? readFileSync(file, "utf8")).split(find);
    expect([file, find, parts.length]).toEqual([file, find, 2]);
    expect(put).not.toBe(find);
    files.set(file, parts.join(put));
  }
});

it("there are thirty or more, each under a name of its own", () => {
  expect(new Set(plantedLeaks.map(({ name }) => name)).size).toBe(plantedLeaks.length);
  expect(plantedLeaks.length).toBeGreaterThanOrEqual(30);
});
