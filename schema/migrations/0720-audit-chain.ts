/**
 * The chain behind the audit: a link for each entry, in the order in which they were sealed, and signed heads. No key
 * points from a link to its entry: it would be looked up by whoever removes one. Both only grow, like the entries.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class AuditChain1763900720000 implements MigrationInterface {
  readonly name = "AuditChain1763900720000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table audit.head, audit.link");
  }
}

const appendOnly = (table: string): readonly string[] => [
  `create trigger append_only before update or delete or truncate on ${table}
    for each statement execute function audit.refuse_change()`,
  `alter table ${table} enable always trigger append_only`,
];

const statements = [
  `create table audit.link (
    position bigint primary key,
    entry    bigint not null unique,
    form     smallint not null,
    digest   bytea not null,
    hash     bytea not null
  )`,
  `create table audit.head (
    number    bigint primary key,
    position  bigint not null unique,
    hash      bytea not null,
    settled   bigint not null,
    signed_at timestamptz not null,
    key       text not null,
    signature bytea not null
  )`,
  ...appendOnly("audit.link"),
  ...appendOnly("audit.head"),
] as const;
