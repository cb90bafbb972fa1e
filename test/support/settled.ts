/**
 * Waits until the feed of changes tells all that was written so far: it holds back what a transaction that is still
 * under way, in whichever database of the server, might overtake.
 */
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import type { TestHub } from "./test-hub.js";

export async function settled({ database }: Pick<TestHub, "database">): Promise<void> {
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ upTo: string }>('select pg_snapshot_xmax(pg_current_snapshot()) as "upTo"');
    for (;;) {
      const { rows: now } = await client.query<{ isPast: boolean }>(
        `select pg_snapshot_xmin(pg_current_snapshot()) >= $1::text::xid8 as "isPast"`,
        [rows[0]?.upTo],
      );
      if (now[0]?.isPast === true) return;
      await wait(20);
    }
  } finally {
    await client.end();
  }
}
