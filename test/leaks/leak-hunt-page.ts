/** docs/leak-hunt.md: what came of each planted leak when it was last hunted. */
import { table } from "../../bench/report-table.js";

export interface PlantedOutcome {
  readonly name: string;
  /** Who could tell, and by what; null where it was missed. */
  readonly by: string | null;
  /** Day of the hunt. */
  readonly on: string;
}

const missed = "missed";

export function leakHuntPage(outcomes: readonly PlantedOutcome[]): string {
  const found = outcomes.filter(({ by }) => by !== null).length;
  return `# The leak hunt

Written by \`npm run test:leaks -- --planted --record\`. Do not edit.

Two hubs that differ only in what a caller may not see are the same to that caller: see [ADR 34](adr/0034-a-hunt-for-leaks.md). That the hunt finds leaks is shown by planting some, one at a time, in the code that it runs against. It has to find 95 in a hundred of them. The leaks are in \`test/leaks/planted-leaks.ts\` and the files beside it. One that is missed is a fault of the hunt, which does not ask for what it tells; that the hub is without it, other tests have to show.

${found} of ${outcomes.length} planted leaks were found.

${table(
  ["planted leak", "told apart by", "last hunted"],
  outcomes.map(({ name, by, on }) => [name, by ?? missed, on]),
)}
`;
}

/** The lines of a page: a hunt may be for some of the leaks only. */
export function outcomesIn(page: string): PlantedOutcome[] {
  return [...page.matchAll(/^\| (.+?) +\| (.+?) +\| (\d{4}-\d\d-\d\d) *\|$/gm)].map(
    ([, name = "", by = "", on = ""]) => ({
      name,
      by: by === missed ? null : by,
      on,
    }),
  );
}

/** In the order of the names, of which each has its newest outcome; those that were never hunted have none. */
export function withNewer(
  names: readonly string[],
  former: readonly PlantedOutcome[],
  newer: readonly PlantedOutcome[],
): PlantedOutcome[] {
  return names.flatMap((name) => [...newer, ...former].find((outcome) => outcome.name === name) ?? []);
}
