/**
 * What the hub stands on before any subgraph: a note of which generated views are installed, and the audit, to which
 * entries can only be added. Not even its owner changes or removes one without first taking the guard away.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";

const installedViews = `
  create table hub.installed_views (
    digest text not null,
    views  text[] not null
  )`;

const auditEntry = `
  create table audit.entry (
    id             bigint generated always as identity primary key,
    at             timestamptz not null default clock_timestamp(),
    subject        text,
    organisation   text,
    role           text,
    purpose        text,
    request_id     text,
    subgraph       text,
    operation_name text,
    document_hash  bytea,
    variables_hash bytea,
    outcome        text,
    because        text,
    policy_version text,
    records        jsonb
  )`;

const refuseChange = `
  create function audit.refuse_change() returns trigger language plpgsql set search_path = '' as $$
  begin
    raise exception 'audit entries can only be added' using errcode = 'insufficient_privilege';
  end $$`;

// For each statement: one that would touch no row is refused as well. Always: replication settings do not lift it.
const appendOnly = `
  create trigger append_only before update or delete or truncate on audit.entry
    for each statement execute function audit.refuse_change()`;

export class Foundation1763900000000 implements MigrationInterface {
  readonly name = "Foundation1763900000000";

  async up(database: QueryRunner): Promise<void> {
    for (const statement of [
      installedViews,
      "create schema audit",
      auditEntry,
      refuseChange,
      appendOnly,
      "alter table audit.entry enable always trigger append_only",
    ]) {
      await database.query(statement);
    }
  }

  async down(database: QueryRunner): Promise<void> {
    await database.query("drop schema audit cascade");
    await database.query("drop table hub.installed_views");
  }
}
