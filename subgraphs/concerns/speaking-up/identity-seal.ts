/**
 * Seals who spoke up with a key that the database does not have, and opens it again. What is sealed is bound to its
 * concern, and padded, so that its length does not tell names apart.
 */
import { seal, unseal, type Sealed, type SealKey } from "../sealed-text.js";

export type IdentitySealKey = SealKey;
export type SealedIdentity = Sealed;

export interface ReporterIdentity {
  /** LEARNER, EDUCATOR, STAFF, PUBLIC or ORGANISATION. */
  readonly coarseRole: string;
  readonly name: string;
  readonly contact: string;
}

/** Sealed text comes in steps of this size. */
const blockBytes = 256;

/** @param concernId the concern's public identifier. */
export function sealIdentity(identity: ReporterIdentity, key: IdentitySealKey, concernId: string): SealedIdentity {
  const text = Buffer.from(JSON.stringify([identity.coarseRole, identity.name, identity.contact]));
  const padded = Buffer.alloc(Math.ceil(text.length / blockBytes) * blockBytes, " ");
  text.copy(padded);
  return seal(padded, key, concernId);
}

/** Null where the key is gone, or where the bytes are not what was sealed for that concern. */
export function openIdentity(
  identity: SealedIdentity,
  keys: readonly IdentitySealKey[],
  concernId: string,
): ReporterIdentity | null {
  const text = unseal(identity, keys, concernId);
  if (text === null) return null;
  const [coarseRole, name, contact] = JSON.parse(text.toString("utf8")) as [string, string, string];
  return { coarseRole, name, contact };
}
