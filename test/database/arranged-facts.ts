/** Facts that are put there by hand, as SQL: each as it usually is, but for what is said of it. */
import { doctors, today } from "./arranged-views.js";

/** A row with some of its values, as SQL, changed. */
export function inserted(table: string, values: Readonly<Record<string, string>>): string {
  return `insert into ${table} (${Object.keys(values).join()}) values (${Object.values(values).join()})`;
}

export const listed = (code: string, kind: string): string =>
  inserted("organisations.organisation", {
    code: `'${code}'`,
    name: "'A body'",
    kind: `'${kind}'`,
    source: "'A test'",
  });

export const held = (organisation: string, relations: string): string =>
  `update concerns.concern_access set relations = '{${relations}}', shared_until = null
    where organisation = '${organisation}' and concern = ${doctors}`;

/** Of both concerns. */
export const knownTo = (organisation: string, relations: string): string =>
  `insert into concerns.concern_access select '${organisation}', concern, '{${relations}}', category, provider,
      raised_order, changed_order, review_order, status_key, reference_key
    from concerns.concern_access where organisation = 'X24'`;

/** With the GMC, on narratives for its regulation. */
export const agreement = (more: Readonly<Record<string, string>>): string =>
  inserted("organisations.sharing_agreement", {
    id: "gen_random_uuid()",
    title: "'Doctors'",
    receiver: "'GMC'",
    classes: "'{NARRATIVE}'",
    purposes: "'{REGULATION}'",
    professions: "'{DOCTOR,NURSE_ADULT}'",
    regions: "'{Y56,Y60}'",
    lawful_basis: "'Public task'",
    impact_assessment: "'DPIA-7'",
    valid_from: "now()",
    valid_until: "now() + interval '1 day'",
    proposed_by: "'X24'",
    proposed_on: "current_date",
    version: "1",
    ...more,
  });

/** Of the concern for doctors with the GMC. */
export const share = (more: Readonly<Record<string, string>>): string =>
  inserted("concerns.concern_share", {
    id: "gen_random_uuid()",
    concern: doctors,
    organisation: "'GMC'",
    compartments: "'{NARRATIVE}'",
    classes: "'{NARRATIVE}'",
    reason: "'Seen.'",
    shared_on: "'2026-01-31'",
    shared_by: "'Y60'",
    until: `'${today}'`,
    ...more,
  });

/** A panel on nights for doctors, and what a body is to it. */
export const convened = (id: string): string =>
  `insert into concerns.review_panel (id, state, version, convenor, convened_on, convened_by_role, reason, purpose, mode,
     meets_on, providers, regions, professions)
   values ('${id}', 'CONVENED', 1, 'Y60', '${today}', 'QUALITY_LEAD', 'B', 'Nights.', 'MEETING', '${today}', '{ZZN01}',
     '{Y60}', '{DOCTOR}')`;
export const attended = (organisation: string, panel: string, relations: string): string =>
  `insert into concerns.panel_access values ('${organisation}', '${panel}', '{${relations}}')`;
