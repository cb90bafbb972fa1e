/**
 * What a share opens, by compartment: of the classes that it names, what its sharer read in its own right. Of shares
 * made before, NHS England's open their classes whole, and those of a body that reported the concern the report alone.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class WhatSharesOpen1763900615000 implements MigrationInterface {
  readonly name = "WhatSharesOpen1763900615000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table concerns.concern_share add column compartments text[] not null default '{}'");
    await runner.query(`update concerns.concern_share s set compartments = array(
      select part from (values
        ('NARRATIVE', 'NARRATIVE', true), ('NARRATIVE', 'NARRATIVE:released', false),
        ('NARRATIVE', 'NARRATIVE:evidence', false), ('NARRATIVE', 'NARRATIVE:unreleased', false),
        ('MANAGEMENT', 'MANAGEMENT:summary', false), ('MANAGEMENT', 'MANAGEMENT', false)) p (class, part, is_report)
      where p.class = any(s.classes)
        and (p.is_report or exists (select from concerns.concern_access a where a.concern = s.concern
          and a.organisation = s.shared_by and a.relations && '{REGIONAL,NATIONAL}'::text[])))`);
    await runner.query("alter table concerns.concern_share alter column compartments drop default");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table concerns.concern_share drop column compartments");
  }
}
