/**
 * From where the sealer has to look for entries without a link, so that it misses none which is committed after others
 * with higher numbers. The floor is a number up to which every entry is sealed or was never committed. It rises to what
 * had been given out at a moment when every transaction that was writing at it has ended.
 */
export interface Floor {
  readonly number: number;
  /** The moment whose writers are waited for; null while nobody is. */
  readonly mark: Moment | null;
}

/** A look at who writes. */
export interface Moment {
  /** The highest number that had been given out. */
  readonly issued: number;
  readonly writers: readonly string[];
}

export interface Settled extends Floor {
  /** All entries up to this number that will ever be seen can be seen from now on. */
  readonly settled: number;
}

/** Before a batch is read. */
export function settledAt({ number, mark }: Floor, now: Moment): Settled {
  if (now.writers.length === 0) return { number, mark: null, settled: now.issued };
  const waited = mark ?? now;
  if (waited.writers.some((writer) => now.writers.includes(writer))) return { number, mark: waited, settled: number };
  return { number, mark: now, settled: waited.issued };
}

/** After a batch is sealed. @param last number of its last entry; null where there were no more entries. */
export function risen({ number, mark, settled }: Settled, last: number | null): Floor {
  return { number: Math.max(number, Math.min(settled, last ?? settled)), mark };
}
