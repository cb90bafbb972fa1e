/**
 * Walks a chain from its first link and says where it first goes wrong: an entry that was changed or removed, a link
 * that is not the next one, a head that does not fit. Holds no more than one link at a time.
 */
import { canonicalForm, entryDigest, type EntryRow } from "./canonical-entry.js";
import { wrongAt, type Wrong } from "./chain-fault.js";
import type { HeadCheck } from "./head-check.js";
import { beforeTheFirst, linkHash, type Link } from "./link.js";

export interface SealedEntry {
  readonly link: Link;
  /** Null where there is no such entry any longer. */
  readonly row: EntryRow | null;
}

export interface Walked {
  /** The first thing that is wrong; null where nothing is. */
  readonly wrong: Wrong | null;
  /** The last position that is good. */
  readonly position: number;
}

/** @param sealed in order of position. */
export async function verifyChain(sealed: AsyncIterable<SealedEntry>, heads: HeadCheck): Promise<Walked> {
  let previous: Pick<Link, "position" | "hash"> = beforeTheFirst;
  for await (const each of sealed) {
    const wrong = faultIn(each, previous) ?? (await heads.at(each.link));
    if (wrong !== null) return { wrong, position: previous.position };
    previous = each.link;
  }
  return { wrong: heads.beyond(previous.position), position: previous.position };
}

function faultIn({ link, row }: SealedEntry, previous: Pick<Link, "position" | "hash">): Wrong | null {
  const { position, entry } = link;
  if (position !== previous.position + 1) return wrongAt("LINK_MISSING", previous.position + 1);
  if (!linkHash(previous.hash, link).equals(link.hash)) return wrongAt("LINK_CHANGED", position, { entry });
  if (link.form !== canonicalForm) return wrongAt("FORM_UNKNOWN", position, { entry });
  if (row === null) return wrongAt("ENTRY_MISSING", position, { entry });
  return entryDigest(row).equals(link.digest) ? null : wrongAt("ENTRY_CHANGED", position, { entry });
}
