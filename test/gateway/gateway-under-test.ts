/** A gateway over the two test subgraphs, reached over real HTTP on a port of its own. */
import { request } from "undici";
import type { Dispatcher } from "undici";
import { keyedHash } from "../../audit/keyed-hash.js";
import type { Caller } from "../../authorisation/caller.js";
import { createGateway } from "../../gateway/create-gateway.js";
import type { Gateway, GatewayDependencies } from "../../gateway/create-gateway.js";
import { defaultLimits } from "../../gateway/limits.js";
import type { GatewayLimits } from "../../gateway/limits.js";
import { createLogger } from "../../gateway/logger.js";
import type { PublicError } from "../../endpoint/public-error.js";
import type { Refusal } from "../../gateway/refusal.js";
import { compose, testSubgraph } from "./two-subgraphs.js";
import type { TestSubgraph } from "./two-subgraphs.js";

export const lead: Caller = {
  issuer: "https://issuer.test",
  subject: "lead",
  organisation: "ZZ1",
  organisationKind: "TRUST",
  role: "QUALITY_LEAD",
  purpose: "EDUCATION_QUALITY",
  assurance: null,
  tokenId: "token-1",
};

export interface Answer {
  readonly status: number;
  readonly headers: Dispatcher.ResponseData["headers"];
  readonly text: string;
  readonly body: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly PublicError[];
    readonly extensions?: Record<string, unknown>;
  };
}

export interface Sent {
  readonly method?: Dispatcher.HttpMethod;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

export interface GatewayUnderTest {
  readonly gateway: Gateway;
  readonly port: number;
  readonly metricsPort: number;
  readonly concerns: TestSubgraph;
  readonly organisations: TestSubgraph;
  readonly refusals: Refusal[];
  readonly logged: string[];
  /** Anything over HTTP, with the lead's token and JSON headers unless told otherwise. */
  send(sent: Sent): Promise<Answer>;
  ask(query: string, variables?: Record<string, unknown>, operationName?: string): Promise<Answer>;
}

export interface Changes extends Partial<Omit<GatewayDependencies, "limits">> {
  readonly limits?: Partial<GatewayLimits>;
}

const tokens: Readonly<Record<string, Caller>> = {
  "Bearer lead": lead,
  "Bearer member": { ...lead, subject: "member", role: "MEMBER" },
};

export async function startGateway(changes: Changes = {}): Promise<GatewayUnderTest> {
  const [concerns, organisations] = [testSubgraph("concerns"), testSubgraph("organisations")];
  const refusals: Refusal[] = [];
  const logged: string[] = [];
  const gateway = await createGateway({
    composition: compose(),
    subgraphs: [concerns, organisations],
    scalars: [],
    authenticator: {
      authenticate({ authorization = "" }) {
        const caller = Object.hasOwn(tokens, authorization) ? tokens[authorization] : undefined;
        if (caller !== undefined) return Promise.resolve({ ok: true, caller });
        return Promise.resolve({ ok: false, code: "UNAUTHENTICATED", because: "unknown token", identity: null });
      },
    },
    recordRefusal(refusal) {
      refusals.push(refusal);
      return Promise.resolve();
    },
    introspectionRoles: new Set(["QUALITY_LEAD"]),
    hashOf: keyedHash("a secret of the test"),
    probes: { database: () => Promise.resolve(true) },
    logger: createLogger("trace", { write: (line) => void logged.push(line) }),
    ...changes,
    limits: { ...defaultLimits, ...changes.limits },
  });
  const { port, metricsPort = 0 } = await gateway.listen({ host: "127.0.0.1", port: 0, metricsPort: 0 });

  async function send({ method = "POST", path = "/graphql", headers = {}, body }: Sent): Promise<Answer> {
    const sentHeaders = {
      authorization: "Bearer lead",
      ...(body !== undefined && { "content-type": "application/json" }),
      ...headers,
    };
    const options = { method, headers: sentHeaders, body: body ?? null };
    const response = await request(`http://127.0.0.1:${port}${path}`, options);
    const text = await response.body.text();
    const json = text === "" ? {} : (JSON.parse(text) as Answer["body"]);
    return { status: response.statusCode, headers: response.headers, text, body: json };
  }

  return {
    gateway,
    port,
    metricsPort,
    concerns,
    organisations,
    refusals,
    logged,
    send,
    ask: (query, variables, operationName) => send({ body: JSON.stringify({ query, variables, operationName }) }),
  };
}
