import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAuthenticator } from "../../authentication/authenticate.js";
import { createRemoteKeySource, type RemoteKeySource } from "../../authentication/remote-key-source.js";
import {
  directory,
  forge,
  goodClaims,
  goodHeader,
  issuerKey,
  makeRsaKey,
  now,
  rs256,
  settings,
} from "./token-forge.js";

const cacheSeconds = 600;
const nextKey = makeRsaKey("hub-2026-12");

let server: Server;
let source: RemoteKeySource;
let time: number;
let fetches: number;
let answer: RequestListener;

const publish =
  (...keys: readonly object[]): RequestListener =>
  (_request, response) =>
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ keys }));

const fail: RequestListener = (_request, response) => response.writeHead(500).end("broken");

beforeEach(async () => {
  time = 0;
  fetches = 0;
  answer = publish(issuerKey.jwk);
  server = createServer((request, response) => {
    fetches += 1;
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  source = createRemoteKeySource({ uri: `http://127.0.0.1:${port}/jwks`, cacheSeconds, clock: () => time });
});

afterEach(async () => {
  await source.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const find = (kid = issuerKey.kid): ReturnType<RemoteKeySource["find"]> => source.find(kid, "RS256");
const found = expect.objectContaining({ type: "public" });
const at = (secondsLater: number): void => {
  time = secondsLater * 1000;
};

/** Waits for what was begun in the background. */
async function settled(wanted: number): Promise<void> {
  for (let tries = 0; tries < 100 && fetches < wanted; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 5));
  await new Promise((resolve) => setTimeout(resolve, 20));
}

describe("the issuer's keys", () => {
  it("are fetched once for many tokens at once", async () => {
    const keys = await Promise.all(Array.from({ length: 50 }, () => find()));
    expect(keys).toEqual(keys.map(() => found));
    expect(fetches).toBe(1);
  });

  it("are fetched again for a key id that is new, so that a rotation is noticed", async () => {
    await find();
    answer = publish(issuerKey.jwk, nextKey.jwk);
    at(31);
    expect(await find(nextKey.kid)).toEqual(found);
    expect(await find()).toEqual(found);
    expect(fetches).toBe(2);
  });

  it("no longer serve when the issuer has withdrawn them", async () => {
    await find();
    answer = publish(nextKey.jwk);
    at(31);
    await find(nextKey.kid);
    expect(await find()).toBe("UNKNOWN");
  });

  it("are fetched once in 30 seconds at most under a flood of unknown key ids", async () => {
    await find();
    for (let second = 0; second <= 60; second += 1) {
      at(second);
      await Promise.all(Array.from({ length: 20 }, (_, n) => find(`unknown-${second}-${n}`)));
    }
    expect(fetches).toBe(3);
  });

  it("are asked for once in 30 seconds at most while nothing answers", async () => {
    answer = fail;
    for (let second = 0; second < 60; second += 5) {
      at(second);
      expect(await find()).toBe("UNAVAILABLE");
    }
    expect(fetches).toBe(2);
  });

  it("serve on while the key server is away, for a bounded time, and then nobody is let in", async () => {
    await find();
    answer = fail;
    at(cacheSeconds - 1);
    expect(await find()).toEqual(found);
    await settled(2);
    at(cacheSeconds);
    expect(await find()).toBe("UNAVAILABLE");
    at(cacheSeconds + 40);
    answer = publish(issuerKey.jwk);
    expect(await find()).toEqual(found);
  });

  it("are renewed in the background half-way, without a caller waiting", async () => {
    await find();
    at(cacheSeconds / 2);
    expect(await find()).toEqual(found);
    await settled(2);
    expect(fetches).toBe(2);
    answer = fail;
    at(cacheSeconds + 1);
    expect(await find()).toEqual(found);
    await settled(3);
  });

  it("of a server that never answers hold nobody up for longer than a few seconds", async () => {
    answer = () => undefined;
    const begun = Date.now();
    expect(await find()).toBe("UNAVAILABLE");
    expect(Date.now() - begun).toBeLessThan(5_000);
  });

  const useless: readonly (readonly [title: string, answer: RequestListener])[] = [
    ["an error", fail],
    ["a page", (_request, response) => response.writeHead(200).end("<html></html>")],
    ["a document that is no key set", (_request, response) => response.writeHead(200).end("[]")],
    ["a redirect", (_request, response) => response.writeHead(302, { location: "/jwks" }).end()],
    [
      "a document without end",
      (_request, response) => response.writeHead(200).end(`{"keys":[],"x":"${"x".repeat(300_000)}"}`),
    ],
    [
      "half a document",
      (_request, response) =>
        response.writeHead(200, { "content-length": "100" }).write('{"keys"') && response.destroy(),
    ],
  ];
  it.each(useless)("are kept when the server answers with %s", async (_title, listener) => {
    await find();
    answer = listener;
    at(31);
    expect(await find("unknown")).toBe("UNKNOWN");
    expect(await find()).toEqual(found);
    expect(fetches).toBe(2);
  });
});

describe("a token", () => {
  it("of a rotated key is accepted, and one that names where its key is causes no request", async () => {
    const { port } = server.address() as AddressInfo;
    const { authenticate } = createAuthenticator({ settings, keys: source, directory, clock: () => now });
    const ask = (header: object, claims: object = goodClaims): ReturnType<typeof authenticate> =>
      authenticate({ authorization: `Bearer ${forge(header, claims, rs256(nextKey))}`, purpose: undefined });
    for (const member of ["jku", "x5u"]) {
      const header = { ...goodHeader, kid: nextKey.kid, [member]: `http://127.0.0.1:${port}/mine` };
      expect(await ask(header)).toMatchObject({ because: "EMBEDDED_KEY" });
    }
    expect(await ask({ ...goodHeader, kid: nextKey.kid }, { ...goodClaims, aud: "another" })).toMatchObject({
      because: "AUDIENCE",
    });
    expect(fetches).toBe(0);
    answer = publish(issuerKey.jwk, nextKey.jwk);
    expect(await ask({ ...goodHeader, kid: nextKey.kid })).toMatchObject({ ok: true });
    expect(fetches).toBe(1);
  });
});
