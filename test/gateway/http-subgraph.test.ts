import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { GatewayContext } from "../../gateway/gateway-context.js";
import { httpSubgraph } from "../../gateway/http-subgraph.js";
import type { SubgraphConnection, SubgraphRequest } from "../../gateway/subgraph-connection.js";
import { lead } from "./gateway-under-test.js";

type Handler = (request: IncomingMessage, body: string, response: ServerResponse) => void;

let server: Server;
let connection: SubgraphConnection;
let handler: Handler;
const sockets = new Set<unknown>();

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += String(chunk)));
    request.on("end", () => {
      handler(request, body, response);
    });
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/graphql`;
  connection = httpSubgraph({
    name: "concerns",
    url,
    routerCredential: "router-secret",
    connections: 1,
    replyBytes: 1_000,
  });
});
afterEach(() => {
  sockets.clear();
});
afterAll(async () => {
  await connection.close();
  server.closeAllConnections();
  server.close();
});

const context: GatewayContext = {
  caller: lead,
  authorization: "Bearer lead",
  purposeHeader: "REGULATION",
  requestId: "request-0001",
  operation: { name: "Look", type: "query", documentHash: "d".repeat(64), variablesHash: "e".repeat(64) },
  redactions: [],
  signal: new AbortController().signal,
};

function ask(signal: AbortSignal = context.signal) {
  const request: SubgraphRequest = {
    document: "{ a }",
    operationName: undefined,
    variables: { v: 1 },
    context,
    signal,
  };
  return connection.execute(request);
}

const replying =
  (text: string, status = 200): Handler =>
  (_, __, response) =>
    response.writeHead(status).end(text);

describe("a subgraph in another process", () => {
  it("is told who asks and that the gateway does, over one connection that is kept", async () => {
    const seen: [IncomingMessage, string][] = [];
    handler = (request, body, response) => {
      seen.push([request, body]);
      response.end(`{"data":{"a":1}}`);
    };
    expect(await ask()).toEqual({ data: { a: 1 } });
    await ask();
    expect(sockets.size).toBeLessThanOrEqual(1);
    const [request, body] = seen[0] ?? [];
    expect(JSON.parse(body ?? "")).toEqual({ query: "{ a }", variables: { v: 1 } });
    expect(request?.headers).toMatchObject({
      "x-router-credential": "router-secret",
      authorization: "Bearer lead",
      "x-purpose-of-use": "REGULATION",
      "x-request-id": "request-0001",
      "x-operation-name": "Look",
      "x-document-hash": "d".repeat(64),
      "x-variables-hash": "e".repeat(64),
    });
  });

  it("may answer errors with whatever status", async () => {
    handler = replying(`{"errors":[{"message":"m","extensions":{"code":"OVERLOADED"}}]}`, 503);
    expect(await ask()).toEqual({ errors: [{ message: "m", extensions: { code: "OVERLOADED" } }] });
  });

  it.each([
    ["HTML", "<h1>Bad gateway</h1>", 502],
    ["nothing", "", 200],
    ["half a reply", `{"data":{"a":`, 200],
    ["a list", "[]", 200],
    ["null", "null", 200],
    ["neither data nor errors", "{}", 200],
    ["data that is a text", `{"data":"a"}`, 200],
    ["data that is a list", `{"data":[]}`, 200],
    ["errors that are a text", `{"data":null,"errors":"no"}`, 200],
    ["errors that are texts", `{"data":null,"errors":["no"]}`, 200],
    ["more than may be read", JSON.stringify({ data: { a: "x".repeat(1_000) } }), 200],
  ])("that answers %s is as good as away", async (_, text, status) => {
    handler = replying(text, status);
    await expect(ask()).rejects.toThrow();
  });

  it("that never stops answering is cut off at the limit", async () => {
    let timer: NodeJS.Timeout | undefined;
    handler = (_, __, response) => {
      timer = setInterval(() => response.write("x".repeat(500)), 5);
      response.on("close", () => {
        clearInterval(timer);
      });
    };
    await expect(ask()).rejects.toThrow();
  });

  it("that trickles is left when the signal says so", async () => {
    handler = (_, __, response) => {
      response.write("{");
    };
    await expect(ask(AbortSignal.timeout(50))).rejects.toThrow();
  });

  it("that breaks off is as good as away", async () => {
    handler = (request) => request.socket.destroy();
    await expect(ask()).rejects.toThrow();
  });
});

describe("the attestation of a subgraph in another process", () => {
  const attestation = {
    subgraph: "concerns",
    policyVersion: "1",
    sdlHash: "f",
    policies: ["NARRATIVE"],
    guarded: true,
  };

  it("is asked for beside the graph, with the router credential", async () => {
    let asked: IncomingMessage | undefined;
    handler = (request, _, response) => {
      asked = request;
      response.end(JSON.stringify(attestation));
    };
    expect(await connection.attest()).toEqual(attestation);
    expect([asked?.method, asked?.url, asked?.headers["x-router-credential"]]).toEqual([
      "GET",
      "/attestation",
      "router-secret",
    ]);
  });

  it.each([
    ["unguarded", { ...attestation, guarded: false }, 200],
    ["guarded in words alone", { ...attestation, guarded: "true" }, 200],
    ["without policies", { ...attestation, policies: undefined }, 200],
    ["with policies that are no names", { ...attestation, policies: [1] }, 200],
    ["refused", attestation, 401],
  ])("%s is none", async (_, answer, status) => {
    handler = replying(JSON.stringify(answer), status);
    await expect(connection.attest()).rejects.toThrow();
  });
});
