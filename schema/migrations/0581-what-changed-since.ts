/**
 * What changed for each organisation, in an order in which nothing can be passed over: the number of the transaction
 * that did it. An access row carries the last change of what it says itself; beside it stand the last change in each
 * compartment, and the concerns that an organisation may know of no longer. A share ends by the clock, without a write:
 * the rows keep its last day, so that tidying up after it tells nobody when that was done.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class WhatChangedSince1763900581000 implements MigrationInterface {
  readonly name = "WhatChangedSince1763900581000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop trigger access_changes on concerns.concern_access");
    await runner.query("drop trigger access_ends on concerns.concern_access");
    await runner.query("drop function concerns.note_access_change(), concerns.note_access_end()");
    await runner.query("drop table concerns.concern_gone, concerns.concern_change");
    await runner.query(
      "alter table concerns.concern_access drop column feed_position, drop column moved_on, drop column share_ended",
    );
  }
}

const today = "(now() at time zone 'Europe/London')::date";

const statements = [
  // By default, so that loading many concerns costs no more than a column.
  `alter table concerns.concern_access
    add column feed_position xid8 not null default pg_current_xact_id(),
    add column moved_on date not null default ${today},
    add column share_ended date`,
  "create index on concerns.concern_access (organisation, feed_position, concern)",
  `create index on concerns.concern_access (organisation, (coalesce(shared_until, share_ended)), concern)
    where coalesce(shared_until, share_ended) is not null`,

  `create table concerns.concern_change (
    organisation text not null,
    concern bigint not null references concerns.concern (key),
    compartment text not null,
    id uuid not null,
    feed_position xid8 not null default pg_current_xact_id(),
    changed_on date not null,
    primary key (organisation, concern, compartment)
  )`,
  "create index on concerns.concern_change (organisation, feed_position, concern)",

  // Without a position where the clock took it away before a write did.
  `create table concerns.concern_gone (
    organisation text not null,
    concern bigint not null references concerns.concern (key),
    relations text[] not null,
    feed_position xid8,
    gone_on date not null,
    share_ended date,
    primary key (organisation, concern),
    check ((feed_position is null) <> (share_ended is null))
  )`,
  "create index on concerns.concern_gone (organisation, feed_position, concern)",
  "create index on concerns.concern_gone (organisation, share_ended, concern) where share_ended is not null",

  // What the keys of order say is told with the events that change them.
  `create function concerns.note_access_change() returns trigger language plpgsql as $$
  declare
    ended boolean := coalesce(old.shared_until < ${today}, false);
    relations text[] := case when ended then array_remove(old.relations, 'SHARED') else old.relations end;
    shared_until date := case when not ended then old.shared_until end;
  begin
    new.share_ended := case when ended then old.shared_until else old.share_ended end;
    if (relations, shared_until, old.category, old.provider)
       is distinct from (new.relations, new.shared_until, new.category, new.provider) then
      new.feed_position := pg_current_xact_id();
      new.moved_on := ${today};
    end if;
    return new;
  end $$`,
  `create trigger access_changes before update on concerns.concern_access
    for each row execute function concerns.note_access_change()`,

  `create function concerns.note_access_end() returns trigger language plpgsql as $$
  declare
    ended date := case when old.relations = '{SHARED}' and old.shared_until < ${today} then old.shared_until end;
  begin
    insert into concerns.concern_gone (organisation, concern, relations, feed_position, gone_on, share_ended)
    values (old.organisation, old.concern, old.relations,
            case when ended is null then pg_current_xact_id() end, coalesce(ended + 1, ${today}), ended)
    on conflict (organisation, concern) do update
      set relations = excluded.relations, feed_position = excluded.feed_position,
          gone_on = excluded.gone_on, share_ended = excluded.share_ended;
    return null;
  end $$`,
  `create trigger access_ends after delete on concerns.concern_access
    for each row execute function concerns.note_access_end()`,
] as const;
