/**
 * Whose an event is, where it belongs to certain bodies and not to all who read its compartment: the bodies, and the
 * compartment with which somebody else learns of it. Null is an event for everybody who reads its compartment.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class AudienceOfEvents1763900580000 implements MigrationInterface {
  readonly name = "AudienceOfEvents1763900580000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table concerns.concern_event add column audience text[], add column otherwise text");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table concerns.concern_event drop column audience, drop column otherwise");
  }
}
