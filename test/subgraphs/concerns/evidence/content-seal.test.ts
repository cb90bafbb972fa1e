import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "@jest/globals";
import { opened, SealBroken, sealed, type SealKey } from "../../../../subgraphs/concerns/evidence/content-seal.js";

const key: SealKey = { id: "one", key: randomBytes(32) };
const other: SealKey = { id: "two", key: randomBytes(32) };
const name = "0d2f6c1e-6a2c-4f0e-9f43-0c6f3f6f9a11";
const block = 64 * 1024;
const header = 4 + 32 + 32;

const pieces = (bytes: Buffer, size: number) =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size)),
  ) as AsyncIterable<Buffer>;
const seal = (bytes: Buffer, size = 10_000) => buffer(Readable.from(sealed(pieces(bytes, size), key, name)));
const open = (bytes: Buffer, keys: readonly SealKey[] = [key], keptAs = name, size = 7_000) =>
  buffer(Readable.from(opened(pieces(bytes, size), keys, keptAs)));

describe("what is sealed", () => {
  it.each([1, block - 1, block, block + 1, 2 * block, 5 * block + 17])("of %i bytes opens as it was", async (size) => {
    const content = randomBytes(size);
    expect((await open(await seal(content))).equals(content)).toBe(true);
  });

  it("opens with an old key beside the new one, and not without it", async () => {
    const bytes = await seal(Buffer.from("nights"));
    expect((await open(bytes, [other, key])).toString()).toBe("nights");
    await expect(open(bytes, [other])).rejects.toThrow(SealBroken);
  });

  it("does not open under another name", async () => {
    await expect(open(await seal(Buffer.from("nights")), [key], name.replace("0d", "1d"))).rejects.toThrow(SealBroken);
  });

  it("is never the same twice", async () => {
    const content = Buffer.from("nights");
    expect((await seal(content)).equals(await seal(content))).toBe(false);
  });

  it.each([
    [
      "a byte is changed",
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([(bytes.at(-1) ?? 0) ^ 1])]),
    ],
    ["a byte is missing", (bytes: Buffer) => bytes.subarray(0, -1)],
    ["a byte is added", (bytes: Buffer) => Buffer.concat([bytes, Buffer.from([0])])],
    ["it is cut off after a block", (bytes: Buffer) => bytes.subarray(0, header + block + 16)],
    ["it is cut off after its header", (bytes: Buffer) => bytes.subarray(0, header)],
    ["it is nothing", () => Buffer.alloc(1)],
    [
      "two blocks change places",
      (bytes: Buffer) => {
        const sealedBlock = block + 16;
        const [first, second] = [
          bytes.subarray(header, header + sealedBlock),
          bytes.subarray(header + sealedBlock, header + 2 * sealedBlock),
        ];
        return Buffer.concat([bytes.subarray(0, header), second, first, bytes.subarray(header + 2 * sealedBlock)]);
      },
    ],
  ])("does not open where %s", async (_title, change) => {
    await expect(open(change(await seal(randomBytes(3 * block))))).rejects.toThrow(SealBroken);
  });
});
