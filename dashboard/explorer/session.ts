/**
 * A session as the access token tells it. What is read from the token is shown, never trusted: the hub verifies the
 * token on every request.
 */

export interface Session {
  readonly accessToken: string;
  readonly subject: string;
  readonly organisation: string;
  readonly role: string;
  /** Milliseconds since the epoch, or null when the token does not say. */
  readonly expiresAt: number | null;
}

/** Returns null for anything that is not a JWT with a subject. */
export function sessionFromToken(accessToken: string): Session | null {
  const claims = claimsOf(accessToken);
  if (typeof claims["sub"] !== "string") return null;
  const expiry = claims["exp"];
  return {
    accessToken,
    subject: claims["sub"],
    organisation: textOf(claims["org"]),
    role: textOf(claims["role"]),
    expiresAt: typeof expiry === "number" ? expiry * 1000 : null,
  };
}

export function isExpired(session: Session): boolean {
  return session.expiresAt !== null && session.expiresAt <= Date.now();
}

function claimsOf(token: string): Record<string, unknown> {
  const payload = token.split(".")[1];
  if (payload === undefined) return {};
  try {
    const base64 = payload.replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === "object" && claims !== null ? { ...claims } : {};
  } catch {
    return {};
  }
}

function textOf(claim: unknown): string {
  return typeof claim === "string" ? claim : "";
}
