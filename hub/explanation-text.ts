/** An explanation as lines for a person to read. */
import { redactionReasons } from "../authorisation/redaction.js";
import type { Explanation } from "./explain-query.js";
import type { Fetch } from "./watched-fetches.js";

const number = new Intl.NumberFormat("en-GB");

export interface ExplanationOptions {
  /** With the text of each statement. */
  readonly sql: boolean;
}

export function explanationText(explanation: Explanation, { sql }: ExplanationOptions): string {
  const { caller, cost, fetches, redactions, errors } = explanation;
  const statements = fetches.reduce((total, fetch) => total + fetch.statements.length, 0);
  return [
    `Asked by ${caller.organisation} as ${caller.role}, for ${caller.purpose}.`,
    `Cost: ${number.format(cost.objects)} of ${number.format(cost.allowed)} objects; the largest page has ${cost.largestPage}.`,
    `Fetches: ${fetches.length}, with ${statements} SQL statements.`,
    ...fetches.flatMap((fetch, index) => linesOfFetch(fetch, index + 1, sql)),
    redactions.length === 0 ? "Nothing is withheld." : "Withheld:",
    ...redactions.flatMap(({ coordinate, dataClass, reason, count }) => [
      `  ${coordinate}  ${dataClass}  ${reason}  on ${count} ${count === 1 ? "record" : "records"}`,
      `    ${redactionReasons[reason]}`,
    ]),
    ...errors.map(({ message, extensions }) => `Refused: ${extensions.code}. ${message}`),
  ].join("\n");
}

function linesOfFetch({ subgraph, document, statements }: Fetch, place: number, sql: boolean): string[] {
  return [
    `  ${place}. ${subgraph}, ${statements.length} SQL statements`,
    `     ${document.replaceAll(/\s+/g, " ")}`,
    ...(sql ? statements.map((statement) => `     sql  ${statement}`) : []),
  ];
}
