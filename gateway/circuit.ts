/**
 * Leaves a failing subgraph alone: after a number of failures in a row its calls are refused at once, but for one
 * probe in each pause. The first success lets everything through again.
 */
export interface Circuit {
  admits(): boolean;
  succeeded(): void;
  failed(): void;
}

export function createCircuit(
  failuresToOpen: number,
  pauseMilliseconds: number,
  now: () => number = Date.now,
): Circuit {
  let failures = 0;
  let nextProbe = 0;
  return {
    admits() {
      if (failures < failuresToOpen) return true;
      if (now() < nextProbe) return false;
      // A probe that never reports back is followed by another after the pause.
      nextProbe = now() + pauseMilliseconds;
      return true;
    },
    succeeded() {
      failures = 0;
    },
    failed() {
      failures += 1;
      if (failures >= failuresToOpen) nextProbe = now() + pauseMilliseconds;
    },
  };
}
