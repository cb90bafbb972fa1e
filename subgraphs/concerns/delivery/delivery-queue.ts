/**
 * The queue of deliveries (pg-boss): added to in the transaction of a message, worked off at least once, tried again
 * later and later, and kept aside when it was tried often enough. What it needs was made by a migration.
 */
import type PgBoss from "pg-boss";
import type { EntityManager } from "typeorm";
import type { FailureWord } from "./delivery-failure.js";

/** A message to a channel, by their ids. */
export interface Delivery {
  readonly message: string;
  readonly channel: string;
}

export interface TakenDelivery extends Delivery {
  readonly job: string;
  /** Whether it is kept aside if it fails now. */
  readonly isLastTry: boolean;
}

export interface DeadDelivery extends Delivery {
  readonly because: string;
  readonly since: Date;
}

export interface DeliveryQueue {
  take(most: number): Promise<TakenDelivery[]>;
  done(job: string): Promise<void>;
  failed(job: string, because: FailureWord): Promise<void>;
  /** Gives back what a process took and did not finish, and clears what is long done. */
  tidy(): Promise<void>;
}

const deliveries = "deliveries";
const undelivered = "undelivered";

async function bossOver(db: PgBoss.Db): Promise<PgBoss> {
  // Loaded where there is something to do: most hubs that start have no channel.
  const { default: Boss } = await import("pg-boss");
  return new Boss({ db, schema: "jobs", migrate: false, supervise: false, schedule: false });
}

export async function enqueue(manager: EntityManager, jobs: readonly Delivery[]): Promise<void> {
  const boss = await bossOver({ executeSql: async (sql, values) => ({ rows: await manager.query(sql, values) }) });
  await boss.insert(jobs.map((data) => ({ name: deliveries, data })));
}

interface Queryable {
  query(sql: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

const over = (client: Queryable): PgBoss.Db => ({ executeSql: (sql, values) => client.query(sql, values) });

export async function openDeliveryQueue(client: Queryable): Promise<DeliveryQueue> {
  const boss = await bossOver(over(client));
  return {
    take: async (most) => {
      const jobs = await boss.fetch<Delivery>(deliveries, { batchSize: most, includeMetadata: true });
      return jobs.map(({ id, data, retryCount, retryLimit }) => ({
        ...data,
        job: id,
        isLastTry: retryCount >= retryLimit,
      }));
    },
    done: (job) => boss.complete(deliveries, job),
    failed: (job, because) => boss.fail(deliveries, job, { because }),
    tidy: () => boss.maintain(),
  };
}

/** Lists what is kept aside and, unless it is to stay, puts it back to be tried anew: run it in a transaction. */
export async function reviveDeliveries(client: Queryable, most: number): Promise<DeadDelivery[]> {
  const boss = await bossOver(over(client));
  const dead = await boss.fetch<Delivery>(undelivered, { batchSize: most, includeMetadata: true });
  if (dead.length === 0) return [];
  await boss.insert(dead.map(({ data }) => ({ name: deliveries, data })));
  await boss.deleteJob(
    undelivered,
    dead.map(({ id }) => id),
  );
  return dead.map(({ data, createdOn, output }) => ({ ...data, because: wordIn(output), since: createdOn }));
}

function wordIn(output: unknown): string {
  const because = (output as { readonly because?: unknown } | null)?.because;
  return typeof because === "string" ? because : "TAKEN_AND_NOT_FINISHED";
}
