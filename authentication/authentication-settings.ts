/**
 * What the hub must be told in order to trust an identity provider, and the findings that keep it from starting with a
 * trust that means nothing: a shared-secret algorithm, a token type that fits ID tokens too, keys fetched in the clear.
 */
import type { ClaimMapping } from "./claim-mapping.js";

export interface AuthenticationSettings {
  /** Exactly the `iss` of every accepted token, character for character. */
  readonly issuer: string;
  /** Exactly the `aud` of every accepted token. */
  readonly audience: string;
  /** Where the issuer publishes its keys; null when the keys are in this process (the demonstration issuer). */
  readonly jwksUri: string | null;
  /** JWS algorithms that are accepted; RFC 8725, 3.1: chosen by the verifier, never by the token. */
  readonly algorithms: readonly string[];
  /** Accepted `typ` headers. RFC 9068, 2.1 has `at+jwt`; some issuers know only `JWT`. */
  readonly types: readonly string[];
  /** Longest accepted life of a token, from `iat` to `exp`; with `exp` it bounds the time since `iat` as well. */
  readonly maximumAgeSeconds: number;
  /** How far the issuer's clock and ours may be apart. */
  readonly clockToleranceSeconds: number;
  /** How long fetched keys may serve when the key server cannot be reached; after that nobody is let in. */
  readonly keyCacheSeconds: number;
  readonly mapping: ClaimMapping;
}

/** Everything but the names of the issuer, of us, and of its claims. */
export const authenticationDefaults = {
  algorithms: ["RS256", "PS256", "ES256"],
  types: ["at+jwt"],
  maximumAgeSeconds: 12 * 60 * 60,
  clockToleranceSeconds: 60,
  keyCacheSeconds: 60 * 60,
} as const satisfies Partial<AuthenticationSettings>;

const publicKeyAlgorithms = new Set("RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA Ed25519".split(" "));
const loopbackHosts = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Reasons not to start, in plain English; none when the settings are sound. */
export function authenticationFindings(settings: AuthenticationSettings): string[] {
  const findings: string[] = [];
  if (settings.issuer === "") findings.push("The issuer of access tokens is not named.");
  if (settings.audience === "") findings.push("The audience of access tokens is not named.");
  if (settings.algorithms.length === 0) findings.push("No signature algorithm is accepted, so no token could be.");
  for (const algorithm of settings.algorithms) {
    if (!publicKeyAlgorithms.has(algorithm)) {
      findings.push(`Signature algorithm "${algorithm}" is not accepted: only public-key signatures are.`);
    }
  }
  if (settings.types.length === 0) findings.push("No token type is accepted, so no token could be.");
  if (settings.jwksUri !== null && !isConfidential(settings.jwksUri)) {
    findings.push("The address of the issuer's keys must be https (http only on this machine).");
  }
  for (const [name, seconds, most] of [
    ["The maximum age of a token", settings.maximumAgeSeconds, 24 * 60 * 60],
    ["The clock tolerance", settings.clockToleranceSeconds, 300],
    ["The time for which keys are kept", settings.keyCacheSeconds, 24 * 60 * 60],
  ] as const) {
    if (!Number.isFinite(seconds) || seconds < 0 || seconds > most) {
      findings.push(`${name} must be between 0 and ${most} seconds.`);
    }
  }
  return findings;
}

function isConfidential(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" || (protocol === "http:" && loopbackHosts.has(hostname));
}
