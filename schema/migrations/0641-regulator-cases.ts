/**
 * Cases that a regulator keeps of its own about a place, such as enhanced monitoring, beside the concern. What it has
 * published is for everybody who may know of the concern; what it has not is its own, like a contribution.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class RegulatorCases1763900641000 implements MigrationInterface {
  readonly name = "RegulatorCases1763900641000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table concerns.regulator_case");
  }
}

const statements = [
  `create table concerns.regulator_case (
    id uuid primary key,
    concern bigint not null references concerns.concern (key),
    owner text not null,
    kind text not null,
    reference text,
    opened_on date not null,
    closed_on date check (closed_on >= opened_on),
    status text not null,
    published_by_regulator boolean not null,
    note text,
    shared_with text[] not null check (owner <> all(shared_with)),
    recorded_on date not null,
    by_role text not null
  )`,
  "create index on concerns.regulator_case (concern)",
] as const;
