/** Answers what Node's parser gave up on, in the same form as everything else: there is no request, only a socket. */
import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { publicError } from "./public-error.js";
import { defaultHeaders, handling } from "./response-headers.js";

type ConnectionError = Error & { readonly code?: string };

const statuses: Readonly<Record<string, number>> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };

export function answerBrokenRequest(error: ConnectionError, socket: Socket): void {
  if (error.code === "ECONNRESET" || socket.destroyed) return;
  const status = statuses[error.code ?? ""] ?? 400;
  const refusal = publicError("BAD_USER_INPUT", { problem: "The request cannot be read." });
  const body = JSON.stringify({ errors: [refusal], extensions: { handling } });
  const headers = {
    ...defaultHeaders,
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  if (socket.writable) socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\n${lines.join("")}\r\n${body}`);
  socket.destroy(error);
}
