/**
 * `POST /files` and `GET /evidence/{id}`: files go in and out beside the graph, with the same token and the same errors.
 * The caller is known before a byte of a body is read, and what is hidden answers like what never was.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Logger } from "pino";
import { HubError } from "../errors/hub-error.js";
import { dropRest } from "../endpoint/body-deadline.js";
import { signalOfEnd, whenOver } from "../endpoint/exchange-over.js";
import type { FileCall, FileExchange, FileSent } from "../endpoint/file-exchange.js";
import { downloadHeaders, fileNameIn } from "../endpoint/file-headers.js";
import { answerErrors } from "./graph-handler.js";
import { identifyCaller, type CallerIdentity, type Identification } from "./identify-caller.js";
import type { GatewayLimits } from "./limits.js";
import { createPlaces } from "./places.js";
import { publicErrorOf } from "../endpoint/public-error.js";
import { handling } from "../endpoint/response-headers.js";

export interface FileRouteDependencies extends Identification {
  readonly files: FileExchange;
  readonly limits: Pick<GatewayLimits, "fileBytes" | "fileMilliseconds" | "filesInFlight" | "filesOfOne">;
  readonly logger: Logger;
}

export function isFileRoute(url: string): boolean {
  return url === "/files" || url.startsWith("/evidence/");
}

export function fileRoutes(app: FastifyInstance, dependencies: FileRouteDependencies): void {
  const { files, limits, logger } = dependencies;
  const places = createPlaces({ all: limits.filesInFlight, forOne: limits.filesOfOne });
  const calls = new WeakMap<FastifyRequest, CallerIdentity>();

  async function onRequest(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
    const identified = await identifyCaller(request, dependencies);
    if (identified.ok) {
      calls.set(request, identified.call);
      return undefined;
    }
    const { code } = identified;
    if (code === "UNAUTHENTICATED") void reply.header("www-authenticate", "Bearer");
    return refuse(request, reply, new HubError(code));
  }

  function refuse(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
    // That a client leaves is no fault of the hub.
    const level = reply.raw.destroyed ? "debug" : "error";
    if (!(error instanceof HubError)) logger[level]({ err: error, requestId: request.id }, "a file was not exchanged");
    const { status, body } = answerErrors([publicErrorOf(error, request.id)]);
    const isTooLarge = error instanceof HubError && error.extensions["limit"] === "fileBytes";
    dropRest(request.raw);
    if (status === 503) void reply.header("retry-after", 1);
    return reply.code(isTooLarge ? 413 : status).send(body);
  }

  /** So many at a time, and each for so long. */
  async function exchange<Answer>(
    request: FastifyRequest,
    reply: FastifyReply,
    answer: (call: FileCall) => Promise<Answer>,
  ): Promise<Answer> {
    const call = calls.get(request);
    if (call === undefined) throw new HubError("UNAUTHENTICATED");
    const { caller, authorization, purposeHeader: purpose, requestId } = call;
    const giveBack = places.take(caller);
    if (giveBack === undefined) throw new HubError("OVERLOADED", { retryAfter: 1 });
    whenOver(reply, giveBack);
    return answer({
      authorization,
      purpose,
      requestId,
      signal: AbortSignal.any([signalOfEnd(reply), AbortSignal.timeout(limits.fileMilliseconds)]),
    });
  }

  void app.register((scope, _options, registered) => {
    // Whatever it says it is, a file is taken as it comes and never parsed.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, content, done) => {
      done(null, content);
    });
    scope.post("/files", { onRequest, bodyLimit: limits.fileBytes }, async (request, reply) => {
      const received = exchange(request, reply, (call) => files.receive({ ...call, ...fileIn(request, limits) }));
      return received.then(
        (file) => reply.code(201).send({ file, extensions: { handling } }),
        (error: unknown) => refuse(request, reply, error),
      );
    });
    scope.get<{ Params: { id: string } }>("/evidence/:id", { onRequest }, async (request, reply) => {
      const fetched = exchange(request, reply, (call) => files.fetch({ ...call, id: request.params.id }));
      return fetched.then(
        (file) => reply.headers(downloadHeaders(file)).send(file.content),
        (error: unknown) => refuse(request, reply, error),
      );
    });
    registered();
  });
}

/** What the headers say of the file that comes; throws what is wrong with them. */
function fileIn(
  { headers, raw }: FastifyRequest,
  { fileBytes }: Pick<GatewayLimits, "fileBytes">,
): Pick<FileSent, "mediaType" | "name" | "content"> {
  const { "content-type": mediaType, "content-length": length, "content-encoding": encoding = "identity" } = headers;
  const name = fileNameIn(headers);
  if (name === undefined) throw invalid("X-File-Name must be the name of the file, percent-encoded.");
  if (mediaType === undefined) throw invalid("Content-Type must say what the file is.");
  if (encoding.trim().toLowerCase() !== "identity") throw invalid("Compressed bodies are not offered.");
  if (Number(length) > fileBytes) throw new HubError("LIMIT_EXCEEDED", { limit: "fileBytes", most: fileBytes });
  return { mediaType, name, content: raw };
}

function invalid(problem: string): HubError {
  return new HubError("BAD_USER_INPUT", { problem });
}
