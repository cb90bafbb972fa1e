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
    await runner.query("drop view organisations.published_agreement");
    await runner.query(
      "drop table organisations.agreement_event, organisations.agreement_party, organisations.sharing_agreement",
    );
    await runner.query("drop table organisations.idempotency, concerns.concern_share");
    await runner.query("alter table concerns.concern_access drop column shared_until");
    await runner.query("alter table concerns.idempotency rename column subject to concern");
  }
}

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
    at timestamptz not null,
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

  // Signed by every role of every party, suspended by none, terminated by none. Whether its time has come or gone is
  // compared by whoever reads it.
  `create view organisations.published_agreement as
    select g.receiver, g.classes, g.purposes, g.professions, g.regions, g.valid_from, g.valid_until
    from organisations.sharing_agreement g
    where not exists (select from organisations.agreement_event e where e.agreement = g.id and e.kind = 'TERMINATED')
      and not exists (
        select from organisations.agreement_party p cross join unnest(p.signing_roles) as needed (role)
        where p.agreement = g.id and not exists (
          select from organisations.agreement_event e
          where e.agreement = g.id and e.kind = 'SIGNED' and e.organisation = p.organisation and e.role = needed.role))
      and not exists (
        select from organisations.agreement_event e
        where e.agreement = g.id and e.kind = 'SUSPENDED' and not exists (
          select from organisations.agreement_event later
          where later.agreement = g.id and later.kind = 'RESUMED' and later.organisation = e.organisation
            and later.sequence > e.sequence))`,
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
