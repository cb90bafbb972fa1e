/**
 * What GraphQL over HTTP demands of a request's headers, decided before the body is read. Compressed bodies are not
 * offered: what is counted on arrival is then what takes up memory.
 */
import type { IncomingHttpHeaders } from "node:http";
import { responseType } from "./response-type.js";

export interface TransportRefusal {
  readonly status: 406 | 415;
  readonly problem: string;
}

export function transportRefusal(headers: IncomingHttpHeaders): TransportRefusal | undefined {
  const { accept, "content-type": contentType = "", "content-encoding": encoding = "identity" } = headers;
  if (responseType(accept) === undefined) return { status: 406, problem: "Accept must allow application/json." };
  if (encoding.trim().toLowerCase() !== "identity")
    return { status: 415, problem: "Compressed bodies are not offered." };
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(contentType)) {
    return { status: 415, problem: "The body must be application/json in UTF-8." };
  }
  return undefined;
}
