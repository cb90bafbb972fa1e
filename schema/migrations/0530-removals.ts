/**
 * The removal of learners: its proposal with the risks weighed both ways, who was heard, who decided, who was told,
 * where the learners go, how it is reviewed and how they return. Other changes of placements are kept apart from it.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class Removals1763900530000 implements MigrationInterface {
  readonly name = "Removals1763900530000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table concerns.placement_change, concerns.return_phase, concerns.removal_review, concerns.relocation,
         concerns.removal_notice, concerns.removal_consent, concerns.removal_consultation, concerns.removed_learners,
         concerns.learner_removal cascade`,
    );
  }
}

/** What hangs on a removal names its concern as well: whether a row is shown is decided by the concern. */
const hangsOn = `id uuid primary key,
    removal uuid not null references concerns.learner_removal (id),
    concern bigint not null references concerns.concern (key)`;

const statements = [
  // Undecided, it is there for those named in consulted and for NHS England's casework only.
  `create table concerns.learner_removal (
    id uuid primary key,
    concern bigint not null references concerns.concern (key),
    state text not null,
    scope text not null,
    scope_detail text,
    extent text not null,
    reasons text[] not null check (cardinality(reasons) > 0),
    risk_of_staying text not null,
    risk_of_removal text not null,
    local_resolution text,
    urgent boolean not null,
    return_conditions text,
    starts_on date not null,
    proposed_on date not null,
    consulted text[] not null default '{}',
    outcome_reason text,
    decided_on date,
    in_force_since date,
    next_review_on date,
    regulator_view text,
    ended_on date
  )`,
  "create index on concerns.learner_removal (concern)",
  "create index on concerns.learner_removal (concern) where decided_on is not null and ended_on is null",

  `create table concerns.removed_learners (
    ${hangsOn},
    profession text not null,
    stage text not null,
    education_provider text,
    learners integer not null check (learners > 0),
    band text not null
  )`,
  `create table concerns.removal_consultation (
    ${hangsOn},
    consultee text not null,
    not_applicable boolean not null,
    answer text,
    heard_on date not null,
    sequence integer not null
  )`,
  `create table concerns.removal_consent (
    ${hangsOn},
    subject text not null,
    decider text not null,
    organisation text,
    by_organisation text not null,
    by_role text not null,
    given_on date not null,
    lapsed_on date,
    sequence integer not null
  )`,
  `create table concerns.removal_notice (
    ${hangsOn},
    told text not null,
    not_applicable boolean not null,
    told_at timestamptz not null,
    sequence integer not null
  )`,
  `create table concerns.relocation (
    ${hangsOn},
    education_provider text,
    place text not null,
    places integer not null check (places > 0),
    plan text not null,
    pay_protected boolean not null,
    progression_protected boolean not null,
    recorded_on date not null
  )`,
  `create table concerns.removal_review (
    ${hangsOn},
    outcome text not null,
    on_the_spot boolean not null,
    findings text not null,
    reviewed_on date not null,
    sequence integer not null
  )`,
  `create table concerns.return_phase (
    ${hangsOn},
    sequence integer not null,
    starts_on date not null,
    conditions jsonb not null,
    completed_on date,
    halted_on date
  )`,
  ...[
    "removed_learners",
    "removal_consultation",
    "removal_consent",
    "removal_notice",
    "relocation",
    "removal_review",
    "return_phase",
  ].flatMap((table) => [`create index on concerns.${table} (removal)`, `create index on concerns.${table} (concern)`]),

  `create table concerns.placement_change (
    id uuid primary key,
    concern bigint not null references concerns.concern (key),
    kind text not null,
    starts_on date not null,
    explanation text not null,
    recorded_on date not null
  )`,
  "create index on concerns.placement_change (concern)",
] as const;
