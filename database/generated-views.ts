/**
 * Installs the views that are generated from the graph's own annotations, as their owner, in one transaction, and only
 * when they differ from those of the last start. A view that is no longer generated goes, so no old mask stays behind.
 */
import { createHash } from "node:crypto";
import type pg from "pg";
import type { DatabaseRoles } from "./database-roles.js";

/** Whether anything was changed. */
export async function installGeneratedViews(
  client: pg.ClientBase,
  roles: DatabaseRoles,
  statements: readonly string[],
): Promise<boolean> {
  const digest = createHash("sha256").update(JSON.stringify(statements)).digest("hex");
  await client.query("begin");
  try {
    await client.query(`set local role ${roles.tableOwner}`);
    const { rows } = await client.query<{ digest: string; views: readonly string[] }>(
      "select digest, views from hub.installed_views",
    );
    if (rows[0]?.digest === digest) {
      await client.query("rollback");
      return false;
    }
    await client.query(`set local role ${roles.viewOwner}`);
    const former = rows[0]?.views ?? [];
    if (former.length > 0) await client.query(`drop view if exists ${former.join(", ")}`);
    for (const statement of statements) await client.query(statement);
    const { rows: made } = await client.query<{ view: string }>(
      `select format('%I.%I', c.relnamespace::regnamespace, c.relname) as view from pg_class c
        where c.relkind = 'v' and c.relowner = '${roles.viewOwner}'::regrole and c.xmin = pg_current_xact_id()::xid`,
    );
    await client.query(`set local role ${roles.tableOwner}`);
    await client.query("delete from hub.installed_views");
    await client.query("insert into hub.installed_views (digest, views) values ($1, $2)", [
      digest,
      made.map(({ view }) => view),
    ]);
    await client.query("commit");
    return true;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}
