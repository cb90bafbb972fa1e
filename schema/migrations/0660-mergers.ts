/** Concerns that were merged into others: which into which, when, by whom and why. A merger is not undone. */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class Mergers1763900660000 implements MigrationInterface {
  readonly name = "Mergers1763900660000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table concerns.concern_merger");
  }
}

const statements = [
  `create table concerns.concern_merger (
    id uuid primary key,
    duplicate bigint not null unique references concerns.concern (key),
    survivor bigint not null references concerns.concern (key) check (survivor <> duplicate),
    reason text not null,
    merged_on date not null,
    by_organisation text not null,
    by_role text not null
  )`,
  "create index on concerns.concern_merger (survivor)",
] as const;
