/** A demonstration issuer on a real port, with a browser that keeps cookies and follows nothing by itself. */
import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { personas } from "../../demonstration/personas.js";
import { createIssuer, type Issuer } from "../../issuer/create-issuer.js";

export const audience = "quality-concerns-hub";

export interface RunningIssuer {
  readonly publicUrl: string;
  readonly issuer: Issuer;
  readonly dataDirectory: string;
  readonly faults: unknown[];
  stop(): Promise<void>;
}

export async function startIssuer(): Promise<RunningIssuer> {
  const dataDirectory = await mkdtemp(join(tmpdir(), "issuer-"));
  const faults: unknown[] = [];
  const server = createServer().unref();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const publicUrl = `http://127.0.0.1:${port}`;
  const issuer = await createIssuer({
    publicUrl,
    dataDirectory,
    audience,
    personas,
    onFault: (fault) => faults.push(fault),
  });
  server.on("request", issuer.callback);
  return {
    publicUrl,
    issuer,
    dataDirectory,
    faults,
    async stop() {
      await issuer.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(dataDirectory, { recursive: true });
    },
  };
}

export type Browser = (address: string, init?: RequestInit) => Promise<Response>;

export function openBrowser(): Browser {
  const cookies = new Map<string, { value: string; path: string }>();
  return async (address, init = {}) => {
    const { pathname } = new URL(address);
    const sent = [...cookies].filter(([, { path }]) => pathname.startsWith(path));
    const headers = new Headers(init.headers);
    headers.set("cookie", sent.map(([name, { value }]) => `${name}=${value}`).join("; "));
    const response = await fetch(address, { ...init, headers, redirect: "manual" });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      const path = /path=([^;]*)/i.exec(cookie)?.[1] ?? "/";
      if (value === "") cookies.delete(name);
      else cookies.set(name, { value, path });
    }
    return response;
  };
}

export interface AuthorizationRequest {
  readonly address: string;
  readonly verifier: string;
  readonly redirectUri: string;
}

export function authorizationRequest(publicUrl: string, extra: Record<string, string> = {}): AuthorizationRequest {
  const verifier = randomBytes(32).toString("base64url");
  const redirectUri = `${publicUrl}/explorer`;
  const query = new URLSearchParams({
    client_id: "explorer",
    response_type: "code",
    scope: "openid hub",
    redirect_uri: redirectUri,
    state: "state-1",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    ...extra,
  });
  return { address: `${publicUrl}/issuer/auth?${query.toString()}`, verifier, redirectUri };
}

export function location(response: Response, base: string): string {
  return new URL(response.headers.get("location") ?? "", base).href;
}

/** From the explorer's first request to the code in the address that it is sent back to. */
export async function signIn(
  browser: Browser,
  publicUrl: string,
  request: AuthorizationRequest,
  persona: string,
): Promise<URL> {
  const page = location(await browser(request.address), publicUrl);
  const resume = location(await postPersona(browser, page, persona), publicUrl);
  return new URL(location(await browser(resume), publicUrl));
}

export function postPersona(browser: Browser, page: string, persona: string): Promise<Response> {
  return browser(page, { method: "POST", body: new URLSearchParams({ persona }) });
}

export function postToken(publicUrl: string, form: Record<string, string>): Promise<Response> {
  return fetch(`${publicUrl}/issuer/token`, { method: "POST", body: new URLSearchParams(form) });
}

export function exchange(publicUrl: string, request: AuthorizationRequest, code: string): Promise<Response> {
  return postToken(publicUrl, {
    grant_type: "authorization_code",
    client_id: "explorer",
    code,
    redirect_uri: request.redirectUri,
    code_verifier: request.verifier,
  });
}
