/** What guardians count, quarter by quarter as published: no count is kept that is hidden. */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class GuardianCounts1763900662000 implements MigrationInterface {
  readonly name = "GuardianCounts1763900662000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table concerns.guardian_count (
      quarter text not null references concerns.statistics_quarter (quarter),
      scope text not null check (scope in ('REGION', 'PROVIDER')),
      body text not null,
      element text not null,
      value integer,
      primary key (body, quarter, scope, element)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table concerns.guardian_count");
  }
}
