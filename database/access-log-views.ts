/**
 * Generates the views through which the audit is read: entries, for those who answer for what people did, and on a
 * concern the days on which bodies looked at it. What would tell that somebody spoke up, or is protected for it, is left
 * out for all but auditors. ADR 28 says who else is left out of the second, and why.
 */
import type { Classification } from "../authorisation/classification.js";
import type { Compartment } from "../authorisation/data-class.js";
import { readableInRole } from "../authorisation/policy.js";
import type { Relation } from "../authorisation/relation.js";
import { isUnlocked, standsOn } from "./masked-view.js";
import { acting, isOfReader, today, unlockSetting } from "./view-settings.js";

/** Entries of what the caller's own people did, and of what others did. */
export const ownEntryView = "concerns.visible_own_entry";
export const othersEntryView = "concerns.visible_others_entry";
export const concernReadingView = "concerns.visible_concern_reading";

/** Nobody outside these compartments' own readers may learn that there is anything in them, nor who looked. */
const protectedCompartments: readonly string[] = ["IDENTITY", "MANAGEMENT:protection"] satisfies Compartment[];

export function accessLogViews(classification: Classification): string[] {
  const coordinates = [...classification].filter(([, placeClass]) => protectedCompartments.includes(placeClass));
  const isOpen = `not exists (
      select from jsonb_array_elements(e.records) l cross join jsonb_array_elements_text(l -> 'fields') f
      where l ->> 'type' || '.' || f = any('{${coordinates.map(([coordinate]) => coordinate).join()}}'::text[]))`;
  return [...accessEntries(isOpen), concernReadings(isOpen)];
}

const opens = (compartment: Compartment, relation: Relation): string =>
  `(select '${relation}' = any(string_to_array(current_setting('${unlockSetting(compartment)}', true), ',')))`;

/** Two views, each read off an index from the newest entry back: of both together PostgreSQL would read and sort all. */
function accessEntries(isOpen: string): string[] {
  const view = (name: string, relation: Relation, condition: string): string => `create or replace view ${name} as
    select e.id, array['${relation}'] as relations, e.at, e.subject, e.organisation, e.role, e.purpose, e.outcome, e.records,
      case when ${opens("AUDIT", relation)} then e.operation_name end as operation
    from audit.entry e where ${condition}`;
  const own = `e.organisation = ${acting} and ${opens("AUDIT:people", "ACTOR")} and (${opens("AUDIT", "ACTOR")}
      or (e.role is distinct from 'GUARDIAN' and e.subject <> 'hub delivery' and ${isOpen}))`;
  const others = `${opens("AUDIT", "NATIONAL")} and e.organisation is distinct from ${acting}
      and (select exists (select from organisations.published_organisation o
        where o.code = ${acting} and o.kind = 'NATIONAL_BODY'))`;
  return [view(ownEntryView, "ACTOR", own), view(othersEntryView, "NATIONAL", others)];
}

/** In these roles concerns are read in the ordinary way. A guardian looks because somebody spoke up. */
const ordinaryRoles = readableInRole.OPERATIONAL.filter((role) => role !== "GUARDIAN");

const dayOf = (at: string): string => `(${at} at time zone 'Europe/London')::date`;

const dayOfEvent = (kind: EventKind, which: "min" | "max"): string =>
  `(select ${which}(h.happened_on) from concerns.concern_event h where h.concern = k.key and h.kind = '${kind}')`;
type EventKind = "ACCEPTED" | "PROVIDER_CHANGED";

/** The day after which the provider of today knows of the concern; none where it does not. */
const known = `greatest(${dayOfEvent("PROVIDER_CHANGED", "max")},
      case when k.reported_by = k.provider then k.raised_on - 1 else ${dayOfEvent("ACCEPTED", "min")} end)`;
const isNational = `n.organisation in (select o.code from organisations.published_organisation o where o.kind = 'NATIONAL_BODY')`;
const isNamed = `(n.organisation in (k.region, k.education_provider) or ${isNational})`;
const isToldToRegion = `(${isNamed} or n.organisation in (k.provider, k.reported_by) or exists (
        select from concerns.concern_share s where s.concern = k.key and s.organisation = n.organisation
          and n.looked_on between s.shared_on and least(s.until, s.withdrawn_on)))`;

function concernReadings(isOpen: string): string {
  return `create or replace view ${concernReadingView} as
    select a.concern as key, k.id, ${standsOn(today).relations} as relations, n.looked_on, n.organisation, n.role
    from concerns.concern_access a join concerns.concern k on k.key = a.concern
    cross join lateral (
      select distinct ${dayOf("e.at")} as looked_on, e.organisation, e.role from audit.entry e
      where e.records @> jsonb_build_array(jsonb_build_object('ids', jsonb_build_array(k.id::text)))
        and e.outcome = 'DISCLOSED' and e.purpose <> 'BREAK_GLASS' and e.role = any('{${ordinaryRoles.join()}}')
        and exists (select from jsonb_array_elements(e.records) l
          where l ->> 'type' = 'Concern' and l -> 'ids' ? k.id::text)
        and ${isOpen}) n
    where ${isOfReader} and ${isUnlocked("AUDIT:readers")}
      and (n.organisation = a.organisation
        or ('RESPONSIBLE' = any(a.relations) and ${isNamed} and n.looked_on > ${known})
        or ('REGIONAL' = any(a.relations) and ${isToldToRegion}))`;
}
