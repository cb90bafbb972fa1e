/** Two hubs over the access world, asked in turns: the first stays as it was, the second is varied and put back. */
import { randomBytes } from "node:crypto";
import pg from "pg";
import { openAccessWorld } from "../support/access-world-hub.js";
import { openConcernsExecutor } from "../support/concerns-executor.js";
import { asTheyAre, keepRows } from "../support/kept-rows.js";
import { settled } from "../support/settled.js";
import { copyConcerns } from "../support/twin-hubs.js";
import type { HuntedHub } from "./exchange.js";
import { recordWorld, type RecordedWorld } from "./hidden-world.js";
import type { StoredColumn } from "./other-values.js";
import { startRecorder } from "./recorder.js";
import type { Columns, Variation } from "./variation.js";

export interface HuntedTwins {
  readonly first: HuntedHub;
  readonly second: HuntedHub;
  readonly world: RecordedWorld;
  readonly columns: Columns;
  /** Makes the second as the variations say, from just what the first holds. */
  vary(variations: readonly Variation[], organisation: string): Promise<void>;
  /** Runs statements in the second as a superuser. */
  inSecond(sql: string): Promise<unknown>;
  close(): Promise<void>;
}

/** @param isRenewed views and access are made again by the code that runs, in which something may be planted. */
export async function openHuntedTwins(isRenewed = false): Promise<HuntedTwins> {
  // Both seal cursors with the same key: the same position is the same cursor.
  const environment = {
    ROUTER_CREDENTIAL: randomBytes(32).toString("hex"),
    // Everything is asked for at once.
    LIMIT_COST: "1000000",
    LIMIT_TOKENS: "10000",
  };
  const recorder = await startRecorder();
  const opened = async (): Promise<HuntedHub & Pick<RecordedWorld, "concerns">> => {
    const { hub, world } = await openAccessWorld({ environment, watch: recorder.watch, isRenewed });
    return { hub, recorder, executor: await openConcernsExecutor(hub), concerns: world };
  };
  const [first, second] = [await opened(), await opened()];
  const [admin, adminOfFirst] = [second, first].map(({ hub }) => new pg.Client(hub.database.adminUrl));
  if (admin === undefined || adminOfFirst === undefined) throw new Error("There are two hubs");
  await Promise.all([admin.connect(), adminOfFirst.connect()]);
  // What is made again is made at another moment in each.
  if (isRenewed) await copyConcerns(first.hub.database.adminUrl, second.hub.database.adminUrl);
  const [restore, restoreFirst] = [await keepRows(admin), await keepRows(adminOfFirst)];
  return {
    first,
    second,
    columns: await columnsIn(admin),
    world: await recordWorld(first.hub.database.adminUrl, first.concerns),
    inSecond: (sql) => admin.query(sql),
    vary: async (variations, organisation) => {
      await Promise.all([restore(), restoreFirst()]);
      for (const { act } of variations) await act?.(second.hub);
      // What changed is told when nothing can overtake it any more.
      if (variations.some(({ act }) => act !== undefined)) await settled(second.hub);
      await admin.query(statementsOf(variations, organisation)).catch(async (error: unknown) => {
        await admin.query("rollback");
        throw error;
      });
    },
    close: async () => {
      recorder.stop();
      await Promise.all([admin.end(), adminOfFirst.end(), first.executor.close(), second.executor.close()]);
      await Promise.all([first.hub.close(), second.hub.close()]);
    },
  };
}

async function columnsIn(admin: pg.Client): Promise<Columns> {
  const { rows } = await admin.query<{ table: string; column: string } & StoredColumn>(
    `select table_name as "table", column_name as "column", udt_name as "type", is_nullable = 'YES' as "isNullable"
     from information_schema.columns join pg_class c on c.relname = table_name and c.relkind = 'r'
     where table_schema = 'concerns' and c.relnamespace = 'concerns'::regnamespace`,
  );
  const columns = new Map<string, Map<string, StoredColumn>>();
  for (const { table, column, type, isNullable } of rows)
    columns.set(table, (columns.get(table) ?? new Map<string, StoredColumn>()).set(column, { type, isNullable }));
  return columns;
}

/** What is added first, then what is changed, a statement for each row, and what is removed last. */
export function statementsOf(variations: readonly Variation[], organisation: string): string {
  const sqlOf = (isRemoval: boolean): string[] =>
    variations
      .filter(({ kind, sql }) => sql !== undefined && (kind === "remove") === isRemoval)
      .map(({ sql = "" }) => sql);
  const byRow = new Map<string, { table: string; id: string; to: string[] }>();
  for (const { set } of variations) {
    if (set === undefined) continue;
    const row = byRow.get(set.id) ?? { table: set.table, id: set.id, to: [] };
    // Of several values for a column the first is taken.
    const column = set.to.split(" ", 1)[0] ?? "";
    if (!row.to.some((to) => to.startsWith(`${column} `))) row.to.push(set.to);
    byRow.set(set.id, row);
  }
  const changes = [...byRow.values()].map(
    ({ table, id, to }) => `update concerns.${table} set ${to.join()} where id = '${id}'`,
  );
  const ofConcerns = [...byRow.values()].filter(({ table }) => table === "concern").map(({ id }) => `'${id}'`);
  return [
    "begin",
    ...sqlOf(false),
    ...(ofConcerns.length === 0 ? [] : [followedByMessages(ofConcerns)]),
    ...changes,
    ...(ofConcerns.length === 0 ? [] : [followedByAccess(ofConcerns, organisation)]),
    asTheyAre,
    ...sqlOf(true),
    "commit",
  ].join(";\n");
}

/** Messages name a concern by its reference: they are tied to its id while that changes. */
function followedByMessages(ids: readonly string[]): string {
  return `create temp table named on commit drop as select m.id, c.id as concern
    from concerns.message m join concerns.concern c on c.reference = m.reference where c.id in (${ids.join()})`;
}

/** Messages and the rows of others in the access index follow the concern; those of the caller say nothing hidden. */
function followedByAccess(ids: readonly string[], organisation: string): string {
  const kept = (key: string, value: string): string =>
    `${key} = case when isfinite(a.${key}) then coalesce(${value}, a.${key}) else a.${key} end`;
  return `update concerns.message m set reference = c.reference from named n join concerns.concern c on c.id = n.concern
     where m.id = n.id;
    update concerns.concern_access a set category = c.category, provider = c.provider,
      ${kept("raised_order", "c.raised_on")}, ${kept("changed_order", "c.changed_on")},
      ${kept("review_order", "c.next_review_on")},
      status_key = case when a.status_key = '' then '' else c.status end,
      reference_key = case when a.reference_key = '' then '' else c.reference end
    from concerns.concern c
    where c.key = a.concern and c.id in (${ids.join()}) and a.organisation <> '${organisation}'`;
}
