/**
 * Removes the content of uploads that nobody attached within their time, and what an upload that broke off left. A whole
 * file that this database does not name stays: another database may, or a backup that is newer.
 */
import type { EntityManager } from "typeorm";
import type { ContentStore } from "./content-store.js";
import { forgetUploads } from "./upload-commands.js";

/** Longer than an upload takes. */
const longAgo = 2 * 60 * 60 * 1_000;

/** Gives how many files went. */
export async function removeUnattached(manager: EntityManager, store: ContentStore, now: Date): Promise<number> {
  const forgotten = await forgetUploads(manager);
  const unfinished = await store.unfinishedBefore(new Date(now.getTime() - longAgo));
  const leavings = [...forgotten, ...unfinished];
  for (const name of leavings) await store.remove(name);
  return leavings.length;
}
