/**
 * What time it is where the end of things is read: at the database, and not in one of several processes. Read after the
 * lock on what is decided: a transaction that waited for another one would otherwise be earlier than what that one did.
 */
import type { EntityManager } from "typeorm";

export async function databaseNow(manager: EntityManager): Promise<Date> {
  // To the millisecond, which is what a date of JavaScript holds: kept and compared alike.
  const [row]: { now: Date }[] = await manager.query("select date_trunc('milliseconds', clock_timestamp()) as now");
  return row?.now ?? new Date();
}
