/** docs/performance.md: the last recorded run, with what the figures mean and how to come to them again. */
import { reportTables } from "./report-table.js";
import type { Report } from "./report.js";

export function performancePage(report: Report): string {
  return `# Performance

Written by \`npm run bench -- --record\`. Do not edit.

What is promised: with 500,000 concerns the first page of a provider, a region, a regulator and the national team takes at most 3 times as long as with 2,000; the hub's process stays under 350 MB at rest and under 700 MB at full load; and at full load the audit makes the slowest of twenty answers at most 1.2 times as slow. \`npm run bench\` measures all three in one run and ends with exit code 3 where one of them does not hold. How long anything takes is told as a ratio: seconds would be those of one machine.

Pages are flat because each offered order is one index of the access rows, read backwards from where the page before ended, until there are enough rows. A count reads every row that it counts, and a filter on what is in no index reads rows until it has found a page of them; both grow with what the caller may know of, and end by the limit on a statement's time where they would take too long.

## The last recorded run

${reportTables(report)}
`;
}
