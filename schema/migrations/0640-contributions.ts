/**
 * What bodies contribute to a concern of what they know themselves. A contribution is its owner's, who says which other
 * bodies read it.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class Contributions1763900640000 implements MigrationInterface {
  readonly name = "Contributions1763900640000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table concerns.contribution");
  }
}

const statements = [
  `create table concerns.contribution (
    id uuid primary key,
    concern bigint not null references concerns.concern (key),
    owner text not null,
    text text not null,
    received_on date not null,
    shared_with text[] not null check (owner <> all(shared_with)),
    contributed_on date not null,
    by_role text not null
  )`,
  "create index on concerns.contribution (concern)",
] as const;
