/** Ends the run with one line on standard output that a script can read: `N passed, N failed[, N skipped]`. */

/** What is used of jest's own result. */
export interface RunCounts {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

/** A file that could not be run at all counts as one failure, though none of its tests was reached. */
export function closingLine(counts: RunCounts): string {
  const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites;
  const skipped = counts.numPendingTests + counts.numTodoTests;
  return `${counts.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

export default class ClosingLineReporter {
  onRunComplete(_contexts: unknown, counts: RunCounts): void {
    // jest writes its own summary after this; at exit nobody writes any more.
    process.once("exit", () => process.stdout.write(`${closingLine(counts)}\n`));
  }
}
