/**
 * How the gateway reaches whoever keeps files, in this process or behind HTTP. It decides nothing about a file: who may
 * send or fetch one, and under which name, is decided there. Both reject with a HubError where the answer is no.
 */
import type { Readable } from "node:stream";

export interface FileCall {
  readonly authorization: string | undefined;
  readonly purpose: string | undefined;
  readonly requestId: string;
  readonly signal: AbortSignal;
}

export interface FileSent extends FileCall {
  readonly mediaType: string;
  /** As it was sent; it is cleaned where it is kept. */
  readonly name: string;
  readonly content: Readable;
}

export interface FileAsked extends FileCall {
  readonly id: string;
}

export interface FileReceived {
  /** By which the sender attaches it. */
  readonly upload: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

export interface FileFetched {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly content: Readable;
}

export interface FileExchange {
  receive(file: FileSent): Promise<FileReceived>;
  fetch(file: FileAsked): Promise<FileFetched>;
  close(): Promise<void>;
}
