/**
 * Keeps the content of files outside the database, sealed, under random names. A file appears whole and durable or not
 * at all. Nothing of it is held in memory but a few blocks, and nothing that a client said becomes part of a path.
 */
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileTypeFromStream } from "file-type";
import { idShape } from "../../records.js";
import { headerBytes, opened, SealBroken, sealed, sealedUnder, type SealKey } from "./content-seal.js";
import { textCheck } from "./text-check.js";

export interface KeptContent {
  readonly size: number;
  /** In hexadecimal. */
  readonly sha256: string;
  /** UTF-8 without control characters. */
  readonly isText: boolean;
  /** Media type by the content itself; null where it has no mark. */
  readonly found: string | null;
}

export interface ContentStore {
  /** Keeps what comes under the name, a UUID; TooLarge where it is more than `most` bytes. */
  keep(name: string, content: Readable, most: number): Promise<KeptContent>;
  /** Undefined where nothing is kept under that name. */
  open(name: string): Promise<Readable | undefined>;
  remove(name: string): Promise<void>;
  /** How many files each key has sealed, by its id; what is no sealed file is under none. */
  keysInUse(): Promise<ReadonlyMap<string, number>>;
  /**
   * Seals under the first key what is sealed under others, and gives how many. A file is exchanged whole, and whoever
   * reads it meanwhile reads it to its end. One that does not open is passed over, and so is one that another run is at.
   */
  reseal(stopping?: AbortSignal): Promise<number>;
  /** Names of what uploads left that were begun before then and broke off. */
  unfinishedBefore(time: Date): Promise<string[]>;
}

export class TooLarge extends Error {}

const unfinishedEnding = ".part";

export function createContentStore(folder: string, keys: readonly SealKey[]): ContentStore {
  const [sealKey] = keys;
  const pathOf = (name: string): string => {
    if (!idShape.test(name.replace(unfinishedEnding, ""))) throw new TypeError("Not the name of kept content");
    return path.join(folder, name);
  };

  async function openKept(name: string): Promise<Readable | undefined> {
    const handle = await open(pathOf(name)).catch(unlessMissing);
    if (handle === undefined) return undefined;
    const bytes = createReadStream("", { fd: handle, highWaterMark: 128 * 1024 });
    const content = opened(bytes as AsyncIterable<Buffer>, keys, name.replace(unfinishedEnding, ""));
    // Let go of unread, it would never come to close the file.
    return Readable.from(content, { objectMode: false }).once("close", () => bytes.destroy());
  }

  async function write(name: string, content: AsyncIterable<Buffer>): Promise<void> {
    if (sealKey === undefined) throw new TypeError("There is no key to seal files with");
    const out = createWriteStream(pathOf(`${name}${unfinishedEnding}`), { flags: "wx", mode: 0o600, flush: true });
    await pipeline(Readable.from(sealed(content, sealKey, name), { objectMode: false }), out);
  }

  async function keyOf(name: string): Promise<string | undefined> {
    const header = Buffer.alloc(headerBytes);
    const handle = await open(pathOf(name)).catch(unlessMissing);
    if (handle === undefined) return undefined;
    try {
      const { bytesRead } = await handle.read(header, 0, headerBytes, 0);
      return sealedUnder(header.subarray(0, bytesRead));
    } finally {
      await handle.close();
    }
  }

  async function resealOne(name: string): Promise<boolean> {
    const content = await openKept(name);
    if (content === undefined) return false;
    const unfinished = pathOf(`${name}${unfinishedEnding}`);
    try {
      await write(name, content as AsyncIterable<Buffer>);
    } catch (error) {
      if (codeOf(error) === "EEXIST") return false;
      await rm(unfinished, { force: true });
      if (error instanceof SealBroken) return false;
      throw error;
    }
    // What was removed meanwhile stays removed, but for the moment between these two.
    if ((await stat(pathOf(name)).catch(() => undefined)) === undefined) await rm(unfinished, { force: true });
    else await rename(unfinished, pathOf(name));
    await makeDurable(folder);
    return true;
  }

  async function keptNames(): Promise<string[]> {
    return (await readdir(folder).catch(() => [])).filter((name) => idShape.test(name));
  }

  return {
    keep: async (name, content, most) => {
      if (sealKey === undefined) throw new TypeError("There is no key to seal files with");
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const unfinished = `${name}${unfinishedEnding}`;
      try {
        const measure = measured(content, most);
        await write(name, measure.content);
        const found = await typeIn(await openKept(unfinished));
        await rename(pathOf(unfinished), pathOf(name));
        await makeDurable(folder);
        return { ...measure.result(), found };
      } catch (error) {
        await rm(pathOf(unfinished), { force: true });
        throw error;
      }
    },
    open: openKept,
    remove: (name) => rm(pathOf(name), { force: true }),
    keysInUse: async () => {
      const inUse = new Map<string, number>();
      for (const name of await keptNames()) {
        const id = await keyOf(name);
        if (id !== undefined) inUse.set(id, (inUse.get(id) ?? 0) + 1);
      }
      return inUse;
    },
    reseal: async (stopping) => {
      let resealed = 0;
      for (const name of await keptNames()) {
        if (stopping?.aborted === true) break;
        if ((await keyOf(name)) !== sealKey?.id && (await resealOne(name))) resealed += 1;
      }
      return resealed;
    },
    unfinishedBefore: async (time) => {
      const names = await readdir(folder).catch(() => []);
      const old: string[] = [];
      for (const name of names.filter((each) => each.endsWith(unfinishedEnding))) {
        const found = await stat(path.join(folder, name)).catch(() => undefined);
        if (found !== undefined && found.mtime < time) old.push(name);
      }
      return old;
    },
  };
}

/** The content as it passes, and what was learnt of it at the end. It is left as it is when more than enough came. */
function measured(source: Readable, most: number) {
  const hash = createHash("sha256");
  const text = textCheck();
  let size = 0;
  async function* content(): AsyncGenerator<Buffer> {
    for await (const chunk of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > most) throw new TooLarge();
      hash.update(chunk);
      text.add(chunk);
      yield chunk;
    }
  }
  return { content: content(), result: () => ({ size, sha256: hash.digest("hex"), isText: text.holds() }) };
}

async function typeIn(content: Readable | undefined): Promise<string | null> {
  if (content === undefined) return null;
  try {
    return (await fileTypeFromStream(content))?.mime ?? null;
  } finally {
    content.destroy();
  }
}

/** A new name in a folder is durable when the folder is. */
async function makeDurable(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function unlessMissing(error: unknown): undefined {
  if (codeOf(error) !== "ENOENT") throw error;
}

function codeOf(error: unknown): unknown {
  return typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
}
