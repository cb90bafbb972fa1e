/**
 * What was known on a day: since when a row is as it is, and the versions that it replaced. Both are written by
 * triggers, whoever changes a row, and a row that is added costs no more than its column. Of the access index only
 * why an organisation knew of a concern is kept. What was there before this step is known from this step on.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class WhatWasKnown1763900710000 implements MigrationInterface {
  readonly name = "WhatWasKnown1763900710000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of versioned) await runner.query(`drop trigger keeps_versions on concerns.${table}`);
    await runner.query("drop trigger keeps_access on concerns.concern_access");
    await runner.query("drop trigger keeps_ended_access on concerns.concern_access");
    await runner.query("drop function concerns.keep_version(), concerns.keep_access()");
    await runner.query("drop table concerns.former_version, concerns.former_access");
    for (const table of [...versioned, ...appended, "concern_access"])
      await runner.query(`alter table concerns.${table} drop column recorded_from`);
    await runner.query("alter table concerns.concern_event alter column recorded_from set default clock_timestamp()");
    await runner.query("alter table concerns.concern_event rename column recorded_from to recorded_at");
  }
}

const versioned = [
  "concern",
  "requirement",
  "requirement_condition",
  "review",
  "planned_action",
  "evidence",
  "concern_share",
  "learner_removal",
  "removal_consent",
  "return_phase",
];

/** Rows that are added and never changed. */
const appended = [
  "category_change",
  "category_sign_off",
  "requirement_response",
  "progress_update",
  "internal_note",
  "provider_period",
  "removed_learners",
  "removal_consultation",
  "removal_notice",
  "relocation",
  "removal_review",
  "placement_change",
];

const since = "add column recorded_from timestamptz not null default now()";
/** A transaction that began earlier may change a row later; time does not run backwards for it. */
const from = "greatest(now(), old.recorded_from)";

const statements = [
  ...[...versioned, ...appended, "concern_access"].map((table) => `alter table concerns.${table} ${since}`),
  // Events have said so from the first. What one transaction writes is recorded at one time, at midnight too.
  "alter table concerns.concern_event rename column recorded_at to recorded_from",
  "alter table concerns.concern_event alter column recorded_from set default now()",

  // Ids are random: one table does for the rows of all.
  `create table concerns.former_version (
    id uuid not null,
    recorded_from timestamptz not null,
    recorded_until timestamptz not null check (recorded_until > recorded_from),
    record jsonb not null,
    primary key (id, recorded_from)
  )`,
  // What one transaction wrote and wrote again was never to be read.
  `create function concerns.keep_version() returns trigger language plpgsql as $$
  begin
    new.recorded_from := ${from};
    if new.recorded_from > old.recorded_from then
      insert into concerns.former_version (id, recorded_from, recorded_until, record)
      values (old.id, old.recorded_from, new.recorded_from, to_jsonb(old));
    end if;
    return new;
  end $$`,
  ...versioned.map(
    (table) => `create trigger keeps_versions before update on concerns.${table}
      for each row when (old.* is distinct from new.*) execute function concerns.keep_version()`,
  ),

  `create table concerns.former_access (
    organisation text not null,
    concern bigint not null references concerns.concern (key),
    relations text[] not null,
    shared_until date,
    recorded_from timestamptz not null,
    recorded_until timestamptz not null check (recorded_until > recorded_from),
    primary key (concern, organisation, recorded_from)
  )`,
  `create function concerns.keep_access() returns trigger language plpgsql as $$
  begin
    if now() > old.recorded_from then
      insert into concerns.former_access (organisation, concern, relations, shared_until, recorded_from, recorded_until)
      values (old.organisation, old.concern, old.relations, old.shared_until, old.recorded_from, now());
    end if;
    if tg_op = 'DELETE' then
      return old;
    end if;
    new.recorded_from := ${from};
    return new;
  end $$`,
  `create trigger keeps_access before update on concerns.concern_access for each row
    when ((old.relations, old.shared_until) is distinct from (new.relations, new.shared_until))
    execute function concerns.keep_access()`,
  `create trigger keeps_ended_access before delete on concerns.concern_access
    for each row execute function concerns.keep_access()`,
] as const;
