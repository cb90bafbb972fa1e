/**
 * Sharing: agreements between organisations that open classes of information, and shares of single concerns under the
 * Emerging Concerns Protocol. Both end by the clock: what is in force is read when it is asked for, never kept.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class Sharing1763900400000 implements MigrationInterface {
  readonly name = "Sharing1763900400000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...agreements, ...shares]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "drop view organisations.visible_agreement_event, organisations.visible_agreement_party, organisations.visible_agreement, organisations.published_agreement",
    );
    await runner.query(
      "drop table organisations.agreement_event, organisations.agreement_party, organisations.sharing_agreement",
    );
    await runner.query("drop table organisations.idempotency, concerns.concern_share");
    await runner.query("alter table concerns.concern_access drop column shared_until");
    await runner.query("alter table concerns.idempotency rename column subject to concern");
  }
}

/** SQL about `g`, an agreement: ended by a party, not signed by every role of every party, or suspended by a party. */
const isTerminated =
  "exists (select from organisations.agreement_event e where e.agreement = g.id and e.kind = 'TERMINATED')";
const isUnsigned = `exists (
      select from organisations.agreement_party p cross join unnest(p.signing_roles) as needed (role)
      where p.agreement = g.id and not exists (
        select from organisations.agreement_event e
        where e.agreement = g.id and e.kind = 'SIGNED' and e.organisation = p.organisation and e.role = needed.role))`;
const isSuspended = `exists (
      select from organisations.agreement_event e
      where e.agreement = g.id and e.kind = 'SUSPENDED' and not exists (
        select from organisations.agreement_event later
        where later.agreement = g.id and later.kind = 'RESUMED' and later.organisation = e.organisation
          and later.sequence > e.sequence))`;
const caller = "(select current_setting('hub.organisation', true))";

const agreements = [
  `create table organisations.sharing_agreement (
    id uuid primary key,
    title text not null,
    receiver text not null,
    classes text[] not null check (cardinality(classes) > 0),
    purposes text[] not null check (cardinality(purposes) > 0),
    professions text[],
    regions text[],
    lawful_basis text not null,
    impact_assessment text not null,
    onward_sharing text,
    valid_from timestamptz not null,
    valid_until timestamptz not null check (valid_until > valid_from),
    proposed_by text not null,
    proposed_on date not null,
    version integer not null
  )`,
  "create index on organisations.sharing_agreement (receiver)",

  `create table organisations.agreement_party (
    agreement uuid not null references organisations.sharing_agreement (id),
    organisation text not null,
    signing_roles text[] not null check (cardinality(signing_roles) > 0),
    primary key (agreement, organisation)
  )`,
  "create index on organisations.agreement_party (organisation)",

  `create table organisations.agreement_event (
    agreement uuid not null references organisations.sharing_agreement (id),
    sequence integer not null,
    kind text not null check (kind in ('SIGNED', 'SUSPENDED', 'RESUMED', 'TERMINATED')),
    organisation text not null,
    role text not null,
    reason text,
    at timestamptz not null default now(),
    primary key (agreement, sequence)
  )`,

  `create table organisations.idempotency (
    caller bytea not null,
    idempotency_key text not null,
    request bytea not null,
    subject uuid,
    user_errors jsonb,
    recorded_at timestamptz not null default now(),
    primary key (caller, idempotency_key)
  )`,

  // What the clock decides is left to whoever reads it.
  `create view organisations.published_agreement as
    select g.id, g.receiver, g.classes, g.purposes, g.professions, g.regions, g.valid_from, g.valid_until,
      array(select p.organisation from organisations.agreement_party p where p.agreement = g.id) as parties
    from organisations.sharing_agreement g
    where not ${isTerminated} and not ${isUnsigned} and not ${isSuspended}`,

  // A party sees it, and so does NHS England nationally; in a role that may.
  `create view organisations.visible_agreement as
    select g.*,
      case
        when ${isTerminated} then 'TERMINATED'
        when g.valid_until <= now() then 'EXPIRED'
        when ${isUnsigned} then 'DRAFT'
        when ${isSuspended} then 'SUSPENDED'
        when now() < g.valid_from then 'SIGNED'
        else 'ACTIVE'
      end as state
    from (
      select a.*, array_remove(array[
          case when exists (select from organisations.organisation o
            where o.code = ${caller} and o.kind = 'NATIONAL_BODY') then 'NATIONAL' end,
          case when exists (select from organisations.agreement_party p
            where p.agreement = a.id and p.organisation = ${caller}) then 'PARTY' end], null) as relations
      from organisations.sharing_agreement a) g
    where g.relations && (select string_to_array(current_setting('hub.unlocks_operational_agreement', true), ','))`,
  `create view organisations.visible_agreement_party as
    select p.*, v.relations,
      array(select needed.role from unnest(p.signing_roles) as needed (role) where not exists (
        select from organisations.agreement_event e where e.agreement = p.agreement and e.kind = 'SIGNED'
          and e.organisation = p.organisation and e.role = needed.role)) as outstanding
    from organisations.agreement_party p join organisations.visible_agreement v on v.id = p.agreement`,
  `create view organisations.visible_agreement_event as
    select e.agreement, e.sequence, e.kind, e.organisation, e.role, e.reason,
      (e.at at time zone 'Europe/London')::date as on_date, v.relations
    from organisations.agreement_event e join organisations.visible_agreement v on v.id = e.agreement`,
] as const;

const shares = [
  `create table concerns.concern_share (
    id uuid primary key,
    concern bigint not null references concerns.concern (key),
    organisation text not null,
    shared_by text not null,
    classes text[] not null,
    reason text not null,
    shared_on date not null,
    until date not null check (until >= shared_on),
    withdrawn_on date
  )`,
  "create index on concerns.concern_share (concern, organisation)",
  "alter table concerns.concern_access add column shared_until date",
  "alter table concerns.idempotency rename column concern to subject",
] as const;
