/**
 * The HTTP server of one subgraph. It answers those who show the router credential and nobody else: without it every
 * request but a health check gets the same bytes, before anything of its body is read. The credential opens the port
 * alone; who asks is verified by the executor, as in one process.
 */
import Fastify from "fastify";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Logger } from "pino";
import { checkRouterCredential, routerCredentialHeader } from "../authentication/router-credential.js";
import { answerBrokenRequest } from "../endpoint/broken-request.js";
import { whenOver } from "../endpoint/exchange-over.js";
import { healthRoutes, type Probe } from "../endpoint/health-routes.js";
import { publicError, type PublicError } from "../endpoint/public-error.js";
import { requestIdOf } from "../endpoint/request-id.js";
import { defaultHeaders } from "../endpoint/response-headers.js";
import type { FileExchange } from "../endpoint/file-exchange.js";
import { fileRoutes } from "./file-routes.js";
import { subgraphRoutes, type SubgraphRouteParts } from "./subgraph-routes.js";

export interface SubgraphServerParts extends SubgraphRouteParts {
  readonly routerCredential: string;
  readonly probes: Readonly<Record<string, Probe>>;
  /** Absent where the subgraph keeps no files. */
  readonly files?: FileExchange | undefined;
  readonly logger: Logger;
  /** To finish what is in flight once the server is told to stop. */
  readonly drainMilliseconds?: number;
}

export interface SubgraphServer {
  /** Gives the port, which is a free one where 0 is asked for. */
  listen(address: { readonly host: string; readonly port: number }): Promise<number>;
  close(): Promise<void>;
}

/** A page of keys is longer than anything a client may send to the gateway. */
const bodyBytes = 1024 * 1024;
const requestMilliseconds = 10_000;
/** Only who has the router credential gets as far as a body, and a file takes longer than a question. */
const fileMilliseconds = 60_000;

/** No `errors` in it: to the gateway this is no answer of a graph, so it counts the subgraph as away. */
const withoutCredential = { error: "The router credential is required." };

export function createSubgraphServer(parts: SubgraphServerParts): SubgraphServer {
  const { probes, drainMilliseconds = 10_000 } = parts;
  let stopping = false;
  let inFlight = 0;
  const app = serverWith(parts);
  app.addHook("onRequest", (_request, reply, done) => {
    inFlight += 1;
    whenOver(reply, () => {
      inFlight -= 1;
      endIfIdle();
    });
    done();
  });
  healthRoutes(app, { probes, probeMilliseconds: 1_000, probeHoldsMilliseconds: 1_000, isStopping: () => stopping });
  subgraphRoutes(app, parts);
  if (parts.files !== undefined) fileRoutes(app, parts.files);

  // A connection on which nothing was ever asked is not idle to Node, and would hold up the stop.
  const endIfIdle = (): void => {
    if (stopping && inFlight === 0) app.server.closeAllConnections();
  };

  return {
    listen: async (address) => {
      await app.listen(address);
      const bound = app.server.address();
      return typeof bound === "object" && bound !== null ? bound.port : address.port;
    },
    close: async () => {
      stopping = true;
      const closed = app.close();
      endIfIdle();
      const overdue = setTimeout(() => {
        app.server.closeAllConnections();
      }, drainMilliseconds);
      await closed;
      clearTimeout(overdue);
    },
  };
}

function serverWith({ subgraph, routerCredential, logger }: SubgraphServerParts): FastifyInstance {
  const refuse = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    logger.warn({ subgraph: subgraph.name, from: request.ip }, "refused a request without the router credential");
    return reply.code(401).header("connection", "close").send(withoutCredential);
  };
  const isRouter = ({ headers }: FastifyRequest): boolean =>
    checkRouterCredential(headers[routerCredentialHeader], routerCredential);

  const app = Fastify({
    logger: false,
    bodyLimit: bodyBytes,
    requestTimeout: fileMilliseconds,
    http: { headersTimeout: requestMilliseconds, connectionsCheckingInterval: 1_000 },
    // The gateway ends an idle connection first, so that none closes under a request it has just sent.
    keepAliveTimeout: 65_000,
    forceCloseConnections: "idle",
    return503OnClosing: false,
    requestIdHeader: false,
    genReqId: requestIdOf,
    onProtoPoisoning: "error",
    onConstructorPoisoning: "error",
    exposeHeadRoutes: false,
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
      void reply.headers(defaultHeaders);
      if (isRouter(request)) answerFailure(error, request, reply, logger);
      else refuse(request, reply);
    },
  });
  app.removeContentTypeParser("text/plain");
  app.addHook("onRequest", (request, reply, done) => {
    void reply.headers(defaultHeaders);
    const isHealthCheck = request.routeOptions.url?.startsWith("/health/") === true;
    if (isHealthCheck || isRouter(request)) done();
    else refuse(request, reply);
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(errorsOf(publicError("NOT_FOUND"))));
  app.setErrorHandler((error: FastifyError, request, reply) => {
    answerFailure(error, request, reply, logger);
  });
  return app;
}

function answerFailure(error: FastifyError, request: FastifyRequest, reply: FastifyReply, logger: Logger): void {
  const status = error.statusCode ?? 500;
  if (status >= 500) logger.error({ err: error, requestId: request.id }, "a request to the subgraph failed");
  void reply.code(status).send(errorsOf(refusalFor(status, request)));
}

function refusalFor(status: number, request: FastifyRequest): PublicError {
  if (status === 413) return publicError("LIMIT_EXCEEDED", { limit: "bodyBytes", most: bodyBytes });
  if (status < 500) return publicError("BAD_USER_INPUT", { problem: "The request cannot be read." });
  return publicError("INTERNAL", { reference: request.id });
}

function errorsOf(error: PublicError): { readonly errors: readonly PublicError[] } {
  return { errors: [error] };
}
