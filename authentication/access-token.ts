/**
 * Verifies one access token: shape, header, registered claims, then the signature. The cheap checks stand first so
 * that junk costs neither a key fetch nor a public-key operation; a token is believed only when all have passed.
 */
import { compactVerify } from "jose";
import { established, refusal, type Verdict } from "./authentication-failure.js";
import type { AuthenticationSettings } from "./authentication-settings.js";
import { readCompactToken, type JsonObject } from "./compact-token.js";
import type { KeySource } from "./key-source.js";
import { checkTokenClaims, type TokenClaims } from "./token-claims.js";
import { checkTokenHeader } from "./token-header.js";

export interface VerifiedToken extends TokenClaims {
  /** Every claim of the verified payload, for the mapping of organisation and role. */
  readonly all: JsonObject;
}

export interface VerificationDependencies {
  readonly settings: AuthenticationSettings;
  readonly keys: KeySource;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

export async function verifyAccessToken(
  token: string,
  { settings, keys, clock }: VerificationDependencies,
): Promise<Verdict<VerifiedToken>> {
  const compact = readCompactToken(token);
  if (!compact.ok) return compact;
  const name = checkTokenHeader(compact.value.header, settings);
  if (!name.ok) return name;
  const claims = checkTokenClaims(compact.value.claims, settings, clock() / 1000);
  if (!claims.ok) return claims;
  const key = await keys.find(name.value.keyId, name.value.algorithm);
  if (key === "UNKNOWN") return refusal("KEY_UNKNOWN");
  if (key === "UNAVAILABLE") return refusal("KEYS_UNAVAILABLE");
  try {
    await compactVerify(token, key, { algorithms: [name.value.algorithm] });
  } catch {
    // Whatever went wrong, the signature was not shown to be the issuer's.
    return refusal("SIGNATURE");
  }
  return established({ ...claims.value, all: compact.value.claims });
}
