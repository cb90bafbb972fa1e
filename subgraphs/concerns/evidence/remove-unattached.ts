/** Removes the content of uploads that nobody attached within their time, and what an upload that broke off left. */
import type { EntityManager } from "typeorm";
import type { ContentStore } from "./content-store.js";
import { belongingToNothing, forgetUploads } from "./upload-commands.js";

/** Longer than an upload takes and waits: what has no row by then never gets one. */
const longAgo = 2 * 60 * 60 * 1_000;

/** Gives how many files went. */
export async function removeUnattached(manager: EntityManager, store: ContentStore, now: Date): Promise<number> {
  const forgotten = await forgetUploads(manager);
  const { kept, unfinished } = await store.keptBefore(new Date(now.getTime() - longAgo));
  const lost = kept.length === 0 ? [] : await belongingToNothing(manager, kept);
  const leavings = [...forgotten, ...lost, ...unfinished];
  for (const name of leavings) await store.remove(name);
  return leavings.length;
}
