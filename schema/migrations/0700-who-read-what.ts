/**
 * Indexes by which the audit is read: newest first, of one organisation, of one person, and by the id of a record that
 * an entry names. The last is an inverted one: rows of a table of their own made an entry of a page of twenty ten times
 * as dear to write.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class WhoReadWhat1763900700000 implements MigrationInterface {
  readonly name = "WhoReadWhat1763900700000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "drop index audit.entry_in_order, audit.entry_of_organisation, audit.entry_of_subject, audit.entry_of_record",
    );
  }
}

const statements = [
  "create index entry_in_order on audit.entry (at, id)",
  "create index entry_of_organisation on audit.entry (organisation, at, id)",
  "create index entry_of_subject on audit.entry (subject, at, id)",
  "create index entry_of_record on audit.entry using gin (records jsonb_path_ops)",
] as const;
