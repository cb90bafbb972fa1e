/**
 * Trusts merged or split: which open concerns move to which successor, and on which day. A merger moves them by
 * itself; after a split a person chooses for each concern, and until then it stays where it is.
 */
export interface Succession {
  readonly predecessor: string;
  readonly successor: string;
  readonly on: string;
}

export interface MovableConcern {
  readonly id: string;
  readonly provider: string;
  /** Who runs the site of the concern today, where the directory knows it. */
  readonly siteRunBy: string | null;
}

export interface SuccessionMove {
  readonly concern: string;
  readonly from: string;
  readonly to: string;
  readonly on: string;
}

/** A concern that waits for a person to choose among the successors of a split. */
export interface AwaitedChoice {
  readonly concern: string;
  readonly from: string;
  readonly on: string;
  readonly successors: readonly string[];
  /** The successor that runs the site now, where it is one of them. */
  readonly suggested: string | null;
}

export interface SuccessionPlan {
  readonly moves: readonly SuccessionMove[];
  readonly awaited: readonly AwaitedChoice[];
}

/** Concerns in these states move with their provider; others stay in its history, which successors inherit. */
export const movingStates: readonly string[] = [
  "REPORTED",
  "ACCEPTED",
  "IN_PROGRESS",
  "RESOLUTION_CONFIRMED",
  "REOPENED",
];

/** `choices`: for a concern and a predecessor that was split, the successor that a person chose. */
export function planSuccession(
  concerns: readonly MovableConcern[],
  successions: readonly Succession[],
  choices: ReadonlyMap<string, ReadonlyMap<string, string>>,
  today: string,
): SuccessionPlan {
  const moves: SuccessionMove[] = [];
  const awaited: AwaitedChoice[] = [];
  for (const concern of concerns) {
    let provider = concern.provider;
    const been = new Set<string>();
    // A successor may have been succeeded itself; lineage that runs in a circle is followed once.
    while (!been.has(provider)) {
      been.add(provider);
      const step = stepFrom(provider, successions, today);
      if (step === undefined) break;
      const { on, successors } = step;
      const to = successors.length === 1 ? successors[0] : choices.get(concern.id)?.get(provider);
      if (to === undefined || !successors.includes(to)) {
        const suggested = successors.find((successor) => successor === concern.siteRunBy) ?? null;
        awaited.push({ concern: concern.id, from: provider, on, successors, suggested });
        break;
      }
      if (been.has(to)) break;
      moves.push({ concern: concern.id, from: provider, to, on });
      provider = to;
    }
  }
  return { moves, awaited };
}

/** Who followed a provider, by code, and when the last of them did; undefined while nobody has. */
function stepFrom(
  provider: string,
  successions: readonly Succession[],
  today: string,
): { on: string; successors: string[] } | undefined {
  const steps = successions.filter(({ predecessor, on }) => predecessor === provider && on <= today);
  const on = steps.reduce<string | undefined>(
    (last, step) => (last === undefined || step.on > last ? step.on : last),
    undefined,
  );
  if (on === undefined) return undefined;
  return { on, successors: [...new Set(steps.map(({ successor }) => successor))].sort() };
}

export type ChoiceRefusal = "NOT_SPLIT" | "NOT_A_SUCCESSOR";

export function choiceRefusal(awaited: AwaitedChoice | undefined, chosen: string): ChoiceRefusal | undefined {
  if (awaited === undefined) return "NOT_SPLIT";
  return awaited.successors.includes(chosen) ? undefined : "NOT_A_SUCCESSOR";
}
