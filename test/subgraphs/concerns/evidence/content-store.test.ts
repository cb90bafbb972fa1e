import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { crc32 } from "node:zlib";
import path from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import {
  createContentStore,
  TooLarge,
  type ContentStore,
} from "../../../../subgraphs/concerns/evidence/content-store.js";

let folder: string;
let store: ContentStore;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "hub-files-"));
  store = createContentStore(folder, [{ id: "test", key: randomBytes(32) }]);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const most = 1_000_000;
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** An archive of one file, as office documents are: stored, not compressed. */
function archive(name: string, content: string): Buffer {
  const header = Buffer.alloc(30);
  header.write("PK\u0003\u0004");
  header.writeUInt16LE(20, 4);
  header.writeUInt32LE(crc32(content), 14);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name), Buffer.from(content)]);
}

const office = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const withMacros = "application/vnd.ms-word.document.macroEnabled";
const contentTypes = (mediaType: string) =>
  archive(
    "[Content_Types].xml",
    `<Types><Override PartName="/word/document.xml" ContentType="${mediaType}.main+xml"/></Types>`,
  );

describe("a file", () => {
  it("is measured as it passes, and known by its content", async () => {
    const kept = await store.keep(randomUUID(), Readable.from([png]), most);
    expect(kept).toMatchObject({ size: png.length, isText: false, found: "image/png" });
  });

  it.each([
    ["a document of an office", contentTypes(office), office],
    ["an archive of anything", archive("rota.exe", "MZ"), "application/zip"],
  ])("is known to be %s", async (_title, content, found) => {
    expect(await store.keep(randomUUID(), Readable.from([content]), most)).toMatchObject({ found });
  });

  it("with macros is not known as a document without", async () => {
    const kept = await store.keep(randomUUID(), Readable.from([contentTypes(withMacros)]), most);
    expect(kept.found).not.toBe(office);
  });

  it.each([
    ["plain text", [Buffer.from("a,b\r\n\tä\n")], true],
    ["a character that came in two pieces", [Buffer.from([0xc3]), Buffer.from([0xa4])], true],
    ["half a character", [Buffer.from([0xc3])], false],
    ["a NUL", [Buffer.from("a\0b")], false],
    ["an escape", [Buffer.from("\u001B[2J")], false],
  ])("of %s is seen for what it is", async (_title, content, isText) => {
    expect(await store.keep(randomUUID(), Readable.from(content), most)).toMatchObject({ isText, found: null });
  });

  it("is there whole, or not at all", async () => {
    const name = randomUUID();
    async function* broken(): AsyncGenerator<Buffer> {
      yield png;
      await Promise.resolve();
      throw new Error("the sender went away");
    }
    await expect(store.keep(name, Readable.from(broken()), most)).rejects.toThrow("went away");
    await expect(store.keep(name, Readable.from([Buffer.alloc(11)]), 10)).rejects.toThrow(TooLarge);
    expect(await store.open(name)).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("opens as it was, and is gone when it is removed", async () => {
    const name = randomUUID();
    await store.keep(name, Readable.from([png]), most);
    const content = await store.open(name);
    expect(content === undefined ? undefined : await buffer(content)).toEqual(png);
    await store.remove(name);
    expect(await store.open(name)).toBeUndefined();
  });

  it.each(["../secrets/identity-keys", "a/b", ".", ""])("is never kept or sought under the name %j", async (name) => {
    await expect(store.open(name)).rejects.toThrow(TypeError);
    await expect(store.keep(name, Readable.from([png]), most)).rejects.toThrow(TypeError);
  });
});
