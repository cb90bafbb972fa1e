/**
 * Hashes against which a guess cannot be checked by whoever has the database alone. A report lies there in clear but
 * for the name of a person who spoke up in confidence: a plain hash of the whole would give that name to whoever tries
 * the names of a department.
 */
import { createHmac, hkdfSync } from "node:crypto";

export type KeyedHash = (text: string) => Buffer;

/** The same for all processes of one hub, which have the secret in common. */
export function keyedHash(secret: string): KeyedHash {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "quality-concerns-hub content hash", 32));
  return (text) => createHmac("sha256", key).update(text).digest();
}
