/**
 * Brings the access index up to the directory and the policy: lost access goes, and no version or date of a concern
 * changes. It walks through the concerns in small transactions that note how far they came, so it may be stopped, go on
 * later, and run in several processes at once. Where nothing changed it reads two digests and is done.
 */
import { In, type DataSource, type EntityManager } from "typeorm";
import { currentBasis, awaitReportsUnderWay } from "./access-basis.js";
import { refreshAccessOf } from "./access-index.js";
import { noteChangesOf } from "../changes/change-feed.js";
import { ConcernRow } from "../concern-tables.js";
import { movePlaces } from "../published-directory.js";

export interface AccessRefresh {
  /** Today in England, as an ISO date. */
  readonly today: () => string;
  /** Ends the walk after the batch in hand. */
  readonly stopping?: AbortSignal | undefined;
  /** Told that there are concerns to go through, before it is done. */
  readonly onWalk?: () => void;
  /** Concerns that are locked together. */
  readonly batch?: number;
}

interface StoredBasis {
  readonly bodies: string | null;
  readonly places: string | null;
  /** What the walk under way brings the index up to, and the last key it has done. */
  readonly walk: string | null;
  readonly walkedTo: string | null | undefined;
}

const usualBatch = 200;
/** Keys of concerns are positive. */
const beforeTheFirst = "0";

/** Gives the number of concerns whose access was worked out again. */
export async function refreshAccessIndex(source: DataSource, refresh: AccessRefresh): Promise<number> {
  let walked = 0;
  if (await isUpToDate(source.manager)) return walked;
  if (await source.manager.exists(ConcernRow)) refresh.onWalk?.();
  while (refresh.stopping?.aborted !== true) {
    const step = await source.transaction((manager) => walkOn(manager, refresh));
    walked += step.concerns;
    if (step.isLast) break;
  }
  return walked;
}

async function isUpToDate(manager: EntityManager): Promise<boolean> {
  const [stored, current] = [await storedBasis(manager, ""), await currentBasis(manager)];
  return stored.bodies === current.bodies && stored.places === current.places;
}

async function walkOn(
  manager: EntityManager,
  { today, batch = usualBatch }: AccessRefresh,
): Promise<{ readonly concerns: number; readonly isLast: boolean }> {
  const stored = await storedBasis(manager, "for update");
  const current = await currentBasis(manager);
  const walk = `${current.bodies} ${current.places}`;
  const goesOn = stored.walk === walk;
  if (!goesOn) await awaitReportsUnderWay(manager);
  const keys = await lockBatch(manager, {
    after: (goesOn ? stored.walkedTo : null) ?? beforeTheFirst,
    all: stored.bodies !== current.bodies,
    batch,
  });
  const moved = await movePlaces(manager, keys);
  await refreshAccessOf(manager, await manager.findBy(ConcernRow, { key: In(keys) }), today());
  // No event on the concern, but where it is counts among what is read of it.
  await noteChangesOf(manager, moved, "OPERATIONAL", today());

  const isLast = keys.length < batch;
  await noteBasis(manager, isLast ? current : { ...stored, walk, walkedTo: keys.at(-1) });
  return { concerns: keys.length, isLast };
}

async function storedBasis(manager: EntityManager, lock: "for update" | ""): Promise<StoredBasis> {
  const [stored] = await manager.query<[StoredBasis]>(
    `select bodies, places, walk, walked_to as "walkedTo" from concerns.access_basis ${lock}`,
  );
  return stored;
}

/** Without a walk that is under way there is none. */
async function noteBasis(
  manager: EntityManager,
  { bodies, places, walk, walkedTo }: Partial<StoredBasis>,
): Promise<void> {
  await manager.query("update concerns.access_basis set bodies = $1, places = $2, walk = $3, walked_to = $4", [
    bodies,
    places,
    walk,
    walkedTo,
  ]);
}

/** All concerns, or those whose provider has moved. What is read of them is read after they are locked. */
async function lockBatch(
  manager: EntityManager,
  { after, all, batch }: { readonly after: string; readonly all: boolean; readonly batch: number },
): Promise<string[]> {
  const rows: { key: string }[] = await manager.query(
    `select c.key from concerns.concern c
     where c.key > $1 and ($2 or exists (
       select from organisations.published_organisation p
       where p.code = c.provider and (p.region, p.icb) is distinct from (c.region, c.icb)))
     order by c.key limit $3 for update of c`,
    [after, all, batch],
  );
  return rows.map(({ key }) => key);
}
