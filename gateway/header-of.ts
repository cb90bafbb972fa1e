/** A header as one text, however often it was sent. */
import type { FastifyRequest } from "fastify";

export function headerOf({ headers }: Pick<FastifyRequest, "headers">, name: string): string | undefined {
  const value = headers[name];
  return typeof value === "string" ? value : value?.join(", ");
}
