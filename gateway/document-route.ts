/**
 * Documents made of one query: asked as the caller, through the same authentication, admission and execution as
 * `POST /graphql`, so that a document holds nothing that its reader may not read, and is in the audit before its first
 * byte. What there is no document of, and what may not be known of, are one answer.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { signalOfEnd } from "../endpoint/exchange-over.js";
import { answerErrors, type GraphAnswer, type HandleGraph } from "./graph-handler.js";
import { identifyCaller, type Identification } from "./identify-caller.js";
import { publicError, statusOf, type PublicError } from "../endpoint/public-error.js";

export interface GraphDocument {
  /** Path with one parameter, `id`, that is the query's one variable. */
  readonly path: string;
  readonly query: string;
  /** What the document may load and run: a content security policy. */
  readonly policy: string;
  /** The document, in HTML; undefined where the answer holds none. */
  readonly render: (data: Readonly<Record<string, unknown>>) => string | undefined;
}

export interface DocumentRouteDependencies extends Identification {
  readonly handle: HandleGraph;
}

export function documentRoute(
  app: FastifyInstance,
  { path, query, policy, render }: GraphDocument,
  dependencies: DocumentRouteDependencies,
): void {
  function refuse(reply: FastifyReply, errors: readonly PublicError[], status = statusOf(errors)): FastifyReply {
    if (status === 401) void reply.header("www-authenticate", "Bearer");
    return reply.code(status).send(answerErrors(errors).body);
  }

  function send(reply: FastifyReply, { status, body }: GraphAnswer): FastifyReply {
    // Half a document would be taken for a whole one.
    if (body.errors !== undefined) return refuse(reply, body.errors, status === 200 ? undefined : status);
    const html = body.data == null ? undefined : render(body.data);
    if (html === undefined) return refuse(reply, [publicError("NOT_FOUND")]);
    return reply.header("content-security-policy", policy).type("text/html; charset=utf-8").send(html);
  }

  app.get(path, { exposeHeadRoute: false }, async (request: FastifyRequest<{ Params: { id: string } }>, reply) => {
    const identified = await identifyCaller(request, dependencies);
    if (!identified.ok) return refuse(reply, [publicError(identified.code)]);
    const answer = await dependencies.handle({
      ...identified.call,
      signal: signalOfEnd(reply),
      body: { query, variables: { id: request.params.id } },
    });
    return send(reply, answer);
  });
}
