/**
 * Seals a text with a key that the database does not have (AES-256-GCM), and opens it again. What is sealed is bound to
 * the row it belongs to: moved to another one, it does not open. A key may be followed by a newer one; the old one
 * still opens what it sealed.
 */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

export interface SealKey {
  readonly id: string;
  /** 32 bytes. */
  readonly key: Buffer;
}

export interface Sealed {
  readonly keyId: string;
  /** Nonce, tag, then what was sealed. */
  readonly sealed: Buffer;
}

const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

export function seal(content: Buffer, key: SealKey, boundTo: string): Sealed {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key.key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(boundTo));
  const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
  return { keyId: key.id, sealed: Buffer.concat([nonce, cipher.getAuthTag(), sealed]) };
}

/** Null where the key is gone, or where the bytes are not what was sealed for that row. */
export function unseal({ keyId, sealed }: Sealed, keys: readonly SealKey[], boundTo: string): Buffer | null {
  const key = keys.find(({ id }) => id === keyId);
  if (key === undefined || sealed.length <= nonceBytes + tagBytes) return null;
  const decipher = createDecipheriv(algorithm, key.key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(boundTo));
  decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
  } catch {
    return null;
  }
}
