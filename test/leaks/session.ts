/** A session of one caller, played against both hubs: one question after the other, each compared as a whole. */
import type { Person } from "../support/test-issuer.js";
import { others, type HuntCaller } from "./callers.js";
import type { Coverage } from "./coverage.js";
import { exchange, type Exchange } from "./exchange.js";
import type { HiddenRow, RecordedWorld } from "./hidden-world.js";
import type { HuntedTwins } from "./hunted-twins.js";
import { remembered, type Memory, type Operation } from "./operation.js";
import type { Variation } from "./variation.js";

export interface Step {
  readonly operation: Operation;
  /** Those who may see it all ask the same just before. */
  readonly isBeside: boolean;
}

export interface Session {
  readonly caller: HuntCaller;
  readonly variations: readonly Variation[];
  readonly steps: readonly Step[];
}

export interface Difference {
  readonly place: number;
  readonly of: "the answer" | "the statements and calls";
  readonly first: Exchange;
  readonly second: Exchange;
}

const mostReplays = 3;

/**
 * The first difference; none where the caller cannot tell the hubs apart. Which reads go together in one statement
 * follows a little from which packets arrive together: the same statements, sent more often, have to be seen again.
 */
export async function played(
  twins: HuntedTwins,
  session: Session,
  coverage?: Coverage,
): Promise<Difference | undefined> {
  let difference = await playedOnce(twins, session, coverage);
  if (difference === undefined || !isOneOfNumber(difference)) return difference;
  for (let replay = 0; replay < mostReplays; replay += 1) {
    difference = await playedOnce(twins, session, coverage);
    if (difference !== undefined) break;
  }
  return difference;
}

function isOneOfNumber({ of, first, second }: Difference): boolean {
  const texts = ({ took }: Exchange): string => [...new Set(took)].join("\n");
  return of === "the statements and calls" && texts(first) === texts(second);
}

async function playedOnce(
  twins: HuntedTwins,
  { caller, variations, steps }: Session,
  coverage?: Coverage,
): Promise<Difference | undefined> {
  const { person } = caller;
  await twins.vary(variations, person.organisation);
  let unanswered: string | undefined;
  const memories: Memory[] = [twins.first, twins.second].map(() => ({ cursor: null, othersCursor: null }));
  for (const [place, { operation, isBeside }] of steps.entries()) {
    const exchanges: Exchange[] = [];
    for (const [at, hub] of [twins.first, twins.second].entries()) {
      const memory = memories[at] ?? { cursor: null, othersCursor: null };
      const asked = operation.asks(memory);
      let { othersCursor } = memory;
      if (isBeside && !("query" in asked && asked.query.startsWith("mutation")))
        for (const other of others) othersCursor = remembered((await exchange(hub, other, asked)).body) ?? othersCursor;
      const answered = await exchange(hub, person, asked);
      exchanges.push(answered);
      memories[at] = { cursor: remembered(answered.body) ?? memory.cursor, othersCursor };
    }
    const [first, second] = exchanges;
    if (first === undefined || second === undefined) continue;
    if (operation.isRefused === true || isAnswered(first)) coverage?.reached(caller, variations, operation);
    else if (operation.mayBeRefused !== true) unanswered ??= `${operation.title}: ${first.body.slice(0, 200)}`;
    if (first.answer !== second.answer) return { place, of: "the answer", first, second };
    if (first.took.join("\n") !== second.took.join("\n"))
      return { place, of: "the statements and calls", first, second };
  }
  // A hub that fails tells nothing apart, and nothing was learnt from it.
  if (unanswered !== undefined) throw new Error(unanswered);
  return undefined;
}

/** A question that is refused for its own sake asks nothing. */
function isAnswered({ body }: Exchange): boolean {
  return !body.startsWith('{"errors"');
}

/** What this caller may ask without its being more than a question. */
export function askedBy(
  { role }: Person,
  operations: readonly Operation[],
  hidden: readonly HiddenRow[],
  world: RecordedWorld,
): readonly Operation[] {
  const absent = new Set(hidden.filter(({ isAbsent }) => isAbsent).map(({ id }) => id));
  const isKnown = (id: string): boolean => world.concerns.some((concern) => concern.id === id) && !absent.has(id);
  return operations.filter(
    ({ onlyWhere, notAskedBy }) =>
      notAskedBy !== role &&
      (onlyWhere === undefined ||
        (absent.has(onlyWhere.absent) && (onlyWhere.known === null || isKnown(onlyWhere.known)))),
  );
}
