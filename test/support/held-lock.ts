/** A lock that a test holds in its hub's database, so that requests wait for it and for one another. */
import pg from "pg";
import { eventually } from "./eventually.js";
import { asAdministrator } from "./inboxes.js";
import type { TestHub } from "./test-hub.js";

export interface HeldLock {
  /** Resolves when so many requests wait, for it or behind one that does. */
  waitedForBy(requests: number): Promise<void>;
  release(): Promise<void>;
}

/** @param sql takes the lock, and keeps it until the end of its transaction. */
export async function holdLock(hub: TestHub, sql: string, values: readonly unknown[] = []): Promise<HeldLock> {
  const client = new pg.Client({ connectionString: hub.database.adminUrl });
  await client.connect();
  await client.query("begin");
  await client.query(sql, [...values]);
  return {
    waitedForBy: (requests) =>
      eventually(async () => {
        const waiting = await asAdministrator(
          hub,
          "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
        );
        return waiting.length === requests;
      }),
    release: async () => {
      await client.query("commit");
      await client.end();
    },
  };
}
