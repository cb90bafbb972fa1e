/**
 * What happened on a concern, in order, and the messages that tell people of it. Both are written in the transaction of
 * their cause. An event is read by whom its compartment is open to; a message says where to look and nothing else.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class EventsAndMessages1763900500000 implements MigrationInterface {
  readonly name = "EventsAndMessages1763900500000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table concerns.message, concerns.concern_event");
  }
}

const statements = [
  // The sequence orders the events of one concern and is shown to nobody: others could count what they may not see.
  `create table concerns.concern_event (
    id uuid primary key,
    concern bigint not null references concerns.concern (key),
    sequence integer not null,
    kind text not null,
    compartment text not null,
    happened_on date not null,
    by_organisation text,
    by_role text,
    record uuid,
    recorded_at timestamptz not null default clock_timestamp(),
    unique (concern, sequence)
  )`,

  `create table concerns.message (
    id uuid primary key,
    organisation text not null,
    role text not null,
    kind text not null,
    reference text,
    link_type text not null,
    link_id uuid not null,
    told_on date not null,
    read_on date,
    recorded_at timestamptz not null default clock_timestamp()
  )`,
  "create index on concerns.message (organisation, role, told_on, id)",
] as const;
