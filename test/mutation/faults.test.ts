/** Which mutants are made of a text, as the lines that change. */
import { describe, expect, it } from "@jest/globals";
import { parseSync } from "@swc/core";
import { readFileSync } from "node:fs";
import { codeFaults } from "./code-faults.js";
import { outcomeOf, type RunReport } from "./lane.js";
import { mutantsFrom, shown } from "./mutant.js";
import { targets } from "./targets.js";
import { mutantsOf } from "./try-mutants.js";

function mutated(text: string): string[] {
  return mutantsFrom("a.ts", text, codeFaults("a.ts", text)).map((mutant) => mutant.is.trim());
}

describe("a program", () => {
  it.each([
    ["a statement", "tell(it);", [""]],
    ["a condition", "const a = b ? c : d;", ["const a = true ? c : d;", "const a = false ? c : d;"]],
    ["an operand", "const a = b && c;", ["const a = b;", "const a = c;"]],
    ["a fallback", "const a = b ?? c;", ["const a = b;", "const a = c;"]],
    ["a comparison", "const a = b < c;", ["const a = b <= c;"]],
    ["an order", "const a = b.sort((c, d) => c < d);", ["const a = b;", "const a = b.sort((c, d) => c > d);"]],
    ["a negation", "const a = !b;", ["const a = b;"]],
    ["an element", "const a = [b, c];", ["const a = [c];", "const a = [b];"]],
    ["a member", "const a = { b, c: d };", ["const a = { c: d };", "const a = { b };"]],
    ["a filter", "const a = b.filter(c);", ["const a = b;"]],
    ["any one", "const a = b.some(c);", ["const a = b.every(c);"]],
    ["a default", "const a = (b: B = c) => b;", ["const a = (b: B) => b;"]],
    ["a word of the policy", 'const a = "REMIT";', ['const a = "SHARED";']],
    ["another word", 'const a = "other";', ['const a = "";']],
    ["a type, which is gone when it runs", 'type A = "REMIT" | B; const a: "b" = c;', []],
    ["an import", 'import a from "b";', []],
  ])("has %s left out or turned", (_what, text, expected) => {
    expect(mutated(text).sort()).toEqual(expected.sort());
  });

  it("has an `if` that always holds, and is left out with what it decides", () => {
    expect(mutated("{\n  if (a) return b;\n}").sort()).toEqual(["", "if (true) return b;"]);
  });
});

describe("SQL in a template", () => {
  const sql = (condition: string): string[] =>
    mutated(`const a = \`select from b where ${condition}\`;`).map((line) => line.slice(31, -2));

  it.each([
    ["two conditions", "c and d", ["d", "c ", "c or d"]],
    ["a condition of the row", "c >= d", ["c > d"]],
    ["what must not be there", "c is not null", ["c is  null"]],
    ["a word of the policy", "'REMIT' = any(c)", ["'REMIT' <> any(c)", "'SHARED' = any(c)"]],
    [
      "a bracket, as one condition",
      "(c or d) and e",
      ["e", "(c or d) ", "(c or d) or e", "(d) and e", "(c ) and e", "(c and d) and e"],
    ],
    ["what is inserted, as one piece", "${c} and d", ["d", "${c} ", "${c} or d"]],
    ["days between two", "c between d and e and f", ["f", "c between d and e ", "c between d and e or f"]],
  ])("has %s left out or turned", (_what, condition, expected) => {
    expect(sql(condition).sort()).toEqual(expected.sort());
  });

  it("is told from a text", () => {
    expect(mutated("const a = `${b}.${c} of d`;")).toEqual([]);
  });
});

describe("every mutant that is tried", () => {
  const all = targets.map((target) => [target.file, mutantsOf(target)] as const);

  // Of the many cells of a table a few are enough.
  it.each(all)("%s has some, which differ from the file and can be read", (file, mutants) => {
    const source = readFileSync(file, "utf8");
    const some = mutants.filter((_, index) => index % Math.ceil(mutants.length / 25) === 0);
    expect(some).not.toEqual([]);
    for (const { at, find, put } of some) {
      expect(source.slice(at, at + find.length)).toBe(find);
      const text = source.slice(0, at) + put + source.slice(at + find.length);
      expect(text).not.toBe(source);
      expect(() => parseSync(text, { syntax: "typescript" })).not.toThrow();
    }
  });

  it("turns every cell of the policy", () => {
    const [, mutants = []] = all.find(([file]) => file === "authorisation/policy.ts") ?? [];
    const lines = mutants.map(shown).join("\n");
    for (const cell of ['IDENTITY: {REGIONAL: "always"}', '[...caseworkers, "ANALYST"]', '"BREAK_GLASS")'])
      expect(lines).toContain(cell);
  });
});

describe("what a run of the tests says", () => {
  const report = (...failures: readonly (string | null)[]): RunReport => ({
    megabytes: 1,
    files: [
      {
        isBroken: false,
        tests: failures.map((failure) => ({ status: failure === null ? "passed" : "failed", failure })),
      },
    ],
  });

  it.each([
    ["that all passed", report(null, null), "PASSED"],
    ["that one failed", report(null, "TypeError: it is none"), "FAILED"],
    ["that all failed, each in its way", report("error: it is another", "error: it is none"), "FAILED"],
    ["that all failed in a way that was to be expected", report("Error: expect", "Error: expect"), "FAILED"],
    ["that no view could be made", report("error: syntax error", "error: syntax error"), "NOT_LOADED"],
    ["that nothing could be called", report("TypeError: it is none", "TypeError: it is none"), "NOT_LOADED"],
    ["that the file was not read", { files: [{ isBroken: true, tests: [] }], megabytes: 1 }, "NOT_LOADED"],
  ] as const)("is told apart: %s", (_what, said, outcome) => {
    expect(outcomeOf(said)).toBe(outcome);
  });

  it("is no answer where no test ran", () => {
    expect(() => outcomeOf(report())).toThrow("No test ran.");
  });
});
