import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { stat } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { join } from "node:path";
import { createAuthenticator, type AuthenticationResult } from "../../authentication/authenticate.js";
import { authenticationDefaults } from "../../authentication/authentication-settings.js";
import type { KeySource } from "../../authentication/key-source.js";
import { hubMapping } from "../../authentication/ready-mappings.js";
import { createRemoteKeySource } from "../../authentication/remote-key-source.js";
import { personas } from "../../demonstration/personas.js";
import { createIssuer } from "../../issuer/create-issuer.js";
import {
  audience,
  authorizationRequest,
  exchange,
  location,
  openBrowser,
  postPersona,
  postToken,
  signIn,
  startIssuer,
  type RunningIssuer,
} from "./running-issuer.js";

let running: RunningIssuer;
let publicUrl: string;
const printed: unknown[] = [];

beforeAll(async () => {
  for (const method of ["log", "info", "warn", "error"] as const) {
    jest.spyOn(console, method).mockImplementation((...message) => void printed.push(message));
  }
  running = await startIssuer();
  ({ publicUrl } = running);
});

afterAll(async () => {
  await running.stop();
});

const grant = { grant_type: "urn:quality-concerns-hub:persona", client_id: "token-command" };

async function tokenOf(persona: string): Promise<string> {
  const response = await postToken(publicUrl, { ...grant, persona });
  const { access_token: token } = (await response.json()) as { access_token: string };
  return token;
}

function authenticate(token: string, keys: KeySource = running.issuer.keys): Promise<AuthenticationResult> {
  const authenticator = createAuthenticator({
    settings: {
      ...authenticationDefaults,
      issuer: running.issuer.issuer,
      audience,
      jwksUri: null,
      mapping: hubMapping,
    },
    keys,
    directory: (code) => {
      const persona = personas.find(({ organisation }) => organisation === code);
      return Promise.resolve(persona && { kind: persona.organisationKind, open: true });
    },
  });
  return authenticator.authenticate({ authorization: `Bearer ${token}`, purpose: undefined });
}

describe("discovery", () => {
  it("names the issuer, its end points and PKCE", async () => {
    const response = await fetch(`${publicUrl}/issuer/.well-known/openid-configuration`);
    expect(await response.json()).toMatchObject({
      issuer: `${publicUrl}/issuer`,
      authorization_endpoint: `${publicUrl}/issuer/auth`,
      token_endpoint: `${publicUrl}/issuer/token`,
      jwks_uri: `${publicUrl}/issuer/jwks`,
      code_challenge_methods_supported: ["S256"],
      grant_types_supported: ["authorization_code", grant.grant_type],
    });
  });

  it("names them whatever host the request claims to have come to", async () => {
    const text = await new Promise<string>((resolve, reject) => {
      const headers = {
        host: "attacker.example",
        "x-forwarded-host": "attacker.example",
        "x-forwarded-proto": "https",
      };
      httpRequest(`${publicUrl}/issuer/.well-known/openid-configuration`, { headers }, (response) => {
        let body = "";
        response.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
        response.on("end", () => {
          resolve(body);
        });
      })
        .on("error", reject)
        .end();
    });
    expect(text).not.toContain("attacker");
    expect(JSON.parse(text)).toMatchObject({ jwks_uri: `${publicUrl}/issuer/jwks` });
  });

  it("leads to the public keys and to nothing private", async () => {
    const response = await fetch(`${publicUrl}/issuer/jwks`);
    const { keys } = (await response.json()) as { keys: Record<string, unknown>[] };
    expect(keys).toHaveLength(1);
    for (const member of ["d", "p", "q", "dp", "dq", "qi"]) expect(keys[0]).not.toHaveProperty(member);
  });
});

describe("a command's token", () => {
  it.each(personas)("makes $name the caller that it is made for", async (persona) => {
    const result = await authenticate(await tokenOf(persona.name));
    expect(result).toMatchObject({
      ok: true,
      caller: {
        subject: persona.name,
        organisation: persona.organisation,
        organisationKind: persona.organisationKind,
        role: persona.role,
        purpose: persona.purpose,
      },
    });
  });

  it("is verified by the published keys just as by those in the process", async () => {
    const keys = createRemoteKeySource({ uri: `${publicUrl}/issuer/jwks`, cacheSeconds: 60 });
    expect(await authenticate(await tokenOf("gmc"), keys)).toMatchObject({ ok: true });
    await keys.close();
  });

  it("has an id of its own each time", async () => {
    const [one, two] = await Promise.all([tokenOf("gmc"), tokenOf("gmc")]);
    const [first, second] = [await authenticate(one), await authenticate(two)];
    expect(first.ok && second.ok && first.caller.tokenId !== second.caller.tokenId).toBe(true);
  });

  it.each([
    ["an unknown persona", { ...grant, persona: "root" }],
    ["no persona", grant],
    ["a persona of an object's prototype", { ...grant, persona: "__proto__" }],
    ["the client of the explorer", { ...grant, client_id: "explorer", persona: "gmc" }],
    ["an unknown client", { ...grant, client_id: "another", persona: "gmc" }],
    ["client credentials", { grant_type: "client_credentials", client_id: "token-command" }],
    ["a password", { grant_type: "password", client_id: "token-command", username: "gmc", password: "gmc" }],
  ])("is not given for %s", async (_title, form) => {
    const response = await postToken(publicUrl, form);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(await response.json()).not.toHaveProperty("access_token");
  });
});

