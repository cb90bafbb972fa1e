/**
 * Published statistics: the figures of each quarter, made once and never again, and the snapshots that they were
 * published in. What is stored is what is published: no count is kept that is hidden.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class Statistics1763900600000 implements MigrationInterface {
  readonly name = "Statistics1763900600000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "drop view concerns.published_statistics_cell, concerns.published_statistics_quarter, concerns.published_statistics_snapshot",
    );
    await runner.query(
      "drop table concerns.statistics_cell, concerns.statistics_quarter, concerns.statistics_snapshot",
    );
  }
}

const statements = [
  `create table concerns.statistics_snapshot (
    id uuid primary key,
    published_on date not null,
    first_quarter text not null,
    last_quarter text not null unique
  )`,
  `create table concerns.statistics_quarter (
    quarter text primary key check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    members jsonb not null
  )`,
  `create table concerns.statistics_cell (
    quarter text not null references concerns.statistics_quarter (quarter),
    measure text not null,
    dimensions text not null,
    key text[] not null,
    value integer,
    primary key (measure, dimensions, quarter, key)
  )`,
  "create view concerns.published_statistics_snapshot as select * from concerns.statistics_snapshot",
  "create view concerns.published_statistics_quarter as select * from concerns.statistics_quarter",
  "create view concerns.published_statistics_cell as select * from concerns.statistics_cell",
] as const;
