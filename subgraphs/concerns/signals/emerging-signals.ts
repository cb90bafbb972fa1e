/**
 * Emerging signals: places about which several bodies each hold something. A signal tells the place, how many bodies
 * and whom to call; never whose it is, what it is, or when it came. Whom to call is NHS England's team for the
 * place, whoever the bodies are.
 */

/** How many bodies hold something about a place within the period asked about. A body with several offices is one. */
export interface Tally {
  readonly place: string;
  readonly bodies: number;
  /** Region of NHS England that answers for the place; null where there is none. */
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
export function emergingSignals(tallies: Iterable<Tally>, question: SignalQuestion, limits: SignalLimits): Tally[] {
  if (signalRefusal(question, limits) !== undefined) return [];
  return [...tallies]
    .filter(({ bodies }) => bodies >= question.minimumBodies)
    .map(({ place, bodies, call }) => ({ place, bodies, call }))
    .sort((left, right) => (left.place < right.place ? -1 : 1));
}
