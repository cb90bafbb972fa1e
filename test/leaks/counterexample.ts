/** A leak as whoever mends it wants to see it: what was different, and two commands that ask for it. */
import type { HuntedTwins } from "./hunted-twins.js";
import type { Leak } from "./hunt.js";
import { statementsOf } from "./hunted-twins.js";
import type { Asked, HuntedHub } from "./exchange.js";

const mostShown = 20;
const mostTold = 400;

export function counterexample({ first, second }: HuntedTwins, { session, difference }: Leak): string {
  const { person } = session.caller;
  const { variations, steps } = session;
  const titles = variations.map(({ title }) => `  ${title}`);
  const shown = [
    ...titles.slice(0, mostShown),
    ...(titles.length > mostShown ? [`  and ${titles.length} in all`] : []),
  ];
  const before = steps.slice(0, difference.place).map(({ operation }) => `  ${operation.title}`);
  const beside = steps[difference.place]?.isBeside === true ? ["  the same, asked by those who may see it all"] : [];
  return [
    `A leak: ${person.name}, ${person.role} of ${person.organisation}, can tell two hubs apart by ${difference.of}.`,
    "They differ only in what this caller may not see:",
    ...shown,
    ...(variations.length <= 3 ? [statementsOf(variations, person.organisation)] : []),
    ...(before.length + beside.length > 0 ? ["Asked before it:", ...before, ...beside] : []),
    curl(first, difference.first.asked, session.caller.person.name),
    curl(second, difference.second.asked, session.caller.person.name),
    ...parted(
      difference.of === "the answer" ? difference.first.answer : difference.first.took.join("\n"),
      difference.of === "the answer" ? difference.second.answer : difference.second.took.join("\n"),
    ),
  ].join("\n");
}

function curl({ hub }: HuntedHub, asked: Asked, name: string): string {
  const token = `-H "authorization: Bearer $TOKEN_OF_${name.toUpperCase().replaceAll("-", "_")}"`;
  if ("get" in asked) return `curl ${token} ${hub.url}${asked.get}`;
  const { query, variables } = asked;
  const body = JSON.stringify({ query: query.replaceAll(/\s+/g, " "), variables }).replaceAll("'", "'\\''");
  const where = asked.isInside === true ? " # past the public endpoint: asked of the concerns subgraph" : "";
  return `curl ${token} -H 'content-type: application/json' -d '${body}' ${hub.url}/graphql${where}`;
}

/** Where two texts part, with what comes before. */
function parted(one: string, other: string): string[] {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const from = Math.max(0, at - mostTold / 4);
  return [`< ${one.slice(from, at + mostTold)}`, `> ${other.slice(from, at + mostTold)}`];
}
