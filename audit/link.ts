/** A link of the chain: where in the order an entry stands, the digest of its content, and what binds it to all before it. */
import { createHash } from "node:crypto";

export interface Link {
  /** From 1, without gaps. */
  readonly position: number;
  /** Number of the entry. Entries that were committed later can have a lower number than those before them. */
  readonly entry: number;
  readonly form: number;
  readonly digest: Buffer;
  readonly hash: Buffer;
}

/** What the first link is bound to. */
export const beforeTheFirst: Pick<Link, "position" | "hash"> = { position: 0, hash: Buffer.alloc(32) };

/** SHA-256 of the hash before, and of all that the link says. */
export function linkHash(previous: Buffer, { position, entry, form, digest }: Omit<Link, "hash">): Buffer {
  return createHash("sha256").update(previous).update(`${position} ${entry} ${form}\n`).update(digest).digest();
}
