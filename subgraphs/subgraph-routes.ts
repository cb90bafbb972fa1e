/**
 * What a subgraph answers to a router: questions to its graph, what its guard answers for, and its schema. Relies on
 * the router credential having been shown, and believes of the headers what only a router can know.
 */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { stripIgnoredCharacters } from "graphql";
import { signalOfEnd } from "../endpoint/exchange-over.js";
import { readGraphRequest } from "../endpoint/graph-request.js";
import { headerOf } from "../endpoint/header-of.js";
import { plainName } from "../endpoint/plain-name.js";
import { publicError } from "../endpoint/public-error.js";
import type { Subgraph } from "./define-subgraph.js";
import type { ClientOperation } from "./request-facts.js";
import type { SubgraphExecutor } from "./subgraph-executor.js";

export interface SubgraphRouteParts {
  readonly subgraph: Pick<Subgraph, "name" | "sdl">;
  readonly execute: SubgraphExecutor;
  /** What the guard answers for, told to the gateway. */
  readonly attestation: object;
}

export function subgraphRoutes(app: FastifyInstance, { subgraph, attestation, execute }: SubgraphRouteParts): void {
  app.get("/attestation", () => attestation);

  // Whatever the graph answers is 200: the status tells of the transport, the body of the operation.
  app.post("/graphql", async (request, reply) => {
    const read = readGraphRequest(request.body);
    if (!read.ok) {
      const refusal = publicError("BAD_USER_INPUT", { problem: read.problem });
      return reply.code(400).send({ errors: [refusal] });
    }
    const { query, operationName, variables } = read.request;
    if (asksForSdl(query)) return { data: { _service: { sdl: subgraph.sdl } } };
    return execute({
      document: query,
      operationName,
      variables,
      authorization: headerOf(request, "authorization"),
      purpose: headerOf(request, "x-purpose-of-use"),
      requestId: request.id,
      signal: signalOfEnd(reply),
      clientOperation: clientOperationOf(request),
    });
  });
}

/** What composing routers ask of a subgraph before there is any caller: the credential alone has to do. */
function asksForSdl(query: string): boolean {
  if (query.length > 500) return false;
  try {
    return /^(query( \w+)?)?\{_service\{sdl\}\}$/.test(stripIgnoredCharacters(query));
  } catch {
    return false;
  }
}

/** Absent unless both hashes are what they should be: the audit then has the part that came here. */
function clientOperationOf(request: FastifyRequest): ClientOperation | undefined {
  const sha256 = /^[0-9a-f]{64}$/;
  const documentHash = headerOf(request, "x-document-hash") ?? "";
  const variablesHash = headerOf(request, "x-variables-hash") ?? "";
  if (!sha256.test(documentHash) || !sha256.test(variablesHash)) return undefined;
  return { documentHash, variablesHash, name: plainName(headerOf(request, "x-operation-name")) };
}
