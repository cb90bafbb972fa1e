/**
 * Where the public keys of the issuer come from. A key is found by its id and only for the algorithm that it was
 * published for, so an RS256 key never checks a PS256 signature. A source answers, it does not throw: a fault in
 * finding keys is a closed door, never an open one.
 */
import { importJWK, type CryptoKey, type JWK } from "jose";

export interface KeySource {
  /** UNKNOWN: the issuer has no such key. UNAVAILABLE: nothing recent enough is known about the issuer's keys. */
  find(keyId: string, algorithm: string): Promise<CryptoKey | "UNKNOWN" | "UNAVAILABLE">;
}

export interface KeySet {
  find(keyId: string, algorithm: string): Promise<CryptoKey | "UNKNOWN">;
}

const mostKeys = 100;

/** Reads a JWK set (RFC 7517, section 5); undefined when it is none. Keys that are of no use to us are left out. */
export function readKeySet(document: unknown): KeySet | undefined {
  if (typeof document !== "object" || document === null || !("keys" in document)) return undefined;
  const { keys } = document;
  if (!Array.isArray(keys) || keys.length > mostKeys) return undefined;
  const usable = keys.filter(isPublicSigningKey);
  const imported = new Map<string, Promise<CryptoKey | "UNKNOWN">>();
  return {
    find(keyId, algorithm) {
      const candidates = usable.filter((key) => key.kid === keyId && (key.alg ?? algorithm) === algorithm);
      const [jwk, another] = candidates;
      // Two keys under one name: whichever is taken might be the wrong one.
      if (jwk === undefined || another !== undefined) return Promise.resolve("UNKNOWN");
      const name = `${algorithm} ${keyId}`;
      const key = imported.get(name) ?? importPublicKey(jwk, algorithm);
      imported.set(name, key);
      return key;
    },
  };
}

/** Keys held in this process: those of the demonstration issuer, which needs no HTTP to speak to its own hub. */
export function createLocalKeySource(document: { readonly keys: readonly JWK[] }): KeySource {
  const set = readKeySet(document);
  return { find: (keyId, algorithm) => set?.find(keyId, algorithm) ?? Promise.resolve("UNAVAILABLE") };
}

interface PublicSigningKey extends JWK {
  readonly kid: string;
  readonly kty: string;
}

function isPublicSigningKey(key: unknown): key is PublicSigningKey {
  if (typeof key !== "object" || key === null) return false;
  const { kid, kty, use, alg }: Partial<Record<string, unknown>> = key;
  return (
    typeof kid === "string" &&
    (kty === "RSA" || kty === "EC" || kty === "OKP") &&
    (use === undefined || use === "sig") &&
    (alg === undefined || typeof alg === "string")
  );
}

async function importPublicKey(jwk: PublicSigningKey, algorithm: string): Promise<CryptoKey | "UNKNOWN"> {
  const { kty, n, e, crv, x, y } = jwk;
  try {
    const key = await importJWK(withoutUndefined({ kty, n, e, crv, x, y }), algorithm);
    return key instanceof Uint8Array ? "UNKNOWN" : key;
  } catch {
    return "UNKNOWN";
  }
}

/** Only the public members are taken: a set that leaks its private key still gives a key that can do no more than verify. */
function withoutUndefined(members: Record<string, string | undefined>): JWK {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
