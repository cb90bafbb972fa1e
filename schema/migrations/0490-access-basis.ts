/**
 * What the access index was last derived from, as digests, and how far a walk through the concerns has come that
 * brings it up to something newer. One row, which is also the lock of whoever walks.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class AccessBasis1763900490000 implements MigrationInterface {
  readonly name = "AccessBasis1763900490000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table concerns.access_basis");
  }
}

const statements = [
  `create table concerns.access_basis (
    only_row boolean primary key default true check (only_row),
    bodies text,
    places text,
    walk text,
    walked_to bigint
  )`,
  "insert into concerns.access_basis default values",
] as const;
