/** Whom a concern was told of, read past the graph: an inbox is an organisation and a role. */
import pg from "pg";
import type { TestHub } from "./test-hub.js";

export async function inboxesTold(hub: TestHub, concern: string, kind: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: hub.database.adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ inbox: string }>(
      `select organisation || ' ' || role as inbox from concerns.message where link_id = $1 and kind = $2 order by 1`,
      [concern, kind],
    );
    return rows.map(({ inbox }) => inbox);
  } finally {
    await client.end();
  }
}
