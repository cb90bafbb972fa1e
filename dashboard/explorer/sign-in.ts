/**
 * Sign-in by authorization code with PKCE (RFC 6749 4.1, RFC 7636) as a public client, for an access token that is
 * bound to the hub by `resource` (RFC 8707). The state and the verifier are kept only while the browser is away at
 * the issuer, and are used once. Both functions reject when the issuer cannot be reached.
 */
import type { ExplorerConfig } from "../explorer-config.js";
import { sessionFromToken, type Session } from "./session.js";

const pendingKey = "hub.sign-in";

/** What a sign-in needs of the browser tab in which it happens. */
export interface Tab {
  readonly origin: string;
  readonly storage: {
    getItem(key: string): string | null;
    setItem(key: string, value: string): void;
    removeItem(key: string): void;
  };
  leaveFor(address: string): void;
  /** Changes the address that the reader sees, without leaving the page. */
  showAddress(address: string): void;
}

export type SignInResult =
  | { readonly kind: "none" }
  | { readonly kind: "signed-in"; readonly session: Session }
  | { readonly kind: "failed"; readonly reason: string };

/** Leaves the page for the issuer's sign-in; `prompt=login` because the persona may change. */
export async function beginSignIn(tab: Tab, config: ExplorerConfig, persona?: string): Promise<void> {
  const { authorization_endpoint } = await discover(tab);
  const verifier = randomText();
  const state = randomText();
  tab.storage.setItem(pendingKey, JSON.stringify({ state, verifier }));
  const request = new URL(authorization_endpoint);
  request.search = new URLSearchParams({
    response_type: "code",
    client_id: config.clientId,
    redirect_uri: redirectUri(tab),
    scope: "openid",
    resource: config.audience,
    prompt: "login",
    state,
    code_challenge: base64url(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier))),
    code_challenge_method: "S256",
    ...(persona === undefined ? {} : { login_hint: persona }),
  }).toString();
  tab.leaveFor(request.href);
}

/** Finishes a sign-in if the address carries the issuer's answer, and removes the answer from the address. */
export async function completeSignIn(tab: Tab, config: ExplorerConfig, answer: URLSearchParams): Promise<SignInResult> {
  const pending = takePending(tab);
  if (!answer.has("state")) return { kind: "none" };
  tab.showAddress(redirectUri(tab));
  if (pending === null || pending.state !== answer.get("state")) {
    return { kind: "failed", reason: "This sign-in was not started in this tab. Try again." };
  }
  const code = answer.get("code");
  if (code === null) return { kind: "failed", reason: answer.get("error_description") ?? "The sign-in was cancelled." };
  const session = await exchange(tab, config, { code, verifier: pending.verifier });
  if (session === null) return { kind: "failed", reason: "The issuer gave no access token. Try again." };
  return { kind: "signed-in", session };
}

async function exchange(
  tab: Tab,
  config: ExplorerConfig,
  proof: { code: string; verifier: string },
): Promise<Session | null> {
  const { token_endpoint } = await discover(tab);
  const body = new URLSearchParams({
    grant_type: "authorization_code",
    client_id: config.clientId,
    redirect_uri: redirectUri(tab),
    resource: config.audience,
    code: proof.code,
    code_verifier: proof.verifier,
  });
  const response = await fetch(token_endpoint, { method: "POST", body });
  if (!response.ok) return null;
  const { access_token } = (await response.json()) as { readonly access_token?: string };
  return access_token === undefined ? null : sessionFromToken(access_token);
}

interface Discovery {
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
}

async function discover(tab: Tab): Promise<Discovery> {
  const response = await fetch(`${tab.origin}/issuer/.well-known/openid-configuration`);
  return (await response.json()) as Discovery;
}

function takePending(tab: Tab): { readonly state: string; readonly verifier: string } | null {
  const stored = tab.storage.getItem(pendingKey);
  tab.storage.removeItem(pendingKey);
  return stored === null ? null : (JSON.parse(stored) as { state: string; verifier: string });
}

function redirectUri(tab: Tab): string {
  return `${tab.origin}/explorer`;
}

function randomText(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)).buffer);
}

function base64url(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
