/** The provider's own plan for a concern: what it means to do, by when, who answers for it, and what came of it. */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class ProvidersActions1763900520000 implements MigrationInterface {
  readonly name = "ProvidersActions1763900520000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table concerns.planned_action");
  }
}

const statements = [
  `create table concerns.planned_action (
    id uuid primary key,
    concern bigint not null references concerns.concern (key),
    text text not null,
    detail text,
    owner text not null,
    requirement uuid references concerns.requirement (id),
    planned_on date not null,
    due_on date not null check (due_on >= planned_on),
    status text not null check (status in ('OPEN', 'COMPLETED', 'DROPPED')),
    completed_on date,
    dropped_on date,
    outcome text
  )`,
  "create index on concerns.planned_action (concern)",
] as const;
