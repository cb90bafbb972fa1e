/**
 * Two concerns put there by hand, and what generated views show: each condition is met but for one thing, at an instant
 * that stands still. Nothing is kept: every arrangement is a transaction that is rolled back.
 */
import { afterAll, beforeAll } from "@jest/globals";
import pg from "pg";
import type { Caller } from "../../authorisation/caller.js";
import { existence } from "../../authorisation/data-class.js";
import { callerSettings, type Setting } from "../../database/caller-settings.js";
import { openReveal } from "../../database/held-by-a-person.js";
import {
  agreementsNamed,
  classesUnder,
  maskedViewSql,
  type AccessIndex,
  type MaskedView,
} from "../../database/masked-view.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";

let database: TestDatabase;
/** Sees everything; signed in before the first test of whichever file arranges. */
let admin: pg.Client;

/** Concerns for doctors; NHS England, the region, the GMC, the CQC and the board know of them. */
export const doctors = "1";
export const another = "2";

beforeAll(async () => {
  database = await createTestDatabase();
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  for (const key of [doctors, another]) {
    await admin.query(
      `insert into concerns.concern (key, id, reference, title, status, category, category_since, raised_on, changed_on,
         version, provider, region, reported_by, subject_level, professions, themes, standards, source_type,
         patient_safety_risk, learner_safety_risk, immediate_risk, narrative, learners_affected, identity_mode)
       values ($1, gen_random_uuid(), $2, 'Nights', 'ACCEPTED', 'ISF2', current_date, current_date, current_date,
         1, 'ZZN01', 'Y60', 'ZZWEXU', 'PROVIDER', '{DOCTOR}', '{}', '{}', 'SURVEY',
         false, false, false, 'Nobody came.', 4, 'CONFIDENTIAL')`,
      [key, `QC-0000-000${key}`],
    );
    for (const [organisation, relations] of Object.entries(knowing))
      await admin.query(
        `insert into concerns.concern_access (organisation, concern, relations, category, provider, raised_order,
           changed_order, review_order, status_key, reference_key)
         values ($1, $2, $3, 'ISF2', 'ZZN01', current_date, current_date, current_date, 'ACCEPTED', 'QC')`,
        [organisation, key, relations],
      );
  }
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});

const knowing = { X24: ["NATIONAL"], Y60: ["REGIONAL"], GMC: ["REMIT"], CQC: ["REMIT"], QHL: ["ICB"] };

export const view: MaskedView = {
  name: "concerns.seen",
  table: "concerns.concern",
  concernKey: "key",
  columns: [
    { name: "place", compartment: existence, expression: "r.provider" },
    { name: "title", compartment: "OPERATIONAL", expression: "r.title" },
    { name: "narrative", compartment: "NARRATIVE", expression: "r.narrative" },
    { name: "released", compartment: "NARRATIVE:released", expression: "r.title" },
    {
      name: "learners",
      compartment: "LEARNERS",
      expression: "r.learners_affected",
      suppressed: { below: 5, unless: "LEARNERS:small" },
    },
    { name: "contribution", compartment: "INTELLIGENCE", expression: "r.title" },
    { name: "sealed", compartment: "IDENTITY", expression: "r.title" },
    { name: "reveal", compartment: "IDENTITY", expression: openReveal },
  ],
};

export const gmc: Caller = {
  issuer: "https://issuer.test",
  subject: "somebody",
  organisation: "GMC",
  organisationKind: "REGULATOR",
  role: "QUALITY_LEAD",
  purpose: "REGULATION",
  assurance: null,
  tokenId: "1",
};
export const region: Caller = {
  ...gmc,
  organisation: "Y60",
  organisationKind: "REGION",
  role: "CASE_HOLDER",
  purpose: "SAFEGUARDING",
};
export const today = "2026-02-28";
export const dayBefore = "2026-02-27";

export interface Arrangement {
  readonly caller: Caller;
  /** SQL, in the order in which it runs. */
  readonly facts?: readonly string[];
  /** A day other than today, and none. */
  readonly day?: string;
  /** Settings other than those of the caller. */
  readonly settings?: readonly Setting[];
}

interface Arranged extends Arrangement {
  readonly more?: Partial<Omit<MaskedView, "concernKey" | "panelKey">>;
  /** Where it is not that of concerns as they are now. */
  readonly index?: AccessIndex;
}

/** What the caller is shown of the concern for doctors, all of it at one instant. */
export function shown(what: string, { more = {}, index, ...arrangement }: Arranged): Promise<unknown[]> {
  return shownBy([maskedViewSql({ ...view, ...more }, index)], `${what} as shown from ${view.name}`, arrangement);
}

/** The same of views that are made first. */
export async function shownBy(
  views: readonly string[],
  selected: string,
  { caller, facts = [], day = today, settings = [] }: Arrangement,
): Promise<unknown[]> {
  const rows = await readArranged<{ shown: unknown }>(`select ${selected} where key = ${doctors}`, {
    facts,
    views,
    settings: [...callerSettings(caller, day), ...settings],
  });
  return rows.map((row) => row.shown);
}

interface Read {
  /** SQL, in the order in which it runs. */
  readonly facts: readonly string[];
  readonly views: readonly string[];
  readonly settings: readonly Setting[];
}

/** Rows that a statement reads of views that are made for it. */
export async function readArranged<Row extends pg.QueryResultRow>(
  sql: string,
  { facts, views, settings }: Read,
): Promise<Row[]> {
  await admin.query("begin");
  try {
    for (const statement of [...facts, ...views]) await admin.query(statement);
    for (const [name, value] of settings) await admin.query("select set_config($1, $2, true)", [name, value]);
    return (await admin.query<Row>(sql)).rows;
  } finally {
    await admin.query("rollback");
  }
}

export const narrative = "narrative is not null";

/** Of the index of concerns, where something else has to be so besides. */
export const besides = (further: { readonly share: string; readonly agreement: string }): AccessIndex => ({
  table: "concerns.concern_access",
  key: "concern",
  relations: "a.relations",
  isShown: "true",
  classesUnder: classesUnder("false", further),
  agreementsNamed: agreementsNamed(further.agreement),
  isRevealed: "false",
});
