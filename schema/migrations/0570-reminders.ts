/**
 * What the clock has reminded of already: one row for a kind of reminder of a thing about a date, which is what makes
 * it happen once. Dates that are looked through every few minutes have an index.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class Reminders1763900570000 implements MigrationInterface {
  readonly name = "Reminders1763900570000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "drop index concerns.requirement_open_due, concerns.concern_next_review, concerns.message_unread",
    );
    await runner.query("drop table concerns.reminder");
  }
}

const statements = [
  `create table concerns.reminder (
    kind text not null,
    record uuid not null,
    about date not null,
    reminded_on date not null,
    primary key (record, kind, about)
  )`,
  "create index requirement_open_due on concerns.requirement (due_on) where status = 'OPEN'",
  "create index concern_next_review on concerns.concern (next_review_on) where next_review_on is not null",
  "create index message_unread on concerns.message (organisation, role, told_on, id) where read_on is null",
] as const;
