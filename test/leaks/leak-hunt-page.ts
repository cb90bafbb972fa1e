/** docs/leak-hunt.md: what came of the planted leaks when they were last hunted. */
export interface PlantedOutcome {
  readonly name: string;
  /** Who could tell, and by what; null where it was missed. */
  readonly by: { readonly caller: string; readonly of: string } | null;
}

export function leakHuntPage(outcomes: readonly PlantedOutcome[]): string {
  const found = outcomes.filter(({ by }) => by !== null).length;
  const rows = outcomes.map(({ name, by }) => `| ${name} | ${by === null ? "missed" : `${by.caller}, by ${by.of}`} |`);
  return `# The leak hunt

Written by \`npm run test:leaks -- --planted --record\`. Do not edit.

Two hubs that differ only in what a caller may not see are the same to that caller: see [ADR 34](adr/0034-a-hunt-for-leaks.md). That the hunt finds leaks is shown by planting some, one at a time, in the code that it runs against. It has to find 95 in a hundred of them. The leaks are in \`test/leaks/planted-leaks.ts\` and the files beside it.

${found} of ${outcomes.length} planted leaks were found.

| planted leak | told apart by |
| --- | --- |
${rows.join("\n")}
`;
}
