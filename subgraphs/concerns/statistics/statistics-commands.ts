/**
 * Publishes a snapshot: the figures of every quarter that is over and was not published yet. A quarter that was
 * published stays as it was, so that nobody learns from what changed between two snapshots.
 */
import { randomUUID } from "node:crypto";
import type { EntityManager } from "typeorm";
import { storeGuardianCounts } from "../speaking-up/store-guardian-counts-command.js";
import { figuresOf } from "./figures.js";
import { firstDay, readFacts, readGroupings } from "./facts-reader.js";
import { quartersOver, type Quarter } from "./quarter.js";
import type { FactGroup } from "./statistics-cube.js";

export interface PublishedSnapshot {
  readonly id: string;
  readonly quarters: readonly string[];
  readonly cells: number;
}

/** Undefined where no quarter is over that was not published yet. One at a time: another one waits, and finds none. */
export async function publishStatistics(manager: EntityManager, today: string): Promise<PublishedSnapshot | undefined> {
  await manager.query("lock table concerns.statistics_snapshot in exclusive mode");
  const first = await firstDay(manager);
  if (first === undefined) return undefined;
  const [last]: { quarter: string | null }[] = await manager.query(
    "select max(quarter) as quarter from concerns.statistics_quarter",
  );
  const published = last?.quarter ?? "";
  const quarters = quartersOver(first, today).filter(({ name }) => name > published);
  const [oldest, newest] = [quarters.at(0), quarters.at(-1)];
  if (oldest === undefined || newest === undefined) return undefined;

  const groupings = await readGroupings(manager);
  let cells = 0;
  for (const quarter of quarters) {
    cells += await storeQuarter(manager, quarter, await readFacts(manager, quarter, groupings));
    await storeGuardianCounts(manager, quarter);
  }
  const id = randomUUID();
  await manager.query(
    `insert into concerns.statistics_snapshot (id, published_on, first_quarter, last_quarter)
     values ($1, $2, (select min(quarter) from concerns.statistics_quarter), $3)`,
    [id, today, newest.name],
  );
  return { id, quarters: quarters.map(({ name }) => name), cells };
}

async function storeQuarter(manager: EntityManager, { name }: Quarter, facts: readonly FactGroup[]): Promise<number> {
  const regionOf = new Map(
    facts.flatMap(({ members }) => members.PROVIDER.map((provider) => [provider, members.REGION[0] ?? ""])),
  );
  const { members, figures } = figuresOf(facts, regionOf);
  await manager.query("insert into concerns.statistics_quarter (quarter, members) values ($1, $2)", [
    name,
    JSON.stringify(members),
  ]);
  const rows = figures.map(({ measure, dimensions, key, value }) => ({
    measure,
    dimensions: dimensions.join(),
    key,
    value,
  }));
  await manager.query(
    `insert into concerns.statistics_cell (quarter, measure, dimensions, key, value)
     select $1, f.measure, f.dimensions, f.key, f.value
       from jsonb_to_recordset($2) as f (measure text, dimensions text, key text[], value integer)`,
    [name, JSON.stringify(rows)],
  );
  return rows.length;
}
