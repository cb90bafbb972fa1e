/**
 * The queue of deliveries: what pg-boss says it needs, made here by the owner, so that nothing makes a table at run
 * time, and its two queues: what is to be delivered, tried again over about a day, and what could not be.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class DeliveryJobs1763900572000 implements MigrationInterface {
  readonly name = "DeliveryJobs1763900572000";

  async up(runner: QueryRunner): Promise<void> {
    const { default: PgBoss } = await import("pg-boss");
    // The plan opens and ends a transaction of its own; this migration has one.
    const plan = PgBoss.getConstructionPlans("jobs")
      .replace(/^\s*begin;/i, "")
      .replace(/commit;\s*$/i, "");
    await runner.query(plan);
    for (const [name, options] of queues) await runner.query("select jobs.create_queue($1, $2)", [name, options]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop schema jobs cascade");
  }
}

const aYear = 365 * 24 * 60;
const queues: readonly (readonly [name: string, options: object])[] = [
  ["undelivered", { policy: "standard", retentionMinutes: aYear }],
  [
    "deliveries",
    {
      policy: "standard",
      // 15 seconds and then twice as long each time, and as much again at random: about a day for all of them.
      retryLimit: 12,
      retryDelay: 15,
      retryBackoff: true,
      // A process that took one and was killed has had longer than any delivery takes.
      expireInSeconds: 60,
      retentionMinutes: aYear,
      deadLetter: "undelivered",
    },
  ],
];
