/**
 * `POST /graphql`. The caller is known before a byte of the body is read; every failure to authenticate gets the same
 * answer and nothing else runs.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Logger } from "pino";
import { signalOfEnd } from "../endpoint/exchange-over.js";
import { answerErrors } from "./graph-handler.js";
import type { GraphAnswer, HandleGraph } from "./graph-handler.js";
import { identifyCaller } from "./identify-caller.js";
import type { CallerIdentity, Identification } from "./identify-caller.js";
import type { GatewayMetrics } from "./metrics.js";
import { publicError } from "../endpoint/public-error.js";
import type { PublicError } from "../endpoint/public-error.js";
import { responseType } from "./response-type.js";
import { transportRefusal } from "./transport-refusal.js";

export interface GraphRouteDependencies extends Identification {
  readonly handle: HandleGraph;
  readonly metrics: GatewayMetrics;
  readonly logger: Logger;
}

/** Notes that the body of an authenticated caller could not be read; says nothing of other requests. */
export type RecordUnreadable = (request: FastifyRequest, refusal: PublicError) => Promise<void>;

export function graphRoute(app: FastifyInstance, dependencies: GraphRouteDependencies): RecordUnreadable {
  const { recordRefusal, handle, metrics, logger } = dependencies;
  const calls = new WeakMap<FastifyRequest, CallerIdentity>();
  const arrivals = new WeakMap<FastifyRequest, number>();

  function send(request: FastifyRequest, reply: FastifyReply, answer: GraphAnswer): FastifyReply {
    const first = answer.body.errors?.[0]?.extensions;
    const code = first?.code ?? "OK";
    const seconds = secondsSince(arrivals.get(request));
    metrics.observeRequest(answer.type, code, seconds);
    logger.info({ requestId: request.id, type: answer.type, code, milliseconds: Math.round(seconds * 1000) }, "graph");
    if (answer.status === 401) void reply.header("www-authenticate", "Bearer");
    if (first?.retryAfter !== undefined) void reply.header("retry-after", first.retryAfter);
    const type = responseType(request.headers.accept) ?? "application/json";
    return reply.code(answer.status).type(`${type}; charset=utf-8`).send(JSON.stringify(answer.body));
  }

  function record({ extensions }: PublicError, { caller, requestId }: CallerIdentity): Promise<void> {
    const { code, limit, problem } = extensions;
    return recordRefusal({ code, because: limit ?? problem ?? code, requestId, caller });
  }

  app.route({
    method: "POST",
    url: "/graphql",
    exposeHeadRoute: false,
    async onRequest(request, reply) {
      arrivals.set(request, performance.now());
      const identified = await identifyCaller(request, dependencies);
      if (!identified.ok) return send(request, reply, answerErrors([publicError(identified.code)]));
      calls.set(request, identified.call);
      const refusal = transportRefusal(request.headers);
      if (refusal === undefined) return undefined;
      const error = publicError("BAD_USER_INPUT", { problem: refusal.problem });
      await record(error, identified.call);
      return send(request, reply, { ...answerErrors([error]), status: refusal.status });
    },
    async handler(request, reply) {
      const call = calls.get(request);
      if (call === undefined) return send(request, reply, answerErrors([publicError("UNAUTHENTICATED")]));
      const answer = await handle({ ...call, signal: signalOfEnd(reply), body: request.body });
      return send(request, reply, answer);
    },
  });

  return async (request, refusal) => {
    const call = calls.get(request);
    if (call === undefined) return;
    metrics.observeRequest("none", refusal.extensions.code, secondsSince(arrivals.get(request)));
    await record(refusal, call);
  };
}

function secondsSince(start = performance.now()): number {
  return (performance.now() - start) / 1000;
}
