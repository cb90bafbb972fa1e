/**
 * A subgraph in another process, over a pool of keep-alive connections. It proves with the router credential that the
 * gateway is asking, passes the caller's own token on, and reads no more of a reply than its limit.
 */
import { Pool } from "undici";
import { HubError } from "../errors/hub-error.js";
import type { GuardAttestation } from "./attestation.js";
import type { SubgraphConnection, SubgraphRequest, SubgraphResponse } from "./subgraph-connection.js";

export interface HttpSubgraph {
  readonly name: string;
  /** Of the subgraph's graph, e.g. `http://127.0.0.1:4101/graphql`; its attestation is at `/attestation` beside it. */
  readonly url: string;
  readonly routerCredential: string;
  /** As many as there may be operations, so that one person's never hold up another's. */
  readonly connections?: number;
  readonly replyBytes?: number;
  readonly attestationMilliseconds?: number;
}

export function httpSubgraph(subgraph: HttpSubgraph): SubgraphConnection {
  const { name, routerCredential, connections = 256, replyBytes = 8 * 1024 * 1024 } = subgraph;
  const url = new URL(subgraph.url);
  const pool = new Pool(url.origin, { connections, pipelining: 1, keepAliveTimeout: 30_000, allowH2: false });

  async function exchange(path: string, headers: Record<string, string>, body: string | null, signal: AbortSignal) {
    const response = await pool.request({
      path,
      method: body === null ? "GET" : "POST",
      headers: { accept: "application/json", "x-router-credential": routerCredential, ...headers },
      body,
      signal,
    });
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of response.body as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > replyBytes) throw new HubError("UNAVAILABLE", { limit: "replyBytes", most: replyBytes });
      chunks.push(chunk);
    }
    return { status: response.statusCode, json: JSON.parse(Buffer.concat(chunks).toString("utf8")) as unknown };
  }

  return {
    name,
    async execute(request) {
      const { document, operationName, variables, signal } = request;
      const body = JSON.stringify({ query: document, operationName, variables });
      const { json } = await exchange(url.pathname, headersFor(request), body, signal);
      return graphResponse(json);
    },
    async attest() {
      const signal = AbortSignal.timeout(subgraph.attestationMilliseconds ?? 5_000);
      const { status, json } = await exchange(new URL("attestation", url).pathname, {}, null, signal);
      if (status !== 200 || !isAttestation(json)) throw new HubError("UNAVAILABLE");
      return json;
    },
    close: () => pool.close(),
  };
}

/** What the gateway tells a subgraph of the operation, believed there because of the router credential. */
function headersFor({ context }: SubgraphRequest): Record<string, string> {
  const { authorization, purposeHeader, requestId, operation } = context;
  return {
    "content-type": "application/json",
    authorization,
    "x-request-id": requestId,
    "x-document-hash": operation.documentHash,
    "x-variables-hash": operation.variablesHash,
    ...(operation.name !== undefined && { "x-operation-name": operation.name }),
    ...(purposeHeader !== undefined && { "x-purpose-of-use": purposeHeader }),
  };
}

/** GraphQL October 2021, 7.1: a response has data, errors or both. */
function graphResponse(json: unknown): SubgraphResponse {
  const isResponse =
    isRecord(json) &&
    (json["data"] == null || isRecord(json["data"])) &&
    (json["errors"] === undefined || (Array.isArray(json["errors"]) && json["errors"].every(isRecord))) &&
    (json["data"] != null || json["errors"] !== undefined);
  if (!isResponse) throw new HubError("UNAVAILABLE");
  return json;
}

function isAttestation(json: unknown): json is GuardAttestation & Record<string, unknown> {
  if (!isRecord(json)) return false;
  const { subgraph, policyVersion, sdlHash, policies, guarded } = json;
  const texts: unknown[] = [
    subgraph,
    policyVersion,
    sdlHash,
    ...(Array.isArray(policies) ? (policies as unknown[]) : [undefined]),
  ];
  return guarded === true && texts.every((text) => typeof text === "string");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
