/**
 * Whether each hidden field was put into each position by each kind of caller from whom it is hidden, while it was
 * different in the two databases. A hunt that missed one of them has shown nothing of it, and is inconclusive.
 */
import type { HuntCaller } from "./callers.js";
import type { HiddenRow } from "./hidden-world.js";
import type { Operation } from "./operation.js";
import { positions, positionsOf, type Line } from "./positions.js";
import type { Variation } from "./variation.js";

export interface Coverage {
  /** Counts an operation that a caller was asked while these things were different. */
  reached(caller: HuntCaller, variations: readonly Variation[], operation: Operation): void;
  /** What was to be reached: all that is hidden from a caller. */
  expect(caller: HuntCaller, hidden: readonly HiddenRow[]): void;
  /** `provider: Concern.narrative in search`, for what was not reached. */
  missed(): string[];
  readonly counts: () => { readonly expected: number; readonly reached: number };
}

export function createCoverage(): Coverage {
  const expected = new Set<string>();
  const reached = new Set<string>();
  const missed = (): string[] => [...expected].filter((cell) => !reached.has(cell));
  return {
    reached: ({ kind }, variations, { reaches }) => {
      const lines = new Set(variations.flatMap((variation) => variation.lines));
      for (const position of positions)
        for (const line of reaches[position] ?? []) if (lines.has(line)) reached.add(cell(kind, line, position));
    },
    expect: ({ kind }, hidden) => {
      for (const line of new Set(hidden.flatMap(linesOf)))
        for (const position of positionsOf(line)) expected.add(cell(kind, line, position));
    },
    missed,
    counts: () => ({ expected: expected.size, reached: expected.size - missed().length }),
  };
}

function linesOf({ type, fields }: HiddenRow): Line[] {
  return type === "InternalNote" ? ["Concern.internalNotes"] : fields.map((field) => `${type}.${field}`);
}

function cell(kind: string, line: Line, position: string): string {
  return `${kind}: ${line} in ${position}`;
}
