/**
 * Ends a request whose body takes too long. Node knows one limit for all of them, and a file may take longer than a
 * question.
 */
import type { IncomingMessage } from "node:http";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { answerBrokenRequest } from "./broken-request.js";

export function bodyDeadline(
  app: FastifyInstance,
  milliseconds: number,
  isExempt: (request: FastifyRequest) => boolean,
): void {
  app.addHook("onRequest", (request, _reply, done) => {
    const { raw } = request;
    if (!isExempt(request)) {
      const overdue = setTimeout(() => {
        if (raw.complete) return;
        answerBrokenRequest(
          Object.assign(new Error("The body took too long."), { code: "ERR_HTTP_REQUEST_TIMEOUT" }),
          raw.socket,
        );
      }, milliseconds);
      for (const end of ["end", "close"])
        raw.once(end, () => {
          clearTimeout(overdue);
        });
    }
    done();
  });
}

/** Drops what is left of a body that was refused half-way: other requests come behind it on the same connection. */
export function dropRest(request: IncomingMessage): void {
  // Whoever read it lets go of it only now.
  setImmediate(() => request.resume());
}
