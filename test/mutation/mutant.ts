/** A mutant: a source file with one small fault in it, as `test/support/planted-fault.mjs` plants it. */

export interface Fault {
  /** Offset of what is replaced. */
  readonly at: number;
  readonly find: string;
  readonly put: string;
}

export interface Mutant extends Fault {
  /** From the top of the project. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** The lines that change, as they are and as the mutant has them. */
  readonly was: string;
  readonly is: string;
}

/** In the order of the file, each once, without those that change nothing. */
export function mutantsFrom(file: string, source: string, faults: Iterable<Fault>): Mutant[] {
  const mutants = new Map<string, Mutant>();
  for (const fault of faults) {
    const { at, find, put } = fault;
    const mutated = source.slice(0, at) + put + source.slice(at + find.length);
    if (mutated === source) continue;
    const begin = source.lastIndexOf("\n", at - 1) + 1;
    const end = endOfLine(source, at + find.length);
    mutants.set(mutated, {
      ...fault,
      file,
      line: source.slice(0, at).split("\n").length,
      was: source.slice(begin, end),
      is: mutated.slice(begin, end + put.length - find.length),
    });
  }
  return [...mutants.values()].sort((one, other) => one.at - other.at);
}

function endOfLine(source: string, from: number): number {
  const end = source.indexOf("\n", from);
  return end < 0 ? source.length : end;
}

/** The change as a reader of the file would look at it. */
export function shown({ file, line, was, is }: Mutant): string {
  const marked = (mark: string, text: string): string[] => text.split("\n").map((each) => `  ${mark} ${each.trim()}`);
  return [`${file}:${line}`, ...marked("-", was), ...marked("+", is).filter((each) => each !== "  + ")].join("\n");
}
