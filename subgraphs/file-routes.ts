/**
 * Files as a router sends and fetches them at the port of the subgraph that keeps them. Relies on the router credential
 * having been shown; who asks, and for what, is decided behind `files`.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { dropRest } from "../endpoint/body-deadline.js";
import { signalOfEnd } from "../endpoint/exchange-over.js";
import type { FileCall, FileExchange } from "../endpoint/file-exchange.js";
import { encodedName, fileNameHeader, fileNameIn } from "../endpoint/file-headers.js";
import { headerOf } from "../endpoint/header-of.js";
import { publicErrorOf, statusOf } from "../endpoint/public-error.js";
import { HubError } from "../errors/hub-error.js";

export function fileRoutes(app: FastifyInstance, files: Pick<FileExchange, "receive" | "fetch">): void {
  void app.register((scope, _options, registered) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, content, done) => {
      done(null, content);
    });
    scope.post("/files", async (request, reply) => {
      const name = fileNameIn(request.headers);
      const mediaType = headerOf(request, "content-type");
      if (name === undefined || mediaType === undefined) return refuse(request, reply, new HubError("BAD_USER_INPUT"));
      const received = files.receive({ ...callOf(request, reply), mediaType, name, content: request.raw });
      return received.then(
        (file) => reply.code(201).send({ file }),
        (error: unknown) => refuse(request, reply, error),
      );
    });
    scope.get<{ Params: { id: string } }>("/evidence/:id", async (request, reply) => {
      const fetched = files.fetch({ ...callOf(request, reply), id: request.params.id });
      return fetched.then(
        ({ name, mediaType, size, content }) =>
          reply
            .headers({ "content-type": mediaType, "content-length": size, [fileNameHeader]: encodedName(name) })
            .send(content),
        (error: unknown) => refuse(request, reply, error),
      );
    });
    registered();
  });
}

function callOf(request: FastifyRequest, reply: FastifyReply): FileCall {
  return {
    authorization: headerOf(request, "authorization"),
    purpose: headerOf(request, "x-purpose-of-use"),
    requestId: request.id,
    signal: signalOfEnd(reply),
  };
}

function refuse({ id, raw }: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  dropRest(raw);
  const refusal = publicErrorOf(error, id);
  return reply.code(statusOf([refusal])).send({ errors: [refusal] });
}
