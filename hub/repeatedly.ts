/** Does something now and then, one at a time, until it is closed; closing waits for what is under way. */
import { setTimeout as wait } from "node:timers/promises";
import type { Closable } from "./opened-together.js";

/** @param pause milliseconds between the end of one and the start of the next. */
export function repeatedly(pause: number, work: () => Promise<void>): Closable {
  const closing = new AbortController();
  const paused = () => wait(pause, true, { signal: closing.signal, ref: false }).catch(() => false);
  const running = (async () => {
    do await work();
    while (await paused());
  })();
  return {
    close: async () => {
      closing.abort();
      await running;
    },
  };
}
