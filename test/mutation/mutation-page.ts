/** docs/mutation.md: the last recorded run of each file, with what the figures mean. */
import { equivalentMutants } from "./equivalent-mutants.js";
import { scoreTables, type Score } from "./score.js";
import { targets } from "./targets.js";

export function mutationPage(scores: readonly Score[]): string {
  return `# Mutation

Written by \`npm run test:mutation -- --record\`. Do not edit.

A mutant is the hub with one small fault in it. Each is tried on the tests that are about its file, the quickest first, until one of them fails: it is *killed*. Of one that *does not load* nothing was tested, since nothing began. The score is how many were killed of those that load and are not equivalent. \`npm run test:mutation\` ends with exit code 3 where one survives that is not on the list of equivalent ones. [ADR 33](adr/0033-a-mutant-for-every-rule.md) says which faults there are.

## The last recorded runs

${scoreTables(scores)}
${notYetTried(scores)}

## Equivalent mutants

No test can kill these: nothing is different that anybody could observe.

${equivalentMutants.map(({ file, was, is, because }) => `- \`${file}\`: ${because}\n\n  \`\`\`diff\n  - ${was}\n  + ${is}\n  \`\`\``).join("\n")}
`;
}

function notYetTried(scores: readonly Score[]): string {
  const left = targets.filter(({ file }) => !scores.some((score) => score.file === file));
  return left.length === 0 ? "" : `\nNot tried to the end yet: ${left.map(({ file }) => `\`${file}\``).join(", ")}.\n`;
}
