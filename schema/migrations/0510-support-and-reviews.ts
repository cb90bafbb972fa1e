/**
 * Sign-off of steps down between categories, conditions under which requirements go into business as usual, what is
 * said on the way to the closure of a requirement, and reviews with the requirements that they raised.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class SupportAndReviews1763900510000 implements MigrationInterface {
  readonly name = "SupportAndReviews1763900510000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table concerns.requirement drop column review");
    await runner.query("alter table concerns.requirement_response drop column kind");
    await runner.query("alter table concerns.category_change drop column evidence");
    await runner.query("drop table concerns.review, concerns.requirement_condition, concerns.category_sign_off");
  }
}

const statements = [
  "alter table concerns.category_change add column evidence text",

  // A sign-off is for the step that comes next, and lapses with any other: `step` counts those before it.
  `create table concerns.category_sign_off (
    id uuid primary key,
    concern bigint not null references concerns.concern (key),
    step integer not null,
    from_category text not null,
    to_category text not null,
    reason text not null,
    signed_on date not null,
    by_role text not null,
    by_organisation text not null
  )`,
  "create index on concerns.category_sign_off (concern)",

  `create table concerns.review (
    id uuid primary key,
    concern bigint not null references concerns.concern (key),
    type text not null,
    state text not null check (state in ('SCHEDULED', 'RECORDED', 'PUBLISHED', 'CANCELLED')),
    organisation text not null,
    scheduled_for date not null,
    held_on date,
    panel text[],
    met text[],
    evidence text[],
    findings text,
    good_practice text,
    next_meeting_on date,
    final_report_on date,
    summary text,
    published_on date,
    cancel_reason text,
    check (state in ('SCHEDULED', 'CANCELLED') or held_on is not null),
    check ((state = 'PUBLISHED') = (published_on is not null))
  )`,
  "create index on concerns.review (concern)",

  "alter table concerns.requirement add column review uuid references concerns.review (id)",
  "create index on concerns.requirement (review) where review is not null",
  "alter table concerns.requirement_response add column kind text not null default 'ANSWER'",

  `create table concerns.requirement_condition (
    id uuid primary key,
    requirement uuid not null references concerns.requirement (id),
    concern bigint not null references concerns.concern (key),
    sequence integer not null,
    text text not null,
    owner text not null,
    set_on date not null,
    due_on date not null,
    met_on date,
    met_by text,
    statement text,
    unique (requirement, sequence)
  )`,
  "create index on concerns.requirement_condition (concern)",
] as const;
