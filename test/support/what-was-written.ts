/**
 * What requests leave behind in whatever table of the concerns and of the directory, events and inboxes among them, as
 * the database itself tells it: by the transactions that wrote the rows, and by their number. The audit is no part of it.
 */
import pg from "pg";
import type { TestHub } from "./test-hub.js";

export interface Written {
  /** Transactions that wrote a row which is still there. */
  readonly transactions: readonly string[];
  /** Tables in which rows were written, or that have fewer than before. */
  readonly tables: readonly string[];
}

export interface Witness {
  /** What was written while something was done. */
  during(doing: () => Promise<unknown>): Promise<Written>;
  end(): Promise<void>;
}

interface Table {
  readonly name: string;
  readonly rows: string;
  readonly by: readonly string[] | null;
}

export async function openWitness({ database }: Pick<TestHub, "database">): Promise<Witness> {
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  const { rows: tables } = await client.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class
     where relnamespace in ('concerns'::regnamespace, 'organisations'::regnamespace) and relkind = 'r'`,
  );
  const everyTable = tables
    .map(
      ({ name }) => `select '${name}' as name, count(*) as rows,
        array_agg(distinct xmin::text) filter (where xmin::text::bigint >= $1) as by from ${name}`,
    )
    .join(" union all ");
  // Named, so that it is planned once.
  const look = async (from: string): Promise<Table[]> =>
    (await client.query<Table>({ name: "look", text: everyTable, values: [from] })).rows;
  return {
    during: async (doing) => {
      const [{ next } = { next: "" }] = (
        await client.query<{ next: string }>("select pg_snapshot_xmax(pg_current_snapshot())::text as next")
      ).rows;
      const rowsBefore = new Map((await look(next)).map(({ name, rows }) => [name, rows]));
      await doing();
      const after = await look(next);
      return {
        transactions: [...new Set(after.flatMap(({ by }) => by ?? []))],
        tables: after
          .filter(({ name, rows, by }) => by !== null || rows !== rowsBefore.get(name))
          .map(({ name }) => name),
      };
    },
    end: () => client.end(),
  };
}