describe("signing in through the explorer", () => {
  it("ends with an access token that the hub accepts and an ID token that it refuses", async () => {
    const request = authorizationRequest(publicUrl, { nonce: "nonce-1" });
    const back = await signIn(openBrowser(), publicUrl, request, "northmoor-lead");
    expect(back.origin + back.pathname).toBe(`${publicUrl}/explorer`);
    expect(back.searchParams.get("state")).toBe("state-1");
    const answer = await exchange(publicUrl, request, back.searchParams.get("code") ?? "");
    expect(answer.headers.get("cache-control")).toContain("no-store");
    const { access_token, id_token } = (await answer.json()) as { access_token: string; id_token: string };
    expect(await authenticate(access_token)).toMatchObject({ caller: { organisation: "ZZN01", role: "QUALITY_LEAD" } });
    expect(await authenticate(id_token)).toMatchObject({ ok: false, because: "TYPE" });
  });

  it("lists every persona by name, organisation and role on a page that asks nothing of any other host", async () => {
    const browser = openBrowser();
    const page = await browser(location(await browser(authorizationRequest(publicUrl).address), publicUrl));
    const html = await page.text();
    for (const { name, displayName, organisationName } of personas) {
      expect(html).toContain(`value="${name}"`);
      expect(html).toContain(displayName);
      expect(html).toContain(organisationName);
    }
    expect(html).not.toMatch(/https?:|<script|<img|<link|url\(/);
    expect(page.headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(page.headers.get("cache-control")).toBe("no-store");
  });

  it("is remembered, and another persona can be chosen all the same", async () => {
    const browser = openBrowser();
    await signIn(browser, publicUrl, authorizationRequest(publicUrl), "gmc");
    const again = location(await browser(authorizationRequest(publicUrl).address), publicUrl);
    expect(new URL(again).searchParams.has("code")).toBe(true);
    const request = authorizationRequest(publicUrl, { prompt: "login" });
    const back = await signIn(browser, publicUrl, request, "nmc");
    const answer = await exchange(publicUrl, request, back.searchParams.get("code") ?? "");
    const { access_token } = (await answer.json()) as { access_token: string };
    expect(await authenticate(access_token)).toMatchObject({ caller: { organisation: "NMC" } });
  });

  it("gives a code that works once", async () => {
    const request = authorizationRequest(publicUrl);
    const code = (await signIn(openBrowser(), publicUrl, request, "cqc")).searchParams.get("code") ?? "";
    expect((await exchange(publicUrl, request, code)).status).toBe(200);
    expect((await exchange(publicUrl, request, code)).status).toBe(400);
  });

  it("gives a code that is worth nothing without its verifier", async () => {
    const request = authorizationRequest(publicUrl);
    const code = (await signIn(openBrowser(), publicUrl, request, "cqc")).searchParams.get("code") ?? "";
    const { verifier } = authorizationRequest(publicUrl);
    expect((await exchange(publicUrl, { ...request, verifier }, code)).status).toBe(400);
  });

  it.each([
    ["without PKCE", { code_challenge: "", code_challenge_method: "" }],
    ["with a plain challenge", { code_challenge_method: "plain" }],
    ["for a token in the address", { response_type: "token" }],
    ["for another resource", { resource: "https://another.example" }],
  ])("is refused %s", async (_title, extra) => {
    const response = await openBrowser()(authorizationRequest(publicUrl, extra).address);
    expect(new URL(location(response, publicUrl)).href).toMatch(/\/explorer[?#]error=/);
  });

  it.each([
    ["to a redirect address that is not registered", { redirect_uri: "https://attacker.example/" }],
    ["to a redirect address below a registered one", { redirect_uri: "http://127.0.0.1/explorer/../x" }],
    ["of an unknown client", { client_id: "another" }],
  ])("leads nowhere %s", async (_title, extra) => {
    const response = await fetch(authorizationRequest(publicUrl, extra).address, {
      redirect: "manual",
      headers: { accept: "text/html" },
    });
    expect(response.status).toBe(400);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await response.text()).toContain("You are not signed in");
  });

  it("cannot be finished by a browser that did not begin it", async () => {
    const browser = openBrowser();
    const page = location(await browser(authorizationRequest(publicUrl).address), publicUrl);
    expect((await postPersona(openBrowser(), page, "gmc")).status).toBe(400);
    expect((await openBrowser()(page)).status).toBe(400);
  });

  it.each(["root", "", "__proto__", "<script>alert(1)</script>"])(
    "as %j is refused, and what was sent is not shown",
    async (persona) => {
      const browser = openBrowser();
      const page = location(await browser(authorizationRequest(publicUrl).address), publicUrl);
      const response = await postPersona(browser, page, persona);
      expect(response.status).toBe(400);
      expect(await response.text()).not.toContain("<script");
    },
  );

  it("takes no other method than reading the page and sending the form", async () => {
    const browser = openBrowser();
    const page = location(await browser(authorizationRequest(publicUrl).address), publicUrl);
    expect((await browser(page, { method: "PUT" })).status).toBe(405);
  });
});

describe("a restart", () => {
  it("keeps the keys, so that tokens stay good", async () => {
    const token = await tokenOf("gmc");
    const { dataDirectory } = running;
    const restarted = await createIssuer({ publicUrl, dataDirectory, audience, personas });
    expect(await authenticate(token, restarted.keys)).toMatchObject({ ok: true });
  });

  it("finds the keys in a file that nobody else may read", async () => {
    const { mode } = await stat(join(running.dataDirectory, "issuer-keys.json"));
    expect(mode & 0o777).toBe(0o600);
  });
});

it("another data directory makes other keys, whose hub refuses these tokens", async () => {
  const another = await startIssuer();
  expect(await authenticate(await tokenOf("gmc"), another.issuer.keys)).toMatchObject({ because: "KEY_UNKNOWN" });
  await another.stop();
});

it("the issuer met no fault of its own and printed nothing", () => {
  expect(running.faults).toEqual([]);
  expect(printed).toEqual([]);
});
