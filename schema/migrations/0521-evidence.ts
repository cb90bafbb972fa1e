/**
 * Files that bear on concerns. Their content lies outside the database, under random names; here is what they are, and
 * which were sent and are not attached yet.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class Evidence1763900521000 implements MigrationInterface {
  readonly name = "Evidence1763900521000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table concerns.evidence, concerns.upload");
  }
}

const statements = [
  `create table concerns.upload (
    id uuid primary key,
    sender bytea not null,
    name text not null,
    media_type text not null,
    size integer not null,
    sha256 text not null,
    uploaded_at timestamptz not null default now()
  )`,
  "create index on concerns.upload (sender)",
  "create index on concerns.upload (uploaded_at)",

  `create table concerns.evidence (
    id uuid primary key,
    concern bigint not null references concerns.concern (key),
    content_key uuid not null unique,
    name text not null,
    media_type text not null,
    size integer not null check (size > 0),
    sha256 text not null,
    description text,
    requirement uuid references concerns.requirement (id),
    added_on date not null,
    added_by text not null,
    released_on date
  )`,
  "create index on concerns.evidence (concern)",
] as const;
