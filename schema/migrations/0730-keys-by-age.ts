/** Keys of requests are kept for a week: those whose time is over are found without going through the others. */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class KeysByAge1763900730000 implements MigrationInterface {
  readonly name = "KeysByAge1763900730000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("create index idempotency_by_age on concerns.idempotency (recorded_at)");
    await runner.query("create index idempotency_by_age on organisations.idempotency (recorded_at)");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop index concerns.idempotency_by_age, organisations.idempotency_by_age");
  }
}
