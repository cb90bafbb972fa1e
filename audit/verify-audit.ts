/** Everything that can be said of the audit of one database: whether its chain holds, and what is not in it yet. */
import { wrongAt, type Wrong } from "./chain-fault.js";
import type { ChainReader } from "./chain-reader.js";
import { checkHeads } from "./head-check.js";
import { headVerifier, type SignedHead, type SigningKey } from "./signed-head.js";
import { verifyChain } from "./verify-chain.js";

export interface AuditVerdict {
  /** The first thing that is wrong; null where nothing is. */
  readonly wrong: Wrong | null;
  /** The last position that is good. */
  readonly position: number;
  /** The position up to which a signed head answers for it. */
  readonly signed: number;
  /** Entries that are not sealed yet; null where the chain is wrong. */
  readonly waiting: number | null;
}

/** @param kept heads that were kept elsewhere, in order of number. */
export async function verifyAudit(
  chain: ChainReader,
  keys: readonly SigningKey[],
  kept: AsyncIterator<SignedHead>,
): Promise<AuditVerdict> {
  const heads = await checkHeads({ heads: chain.heads(), kept, verdictOn: headVerifier(keys) });
  const { wrong, position } = await verifyChain(chain.sealed(), heads);
  const { position: signed = 0, settled = 0 } = heads.reached() ?? {};
  if (wrong !== null) return { wrong, position, signed, waiting: null };
  const { waiting, slippedIn } = await chain.unsealed(settled);
  if (slippedIn === null) return { wrong, position, signed, waiting };
  return { wrong: wrongAt("ENTRY_SLIPPED_IN", null, { entry: slippedIn }), position, signed, waiting: null };
}
