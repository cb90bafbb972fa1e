import { connect } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { startGateway } from "./gateway-under-test.js";
import type { Answer, GatewayUnderTest, Sent } from "./gateway-under-test.js";

let hub: GatewayUnderTest;

beforeAll(async () => {
  hub = await startGateway({ limits: { requestMilliseconds: 1_000 } });
});
beforeEach(() => {
  hub.concerns.behaveAsUsual();
  hub.organisations.behaveAsUsual();
  hub.refusals.length = 0;
  hub.logged.length = 0;
});
afterAll(() => hub.gateway.close());

const good = JSON.stringify({ query: `{ concern(id: "1") { id } }` });

function expectDefaultHeaders({ headers }: Answer): void {
  expect(headers["cache-control"]).toBe("no-store");
  expect(headers["content-type"]).toMatch(/^application\/(json|graphql-response\+json); charset=utf-8$/);
  expect(headers["content-security-policy"]).toMatch(/^default-src 'none'/);
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["x-frame-options"]).toBe("DENY");
  expect(headers["x-request-id"]).toMatch(/^[A-Za-z0-9._-]{8,64}$/);
}

const refused: readonly (readonly [what: string, status: number, code: string, sent: Sent])[] = [
  ["an unknown path", 404, "NOT_FOUND", { method: "GET", path: "/nothing-here" }],
  ["an address that cannot be decoded", 400, "BAD_USER_INPUT", { method: "GET", path: "/%zz" }],
  ["a query in the address", 405, "BAD_USER_INPUT", { method: "GET", path: "/graphql?query=%7B__typename%7D" }],
  ["PUT", 405, "BAD_USER_INPUT", { method: "PUT", body: good }],
  ["DELETE", 405, "BAD_USER_INPUT", { method: "DELETE" }],
  ["OPTIONS", 405, "BAD_USER_INPUT", { method: "OPTIONS" }],
  ["no token", 401, "UNAUTHENTICATED", { body: good, headers: { authorization: "" } }],
  ["a wrong token", 401, "UNAUTHENTICATED", { body: good, headers: { authorization: "Bearer constructor" } }],
  ["broken JSON", 400, "BAD_USER_INPUT", { body: `{"query": ` }],
  ["no body", 415, "BAD_USER_INPUT", {}],
  ["an empty body", 400, "BAD_USER_INPUT", { body: "" }],
  ["a batch", 400, "BAD_USER_INPUT", { body: `[${good},${good}]` }],
  ["a text", 400, "BAD_USER_INPUT", { body: `"query"` }],
  ["null", 400, "BAD_USER_INPUT", { body: "null" }],
  ["no query", 400, "BAD_USER_INPUT", { body: "{}" }],
  ["an empty query", 400, "BAD_USER_INPUT", { body: `{"query":" "}` }],
  ["a query that is a number", 400, "BAD_USER_INPUT", { body: `{"query":1}` }],
  ["variables that are a text", 400, "BAD_USER_INPUT", { body: `{"query":"{__typename}","variables":"{}"}` }],
  ["variables that are a list", 400, "BAD_USER_INPUT", { body: `{"query":"{__typename}","variables":[]}` }],
  ["an operation name that is a list", 400, "BAD_USER_INPUT", { body: `{"query":"{__typename}","operationName":[]}` }],
  [
    "a persisted query",
    400,
    "BAD_USER_INPUT",
    { body: `{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}` },
  ],
  ["__proto__ as a key", 400, "BAD_USER_INPUT", { body: `{"query":"{__typename}","variables":{"__proto__":{"a":1}}}` }],
  [
    "constructor.prototype as a key",
    400,
    "BAD_USER_INPUT",
    { body: `{"query":"{__typename}","variables":{"constructor":{"prototype":1}}}` },
  ],
  ["a body one byte too long", 413, "LIMIT_EXCEEDED", { body: good.padEnd(128 * 1024 + 1) }],
  ["a million characters", 413, "LIMIT_EXCEEDED", { body: JSON.stringify({ query: "a".repeat(1_000_000) }) }],
  ["a compressed body", 415, "BAD_USER_INPUT", { body: gzipSync(good), headers: { "content-encoding": "gzip" } }],
  [
    "a compression bomb",
    415,
    "BAD_USER_INPUT",
    { body: brotliCompressSync(Buffer.alloc(50_000_000)), headers: { "content-encoding": "br" } },
  ],
  [
    "a form",
    415,
    "BAD_USER_INPUT",
    { body: "query=x", headers: { "content-type": "application/x-www-form-urlencoded" } },
  ],
  ["plain text", 415, "BAD_USER_INPUT", { body: good, headers: { "content-type": "text/plain" } }],
  [
    "application/graphql",
    415,
    "BAD_USER_INPUT",
    { body: "{ __typename }", headers: { "content-type": "application/graphql" } },
  ],
  [
    "another character set",
    415,
    "BAD_USER_INPUT",
    { body: good, headers: { "content-type": "application/json; charset=utf-16" } },
  ],
  ["an answer wanted in HTML", 406, "BAD_USER_INPUT", { body: good, headers: { accept: "text/html" } }],
];

