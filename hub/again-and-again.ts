/** Runs a piece of work again and again until it is closed; a run that fails is logged, and the next one follows. */
import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "pino";
import type { Closable } from "./opened-together.js";

export interface Repetition {
  readonly logger: Logger;
  /** Milliseconds before each run. */
  readonly pause: number;
  /** Milliseconds before the first one, where it is to come sooner. */
  readonly first?: number;
  /** What is logged of a run that failed. */
  readonly failure: string;
}

export function againAndAgain(
  { logger, pause, failure, first = pause }: Repetition,
  work: (closing: AbortSignal) => Promise<void>,
): Closable {
  const closing = new AbortController();
  const { signal } = closing;
  const paused = (milliseconds: number) => wait(milliseconds, true, { signal, ref: false }).catch(() => false);
  const run = async (): Promise<void> => {
    for (let before = first; await paused(before); before = pause) {
      try {
        await work(signal);
      } catch (err) {
        if (!signal.aborted) logger.warn({ err }, failure);
      }
    }
  };
  const running = run();
  return {
    close: async () => {
      closing.abort();
      await running;
    },
  };
}
