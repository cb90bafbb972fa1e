/**
 * The issuer's published keys, fetched at most once in 30 seconds however many unknown key ids arrive, and served from
 * memory while the key server is away, for a bounded time. After that the source says UNAVAILABLE: it fails closed.
 */
import { Agent, request } from "undici";
import { readKeySet, type KeySet, type KeySource } from "./key-source.js";

export interface RemoteKeySource extends KeySource {
  close(): Promise<void>;
}

export interface RemoteKeySourceOptions {
  readonly uri: string;
  /** How long fetched keys may serve without a successful fetch. */
  readonly cacheSeconds: number;
  /** Milliseconds since any fixed moment; monotonic, so that a clock put back does not lengthen the life of a key. */
  readonly clock?: () => number;
}

/** Between two fetches, whether the first succeeded or not. */
export const fetchIntervalMilliseconds = 30_000;

const fetchTimeoutMilliseconds = 3_000;
const longestDocument = 256 * 1024;

export function createRemoteKeySource({
  uri,
  cacheSeconds,
  clock = () => performance.now(),
}: RemoteKeySourceOptions): RemoteKeySource {
  const dispatcher = new Agent({ maxResponseSize: longestDocument, connections: 1 });
  let held: { readonly set: KeySet; readonly since: number } | undefined;
  let attemptedAt = Number.NEGATIVE_INFINITY;
  let fetching: Promise<void> | undefined;

  const age = (): number => (held === undefined ? Number.POSITIVE_INFINITY : clock() - held.since);
  const isUsable = (): boolean => age() < cacheSeconds * 1000;
  // Asked for in good time, so that a key server which is away for a while is not noticed by anyone.
  const isDue = (): boolean => age() >= (cacheSeconds * 1000) / 2;

  const refresh = (): Promise<void> => {
    if (fetching !== undefined) return fetching;
    if (clock() - attemptedAt < fetchIntervalMilliseconds) return Promise.resolve();
    attemptedAt = clock();
    fetching = fetchKeySet(uri, dispatcher)
      .then((set) => {
        if (set !== undefined) held = { set, since: attemptedAt };
      })
      .finally(() => {
        fetching = undefined;
      });
    return fetching;
  };

  const lookUp: KeySource["find"] = async (keyId, algorithm) =>
    held !== undefined && isUsable() ? held.set.find(keyId, algorithm) : "UNAVAILABLE";

  return {
    async find(keyId, algorithm) {
      if (isUsable() && isDue()) void refresh();
      const key = await lookUp(keyId, algorithm);
      if (typeof key !== "string") return key;
      await refresh();
      return lookUp(keyId, algorithm);
    },
    close: () => dispatcher.close(),
  };
}

/** Undefined when there is no answer, or one that is no key set. Redirects are not followed. */
async function fetchKeySet(uri: string, dispatcher: Agent): Promise<KeySet | undefined> {
  try {
    const response = await request(uri, {
      dispatcher,
      signal: AbortSignal.timeout(fetchTimeoutMilliseconds),
      headers: { accept: "application/jwk-set+json, application/json" },
    });
    if (response.statusCode !== 200) {
      await response.body.dump();
      return undefined;
    }
    return readKeySet(await response.body.json());
  } catch {
    return undefined;
  }
}
