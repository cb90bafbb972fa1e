/**
 * The request id of a client where it sends a plain one, else a new one: it goes into logs, the audit and headers, so
 * nothing but a short plain word is taken over.
 */
import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";

export function requestIdOf({ headers }: Pick<IncomingMessage, "headers">): string {
  const stated = headers["x-request-id"];
  return typeof stated === "string" && /^[A-Za-z0-9._-]{8,64}$/.test(stated) ? stated : randomUUID();
}
