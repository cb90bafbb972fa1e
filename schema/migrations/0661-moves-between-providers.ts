/** Concerns that moved with their provider: from which to which of its successors, when, by whom and why. */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class MovesBetweenProviders1763900661000 implements MigrationInterface {
  readonly name = "MovesBetweenProviders1763900661000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table concerns.provider_period");
  }
}

const statements = [
  // A row for each provider that had the concern before the one that has it now. `run`: what was moved together.
  `create table concerns.provider_period (
    id uuid primary key,
    concern bigint not null references concerns.concern (key),
    sequence integer not null,
    provider text not null,
    from_date date not null,
    to_date date not null,
    successor text not null check (successor <> provider),
    among text[] not null,
    reason text not null,
    run uuid not null,
    by_organisation text not null,
    by_role text not null,
    unique (concern, sequence)
  )`,
  "create index on concerns.provider_period (run)",
] as const;
