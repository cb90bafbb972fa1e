/**
 * The organisations schema: the directory of bodies, who became whom, the remits of regulators and the professions.
 * Codes of other organisations are plain columns: closed records name codes that no file of today still carries.
 * All of it is public; other subgraphs read the `published_` views and nothing else, so their columns are a contract.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";

const tables = `
  create table organisations.organisation (
    code            text primary key check (code ~ '^[A-Z0-9]{3,12}$'),
    name            text not null check (name <> ''),
    kind            text not null check (kind in ('NATIONAL_BODY', 'REGION', 'LOCAL_OFFICE', 'ICB', 'TRUST', 'TRUST_SITE',
                                                  'EDUCATION_PROVIDER', 'REGULATOR', 'OMBUDSMAN', 'OTHER')),
    opened_on       date,
    closed_on       date check (closed_on >= opened_on),
    region          text,
    icb             text,
    parent          text check (parent <> code),
    address         text,
    postcode        text,
    ukprn           text unique check (ukprn ~ '^[0-9]{8}$'),
    ons_code        text,
    designated_body text,
    every_setting   boolean not null default false,
    source          text not null,
    recorded_at     timestamptz not null default now(),
    changed_at      timestamptz not null default now()
  );
  create index organisation_by_kind   on organisations.organisation (kind, code);
  create index organisation_by_region on organisations.organisation (region, kind, code);
  create index organisation_by_icb    on organisations.organisation (icb, code);
  create index organisation_by_parent on organisations.organisation (parent, code);
  create index organisation_by_close  on organisations.organisation (closed_on, code);
  create index organisation_by_name   on organisations.organisation (lower(name) text_pattern_ops, code);

  create table organisations.profession (
    code        text primary key check (code ~ '^[A-Z][A-Z_]{2,59}$'),
    title       text not null,
    regulator   text not null references organisations.organisation (code),
    source      text not null,
    recorded_at timestamptz not null default now(),
    changed_at  timestamptz not null default now()
  );

  create table organisations.remit (
    regulator   text not null references organisations.organisation (code),
    profession  text not null references organisations.profession (code),
    recorded_at timestamptz not null default now(),
    primary key (regulator, profession)
  );
  create index remit_by_profession on organisations.remit (profession, regulator);

  create table organisations.succession (
    predecessor text not null check (predecessor ~ '^[A-Z0-9]{3,12}$'),
    successor   text not null check (successor ~ '^[A-Z0-9]{3,12}$' and successor <> predecessor),
    on_date     date not null,
    source      text not null,
    recorded_at timestamptz not null default now(),
    changed_at  timestamptz not null default now(),
    primary key (predecessor, successor, on_date)
  );
  create index succession_by_successor on organisations.succession (successor, predecessor);

  create table organisations.quality_team (
    code         text primary key check (code ~ '^[A-Z0-9]{3,12}$'),
    organisation text not null unique references organisations.organisation (code),
    name         text not null,
    mailbox      text,
    source       text not null,
    recorded_at  timestamptz not null default now(),
    changed_at   timestamptz not null default now()
  );

  create table organisations.signatory (
    organisation text primary key references organisations.organisation (code),
    from_date    date not null,
    until_date   date check (until_date >= from_date),
    source       text not null,
    recorded_at  timestamptz not null default now(),
    changed_at   timestamptz not null default now()
  );
`;

/** The day as the request sees it; where no request has set one, the day in England. */
const today = `(select coalesce(nullif(current_setting('hub.today', true), '')::date,
                                (now() at time zone 'Europe/London')::date))`;

/** Worked out when it is read, so that an organisation closes on its day without a write. */
const status = `
  case when closed_on < ${today} then 'CLOSED' when opened_on > ${today} then 'PLANNED' else 'ACTIVE' end as status`;

/** A regulator of professions has a row for each; a regulator of every setting has one row without a profession. */
const remits = `
  select regulator, profession, false as every_setting from organisations.remit
  union all
  select code, null, true from organisations.organisation where every_setting`;

const published = `
  create view organisations.published_organisation as
    select code, kind, ${status}, region, icb, parent, opened_on, closed_on from organisations.organisation;
  create view organisations.published_remit as ${remits};
  create view organisations.published_succession as
    select predecessor, successor, on_date from organisations.succession;
  create view organisations.published_signatory as
    select organisation, from_date, until_date from organisations.signatory;
`;

const visible = `
  create view organisations.visible_organisation as
    select code, name, kind, ${status}, opened_on, closed_on, region, icb, parent, address, postcode, ukprn, ons_code,
           designated_body, every_setting
      from organisations.organisation;
  create view organisations.visible_profession as select code, title, regulator from organisations.profession;
  create view organisations.visible_remit as ${remits};
  create view organisations.visible_succession as
    select predecessor, successor, on_date from organisations.succession;
  create view organisations.visible_quality_team as
    select code, organisation, name, mailbox from organisations.quality_team;
  create view organisations.visible_signatory as
    select organisation, from_date, until_date from organisations.signatory;
`;

export class Organisations1763900100000 implements MigrationInterface {
  readonly name = "Organisations1763900100000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("create schema if not exists organisations");
    for (const statements of [tables, published, visible]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop schema organisations cascade");
  }
}
