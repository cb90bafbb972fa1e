/**
 * The hunt: first every kind of variation and every position for every caller, in long sessions, so that nothing is left
 * to chance; then sessions at random. What differs is shrunk to the least that still does.
 */
import fc from "fast-check";
import { callers, type HuntCaller } from "./callers.js";
import { createCoverage, type Coverage } from "./coverage.js";
import { hiddenFrom, type HiddenRow } from "./hidden-world.js";
import type { HuntedTwins } from "./hunted-twins.js";
import { everyOperation } from "./every-operation.js";
import { leastOf } from "./least-of.js";
import { dealt, type Operation } from "./operation.js";
import { otherVariations } from "./other-variations.js";
import { askedBy, played, type Difference, type Session, type Step } from "./session.js";
import { variationsOf, type Kind, type Variation } from "./variation.js";

export interface Prey extends HuntCaller {
  readonly hidden: readonly HiddenRow[];
  readonly variations: readonly Variation[];
  readonly operations: readonly Operation[];
}

export interface Leak {
  readonly session: Session;
  readonly difference: Difference;
}

export function everyPrey({ world, columns }: HuntedTwins): readonly Prey[] {
  const operations = everyOperation(world);
  return callers.map((caller) => {
    const hidden = hiddenFrom(caller.person, world);
    return {
      ...caller,
      hidden,
      variations: [...variationsOf(hidden, columns), ...otherVariations(caller.person, world, hidden)],
      operations: askedBy(caller.person, operations, hidden, world),
    };
  });
}

/** Kinds of variation that can be in force at once. */
export const mixtures: readonly (readonly Kind[])[] = [
  ["change", "add", "others"],
  ["null", "remove", "others", "order", "reporter", "time", "acts", "page"],
  ["thousand"],
];

/** One caller under a mixture, asked a part of what there is to ask; all of it where there is one turn. */
export interface Stand {
  readonly prey: Prey;
  readonly mixture: readonly Kind[];
  readonly turn: number;
  readonly turns: number;
}

/** Turns in which a caller has been asked all there is. */
const allTurns = 11;

/**
 * Round by round every caller, with another part of the questions each time; in the first round one of each kind. Even
 * rounds change and add, odd ones empty and remove; in each every fourth stands under the other mixture as well, and one
 * beside a thousand concerns.
 */
export function standsOf(preys: readonly Prey[], rounds: number): readonly Stand[] {
  const [changed = [], gone = [], many = []] = mixtures;
  const kinds = new Map([...preys].reverse().map((prey) => [prey.kind, prey]));
  const oneOfEach = preys.filter((prey) => kinds.get(prey.kind) === prey);
  return Array.from({ length: rounds }, (_, round) => round).flatMap((round) => {
    const [mixture, other] = round % 2 === 0 ? [changed, gone] : [gone, changed];
    return (round === 0 ? oneOfEach : preys).flatMap((prey, place, { length }) => {
      const isAlso = (oneIn: number): boolean => place % oneIn === round % oneIn;
      const under = [mixture, ...(isAlso(4) ? [other] : []), ...(isAlso(length) ? [many] : [])];
      return under.map((one) => ({ prey, mixture: one, turn: place + round, turns: allTurns }));
    });
  });
}

/** The first leak, and what was reached on the way. */
export async function sweep(
  twins: HuntedTwins,
  stands: readonly Stand[],
  coverage: Coverage = createCoverage(),
): Promise<Leak | undefined> {
  for (const { prey, mixture, turn, turns } of stands) {
    coverage.expect(prey, prey.hidden);
    const session: Session = {
      caller: prey,
      variations: prey.variations.filter(({ kind }) => mixture.includes(kind)),
      steps: dealt(prey.operations, turn, turns).map((operation) => ({
        operation,
        isBeside: operation.isBeside === true,
      })),
    };
    const difference = await played(twins, session, coverage);
    if (difference !== undefined) return { session, difference };
  }
  return undefined;
}

const stepsOf = (operations: readonly Operation[], maxLength: number): fc.Arbitrary<Step[]> =>
  fc.array(fc.record({ operation: fc.constantFrom(...operations), isBeside: fc.boolean() }), {
    minLength: 1,
    maxLength,
  });

function sessionsOf(prey: Prey, sizes: { readonly variations: number; readonly steps: number }): fc.Arbitrary<Session> {
  return fc.record({
    caller: fc.constant(prey),
    variations: fc.array(fc.constantFrom(...prey.variations), { minLength: 1, maxLength: sizes.variations }),
    steps: stepsOf(prey.operations, sizes.steps),
  });
}

/** Sessions at random of 1 to 10 operations, until the time is up. */
export async function roam(
  twins: HuntedTwins,
  preys: readonly Prey[],
  { seed, milliseconds }: { readonly seed: number; readonly milliseconds: number },
): Promise<{ readonly leak: Leak | undefined; readonly sessions: number }> {
  const sessions = fc.oneof(...preys.map((prey) => sessionsOf(prey, { variations: 40, steps: 10 })));
  const hunt = (more: fc.Parameters<[Session]>) =>
    fc.check(cannotTell(twins, sessions), { endOnFailure: true, ...more });
  // One at least, however slow the machine is.
  const first = await hunt({ seed, numRuns: 1 });
  const time = { numRuns: 1_000_000, interruptAfterTimeLimit: milliseconds };
  const { counterexample, numRuns } = first.failed ? first : await hunt({ seed: seed + 1, ...time });
  const [session] = counterexample ?? [];
  const difference = session && (await played(twins, session));
  return {
    sessions: numRuns + (first.failed ? 0 : first.numRuns),
    leak: session && difference && { session, difference },
  };
}

/** The least of what differs and of what is asked that still tells, as far as the time goes. */
export async function shrunk(twins: HuntedTwins, leak: Leak, milliseconds: number): Promise<Leak> {
  const end = performance.now() + milliseconds;
  let least: Leak = {
    ...leak,
    session: { ...leak.session, steps: leak.session.steps.slice(0, leak.difference.place + 1) },
  };
  const stillTells = async (part: Partial<Session>): Promise<boolean> => {
    if (performance.now() > end) return false;
    const session = { ...least.session, ...part };
    const difference = await played(twins, session);
    if (difference !== undefined) least = { session, difference };
    return difference !== undefined;
  };
  // What was asked last is what told, and mostly needs nothing before it.
  await stillTells({ steps: least.session.steps.slice(-1) });
  await leastOf(least.session.variations, (variations) => stillTells({ variations }));
  await leastOf(least.session.steps, (steps) => stillTells({ steps }));
  return least;
}

function cannotTell(twins: HuntedTwins, sessions: fc.Arbitrary<Session>) {
  return fc.asyncProperty(sessions, async (session) => (await played(twins, session)) === undefined);
}
