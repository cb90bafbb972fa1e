/** Writes the access index of a concern, in the transaction that changes a fact it is made from. */
import { In, Not, type EntityManager } from "typeorm";
import { accessRowsOf } from "../../authorisation/access-rows.js";
import { ConcernAccessRow, type ConcernRow } from "./concern-tables.js";
import { bodiesFrom } from "./published-directory.js";

export const statesBeforeAcceptance: readonly string[] = ["REPORTED", "DECLINED"];

export async function refreshAccess(manager: EntityManager, concern: ConcernRow): Promise<void> {
  const rows = accessRowsOf(
    {
      ...concern,
      accepted: !statesBeforeAcceptance.includes(concern.status),
      category: Number(concern.category.slice("ISF".length)),
    },
    await bodiesFrom(manager),
  );
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
