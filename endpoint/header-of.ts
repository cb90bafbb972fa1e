/**
 * A header as one text, however often it was sent. Node keeps the first of some and drops the rest, where whoever stands
 * in front of the hub may believe the last: two tokens are no token.
 */
import type { FastifyRequest } from "fastify";

export function headerOf({ raw }: Pick<FastifyRequest, "raw">, name: string): string | undefined {
  const { rawHeaders } = raw;
  const values = rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === name);
  return values.length === 0 ? undefined : values.join(", ");
}
