/**
 * Connections of a pool for one person: at most three quarters of them at a time. What they ask beyond that waits behind
 * what they asked before, so that who asks for much, or leaves in the middle of it, holds up nobody else.
 */
import type { Pool, PoolClient } from "pg";
import type { Caller } from "../authorisation/caller.js";
import { HubError } from "../errors/hub-error.js";
import { acquire } from "./pools.js";

export interface HeldConnection {
  readonly client: PoolClient;
  /** To be called once. With an error, the connection is closed. */
  giveBack(error?: Error | boolean): void;
}

type Person = Pick<Caller, "issuer" | "subject">;

/**
 * A connection of the pool within the person's share, or the HubError that says why there is none.
 * @param isOver whether nobody wants it any more: then it is not taken.
 */
export async function acquireFor(person: Person, pool: Pool, isOver: () => boolean): Promise<HeldConnection> {
  const leave = await sharesOf(pool).take(person);
  try {
    if (isOver()) throw new HubError("UNAVAILABLE");
    const client = await acquire(pool);
    return {
      client,
      giveBack: (error) => {
        try {
          client.release(error);
        } finally {
          leave();
        }
      },
    };
  } catch (error) {
    leave();
    throw error;
  }
}

interface Shares {
  /** Gives what leaves the place again; OVERLOADED where none came free in time. */
  take(person: Person): Promise<() => void>;
}

interface Share {
  taken: number;
  /** Each goes on when it is called; in the order in which they came. */
  readonly waiting: Set<() => void>;
}

const sharesOfPools = new WeakMap<Pool, Shares>();

function sharesOf(pool: Pool): Shares {
  const known = sharesOfPools.get(pool);
  if (known !== undefined) return known;
  const { max, connectionTimeoutMillis = 1_000 } = pool.options;
  const shares = createShares(Math.max(1, Math.floor((max * 3) / 4)), connectionTimeoutMillis);
  sharesOfPools.set(pool, shares);
  return shares;
}

function createShares(mostOfOne: number, waitMilliseconds: number): Shares {
  const shares = new Map<string, Share>();
  return {
    take: async ({ issuer, subject }) => {
      const person = JSON.stringify([issuer, subject]);
      const share = shares.get(person) ?? { taken: 0, waiting: new Set() };
      shares.set(person, share);
      if (share.taken < mostOfOne) share.taken += 1;
      else await turnIn(share.waiting, waitMilliseconds);
      return () => {
        const [next] = share.waiting;
        if (next !== undefined) {
          // The place is theirs before anybody else can ask for it.
          next();
          return;
        }
        share.taken -= 1;
        if (share.taken === 0) shares.delete(person);
      };
    },
  };
}

function turnIn(waiting: Set<() => void>, milliseconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const goOn = (): void => {
      clearTimeout(timer);
      waiting.delete(goOn);
      resolve();
    };
    const timer = setTimeout(() => {
      waiting.delete(goOn);
      reject(new HubError("OVERLOADED", { retryAfter: 1 }));
    }, milliseconds);
    waiting.add(goOn);
  });
}
