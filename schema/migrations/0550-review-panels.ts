/**
 * Regulatory review panels of the Emerging Concerns Protocol, what hangs on them, and who may know of each. A panel has
 * an index of its own: who is invited knows of the panel and of no concern, and who attended keeps reading its record.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class ReviewPanels1763900550000 implements MigrationInterface {
  readonly name = "ReviewPanels1763900550000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table concerns.panel_access, concerns.panel_action, concerns.panel_dissent, concerns.panel_contribution,
                  concerns.panel_invitation, concerns.panel_concern, concerns.review_panel`,
    );
  }
}

const statements = [
  `create table concerns.review_panel (
    id uuid primary key,
    state text not null check (state in ('CONVENED', 'DECIDED', 'CLOSED')),
    version integer not null,
    convenor text not null,
    convened_on date not null,
    convened_by_role text not null,
    reason text not null,
    purpose text not null,
    mode text not null,
    meets_on date not null,
    providers text[] not null,
    regions text[] not null,
    professions text[] not null,
    held_on date,
    attended text[],
    at_risk text[],
    urgency text,
    outcomes text[],
    rationale text,
    personal_data jsonb,
    review_on date,
    decided_on date,
    decided_by_role text,
    disclosure jsonb,
    closed_on date
  )`,

  `create table concerns.panel_concern (
    id uuid primary key,
    panel uuid not null references concerns.review_panel (id),
    concern bigint not null references concerns.concern (key),
    leads boolean not null,
    unique (panel, concern)
  )`,
  "create index on concerns.panel_concern (concern)",
  "create unique index on concerns.panel_concern (panel) where leads",

  `create table concerns.panel_invitation (
    id uuid primary key,
    panel uuid not null references concerns.review_panel (id),
    organisation text not null,
    state text not null check (state in ('INVITED', 'ACCEPTED', 'DECLINED', 'NOT_APPLICABLE')),
    invited_on date not null,
    answered_on date,
    reason text,
    unique (panel, organisation)
  )`,

  `create table concerns.panel_contribution (
    id uuid primary key,
    panel uuid not null references concerns.review_panel (id),
    owner text not null,
    text text not null,
    contributed_on date not null,
    by_role text not null,
    sequence integer not null,
    unique (panel, sequence)
  )`,

  `create table concerns.panel_dissent (
    id uuid primary key,
    panel uuid not null references concerns.review_panel (id),
    organisation text not null,
    text text not null,
    recorded_on date not null,
    sequence integer not null,
    unique (panel, sequence)
  )`,

  `create table concerns.panel_action (
    id uuid primary key,
    panel uuid not null references concerns.review_panel (id),
    owner text not null,
    text text not null,
    due_on date not null,
    status text not null check (status in ('AGREED', 'DONE', 'DROPPED')),
    ended_on date,
    note text
  )`,
  "create index on concerns.panel_action (panel)",
  "create index on concerns.panel_action (owner, due_on, id) where status = 'AGREED'",

  `create table concerns.panel_access (
    organisation text not null,
    panel uuid not null references concerns.review_panel (id),
    relations text[] not null check (cardinality(relations) > 0),
    primary key (organisation, panel)
  )`,
  "create index on concerns.panel_access (panel)",
] as const;
