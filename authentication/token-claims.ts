/**
 * The registered claims of an access token (RFC 9068, 2.2 and RFC 7519, 4.1), more strictly than the standards ask:
 * every claim is required, an audience is ours alone, and a life has an upper bound whatever the issuer says.
 */
import { established, refusal, type Verdict } from "./authentication-failure.js";
import type { AuthenticationSettings } from "./authentication-settings.js";
import { member, type JsonObject } from "./compact-token.js";

export interface TokenClaims {
  readonly issuer: string;
  readonly subject: string;
  readonly tokenId: string;
  /** Seconds since the epoch. */
  readonly expiresAt: number;
}

export type ClaimRules = Pick<
  AuthenticationSettings,
  "issuer" | "audience" | "maximumAgeSeconds" | "clockToleranceSeconds" | "mapping"
>;

/** Claims that OpenID Connect Core 1.0 (2, 3.1.3.6, 3.3.2.11) gives to ID tokens and nothing gives to access tokens. */
const idTokenClaims = ["nonce", "at_hash", "c_hash", "s_hash"] as const;

/** Visible characters, no controls: a subject and a token id are written to the audit and compared there. */
const identifier = /^[^\p{C}\p{Z}](?:[^\p{C}]{0,254}[^\p{C}\p{Z}])?$/u;

export function checkTokenClaims(claims: JsonObject, rules: ClaimRules, nowSeconds: number): Verdict<TokenClaims> {
  const issuer = member(claims, "iss");
  if (issuer !== rules.issuer) return refusal("ISSUER");
  if (!isOnly(member(claims, "aud"), rules.audience)) return refusal("AUDIENCE");
  if (idTokenClaims.some((name) => Object.hasOwn(claims, name))) return refusal("ID_TOKEN");
  const subject = member(claims, "sub");
  if (typeof subject !== "string" || !identifier.test(subject)) return refusal("SUBJECT");
  const tokenId = member(claims, rules.mapping.tokenId);
  if (typeof tokenId !== "string" || !identifier.test(tokenId)) return refusal("TOKEN_ID");
  const times = checkTimes(claims, rules, nowSeconds);
  if (!times.ok) return times;
  return established({ issuer, subject, tokenId, expiresAt: times.value });
}

/** A token for us and for somebody else could be replayed to us by that somebody. */
function isOnly(audience: unknown, ours: string): boolean {
  return audience === ours || (Array.isArray(audience) && audience.length === 1 && audience[0] === ours);
}

function checkTimes(claims: JsonObject, rules: ClaimRules, now: number): Verdict<number> {
  const tolerance = rules.clockToleranceSeconds;
  const expiresAt = member(claims, "exp");
  if (!isNumericDate(expiresAt) || expiresAt <= now - tolerance) return refusal("EXPIRY");
  const issuedAt = member(claims, "iat");
  if (!isNumericDate(issuedAt) || issuedAt > now + tolerance) return refusal("ISSUED_AT");
  if (Object.hasOwn(claims, "nbf")) {
    const notBefore = member(claims, "nbf");
    if (!isNumericDate(notBefore) || notBefore > now + tolerance) return refusal("NOT_BEFORE");
  }
  // As it has not run out either, it was issued no longer ago than that, give or take the tolerance.
  const life = expiresAt - issuedAt;
  if (life <= 0 || life > rules.maximumAgeSeconds) return refusal("LIFETIME");
  return established(expiresAt);
}

/** `1e400` is valid JSON and reads as Infinity: a token that would never end. */
function isNumericDate(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}
