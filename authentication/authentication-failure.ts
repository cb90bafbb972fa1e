/**
 * Why a request was not let in: a closed list for the audit entry. It never leaves the hub, because whoever forges
 * tokens would learn from it which check to work on next. Outside, every one of these looks the same.
 */
export const authenticationFailures = [
  "TOKEN_MISSING",
  "TOKEN_TOO_LONG",
  "TOKEN_MALFORMED",
  "DUPLICATE_MEMBER",
  "ALGORITHM",
  "TYPE",
  "KEY_ID",
  "EMBEDDED_KEY",
  "CRITICAL_HEADER",
  "KEY_UNKNOWN",
  "KEYS_UNAVAILABLE",
  "SIGNATURE",
  "ID_TOKEN",
  "ISSUER",
  "AUDIENCE",
  "EXPIRY",
  "ISSUED_AT",
  "NOT_BEFORE",
  "LIFETIME",
  "SUBJECT",
  "TOKEN_ID",
  "REVOKED",
  "ORGANISATION_MISSING",
  "ORGANISATION_UNKNOWN",
  "ORGANISATION_CLOSED",
  "ROLE_MISSING",
  "ROLE_AMBIGUOUS",
  "ROLE_NOT_HELD",
  "ROLE_UNKNOWN",
  "ROLE_NOT_FOR_ORGANISATION",
  "ASSURANCE",
  "PURPOSE_NOT_PERMITTED",
] as const;

export type AuthenticationFailure = (typeof authenticationFailures)[number];

/** The outcome of one check: what it established, or why it refused. */
export type Verdict<T> = { readonly ok: true; readonly value: T } | Refusal;

export interface Refusal {
  readonly ok: false;
  readonly because: AuthenticationFailure;
}

export function established<T>(value: T): Verdict<T> {
  return { ok: true, value };
}

export function refusal(because: AuthenticationFailure): Refusal {
  return { ok: false, because };
}
