/** Writes the access index of a concern, in the transaction that changes a fact it is made from. */
import { In, IsNull, MoreThanOrEqual, Not, type EntityManager } from "typeorm";
import { accessRowsOf } from "../../authorisation/access-rows.js";
import { ConcernAccessRow, ConcernShareRow, type ConcernRow } from "./concern-tables.js";
import { indexedConcern } from "./indexed-concern.js";
import { bodiesFrom } from "./published-directory.js";

export async function refreshAccess(manager: EntityManager, concern: ConcernRow, today: string): Promise<void> {
  const shares = await manager.findBy(ConcernShareRow, {
    concern: concern.key,
    withdrawnOn: IsNull(),
    until: MoreThanOrEqual(today),
  });
  const rows = accessRowsOf(indexedConcern(concern, shares), await bodiesFrom(manager));
  await manager.delete(ConcernAccessRow, {
    concern: concern.key,
    organisation: Not(In(rows.map(({ organisation }) => organisation))),
  });
  await manager.upsert(
    ConcernAccessRow,
    rows.map((row) => ({ ...row, relations: [...row.relations], concern: concern.key })),
    ["organisation", "concern"],
  );
}
