/**
 * Emerging signals: for each place and each period that may be asked about, how many bodies of the protocol hold
 * something. It reads over what no caller may see, so the view gives away neither a body nor a day, whatever is asked of
 * it; and it gives nothing to whoever is no body of the protocol, or in a role that reads no intelligence.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class EmergingSignals1763900642000 implements MigrationInterface {
  readonly name = "EmergingSignals1763900642000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(signals);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop view concerns.published_signal");
  }
}

const today = "(select nullif(current_setting('hub.today', true), '')::date)";
const organisation = "(select current_setting('hub.organisation', true))";
const readsIntelligence = "coalesce(current_setting('hub.unlocks_intelligence_by_owner', true), '') <> ''";

// The offices of NHS England are one body. Of a body the last day counts: who holds something within a period holds it
// within every longer one.
const signals = `
  create view concerns.published_signal as
  with party (organisation, body) as (
    select organisation, organisation from organisations.published_signatory
     where from_date <= ${today} and coalesce(until_date, ${today}) >= ${today}
    union all
    select o.code, n.code from organisations.published_organisation o
      join organisations.published_organisation n on n.kind = 'NATIONAL_BODY'
     where o.kind in ('NATIONAL_BODY', 'REGION', 'LOCAL_OFFICE')
  ), held (place, organisation, held_on) as (
    select provider, reported_by, raised_on from concerns.concern where status not in ('DECLINED', 'MERGED')
    union all
    select c.provider, i.owner, i.received_on from concerns.contribution i join concerns.concern c on c.key = i.concern
    union all
    select c.provider, k.owner, k.opened_on from concerns.regulator_case k join concerns.concern c on c.key = k.concern
    union all
    select c.provider, s.shared_by, s.shared_on from concerns.concern_share s join concerns.concern c on c.key = s.concern
     where s.withdrawn_on is null
  ), holding (place, body, last_on) as (
    select h.place, p.body, max(h.held_on) from held h join party p on p.organisation = h.organisation
     where h.held_on between ${today} - 730 and ${today} group by h.place, p.body
  )
  select h.place, period.days as within_days, count(*)::integer as bodies
    from holding h join (values (90), (180), (365), (730)) as period (days) on h.last_on >= ${today} - period.days
   where ${readsIntelligence} and exists (select from party p where p.organisation = ${organisation})
   group by h.place, period.days
  having count(*) >= 2`;
