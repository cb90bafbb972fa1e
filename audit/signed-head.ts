/**
 * Heads of the chain, signed with a key that the database does not have. Whoever changes an entry and chains anew all
 * that follows cannot sign the heads again; whoever cuts the end off is found out by a head that was kept elsewhere.
 */
import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from "node:crypto";

export interface Head {
  /** From 1, without gaps. */
  readonly number: number;
  /** Of the last link that it covers, and its hash. */
  readonly position: number;
  readonly hash: Buffer;
  /** Every entry with a number up to this one is in the chain, or was never committed. */
  readonly settled: number;
  /** As PostgreSQL writes it, in UTC. */
  readonly signedAt: string;
}

export interface SignedHead extends Head {
  /** Id of the key. */
  readonly key: string;
  /** Ed25519. */
  readonly signature: Buffer;
}

/** The seed of an Ed25519 key, and the id under which its signatures stand. */
export interface SigningKey {
  readonly id: string;
  readonly key: Buffer;
}

export function signHead(head: Head, key: SigningKey): SignedHead {
  return { ...head, key: key.id, signature: sign(null, signedText(head, key.id), privateKey(key)) };
}

export type HeadVerdict = "SIGNED" | "FORGED" | "UNKNOWN_KEY";

/** Verifies heads with the public halves of the keys. */
export function headVerifier(keys: readonly SigningKey[]): (head: SignedHead) => HeadVerdict {
  const known = new Map(keys.map((key) => [key.id, createPublicKey(privateKey(key))]));
  return (head) => {
    const key = known.get(head.key);
    if (key === undefined) return "UNKNOWN_KEY";
    return verify(null, signedText(head, head.key), key, head.signature) ? "SIGNED" : "FORGED";
  };
}

function signedText({ number, position, hash, settled, signedAt }: Head, key: string): Buffer {
  return Buffer.from(
    JSON.stringify(["quality-concerns-hub audit head", number, position, hash.toString("hex"), settled, signedAt, key]),
  );
}

/** RFC 8410: what stands before the seed of an Ed25519 key in PKCS #8. */
const beforeSeed = Buffer.from("302e020100300506032b657004220420", "hex");

function privateKey({ key }: SigningKey): KeyObject {
  return createPrivateKey({ key: Buffer.concat([beforeSeed, key]), format: "der", type: "pkcs8" });
}
