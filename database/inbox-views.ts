/**
 * Generates the views through which an organisation reads what is its own and no record of a concern: its inboxes, its
 * channels and what its guardians count. Messages are those of the caller's organisation and role; what one refers to is shown as the masks of
 * that show it, and as of now.
 */
import { existence, type Compartment } from "../authorisation/data-class.js";
import { roleSetting } from "./held-by-a-person.js";
import { standsOn } from "./masked-view.js";
import { actingSetting, today, unlockSetting } from "./view-settings.js";

const organisation = `(select current_setting('${actingSetting}', true))`;
const role = `(select current_setting('${roleSetting}', true))`;

const opens = (compartment: Compartment): string =>
  `m.relations && (select string_to_array(current_setting('${unlockSetting(compartment)}', true), ','))`;

/** What the organisation of a message is, on a day, to the thing that it is about. SQL over `m`, and the day as SQL. */
export function relationsToLink(day: string): string {
  return `coalesce(
      case when m.link_type = 'SharingAgreement' then (
        select array['PARTY'] from organisations.published_agreement g
        where g.id = m.link_id and m.organisation = any (g.parties))
      when m.link_type = 'ReviewPanel' then (
        select p.relations from concerns.panel_access p where p.panel = m.link_id and p.organisation = m.organisation)
      else (
        select ${standsOn(day).relations} from concerns.concern k join concerns.concern_access a on a.concern = k.key
        where k.reference = m.reference and a.organisation = m.organisation) end, '{}')`;
}

const leads = `case m.link_type
        when 'SharingAgreement' then ${opens("OPERATIONAL:agreement")}
        when 'ReviewPanel' then ${opens("DELIBERATION:invitation")}
        else ${opens(existence)} end`;

export const inboxViews: readonly string[] = [
  `create or replace view concerns.visible_message as
    select m.id, m.relations, m.kind, m.told_on, m.read_on is not null as is_read,
      case when ${opens("OPERATIONAL")} then m.reference end as reference,
      case when ${leads} then m.link_type end as link_type,
      case when ${leads} then m.link_id end as link_id
    from (
      select m.id, m.kind, m.told_on, m.read_on, m.reference, m.link_type, m.link_id,
        ${relationsToLink(today)} as relations
      from concerns.message m where m.organisation = ${organisation} and m.role = ${role}) m`,
  // For those who answer for the organisation. What a webhook is signed with is shown to nobody.
  `create or replace view concerns.visible_message_channel as
    select c.id, c.kind, c.role, c.address, c.added_on from concerns.message_channel c
    where c.organisation = ${organisation} and ${role} in ('QUALITY_LEAD', 'EXECUTIVE')`,
  // A guardian's own organisation; nationally every region.
  `create or replace view concerns.visible_guardian_count as
    select g.quarter, g.scope, g.body, g.element, g.value from concerns.guardian_count g
    where ${role} = 'GUARDIAN' and (g.body = ${organisation} or g.scope = 'REGION' and exists (
      select from organisations.published_organisation p
      where p.code = ${organisation} and p.kind = 'NATIONAL_BODY'))`,
];
