/**
 * Files that another process keeps, over a pool of keep-alive connections of their own: the router credential opens the
 * port, and the caller's own token goes with each request. Content passes through as it comes.
 */
import { Readable } from "node:stream";
import { Pool } from "undici";
import type { Dispatcher } from "undici";
import { HubError } from "../errors/hub-error.js";
import type { FileCall, FileExchange, FileFetched, FileReceived } from "../endpoint/file-exchange.js";
import { encodedName, fileNameHeader, fileNameIn } from "../endpoint/file-headers.js";
import { toPublicError } from "../endpoint/public-error.js";

export interface HttpFiles {
  /** Of the subgraph's graph; its files are beside it. */
  readonly url: string;
  readonly routerCredential: string;
  readonly connections?: number;
}

const mostAnswerBytes = 64 * 1024;

export function httpFiles({ url, routerCredential, connections = 32 }: HttpFiles): FileExchange {
  const origin = new URL(url);
  const pool = new Pool(origin.origin, { connections, pipelining: 1, keepAliveTimeout: 30_000, allowH2: false });

  async function ask(
    path: string,
    call: FileCall,
    more: Pick<Dispatcher.RequestOptions, "method" | "body"> & { readonly headers: Record<string, string> },
  ): Promise<Dispatcher.ResponseData> {
    const { authorization, purpose, requestId, signal } = call;
    const headers = {
      ...more.headers,
      "x-router-credential": routerCredential,
      "x-request-id": requestId,
      ...(authorization !== undefined && { authorization }),
      ...(purpose !== undefined && { "x-purpose-of-use": purpose }),
    };
    const response = await pool
      .request({ ...more, path: new URL(path, origin).pathname, headers, signal })
      .catch((cause: unknown) => {
        throw new HubError("UNAVAILABLE", {}, { cause });
      });
    if (response.statusCode >= 300) throw refusalIn(await readJson(response), requestId);
    return response;
  }

  return {
    async receive({ mediaType, name, content, ...call }) {
      const headers = { "content-type": mediaType, [fileNameHeader]: encodedName(name) };
      const response = await ask("files", call, { method: "POST", body: content, headers });
      return received(await readJson(response));
    },
    async fetch({ id, ...call }) {
      const response = await ask(`evidence/${encodeURIComponent(id)}`, call, { method: "GET", headers: {} });
      return fetched(response);
    },
    close: () => pool.close(),
  };
}

async function readJson({ body }: Dispatcher.ResponseData): Promise<Readonly<Record<string, unknown>>> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > mostAnswerBytes) throw new HubError("UNAVAILABLE");
      chunks.push(chunk);
    }
    return JSON.parse(Buffer.concat(chunks).toString("utf8")) as Readonly<Record<string, unknown>>;
  } catch (cause) {
    throw new HubError("UNAVAILABLE", {}, { cause });
  }
}

/** Of an error no more is believed than may leave; without one, what answered is no keeper of files. */
function refusalIn(json: Readonly<Record<string, unknown>>, requestId: string): HubError {
  const errors: unknown = json["errors"];
  if (!Array.isArray(errors) || errors.length === 0) return new HubError("UNAVAILABLE");
  const { code, ...details } = toPublicError(errors[0] as object, requestId).extensions;
  return new HubError(code, details);
}

function received({ file }: Readonly<Record<string, unknown>>): FileReceived {
  const { upload, name, mediaType, size, sha256 } = (file ?? {}) as Readonly<Record<string, unknown>>;
  const texts = [upload, name, mediaType, sha256];
  if (!texts.every((text) => typeof text === "string") || typeof size !== "number") throw new HubError("UNAVAILABLE");
  return { upload, name, mediaType, size, sha256 } as FileReceived;
}

function fetched({ headers, body }: Dispatcher.ResponseData): FileFetched {
  const name = fileNameIn(headers);
  const { "content-type": mediaType, "content-length": length } = headers;
  if (
    name === undefined ||
    typeof mediaType !== "string" ||
    typeof length !== "string" ||
    !(body instanceof Readable)
  ) {
    // What is not read would hold its connection; that it was broken off is no error to anybody.
    body.on("error", () => undefined).destroy();
    throw new HubError("UNAVAILABLE");
  }
  return { name, mediaType, size: Number(length), content: body };
}
