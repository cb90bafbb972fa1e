/**
 * The public HTTP server. Whatever is sent, the answer is JSON with the default headers, the handling marking and a
 * request id: bodies that are too large, not JSON or not in time, unknown paths and methods, failures of the hub's own.
 */
import Fastify from "fastify";
import type { FastifyError, FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import type { Logger } from "pino";
import { HubError } from "../errors/hub-error.js";
import { answerBrokenRequest } from "../endpoint/broken-request.js";
import { answerErrors } from "./graph-handler.js";
import { documentRoute } from "./document-route.js";
import type { GraphDocument } from "./document-route.js";
import { graphRoute } from "./graph-route.js";
import type { GraphRouteDependencies } from "./graph-route.js";
import { bodyDeadline } from "../endpoint/body-deadline.js";
import type { FileExchange } from "../endpoint/file-exchange.js";
import { fileRoutes, isFileRoute } from "./file-routes.js";
import { healthRoutes } from "../endpoint/health-routes.js";
import type { HealthDependencies } from "../endpoint/health-routes.js";
import type { GatewayLimits } from "./limits.js";
import { publicError, statusOf } from "../endpoint/public-error.js";
import type { PublicError } from "../endpoint/public-error.js";
import { requestIdOf } from "../endpoint/request-id.js";
import { defaultHeaders } from "../endpoint/response-headers.js";

export interface ServerDependencies extends GraphRouteDependencies, HealthDependencies {
  readonly limits: GatewayLimits;
  readonly logger: Logger;
  /** Documents that are made of a query each. */
  readonly documents?: readonly GraphDocument[];
  /** Absent where no part of the hub keeps files. */
  readonly files?: FileExchange | undefined;
  /** Pages beside the graph, with content security policies of their own. */
  readonly pages?: FastifyPluginAsync | undefined;
}

export function createServer(dependencies: ServerDependencies): FastifyInstance {
  const { limits, logger, files, pages, documents = [] } = dependencies;
  const app = Fastify({
    logger: false,
    bodyLimit: limits.bodyBytes,
    requestTimeout: Math.max(limits.requestMilliseconds, limits.fileMilliseconds),
    keepAliveTimeout: limits.idleConnectionMilliseconds,
    http: { headersTimeout: limits.requestMilliseconds, connectionsCheckingInterval: 1_000 },
    forceCloseConnections: "idle",
    // In-flight work finishes on stopping; a late request on an open connection is served like the ones before it.
    return503OnClosing: false,
    requestIdHeader: false,
    genReqId: requestIdOf,
    onProtoPoisoning: "error",
    onConstructorPoisoning: "error",
    exposeHeadRoutes: false,
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
      withHeaders(request, reply);
      const { status, refusal } = refusalFor(error, request, limits);
      void reply.code(status).send(answerErrors([refusal]).body);
    },
  });
  app.removeContentTypeParser("text/plain");
  app.addHook("onRequest", (request, reply, done) => {
    withHeaders(request, reply);
    done();
  });
  bodyDeadline(app, limits.requestMilliseconds, ({ url }) => isFileRoute(url));

  app.addHook("onSend", (_, reply, payload, done) => {
    // A connection that fell idle only now would hold up the stop until its time-out.
    if (dependencies.isStopping()) void reply.header("connection", "close");
    done(null, payload);
  });

  const recordUnreadable = graphRoute(app, dependencies);
  for (const document of documents) documentRoute(app, document, dependencies);
  if (files !== undefined) fileRoutes(app, { ...dependencies, files });
  healthRoutes(app, dependencies);
  app.setNotFoundHandler((request, reply) => {
    if (request.url.split("?", 1)[0] !== "/graphql") {
      return reply.code(404).send(answerErrors([publicError("NOT_FOUND")]).body);
    }
    const refusal = publicError("BAD_USER_INPUT", { problem: "The graph answers POST only." });
    return reply
      .code(405)
      .header("allow", "POST")
      .send(answerErrors([refusal]).body);
  });
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const { status, refusal } = refusalFor(error, request, limits);
    try {
      if (status >= 500) logger.error({ err: error, requestId: request.id }, "request failed");
      else await recordUnreadable(request, refusal);
    } catch (cause) {
      logger.error({ err: cause, requestId: request.id }, "refusal not recorded");
      return reply.code(503).send(answerErrors([publicError("UNAVAILABLE")]).body);
    }
    return reply.code(status).send(answerErrors([refusal]).body);
  });
  if (pages !== undefined) void app.register(pages);
  return app;
}

function withHeaders(request: FastifyRequest, reply: FastifyReply): void {
  void reply.headers({ ...defaultHeaders, "x-request-id": request.id });
}

function refusalFor(
  error: FastifyError | HubError,
  request: FastifyRequest,
  limits: GatewayLimits,
): { status: number; refusal: PublicError } {
  if (error instanceof HubError && error.code !== "INTERNAL") {
    const refusal = publicError(error.code);
    return { status: statusOf([refusal]), refusal };
  }
  const status = "statusCode" in error ? (error.statusCode ?? 500) : 500;
  if (status === 413) {
    return { status, refusal: publicError("LIMIT_EXCEEDED", { limit: "bodyBytes", most: limits.bodyBytes }) };
  }
  if (status >= 400 && status < 500) {
    return { status, refusal: publicError("BAD_USER_INPUT", { problem: "The request cannot be read." }) };
  }
  return { status: 500, refusal: publicError("INTERNAL", { reference: request.id }) };
}
