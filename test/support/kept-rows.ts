/** What a database holds at a moment, kept within it, so that tests can change everything and put it back. */
import type pg from "pg";

/** No trigger runs and no reference is checked while rows are put back. */
export const asTheyAre = "set local session_replication_role = replica";

/**
 * Keeps all concerns and agreements that are there now, and gives what puts them back, row by row in their order.
 *
 * @param admin connection of a superuser.
 */
export async function keepRows(admin: pg.Client): Promise<() => Promise<unknown>> {
  const { rows } = await admin.query<{ name: string; kept: string }>(
    `select oid::regclass::text as name, relname as kept from pg_class
     where relkind = 'r' and (relnamespace = 'concerns'::regnamespace
       or oid::regclass::text like 'organisations.agreement%' or oid = 'organisations.sharing_agreement'::regclass)`,
  );
  await admin.query("create schema kept");
  for (const { name, kept } of rows) await admin.query(`create table kept.${kept} as table ${name}`);
  const putBack = rows.map(({ name, kept }) => `delete from ${name}; insert into ${name} select * from kept.${kept}`);
  return () => admin.query(["begin", asTheyAre, ...putBack, "commit"].join("; "));
}
