/**
 * Asks a running hub's demonstration issuer for a persona's access token. What can go wrong is an answer in plain
 * English: the hub is not running, it has no demonstration issuer, or nobody of that name takes part.
 */
import { request } from "undici";
import { personaGrantClient, personaGrantType } from "./persona-grant.js";

export interface PersonaToken {
  readonly token: string;
  /** ISO 8601, UTC. */
  readonly expiresAt: string;
}

export type PersonaTokenResult =
  { readonly ok: true; readonly value: PersonaToken } | { readonly ok: false; readonly problem: string };

const timeoutMilliseconds = 10_000;

export async function requestPersonaToken(hubUrl: string, persona: string): Promise<PersonaTokenResult> {
  const endpoint = `${hubUrl.replace(/\/+$/, "")}/issuer/token`;
  let status: number;
  let answer: unknown;
  try {
    const response = await request(endpoint, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
      body: new URLSearchParams({ grant_type: personaGrantType, client_id: personaGrantClient, persona }).toString(),
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    status = response.statusCode;
    answer = await response.body.json().catch(() => undefined);
  } catch {
    return { ok: false, problem: `No hub answers at ${hubUrl}. Start it with: npm start` };
  }
  if (status === 200 && isTokenAnswer(answer)) {
    const expiresAt = new Date(Date.now() + answer.expires_in * 1000).toISOString();
    return { ok: true, value: { token: answer.access_token, expiresAt } };
  }
  if (status === 400) return { ok: false, problem: `The hub at ${hubUrl} knows no persona "${persona}".` };
  return { ok: false, problem: `The hub at ${hubUrl} has no demonstration issuer (HUB_DEMO is off).` };
}

function isTokenAnswer(value: unknown): value is { readonly access_token: string; readonly expires_in: number } {
  return (
    typeof value === "object" &&
    value !== null &&
    "access_token" in value &&
    typeof value.access_token === "string" &&
    "expires_in" in value &&
    typeof value.expires_in === "number"
  );
}