describe("the public endpoint", () => {
  it.each(refused)("answers %s with JSON, %d and %s", async (_, status, code, sent) => {
    const answer = await hub.send(sent);
    expect([answer.status, answer.body.errors?.[0]?.extensions.code]).toEqual([status, code]);
    expectDefaultHeaders(answer);
    expect(answer.body.extensions).toEqual({ handling: "OFFICIAL-SENSITIVE" });
    expect(hub.concerns.requests).toHaveLength(0);
  });

  it("takes a body of exactly the limit", async () => {
    const answer = await hub.send({ body: good.padEnd(128 * 1024) });
    expect(answer.body.data).toEqual({ concern: { id: "1" } });
    expectDefaultHeaders(answer);
  });

  it("gives every failure to authenticate the same bytes, and records each", async () => {
    const texts = await Promise.all(
      ["", "Bearer wrong", "Basic bGVhZDpsZWFk", "Bearer __proto__"].map(async (authorization) => {
        const answer = await hub.send({ body: good, headers: { authorization } });
        expect(answer.headers["www-authenticate"]).toBe("Bearer");
        return answer.text;
      }),
    );
    expect(new Set(texts).size).toBe(1);
    expect(hub.refusals).toHaveLength(4);
    expect(hub.refusals[0]).toEqual({
      code: "UNAUTHENTICATED",
      because: "unknown token",
      requestId: expect.any(String),
      caller: null,
    });
  });

  it("reads no body before the caller is known", async () => {
    const answer = await hub.send({ body: "x".repeat(1_000_000), headers: { authorization: "" } });
    expect(answer.status).toBe(401);
  });

  it("records a body that cannot be read under the caller who sent it", async () => {
    await hub.send({ body: "{" });
    expect(hub.refusals).toMatchObject([{ code: "BAD_USER_INPUT", caller: { subject: "lead" } }]);
  });

  it("takes over a plain request id and replaces any other", async () => {
    const stated = await hub.send({ body: good, headers: { "x-request-id": "client-id-0001" } });
    expect(stated.headers["x-request-id"]).toBe("client-id-0001");
    for (const odd of ["short", "a b c d e f g h", "<script>alert(1)</script>", "x".repeat(65)]) {
      const answer = await hub.send({ body: good, headers: { "x-request-id": odd } });
      expect(answer.headers["x-request-id"]).not.toBe(odd);
    }
  });

  it("marks its answers and speaks both media types", async () => {
    const plain = await hub.send({ body: good });
    expect(plain.body.extensions).toEqual({ handling: "OFFICIAL-SENSITIVE" });
    expect(plain.headers["content-type"]).toBe("application/json; charset=utf-8");
    const newer = await hub.send({
      body: good,
      headers: { accept: "application/graphql-response+json, application/json;q=0.9" },
    });
    expect(newer.headers["content-type"]).toBe("application/graphql-response+json; charset=utf-8");
  });

  it("logs neither tokens nor values of a request", async () => {
    await hub.send({
      body: JSON.stringify({ query: `query ($t: ID!) { concern(id: $t) { id } }`, variables: { t: "s3cret-value" } }),
      headers: { authorization: "Bearer lead", "x-purpose-of-use": "s3cret-purpose" },
    });
    hub.concerns.behave(() => Promise.reject(new TypeError("boom")));
    await hub.ask(`{ concern(id: "s3cret-literal") { id } }`);
    expect(hub.logged.length).toBeGreaterThan(0);
    expect(hub.logged.join("")).not.toMatch(/s3cret|Bearer/);
  });
});

/** Writes to a socket as it stands and resolves with all that comes back. */
function raw(text: string): Promise<string> {
  return new Promise((resolve) => {
    let received = "";
    const socket = connect(hub.port, "127.0.0.1", () => socket.write(text));
    socket.on("data", (chunk) => (received += String(chunk)));
    socket.on("error", () => undefined);
    socket.on("close", () => {
      resolve(received);
    });
  });
}

it("two tokens are no token, since whoever stands in front may have believed the other one", async () => {
  const post = (tokens: readonly string[]) =>
    raw(
      ["POST /graphql HTTP/1.1", "host: hub", ...tokens.map((token) => `Authorization: Bearer ${token}`)]
        .concat("content-type: application/json", `content-length: ${good.length}`, "connection: close", "", good)
        .join("\r\n"),
    );
  expect(await post(["lead"])).toMatch(/^HTTP\/1.1 200 /);
  expect(await post(["lead", "member"])).toMatch(/^HTTP\/1.1 401 /);
});

describe("what is not quite HTTP", () => {
  it.each([
    ["noise", "400", "NOISE\r\n\r\n"],
    ["headers without end", "431", `GET / HTTP/1.1\r\nhost: x\r\nx-long: ${"x".repeat(40_000)}\r\n\r\n`],
    ["headers that trickle", "408", "POST /graphql HTTP/1.1\r\nhost: x\r\n"],
    [
      "a body that trickles",
      "408",
      "POST /graphql HTTP/1.1\r\nhost: x\r\nauthorization: Bearer lead\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{",
    ],
  ])("%s gets JSON and %s, and the connection is closed", async (_, status, text) => {
    const received = await raw(text);
    expect(received).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(received).toMatch(/cache-control: no-store/i);
    expect(received).toMatch(/content-type: application\/json/i);
    expect(received).toMatch(/\{"errors":\[\{"message":"The request is not valid\."/);
    expect(received).toMatch(/"extensions":\{"handling":"OFFICIAL-SENSITIVE"\}\}$/);
  });
});

describe("when a refusal cannot be recorded", () => {
  it("the answer says only that part of the hub is unavailable", async () => {
    const silent = await startGateway({
      recordRefusal: () => Promise.reject(new RangeError("audit disk full at /var/audit")),
    });
    try {
      for (const sent of [{ body: good, headers: { authorization: "" } }, { body: "{}" }, { body: "{" }]) {
        const answer = await silent.send(sent);
        expect(answer.status).toBe(503);
        expect(answer.body.errors).toMatchObject([{ extensions: { code: "UNAVAILABLE" } }]);
        expect(answer.body.extensions).toEqual({ handling: "OFFICIAL-SENSITIVE" });
        expect(answer.text).not.toMatch(/audit|disk/);
      }
    } finally {
      await silent.gateway.close();
    }
  });
});
