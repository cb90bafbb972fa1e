/**
 * Seals who spoke up with a key that the database does not have (AES-256-GCM), and opens it again. What is sealed is
 * bound to its concern: moved to another row, it does not open. A key may be followed by a newer one; the old one still
 * opens what it sealed.
 */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

export interface IdentitySealKey {
  readonly id: string;
  /** 32 bytes. */
  readonly key: Buffer;
}

export interface ReporterIdentity {
  /** LEARNER, EDUCATOR, STAFF, PUBLIC or ORGANISATION. */
  readonly coarseRole: string;
  readonly name: string;
  readonly contact: string;
}

export interface SealedIdentity {
  readonly keyId: string;
  /** Nonce, tag, then what was sealed. */
  readonly sealed: Buffer;
}

const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;
/** Sealed text comes in steps of this size, so that its length does not tell names apart. */
const blockBytes = 256;

/** @param concernId the concern's public identifier. */
export function sealIdentity(identity: ReporterIdentity, key: IdentitySealKey, concernId: string): SealedIdentity {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key.key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(concernId));
  const text = Buffer.from(JSON.stringify([identity.coarseRole, identity.name, identity.contact]));
  const padded = Buffer.alloc(Math.ceil(text.length / blockBytes) * blockBytes, " ");
  text.copy(padded);
  const sealed = Buffer.concat([cipher.update(padded), cipher.final()]);
  return { keyId: key.id, sealed: Buffer.concat([nonce, cipher.getAuthTag(), sealed]) };
}

/** Null where the key is gone, or where the bytes are not what was sealed for that concern. */
export function openIdentity(
  { keyId, sealed }: SealedIdentity,
  keys: readonly IdentitySealKey[],
  concernId: string,
): ReporterIdentity | null {
  const key = keys.find(({ id }) => id === keyId);
  if (key === undefined || sealed.length <= nonceBytes + tagBytes) return null;
  const decipher = createDecipheriv(algorithm, key.key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(concernId));
  decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    const text = Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
    const [coarseRole, name, contact] = JSON.parse(text.toString("utf8")) as [string, string, string];
    return { coarseRole, name, contact };
  } catch {
    return null;
  }
}
