/**
 * What the header of an access token must say before a key is looked for. Keys come from the configured issuer alone:
 * a header that brings a key, or says where to find one, is refused and no request is made (RFC 8725, 3.10).
 */
import { established, refusal, type Verdict } from "./authentication-failure.js";
import { member, type JsonObject } from "./compact-token.js";

export interface SigningKeyName {
  readonly algorithm: string;
  readonly keyId: string;
}

export interface HeaderRules {
  readonly algorithms: readonly string[];
  readonly types: readonly string[];
}

const keyBearing = ["jwk", "jku", "x5u", "x5c"] as const;

/** Plain names and base64, `/` included because issuers use thumbprints. It is compared with names, never opened. */
const keyIdPattern = /^(?!.*\.\.)[A-Za-z0-9_+/=:.~-]{1,128}$/;

export function checkTokenHeader(header: JsonObject, rules: HeaderRules): Verdict<SigningKeyName> {
  const algorithm = member(header, "alg");
  if (typeof algorithm !== "string" || !rules.algorithms.includes(algorithm)) return refusal("ALGORITHM");
  if (keyBearing.some((name) => Object.hasOwn(header, name))) return refusal("EMBEDDED_KEY");
  // RFC 7515, 4.1.11: an extension that is not understood makes the token invalid, and none is understood here.
  if (Object.hasOwn(header, "crit")) return refusal("CRITICAL_HEADER");
  const type = member(header, "typ");
  if (typeof type !== "string" || !rules.types.map(mediaType).includes(mediaType(type))) return refusal("TYPE");
  const keyId = member(header, "kid");
  if (typeof keyId !== "string" || !keyIdPattern.test(keyId)) return refusal("KEY_ID");
  return established({ algorithm, keyId });
}

/** RFC 7515, 4.1.9: media types ignore case, and `application/` may be left out. */
function mediaType(type: string): string {
  return type.toLowerCase().replace(/^application\//, "");
}
