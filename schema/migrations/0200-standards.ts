/**
 * The standards library. Versions are dated and never edited in place: the tables refuse a change to what a standard
 * says or to when it began, and let an end be set once. All of it is public, so its views mask nothing. Runs as the
 * owner of the tables; the runner grants the views named visible_ and published_.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";

const confidence = `confidence text not null
  check (confidence in ('FOUND', 'DERIVED', 'HIGH', 'MEDIUM', 'LOW', 'JUDGEMENT'))`;

const tables = `
create schema if not exists standards;

create table standards.framework (
  id          text primary key check (id ~ '^[A-Z][A-Z0-9-]{1,23}$'),
  code        text not null check (starts_with(id, code)),
  title       text not null check (length(title) between 1 and 200),
  owner       text not null check (owner ~ '^[A-Z0-9]{3,12}$'),
  version     text not null check (length(version) between 1 and 40),
  valid_from  date not null,
  valid_to    date check (valid_to >= valid_from),
  url         text not null check (starts_with(url, 'https://') and length(url) <= 300),
  source      text not null check (length(source) between 1 and 300),
  ${confidence},
  note        text check (length(note) between 1 and 600)
);

create table standards.standard (
  id             text primary key check (id = framework || ':' || code),
  framework      text not null references standards.framework,
  position       integer not null check (position > 0),
  code           text not null check (code ~ '^[A-Z0-9][A-Z0-9.-]{0,23}$'),
  kind           text not null check (kind in ('DOMAIN', 'THEME', 'SECTION', 'PRINCIPLE', 'STANDARD', 'REQUIREMENT',
                   'OUTCOME_AREA', 'KEY_QUESTION', 'QUALITY_STATEMENT', 'REGULATION')),
  title          text not null check (length(title) between 1 and 300),
  parent         text check (parent <> id and starts_with(parent, framework || ':')),
  valid_from     date not null,
  valid_to       date check (valid_to >= valid_from),
  superseded_by  text references standards.standard check (superseded_by <> id),
  source         text not null check (length(source) between 1 and 300),
  ${confidence},
  note           text check (length(note) between 1 and 600),
  foreign key (parent) references standards.standard
);
create index standard_of_framework on standards.standard (framework, position);
create index standard_children on standards.standard (parent);
create index standard_predecessors on standards.standard (superseded_by);

create table standards.standard_mapping (
  from_id    text not null references standards.standard,
  to_id      text not null references standards.standard check (to_id <> from_id),
  strength   text not null check (strength in ('STRONG', 'PARTIAL')),
  mapped_by  text not null check (length(mapped_by) between 1 and 100),
  ${confidence},
  primary key (from_id, to_id)
);
create index standard_mapping_reversed on standards.standard_mapping (to_id);
`;

const triggers = `
create function standards.refuse_framework_edit() returns trigger language plpgsql as $$
begin
  if (new.id, new.code, new.owner, new.version, new.title, new.valid_from)
     is distinct from (old.id, old.code, old.owner, old.version, old.title, old.valid_from)
     or (old.valid_to is not null and new.valid_to is distinct from old.valid_to) then
    raise exception 'a dated version of a framework is never edited in place';
  end if;
  return new;
end $$;
create trigger refuse_edit before update on standards.framework
  for each row execute function standards.refuse_framework_edit();

create function standards.refuse_standard_edit() returns trigger language plpgsql as $$
begin
  if (new.id, new.kind, new.title, new.parent, new.valid_from)
     is distinct from (old.id, old.kind, old.title, old.parent, old.valid_from)
     or (old.valid_to is not null and new.valid_to is distinct from old.valid_to)
     or (old.superseded_by is not null and new.superseded_by is distinct from old.superseded_by) then
    raise exception 'a dated version of a standard is never edited in place';
  end if;
  return new;
end $$;
create trigger refuse_edit before update on standards.standard
  for each row execute function standards.refuse_standard_edit();
`;

const views = `
create view standards.visible_framework as
  select id, code, title, owner, version, valid_from, valid_to, url, source, confidence, note
    from standards.framework;

create view standards.visible_standard as
  select id, framework, position, code, kind, title, parent, valid_from, valid_to, superseded_by, source, confidence, note
    from standards.standard;

create view standards.visible_standard_mapping as
  select from_id, to_id, strength, mapped_by, confidence
    from standards.standard_mapping;

create view standards.published_standard as
  select id, framework, valid_from, valid_to, parent
    from standards.standard;

create view standards.published_standard_mapping as
  select from_id, to_id
    from standards.standard_mapping;
`;

export class Standards1763900200000 implements MigrationInterface {
  readonly name = "Standards1763900200000";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    await queryRunner.query(triggers);
    await queryRunner.query(views);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop schema standards cascade");
  }
}
