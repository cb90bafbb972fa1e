import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import type { ExplorerConfig } from "../../../dashboard/explorer-config.js";
import { beginSignIn, completeSignIn, type Tab } from "../../../dashboard/explorer/sign-in.js";

const config: ExplorerConfig = {
  issuer: "https://hub.test/issuer",
  clientId: "explorer",
  audience: "https://hub.test/graphql",
  demonstration: true,
  personas: [],
  purposes: [],
};

const segment = (content: object) => Buffer.from(JSON.stringify(content)).toString("base64url");
const accessToken = `${segment({ alg: "EdDSA" })}.${segment({ sub: "gmc", org: "GMC", role: "QUALITY_LEAD", exp: 1 })}.signature`;

let stored: Map<string, string>;
let left: URL[];
let shown: string[];
let exchanged: URLSearchParams[];
let tokenResponse: Response;

const tab: Tab = {
  origin: "https://hub.test",
  storage: {
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, value) => stored.set(key, value),
    removeItem: (key) => stored.delete(key),
  },
  leaveFor: (address) => left.push(new URL(address)),
  showAddress: (address) => shown.push(address),
};

beforeEach(() => {
  stored = new Map();
  left = [];
  shown = [];
  exchanged = [];
  tokenResponse = Response.json({ access_token: accessToken });
  jest.spyOn(globalThis, "fetch").mockImplementation((address, options) => {
    if (options?.body instanceof URLSearchParams) exchanged.push(options.body);
    const isDiscovery = address === "https://hub.test/issuer/.well-known/openid-configuration";
    const endpoints = { authorization_endpoint: "https://hub.test/auth", token_endpoint: "https://hub.test/token" };
    return Promise.resolve(isDiscovery ? Response.json(endpoints) : tokenResponse);
  });
});

afterEach(() => {
  jest.restoreAllMocks();
});

async function begin(persona?: string): Promise<URLSearchParams> {
  await beginSignIn(tab, config, persona);
  return left.at(-1)?.searchParams ?? new URLSearchParams();
}

const answer = (state: string | null, rest: Record<string, string> = { code: "the-code" }) =>
  new URLSearchParams({ ...rest, state: state ?? "" });

describe("beginning a sign-in", () => {
  it("asks for a code for this client, for a token that is bound to the hub", async () => {
    expect(Object.fromEntries(await begin("gmc"))).toMatchObject({
      response_type: "code",
      client_id: "explorer",
      redirect_uri: "https://hub.test/explorer",
      resource: "https://hub.test/graphql",
      prompt: "login",
      code_challenge_method: "S256",
      login_hint: "gmc",
    });
  });

  it("uses another state and another challenge every time", async () => {
    const [first, second] = [await begin(), await begin()];
    for (const name of ["state", "code_challenge"]) expect(first.get(name)).not.toBe(second.get(name));
  });

  it("does not send the verifier", async () => {
    const { verifier } = JSON.parse((await begin(), stored.get("hub.sign-in") ?? "{}")) as { verifier: string };
    expect(verifier).toMatch(/^[\w-]{43}$/);
    expect(left.at(-1)?.href).not.toContain(verifier);
  });
});

describe("completing a sign-in", () => {
  it("exchanges the code with the verifier of the challenge, and clears the address", async () => {
    const request = await begin();
    const result = await completeSignIn(tab, config, answer(request.get("state")));
    expect(result).toMatchObject({ kind: "signed-in", session: { subject: "gmc", organisation: "GMC", accessToken } });
    expect(shown).toEqual(["https://hub.test/explorer"]);
    const verifier = exchanged[0]?.get("code_verifier") ?? "";
    expect(createHash("sha256").update(verifier).digest("base64url")).toBe(request.get("code_challenge"));
    expect(exchanged[0]?.get("resource")).toBe("https://hub.test/graphql");
  });

  it("has nothing to do when the address carries no answer", async () => {
    expect(await completeSignIn(tab, config, new URLSearchParams("persona=gmc"))).toEqual({ kind: "none" });
  });

  it("refuses an answer to a sign-in that this tab did not begin, and exchanges nothing", async () => {
    expect((await completeSignIn(tab, config, answer("forged"))).kind).toBe("failed");
    expect(exchanged).toEqual([]);
  });

  it("refuses an answer with another state", async () => {
    await begin();
    expect((await completeSignIn(tab, config, answer("forged"))).kind).toBe("failed");
    expect(exchanged).toEqual([]);
  });

  it("refuses the same answer twice", async () => {
    const state = (await begin()).get("state");
    await completeSignIn(tab, config, answer(state));
    expect((await completeSignIn(tab, config, answer(state))).kind).toBe("failed");
    expect(exchanged).toHaveLength(1);
  });

  it("says why the issuer refused", async () => {
    const state = (await begin()).get("state");
    const refused = answer(state, { error: "access_denied", error_description: "Nobody signed in." });
    expect(await completeSignIn(tab, config, refused)).toEqual({ kind: "failed", reason: "Nobody signed in." });
  });

  for (const [what, response] of [
    ["an error", () => new Response("{}", { status: 400 })],
    ["no token", () => Response.json({})],
    ["something that is no token", () => Response.json({ access_token: "opaque" })],
  ] as const) {
    it(`fails when the exchange gives ${what}`, async () => {
      tokenResponse = response();
      expect((await completeSignIn(tab, config, answer((await begin()).get("state")))).kind).toBe("failed");
    });
  }
});
