/**
 * Keeps requests of nobody known from growing the audit without bound. Of each reason the first of a minute have
 * entries of their own; those after them are counted, and one entry says how many there were when the minute is over.
 */
import { isNobody, type AuditEntry } from "./audit-entry.js";
import type { AuditSink } from "./audit-sink.js";

const mostInAMinute = 100;
const minute = 60_000;

interface Flood {
  readonly began: number;
  entries: number;
  /** The last one that has no entry of its own; null while all have. */
  summed: AuditEntry | null;
}

export interface BoundedAuditSink extends AuditSink {
  /** Writes what is counted and not written yet. */
  settle(): Promise<void>;
}

/** `now`: milliseconds. */
export function withFloodsSummedUp(sink: AuditSink, now: () => number = Date.now): BoundedAuditSink {
  const floods = new Map<string, Flood>();

  const settle = async (isOver: (flood: Flood) => boolean): Promise<void> => {
    for (const [because, flood] of floods) {
      if (!isOver(flood)) continue;
      floods.delete(because);
      const { summed, entries } = flood;
      if (summed !== null)
        await sink.record({ ...summed, because: `${because} (and ${entries - mostInAMinute} more in that minute)` });
    }
  };

  return {
    record: async (entry) => {
      await settle(({ began }) => now() - began >= minute);
      const because = entry.because ?? "";
      if (!isNobody(entry)) return sink.record(entry);
      const flood = floods.get(because) ?? { began: now(), entries: 0, summed: null };
      floods.set(because, flood);
      flood.entries += 1;
      if (flood.entries <= mostInAMinute) return sink.record(entry);
      flood.summed = entry;
    },
    settle: () => settle(() => true),
  };
}
