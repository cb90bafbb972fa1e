/**
 * Names of files in headers: percent-encoded UTF-8, so that nothing of a name is a header by itself. What is fetched is
 * saved and never shown: no browser opens it in the hub's own name.
 */
import type { IncomingHttpHeaders } from "node:http";
import type { FileFetched } from "./file-exchange.js";

export const fileNameHeader = "x-file-name";
const longestName = 1_000;

/** Undefined where there is no name, or one that is not percent-encoded UTF-8. */
export function fileNameIn(headers: IncomingHttpHeaders): string | undefined {
  const sent = headers[fileNameHeader];
  if (typeof sent !== "string" || sent.length > longestName || !/^[\x21-\x7e]+$/.test(sent)) return undefined;
  try {
    return decodeURIComponent(sent);
  } catch {
    return undefined;
  }
}

/** RFC 8187, 3.2.1: what is no attr-char is encoded. */
export function encodedName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** RFC 6266, with a name for old clients that says nothing but the kind of file. */
export function downloadHeaders({ name, mediaType, size }: FileFetched): Readonly<Record<string, string | number>> {
  const extension = /\.([a-z]{3,4})$/.exec(name)?.[1] ?? "bin";
  return {
    "content-type": mediaType,
    "content-length": size,
    "content-disposition": `attachment; filename="evidence.${extension}"; filename*=UTF-8''${encodedName(name)}`,
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
  };
}
