/**
 * Protection of people who speak up, and the emergency override: reveals of an identity, reports that somebody suffered
 * for speaking up, and concerns that one person holds open. What ends by the clock holds the instant at which it ends.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class SpeakingUp1763900560000 implements MigrationInterface {
  readonly name = "SpeakingUp1763900560000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table concerns.emergency_access, concerns.detriment_report, concerns.identity_reveal");
    await runner.query("alter table concerns.reporter_identity drop column id");
  }
}

const statements = [
  // Records of the graph have a random id; whoever is shown one learns nothing from it.
  "alter table concerns.reporter_identity add column id uuid not null default gen_random_uuid()",

  `create table concerns.identity_reveal (
    id uuid primary key,
    concern bigint not null references concerns.concern (key),
    issuer text not null,
    subject text not null,
    organisation text not null,
    role text not null,
    reason text not null,
    requested_at timestamptz not null,
    answer_before timestamptz not null check (answer_before > requested_at),
    answered_at timestamptz,
    answered_by_issuer text,
    answered_by_subject text,
    answered_by_organisation text,
    answered_by_role text,
    answer_reason text,
    is_approved boolean,
    open_before timestamptz,
    check (num_nonnulls(answered_at, answered_by_issuer, answered_by_subject, answered_by_organisation,
                        answered_by_role, answer_reason, is_approved) in (0, 7)),
    check ((is_approved is true) = (open_before is not null)),
    check (open_before > answered_at),
    check ((answered_by_issuer, answered_by_subject) is distinct from (issuer, subject))
  )`,
  "create index on concerns.identity_reveal (concern)",

  `create table concerns.detriment_report (
    id uuid primary key,
    concern bigint not null references concerns.concern (key),
    kinds text[] not null check (cardinality(kinds) > 0),
    text text not null,
    noticed_on date not null,
    reported_on date not null,
    by_organisation text not null,
    by_role text not null
  )`,
  "create index on concerns.detriment_report (concern)",

  `create table concerns.emergency_access (
    id uuid primary key,
    concern bigint not null references concerns.concern (key),
    issuer text not null,
    subject text not null,
    organisation text not null,
    role text not null,
    reason text not null,
    opened_at timestamptz not null,
    closes_at timestamptz not null check (closes_at > opened_at)
  )`,
  "create index on concerns.emergency_access (concern, organisation, subject)",
] as const;
