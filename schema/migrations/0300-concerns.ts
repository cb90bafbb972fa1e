/**
 * The concerns subgraph: the concern and its casework, the access index by which organisations may know of it, and
 * the identities of people who spoke up, apart and encrypted. Keys are random: neither order nor number can be read
 * from them, and nothing is unique across organisations but what is random.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class Concerns1763900300000 implements MigrationInterface {
  readonly name = "Concerns1763900300000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop schema concerns cascade");
  }
}

const statements = [
  "create schema concerns",

  `create table concerns.concern (
    key bigint primary key,
    id uuid not null unique,
    reference text not null unique,
    title text not null,
    status text not null,
    category text not null,
    category_since date not null,
    raised_on date not null,
    identified_on date,
    closed_on date,
    changed_on date not null,
    version integer not null,
    provider text not null,
    site text,
    education_provider text,
    region text,
    icb text,
    reported_by text not null,
    subject_level text not null,
    department text,
    programme text,
    professions text[] not null,
    themes text[] not null,
    standards text[] not null,
    source_type text not null,
    patient_safety_risk boolean not null,
    learner_safety_risk boolean not null,
    immediate_risk boolean not null,
    risk jsonb,
    next_review_on date,
    summary text,
    narrative text not null,
    learners_affected integer,
    identity_mode text not null,
    outcome_reason text,
    recorded_at timestamptz not null default now()
  )`,
  "create index on concerns.concern (provider)",
  "create index on concerns.concern using gin (standards)",

  // The keys of order stand in the index itself, so that each offered order is one index, read from where the page
  // before ended; so do the keys of the filters that find few among many. Where the relations of a row do not open a
  // key, or there is no value, it holds the infinity that sorts last, or nothing: an index must not tell what the masks
  // hide.
  `create table concerns.concern_access (
    organisation text not null check (organisation ~ '^[A-Z0-9]{3,12}$'),
    concern bigint not null references concerns.concern (key),
    relations text[] not null check (cardinality(relations) > 0),
    category text not null,
    provider text not null,
    raised_order date not null,
    changed_order date not null,
    review_order date not null,
    status_key text not null,
    reference_key text not null,
    primary key (organisation, concern)
  )`,
  "create index on concerns.concern_access (organisation, raised_order, concern)",
  "create index on concerns.concern_access (organisation, changed_order, concern)",
  "create index on concerns.concern_access (organisation, category, concern)",
  "create index on concerns.concern_access (organisation, review_order, concern)",
  "create index on concerns.concern_access (organisation, provider, raised_order, concern)",
  "create index on concerns.concern_access (organisation, status_key, raised_order, concern)",
  "create index on concerns.concern_access (organisation, reference_key)",
  "create index on concerns.concern_access (concern)",

  `create table concerns.category_change (
    id uuid primary key,
    concern bigint not null references concerns.concern (key),
    sequence integer not null,
    from_category text,
    to_category text not null,
    changed_on date not null,
    by_role text not null,
    by_organisation text not null,
    reason text,
    unique (concern, sequence)
  )`,

  `create table concerns.requirement (
    id uuid primary key,
    concern bigint not null references concerns.concern (key),
    kind text not null,
    standard text,
    text text not null,
    issued_on date not null,
    due_on date not null,
    status text not null,
    closed_on date
  )`,
  "create index on concerns.requirement (concern)",

  `create table concerns.requirement_response (
    id uuid primary key,
    requirement uuid not null references concerns.requirement (id),
    concern bigint not null references concerns.concern (key),
    text text not null,
    responded_on date not null,
    by_role text not null,
    sequence integer not null
  )`,
  "create index on concerns.requirement_response (requirement)",
  "create index on concerns.requirement_response (concern)",

  `create table concerns.progress_update (
    id uuid primary key,
    concern bigint not null references concerns.concern (key),
    kind text not null default 'UPDATE',
    summary text not null,
    detail text,
    submitted_on date not null,
    by_role text not null,
    sequence integer not null
  )`,
  "create index on concerns.progress_update (concern)",

  `create table concerns.internal_note (
    id uuid primary key,
    concern bigint not null references concerns.concern (key),
    text text not null,
    added_on date not null,
    by_role text not null,
    sequence integer not null
  )`,
  "create index on concerns.internal_note (concern)",

  // Name, contact and role of a reporter, sealed with a key that the database does not have.
  `create table concerns.reporter_identity (
    concern bigint primary key references concerns.concern (key),
    key_id text not null,
    sealed bytea not null
  )`,

  // What a caller's key led to, so that the same request again has one effect and one answer.
  `create table concerns.idempotency (
    caller bytea not null,
    idempotency_key text not null,
    request bytea not null,
    concern uuid,
    user_errors jsonb,
    recorded_at timestamptz not null default now(),
    primary key (caller, idempotency_key)
  )`,
] as const;
