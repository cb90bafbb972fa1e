/**
 * What is open to one person and to nobody else of their organisation: a concern held open in an emergency, and the
 * identity of who spoke up. SQL over `a`, a row of the access index; who asks is in transaction-local settings. All of
 * it ends by the clock, which is read when it is asked for.
 */
import { dataClassOf, compartments } from "../authorisation/data-class.js";
import { conditionsOf, readableFor, readableInRole } from "../authorisation/policy.js";
import { protecting, providing, relations } from "../authorisation/relation.js";

export const issuerSetting = "hub.issuer";
export const subjectSetting = "hub.subject";
export const roleSetting = "hub.role";
export const purposeSetting = "hub.purpose";

/** The sub-select is not correlated: the setting is worked out once for a query, not for each row. */
const setting = (name: string): string => `(select current_setting('${name}', true))`;
/** Words of ours alone: names of relations, roles, purposes and classes. */
const listed = (words: Iterable<string>): string => `'{${[...new Set(words)].join()}}'::text[]`;

const isAsking = (row: string): string =>
  `${row}.organisation = a.organisation and ${row}.issuer = ${setting(issuerSetting)} and ${row}.subject = ${setting(subjectSetting)}`;

const answersForThePlace = `a.relations && ${listed(providing)}`;

const glassCompartments = compartments.filter((compartment) =>
  relations.some((relation) => conditionsOf(compartment, relation).includes("glass")),
);
const breaking = relations.filter((relation) =>
  glassCompartments.some((compartment) => conditionsOf(compartment, relation).includes("glass")),
);

/** Classes that are open because the person who asks holds this concern open, for the purpose of an emergency. */
export const classesByGlass = `case when ${setting(purposeSetting)} = 'BREAK_GLASS'
      and a.relations && ${listed(breaking)} and not ${answersForThePlace}
      and exists (select from concerns.emergency_access e
        where e.concern = a.concern and ${isAsking("e")} and e.opened_at <= now() and now() < e.closes_at)
    then ${listed(glassCompartments.map(dataClassOf))} end`;

/** The reveal under which the person who asks may read who spoke up; null where there is none. */
export const openReveal = `(select v.id from concerns.identity_reveal v
      where v.concern = a.concern and ${isAsking("v")} and v.role = ${setting(roleSetting)}
        and v.is_approved and v.answered_at <= now() and now() < v.open_before
      order by v.open_before desc limit 1)`;

const spokeOpenly = "exists (select from concerns.concern k where k.key = a.concern and k.identity_mode = 'OPEN')";

/** No setting of relations opens an identity, so that a fault in one opens none. */
export const isRevealed = `(a.relations && ${listed(protecting)} and not ${answersForThePlace}
      and ${setting(roleSetting)} = any(${listed(readableInRole.IDENTITY)})
      and ${setting(purposeSetting)} = any(${listed(readableFor.IDENTITY)})
      and (${spokeOpenly} or ${openReveal} is not null))`;
