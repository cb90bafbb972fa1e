/** Since when an agreement has been signed by all and not suspended: what was known before is not opened by it. */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class AgreementStarts1763900721000 implements MigrationInterface {
  readonly name = "AgreementStarts1763900721000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create view organisations.published_agreement_start as
         select g.id as agreement, greatest(g.valid_from, (
           select max(e.at) from organisations.agreement_event e
            where e.agreement = g.id and e.kind in ('SIGNED', 'RESUMED'))) as starts
           from organisations.sharing_agreement g`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop view organisations.published_agreement_start");
  }
}
