/** One subgraph on a port: who is answered, what is believed, and what leaves when something is wrong. */
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { pino } from "pino";
import { request, type Dispatcher } from "undici";
import { concernsSubgraph } from "../../subgraphs/concerns/concerns-subgraph.js";
import type { SubgraphExecutor } from "../../subgraphs/subgraph-executor.js";
import { createSubgraphServer } from "../../subgraphs/subgraph-server.js";
import { openAuditEntries } from "../audit/audit-entries.js";
import { openSubgraphServers } from "../hub/separate-processes.js";
import { reported } from "../support/casework.js";
import { eventually } from "../support/eventually.js";
import * as people from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";

let hub: TestHub;
let origin: string;
let close: () => Promise<void>;
let concern: string;

beforeAll(async () => {
  hub = await openTestHub();
  const servers = await openSubgraphServers(hub, ["concerns"]);
  close = () => servers.close();
  origin = servers.subgraphs[0]?.origin ?? "";
  concern = await reported(hub, people.aUniversityLead);
});
afterAll(async () => {
  await close();
  await hub.close();
});

interface Sent {
  readonly method?: Dispatcher.HttpMethod;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

async function send({ method = "POST", path = "/graphql", headers = {}, body }: Sent) {
  const response = await request(`${origin}${path}`, {
    method,
    headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
    body: body ?? null,
  });
  return { status: response.statusCode, headers: response.headers, text: await response.body.text() };
}

const asRouter = (): Record<string, string> => ({ "x-router-credential": hub.settings.routerCredential });

async function ask(query: string, variables: unknown = {}, token?: string): Promise<unknown> {
  const headers = { ...asRouter(), ...(token !== undefined && { authorization: `Bearer ${token}` }) };
  const { status, text } = await send({ headers, body: JSON.stringify({ query, variables }) });
  expect(status).toBe(200);
  return JSON.parse(text) as unknown;
}

const sdl = JSON.stringify({ query: "query Sdl { _service { sdl } }" });

describe("without the router credential", () => {
  const attempts: readonly (readonly [what: string, sent: Sent])[] = [
    ["a question to the graph", { body: `{"query":"{ viewer { role } }"}` }],
    ["the schema", { body: sdl }],
    ["the attestation", { method: "GET", path: "/attestation" }],
    ["a path that is not there", { method: "GET", path: "/nothing-here" }],
    ["an address that cannot be decoded", { method: "GET", path: "/%zz" }],
    ["what only looks like a health check", { method: "GET", path: "/health/../attestation" }],
    ["a body that is not JSON", { body: "{" }],
    ["a body that is too long", { body: "x".repeat(2_000_000) }],
    ["the credential as a bearer token", { body: sdl, headers: { authorization: "Bearer CREDENTIAL" } }],
    ["a wrong credential", { body: sdl, headers: { "x-router-credential": "x".repeat(43) } }],
    ["an empty credential", { body: sdl, headers: { "x-router-credential": "" } }],
    ["the credential and more", { body: sdl, headers: { "x-router-credential": "CREDENTIAL, CREDENTIAL" } }],
  ];

  for (const [what, sent] of attempts) {
    it(`${what} gets the one refusal`, async () => {
      const headers = Object.entries(sent.headers ?? {}).map(
        ([name, value]) => [name, value.replaceAll("CREDENTIAL", hub.settings.routerCredential)] as const,
      );
      const answer = await send({ ...sent, headers: Object.fromEntries(headers) });
      expect([answer.status, answer.text]).toEqual([401, '{"error":"The router credential is required."}']);
      expect(answer.headers["cache-control"]).toBe("no-store");
      expect(answer.headers["content-type"]).toBe("application/json; charset=utf-8");
    });
  }

  for (const check of ["live", "ready"]) {
    it(`health is told: ${check}`, async () => {
      expect((await send({ method: "GET", path: `/health/${check}` })).status).toBe(200);
    });
  }
});

describe("with the router credential", () => {
  it("a subgraph says what its guard answers for", async () => {
    const { text } = await send({ method: "GET", path: "/attestation", headers: asRouter() });
    const { sdlHash } = concernsSubgraph();
    expect(JSON.parse(text)).toMatchObject({ subgraph: "concerns", guarded: true, sdlHash });
  });

  it("a router that composes by itself is given the schema that was attested", async () => {
    expect(await ask("query Sdl { _service { sdl } }")).toEqual({
      data: { _service: { sdl: concernsSubgraph().sdl } },
    });
  });

  const unauthenticated = { message: "A valid access token is required.", extensions: { code: "UNAUTHENTICATED" } };
  const nobody: readonly (readonly [what: string, query: string, token: string | undefined])[] = [
    ["no token", "{ concerns(first: 1) { totalCount } }", undefined],
    ["a token that is none", "{ concerns(first: 1) { totalCount } }", "none"],
    ["the schema and something else", "{ _service { sdl } concerns(first: 1) { totalCount } }", undefined],
    ["introspection", "{ __schema { types { name } } }", undefined],
  ];
  for (const [what, query, token] of nobody) {
    it(`it still takes a caller: ${what}`, async () => {
      expect(await ask(query, {}, token)).toEqual({ errors: [unauthenticated] });
    });
  }

  it("who declares a purpose that is not theirs is in the audit by name, as refused like at the gateway", async () => {
    const entries = await openAuditEntries(hub);
    const token = await hub.issuer.tokenFor(people.anAnalyst);
    const headers = {
      ...asRouter(),
      authorization: `Bearer ${token}`,
      "x-purpose-of-use": "BREAK_GLASS",
      "x-request-id": "emergency-at-a-port",
    };
    await send({ headers, body: JSON.stringify({ query: "{ concerns(first: 1) { totalCount } }" }) });
    const refused = await entries.of("emergency-at-a-port");
    await entries.close();
    expect(refused).toMatchObject([
      { organisation: people.anAnalyst.organisation, outcome: "REFUSED", because: "PURPOSE_NOT_PERMITTED" },
    ]);
  });

  it("of a forged representation nothing but the key is believed", async () => {
    const query =
      "query Forged($keys: [_Any!]!) { _entities(representations: $keys) { ... on Concern { title status narrative } } }";
    const key = { __typename: "Concern", id: concern };
    const forged = {
      ...key,
      title: "Forged",
      status: "CLOSED",
      narrative: "Forged",
      reportedBy: "ZZN01",
      provider: "ZZE01",
    };
    const region = await hub.issuer.tokenFor(people.aRegionalLead);
    expect(await ask(query, { keys: [forged] }, region)).toEqual(await ask(query, { keys: [key] }, region));

    const provider = await hub.issuer.tokenFor(people.aProviderLead);
    const hostile = [forged, { __typename: "Concern", id: { ne: "" } }, { __typename: "Concern", id: "' or true --" }];
    const others = [
      { __typename: "Nothing", id: concern },
      { __typename: "__proto__" },
      { __typename: "Query", id: concern },
    ];
    expect(await ask(query, { keys: [...hostile, ...others] }, provider)).toEqual({
      data: { _entities: [null, null, null, null, null, null] },
    });
  });

  const refused: readonly (readonly [what: string, status: number, code: string, sent: Sent])[] = [
    ["a body that is too long", 413, "LIMIT_EXCEEDED", { body: JSON.stringify({ query: "x".repeat(1_048_576) }) }],
    ["a body that is not JSON", 400, "BAD_USER_INPUT", { body: "{" }],
    ["a body without a query", 400, "BAD_USER_INPUT", { body: "{}" }],
    ["a batch", 400, "BAD_USER_INPUT", { body: `[${sdl}]` }],
    ["__proto__ as a key", 400, "BAD_USER_INPUT", { body: `{"query":"{ a }","variables":{"__proto__":{}}}` }],
    ["plain text", 415, "BAD_USER_INPUT", { body: sdl, headers: { "content-type": "text/plain" } }],
    ["a question in the address", 404, "NOT_FOUND", { method: "GET", path: "/graphql?query=%7B__typename%7D" }],
    ["an address that cannot be decoded", 400, "BAD_USER_INPUT", { method: "GET", path: "/%zz" }],
  ];
  for (const [what, status, code, sent] of refused) {
    it(`${what} is answered ${status} with ${code}, in JSON`, async () => {
      const answer = await send({ ...sent, headers: { ...asRouter(), ...sent.headers } });
      const { errors } = JSON.parse(answer.text) as {
        errors: readonly { readonly extensions: { readonly code: string } }[];
      };
      expect([answer.status, errors.map(({ extensions }) => extensions.code)]).toEqual([status, [code]]);
      expect(answer.headers["cache-control"]).toBe("no-store");
    });
  }
});

describe("a subgraph that stops", () => {
  it("finishes what is in flight, closes idle connections and takes nothing new", async () => {
    const servers = await openSubgraphServers(hub, ["organisations"]);
    const { hostname, port } = new URL(servers.subgraphs[0]?.origin ?? "");
    const idle = connect(Number(port), hostname);
    const ended = new Promise((resolve) => idle.once("close", resolve));
    const token = await hub.issuer.tokenFor(people.aProviderLead);
    const inFlight = request(`http://${hostname}:${port}/graphql`, {
      method: "POST",
      headers: { ...asRouter(), "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: "{ viewer { organisation { code } } }" }),
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const [answer] = await Promise.all([inFlight, servers.close(), ended]);
    expect(await answer.body.json()).toEqual({ data: { viewer: { organisation: { code: "ZZN01" } } } });
    await expect(request(`http://${hostname}:${port}/health/live`)).rejects.toMatchObject({ code: "ECONNREFUSED" });
  });

  it("does not wait for requests whose clients have left", async () => {
    const arrived: Parameters<SubgraphExecutor>[0][] = [];
    const server = createSubgraphServer({
      subgraph: concernsSubgraph(),
      execute: (asked) => {
        arrived.push(asked);
        return new Promise(() => undefined);
      },
      attestation: {},
      routerCredential: hub.settings.routerCredential,
      probes: {},
      logger: pino({ level: "silent" }),
    });
    const port = await server.listen({ host: "127.0.0.1", port: 0 });
    const idle = connect(port, "127.0.0.1");
    const leaving = new AbortController();
    const left = request(`http://127.0.0.1:${port}/graphql`, {
      method: "POST",
      headers: { ...asRouter(), "content-type": "application/json" },
      body: JSON.stringify({ query: "{ viewer { role } }" }),
      signal: leaving.signal,
    }).catch((error: unknown) => error);
    await eventually(() => arrived.length === 1);
    leaving.abort();
    await left;
    await pause(50);
    const stopping = performance.now();
    await server.close();
    expect(performance.now() - stopping).toBeLessThan(2_000);
    idle.destroy();
  });
});
