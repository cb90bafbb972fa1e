/**
 * Two hubs that hold the same concerns under the same ids, references and keys, so that what they answer can be
 * compared byte by byte. A change is made in the second; the first stays as it was.
 */
import { randomBytes } from "node:crypto";
import pg from "pg";
import type { WorldConcern } from "./access-world.js";
import { openAccessWorld } from "./access-world-hub.js";
import { keepRows } from "./kept-rows.js";
import type { TestHub } from "./test-hub.js";

export interface TwinHubs {
  readonly first: TestHub;
  readonly second: TestHub;
  readonly world: readonly WorldConcern[];
  /** Makes the second hold again what both held at first. */
  makeAlike(): Promise<unknown>;
  close(): Promise<void>;
}

export async function openTwinHubs(): Promise<TwinHubs> {
  // Both seal cursors with the same key: the same position is the same cursor.
  const environment = { ROUTER_CREDENTIAL: randomBytes(32).toString("hex") };
  const { hub: first, world } = await openAccessWorld({ environment });
  const { hub: second } = await openAccessWorld({ environment });
  const admin = new pg.Client(second.database.adminUrl);
  await admin.connect();
  const makeAlike = await keepRows(admin);
  return {
    first,
    second,
    world,
    makeAlike,
    close: async () => {
      await admin.end();
      await Promise.all([first.close(), second.close()]);
    },
  };
}

/** Makes the second database hold just the concerns of the first, with all that belongs to them. */
export async function copyConcerns(fromUrl: string, toUrl: string): Promise<void> {
  const [from, to] = [new pg.Client({ connectionString: fromUrl }), new pg.Client({ connectionString: toUrl })];
  await Promise.all([from.connect(), to.connect()]);
  try {
    const { rows: tables } = await to.query<{ name: string }>(
      "select oid::regclass::text as name from pg_class where relnamespace = 'concerns'::regnamespace and relkind = 'r'",
    );
    // No reference is checked and no trigger runs: rows come in any order, and stay as they are.
    await to.query("set session_replication_role = replica");
    await to.query(`truncate ${tables.map(({ name }) => name).join()}`);
    for (const { name } of tables) {
      const { rows } = await from.query<{ rows: string }>(
        `select coalesce(json_agg(t order by t.ctid), '[]')::text as rows from ${name} t`,
      );
      await to.query(`insert into ${name} select * from json_populate_recordset(null::${name}, $1)`, [rows[0]?.rows]);
    }
  } finally {
    await Promise.all([from.end(), to.end()]);
  }
}

/** Changes something behind the hub's back, as a superuser. */
export async function alter({ database }: TestHub, sql: string, values: readonly unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(sql, [...values]);
    if (rowCount === 0) throw new Error(`Nothing was changed: ${sql}`);
  } finally {
    await client.end();
  }
}
