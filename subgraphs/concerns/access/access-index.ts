/** Writes the access index of concerns, in the transaction that changes a fact it is made from. */
import { In, IsNull, MoreThanOrEqual, type EntityManager } from "typeorm";
import { accessRowsOf } from "../../../authorisation/access-rows.js";
import { ConcernAccessRow, ConcernShareRow, type ConcernRow } from "../concern-tables.js";
import { indexedConcern } from "./indexed-concern.js";
import { bodiesFrom } from "../published-directory.js";
import { universitiesOfRemovals } from "../removals/removal-universities-reader.js";

export function refreshAccess(manager: EntityManager, concern: ConcernRow, today: string): Promise<void> {
  return refreshAccessOf(manager, [concern], today);
}

/** Concerns that the transaction has locked, at most a few hundred. */
export async function refreshAccessOf(
  manager: EntityManager,
  concerns: readonly ConcernRow[],
  today: string,
): Promise<void> {
  const keys = concerns.map(({ key }) => key);
  const shares = await manager.findBy(ConcernShareRow, {
    concern: In(keys),
    withdrawnOn: IsNull(),
    until: MoreThanOrEqual(today),
  });
  const atPanels = await bodiesAtPanels(manager, keys);
  const learnersFrom = await universitiesOfRemovals(manager, keys);
  const bodies = await bodiesFrom(manager);
  const rows = concerns.flatMap((concern) =>
    accessRowsOf(
      indexedConcern(concern, {
        shares: shares.filter((share) => share.concern === concern.key),
        atPanels: atPanels.filter((panel) => panel.concern === concern.key).map(({ organisation }) => organisation),
        learnersFrom: learnersFrom.get(concern.key) ?? [],
      }),
      bodies,
    ).map((row) => ({ ...row, relations: [...row.relations], concern: concern.key })),
  );
  await manager.query(
    `delete from concerns.concern_access a where a.concern = any($1)
     and not exists (select from unnest($2::text[], $3::bigint[]) as kept (organisation, concern)
                     where kept.organisation = a.organisation and kept.concern = a.concern)`,
    [keys, rows.map(({ organisation }) => organisation), rows.map(({ concern }) => concern)],
  );
  await manager.upsert(ConcernAccessRow, rows, {
    conflictPaths: ["organisation", "concern"],
    skipUpdateIfNoValuesChanged: true,
  });
}

/** Who convened or attends a panel on one of the concerns; a closed panel opens no concern any more. */
function bodiesAtPanels(
  manager: EntityManager,
  keys: readonly string[],
): Promise<{ readonly concern: string; readonly organisation: string }[]> {
  return manager.query(
    `select c.concern, a.organisation from concerns.panel_concern c
     join concerns.review_panel p on p.id = c.panel join concerns.panel_access a on a.panel = c.panel
     where c.concern = any($1) and p.state <> 'CLOSED' and 'PANEL' = any(a.relations)`,
    [keys],
  );
}
