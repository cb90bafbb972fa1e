/**
 * Seals the content of a file as a stream, with a key that neither the disk nor the database has (AES-256-GCM), and
 * opens it again. Each file has a key of its own, made from a random salt and bound to the name it is kept under. A
 * block is given out only once it is known to be genuine, in its place, and the last one only at the end.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** The first seals; all of them open. */
export interface SealKey {
  readonly id: string;
  /** 32 bytes. */
  readonly key: Buffer;
}

const algorithm = "aes-256-gcm";
const mark = Buffer.from("QCF1");
const saltBytes = 32;
const keyIdBytes = 32;
const tagBytes = 16;
const blockBytes = 64 * 1024;
export const headerBytes = mark.length + keyIdBytes + saltBytes;

export class SealBroken extends Error {}

export async function* sealed(
  content: AsyncIterable<Buffer>,
  { id, key }: SealKey,
  keptAs: string,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltBytes);
  const keyId = Buffer.alloc(keyIdBytes);
  keyId.write(id);
  yield Buffer.concat([mark, keyId, salt]);
  const fileKey = keyOf(key, salt, keptAs);
  for await (const { bytes, index, isLast } of blocksOf(content, blockBytes)) {
    const cipher = createCipheriv(algorithm, fileKey, nonceOf(index, isLast), { authTagLength: tagBytes });
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }
}

/** Rejects with SealBroken where a key is gone, or the bytes are not all that was sealed under that name. */
export async function* opened(
  content: AsyncIterable<Buffer>,
  keys: readonly SealKey[],
  keptAs: string,
): AsyncGenerator<Buffer> {
  let fileKey: Buffer | undefined;
  for await (const { bytes, index, isLast } of blocksOf(content, blockBytes + tagBytes, headerBytes)) {
    if (fileKey === undefined) {
      fileKey = keyIn(bytes, keys, keptAs);
      if (isLast) throw new SealBroken("cut off");
    } else yield openedBlock(bytes, fileKey, nonceOf(index - 1, isLast));
  }
}

/** Id of the key that sealed what begins with these bytes; undefined where nothing was sealed. */
export function sealedUnder(header: Buffer): string | undefined {
  if (header.length !== headerBytes || !header.subarray(0, mark.length).equals(mark)) return undefined;
  return header
    .subarray(mark.length, mark.length + keyIdBytes)
    .toString()
    .replace(/\0+$/, "");
}

function keyIn(header: Buffer, keys: readonly SealKey[], keptAs: string): Buffer {
  const keyId = sealedUnder(header);
  const key = keys.find(({ id }) => id === keyId);
  if (key === undefined) throw new SealBroken("not sealed with a key that is known");
  return keyOf(key.key, header.subarray(mark.length + keyIdBytes), keptAs);
}

function openedBlock(bytes: Buffer, key: Buffer, nonce: Buffer): Buffer {
  if (bytes.length < tagBytes) throw new SealBroken("cut off");
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, bytes.length - tagBytes)), decipher.final()]);
  } catch (cause) {
    throw new SealBroken("not what was sealed", { cause });
  }
}

function keyOf(key: Buffer, salt: Buffer, keptAs: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key, salt, `file ${keptAs}`, 32));
}

/** Never twice with one key: the key is the file's own. */
function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 7);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}

interface Block {
  readonly bytes: Buffer;
  readonly index: number;
  readonly isLast: boolean;
}

/** Blocks of one size, the first of another where that is said; one is held back until it is known whether it is the last. */
async function* blocksOf(content: AsyncIterable<Buffer>, size: number, firstSize = size): AsyncGenerator<Block> {
  let held: Buffer = Buffer.alloc(0);
  let index = 0;
  for await (const chunk of content) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    for (let due = index === 0 ? firstSize : size; held.length > due; due = size) {
      yield { bytes: held.subarray(0, due), index, isLast: false };
      held = held.subarray(due);
      index += 1;
    }
  }
  yield { bytes: held, index, isLast: true };
}
