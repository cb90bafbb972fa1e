/**
 * Somebody who has everything that is published of a cube and a solver: for each hidden cell, the least and the most
 * that it can be. Works from the words of the disclosure rule and from which cells add up to which; shares nothing with
 * what decides on hiding.
 */
import highs from "highs";
import type { Line } from "../../../../subgraphs/concerns/statistics/disclosure-control.js";

/** The package's types are those of its CommonJS form; as an ES module its default export is the loader itself. */
const loadSolver = highs as unknown as typeof highs.default;

export interface Range {
  readonly least: number;
  readonly most: number;
}

/** More than any count. */
const beyondAll = 100_000;

/** Whole numbers a cell can be, from what is shown of it: n is what rounds to n and is no 1 to 7. */
function boundsOf(name: string, shown: number | null, hidden: Range): string {
  if (shown === null) return ` ${hidden.least} <= ${name} <= ${hidden.most}`;
  if (shown === 0) return ` ${name} = 0`;
  return ` ${Math.max(8, shown - 2)} <= ${name} <= ${shown + 2}`;
}

/** `hidden`: what a hidden cell can be, as far as the rule tells. */
export async function createAttacker(
  shown: ReadonlyMap<string, number | null>,
  lines: readonly Line[],
  hidden: Range = { least: 0, most: beyondAll },
) {
  const solver = await loadSolver();
  const names = new Map([...shown.keys()].map((cell, index) => [cell, `c${index}`]));
  const nameOf = (cell: string): string | undefined => names.get(cell);
  const constraints = lines.flatMap(({ total, parts, overlapping }, index) => {
    const whole = nameOf(total);
    const some = parts.flatMap((part) => nameOf(part) ?? []);
    // A cell that is not stored is zero.
    if (some.length === 0 || whole === undefined) return [];
    const sum = some.map((part) => `+ ${part}`).join(" ");
    if (!overlapping) return [` l${index}: ${sum} - ${whole} = 0`];
    return [
      ` l${index}: ${sum} - ${whole} >= 0`,
      ...some.map((part, at) => ` l${index}p${at}: ${whole} - ${part} >= 0`),
    ];
  });
  const bounds = [...names].map(([cell, name]) => boundsOf(name, shown.get(cell) ?? null, hidden));
  const solve = (direction: "Minimize" | "Maximize", name: string): number => {
    const problem = [
      direction,
      ` goal: ${name}`,
      "Subject To",
      ...constraints,
      "Bounds",
      ...bounds,
      "General",
      ` ${[...names.values()].join(" ")}`,
      "End",
    ].join("\n");
    const { Status: status, ObjectiveValue: value } = solver.solve(problem);
    if (status !== "Optimal") throw new Error(`The published figures contradict one another: ${status}`);
    return Math.round(value);
  };
  return {
    rangeOf: (cell: string): Range => {
      const name = nameOf(cell);
      if (name === undefined) return { least: 0, most: 0 };
      return { least: solve("Minimize", name), most: solve("Maximize", name) };
    },
  };
}
