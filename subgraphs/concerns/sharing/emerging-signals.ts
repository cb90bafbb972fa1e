/**
 * Emerging signals: places about which several bodies each hold something. A signal tells the place, how many bodies
 * and whom to call; never whose it is, what it is, or when it came. Whom to call is NHS England's team for the
 * place, whoever the bodies are.
 */
import { addDays } from "../../calendar-day.js";

/** That a body holds something about a place. A body with several offices counts as one. */
export interface Holding {
  readonly place: string;
  readonly body: string;
  readonly since: string;
}

export interface EmergingSignal {
  readonly place: string;
  readonly bodies: number;
  /** Quality team to call; null where the place has none. */
  readonly call: string | null;
}

export interface SignalQuestion {
  readonly minimumBodies: number;
  readonly withinDays: number;
}

export interface SignalLimits {
  /** Fewer bodies than this are no signal, whatever is asked. */
  readonly fewestBodies: number;
  /** The periods that may be asked about: with any number of days, the day of a holding could be found by trial. */
  readonly periods: readonly number[];
}

export type SignalRefusal = "TOO_FEW_BODIES" | "NOT_AN_OFFERED_PERIOD";

export function signalRefusal(
  { minimumBodies, withinDays }: SignalQuestion,
  { fewestBodies, periods }: SignalLimits,
): SignalRefusal | undefined {
  if (!(minimumBodies >= fewestBodies)) return "TOO_FEW_BODIES";
  return periods.includes(withinDays) ? undefined : "NOT_AN_OFFERED_PERIOD";
}

/** By place: an order by number or date would tell more than the signals do. Refused questions have no signals. */
export function emergingSignals(
  holdings: Iterable<Holding>,
  question: SignalQuestion,
  limits: SignalLimits,
  today: string,
  callFor: (place: string) => string | null,
): EmergingSignal[] {
  if (signalRefusal(question, limits) !== undefined) return [];
  const first = addDays(today, -question.withinDays);
  const bodies = new Map<string, Set<string>>();
  for (const { place, body, since } of holdings) {
    if (since < first || since > today) continue;
    const held = bodies.get(place) ?? new Set();
    bodies.set(place, held.add(body));
  }
  return [...bodies]
    .filter(([, held]) => held.size >= question.minimumBodies)
    .map(([place, held]) => ({ place, bodies: held.size, call: callFor(place) }))
    .sort((left, right) => (left.place < right.place ? -1 : 1));
}
