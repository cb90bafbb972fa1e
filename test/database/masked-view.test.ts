/**
 * What a generated view shows, over two concerns and a panel that are put there by hand: each condition is met but for
 * one thing, at an instant that stands still. Nothing is kept: every arrangement is a transaction that is rolled back.
 */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import type { Caller } from "../../authorisation/caller.js";
import { existence } from "../../authorisation/data-class.js";
import { callerSettings } from "../../database/caller-transaction.js";
import { openReveal } from "../../database/held-by-a-person.js";
import {
  agreementsNamed,
  classesUnder,
  knowsOf,
  maskedViewSql,
  unlockSetting,
  type AccessIndex,
  type MaskedView,
} from "../../database/masked-view.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";

let database: TestDatabase;
let admin: pg.Client;

/** Concerns for doctors; NHS England, the region, the GMC, the CQC and the board know of them. */
const doctors = "1";
const another = "2";

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

const view: MaskedView = {
  name: "concerns.seen",
  table: "concerns.concern",
  concernKey: "key",
  columns: [
    { name: "place", compartment: existence, expression: "r.provider" },
    { name: "title", compartment: "OPERATIONAL", expression: "r.title" },
    { name: "narrative", compartment: "NARRATIVE", expression: "r.narrative" },
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

const gmc: Caller = {
  issuer: "https://issuer.test",
  subject: "somebody",
  organisation: "GMC",
  organisationKind: "REGULATOR",
  role: "QUALITY_LEAD",
  purpose: "REGULATION",
  assurance: null,
  tokenId: "1",
};
const region: Caller = {
  ...gmc,
  organisation: "Y60",
  organisationKind: "REGION",
  role: "CASE_HOLDER",
  purpose: "SAFEGUARDING",
};
const today = "2026-02-28";
const dayBefore = "2026-02-27";

interface Arranged {
  readonly caller: Caller;
  /** SQL, in the order in which it runs. */
  readonly facts?: readonly string[];
  readonly more?: Partial<Omit<MaskedView, "concernKey" | "panelKey">>;
  /** Where it is not that of concerns as they are now. */
  readonly index?: AccessIndex;
  /** A day other than today, and none. */
  readonly day?: string;
}

/** What the caller is shown of the concern for doctors, all of it at one instant. */
async function shown(
  what: string,
  { caller, facts = [], more = {}, index, day = today }: Arranged,
): Promise<unknown[]> {
  await admin.query("begin");
  try {
    for (const fact of facts) await admin.query(fact);
    await admin.query(maskedViewSql({ ...view, ...more }, index));
    for (const [name, value] of callerSettings(caller, day))
      await admin.query("select set_config($1, $2, true)", [name, value]);
    const { rows } = await admin.query<{ shown: unknown }>(
      `select ${what} as shown from concerns.seen where key = ${doctors}`,
    );
    return rows.map((row) => row.shown);
  } finally {
    await admin.query("rollback");
  }
}

const narrative = "narrative is not null";

/** Of the index of concerns, where something else has to be so besides. */
const besides = (further: { readonly share: string; readonly agreement: string }): AccessIndex => ({
  table: "concerns.concern_access",
  key: "concern",
  relations: "a.relations",
  isShown: "true",
  classesUnder: classesUnder("false", further),
  agreementsNamed: agreementsNamed(further.agreement),
  isRevealed: "false",
});

/** A row with some of its values, as SQL, changed. */
function inserted(table: string, values: Readonly<Record<string, string>>): string {
  return `insert into ${table} (${Object.keys(values).join()}) values (${Object.values(values).join()})`;
}

const held = (organisation: string, relations: string): string =>
  `update concerns.concern_access set relations = '{${relations}}', shared_until = null
    where organisation = '${organisation}' and concern = ${doctors}`;

describe("an agreement opens what is in its scope", () => {
  const agreement = (more: Readonly<Record<string, string>>) =>
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

  it.each([
    ["from the instant at which it begins", {}, true],
    ["and not before", { valid_from: "now() + interval '1 microsecond'" }, false],
    ["until the instant at which it ends", beginningBefore("now() + interval '1 microsecond'"), true],
    ["and not at that instant", beginningBefore("now()"), false],
    ["for every profession", { professions: "null" }, true],
    ["and not for others", { professions: "'{MIDWIFE}'" }, false],
    ["for every region", { regions: "null" }, true],
    ["and not for others", { regions: "'{Y56}'" }, false],
    ["for its classes and no other", { classes: "'{LEARNERS}'" }, false],
    ["for its purposes and no other", { purposes: "'{SAFEGUARDING}'" }, false],
    ["to its receiver and nobody else", { receiver: "'CQC'" }, false],
  ])("%s: %j", async (_title, more, expected) => {
    expect(await shown(narrative, { facts: [agreement(more)], caller: gmc })).toEqual([expected]);
  });

  it.each([
    ["a remit", "REMIT", true],
    ["a remit beside another", "REMIT,SHARED", true],
    ["a share", "SHARED", false],
    ["being the board", "ICB", false],
  ])("through %s: %s", async (_title, relations, expected) => {
    const facts = [agreement({}), held("GMC", relations)];
    expect(await shown(narrative, { facts, caller: gmc })).toEqual([expected]);
  });

  it.each([
    `by_agreement[1] ~ '^NARRATIVE [0-9a-f-]{36}$' and cardinality(by_agreement) = 1`,
    "by_share is null",
    "by_glass is null",
    "by_owner is null",
  ])("and says so on the row, for no condition but that: %s", async (condition) => {
    expect(await shown(condition, { facts: [agreement({})], caller: gmc })).toEqual([true]);
  });

  it("by the facts of the concern that is read, not of another one", async () => {
    const otherwise = `update concerns.concern set professions = '{MIDWIFE}', region = 'Y61' where key = ${another}`;
    expect(await shown(narrative, { facts: [agreement({}), otherwise], caller: gmc })).toEqual([true]);
  });

  it.each([
    ["something else that has to be so is so", "g.receiver = 'GMC'", true],
    ["and not where it is not", "g.receiver = 'CQC'", false],
  ])("where %s", async (_title, further, expected) => {
    const asked = { facts: [agreement({})], caller: gmc, index: besides({ share: "true", agreement: further }) };
    expect(await shown(narrative, asked)).toEqual([expected]);
    expect(await shown("cardinality(by_agreement) = 1", asked)).toEqual([expected]);
  });

  function beginningBefore(end: string): Readonly<Record<string, string>> {
    return { valid_from: "now() - interval '1 day'", valid_until: end };
  }
});

describe("a share opens what it names", () => {
  const share = (more: Readonly<Record<string, string>>) =>
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

  it.each([
    ["on its last day", {}, true],
    ["and not after it", { until: `'${dayBefore}'` }, false],
    ["and not once it was withdrawn", { withdrawn_on: `'${today}'` }, false],
    ["and nothing else", { compartments: "'{NARRATIVE:released}'" }, false],
    ["to its receiver and nobody else", { organisation: "'CQC'" }, false],
    ["of its concern and of no other", { concern: another }, false],
  ])("%s", async (_title, more, expected) => {
    const facts = ["delete from concerns.concern_share", share(more), held("GMC", "SHARED")];
    expect(await shown(narrative, { facts, caller: gmc })).toEqual([expected]);
  });

  it.each(["by_share = '{NARRATIVE}'", "by_agreement is null", "by_glass is null", "by_owner is null"])(
    "and says so on the row, for no condition but that: %s",
    async (condition) => {
      const facts = ["delete from concerns.concern_share", share({}), held("GMC", "SHARED")];
      expect(await shown(condition, { facts, caller: gmc })).toEqual([true]);
    },
  );

  it.each([
    ["something else that has to be so is so", "s.shared_by = 'Y60'", true],
    ["and not where it is not", "s.shared_by = 'Y61'", false],
  ])("where %s", async (_title, further, expected) => {
    const facts = ["delete from concerns.concern_share", share({}), held("GMC", "SHARED")];
    const index = besides({ share: further, agreement: "true" });
    expect(await shown(narrative, { facts, caller: gmc, index })).toEqual([expected]);
  });

  it("through the share and through nothing else", async () => {
    const facts = ["delete from concerns.concern_share", share({}), held("GMC", "REMIT")];
    expect(await shown(narrative, { facts, caller: gmc })).toEqual([false]);
  });
});

describe("a glass that is broken opens the concern", () => {
  const glass = (more: Readonly<Record<string, string>>) =>
    inserted("concerns.emergency_access", {
      id: "gen_random_uuid()",
      concern: doctors,
      issuer: "'https://issuer.test'",
      subject: "'somebody'",
      organisation: "'GMC'",
      role: "'QUALITY_LEAD'",
      reason: "'Now.'",
      opened_at: "now()",
      closes_at: "now() + interval '4 hours'",
      ...more,
    });
  const inAnEmergency: Caller = { ...gmc, purpose: "BREAK_GLASS" };
  const before = "now() - interval '4 hours'";

  it.each([
    ["from the instant at which it is broken", {}, true],
    ["and not before", { opened_at: "now() + interval '1 microsecond'" }, false],
    ["until its end", { opened_at: before, closes_at: "now() + interval '1 microsecond'" }, true],
    ["and not at that instant", { opened_at: before, closes_at: "now()" }, false],
    ["to the person, not to a colleague", { subject: "'somebody else'" }, false],
    ["and not to a namesake of another issuer", { issuer: "'https://another.test'" }, false],
    ["and not to that person for another body", { organisation: "'CQC'" }, false],
    ["and no other concern", { concern: another }, false],
  ])("%s", async (_title, more, expected) => {
    expect(await shown(narrative, { facts: [glass(more)], caller: inAnEmergency })).toEqual([expected]);
  });

  it("and says so on the row", async () => {
    const opened = "by_glass = '{NARRATIVE,LEARNERS}' and by_share is null and by_owner is null";
    expect(await shown(opened, { facts: [glass({})], caller: inAnEmergency })).toEqual([true]);
  });

  it("for an emergency, and for no other purpose", async () => {
    const caller: Caller = { ...gmc, purpose: "REGULATION" };
    expect(await shown(narrative, { facts: [glass({})], caller })).toEqual([false]);
  });

  it.each([
    ["a regulator", "REMIT", true],
    ["a board", "ICB", true],
    ["who got a share", "SHARED", false],
    ["who answers for the place as well", "RESPONSIBLE,REMIT", false],
    ["who runs the site as well", "HOST,ICB", false],
  ])("to %s (%s): %s", async (_title, relations, expected) => {
    const facts = [glass({}), held("GMC", relations)];
    expect(await shown(narrative, { facts, caller: inAnEmergency })).toEqual([expected]);
  });
});

it.each([
  ["lets it be read", "true", "{INTELLIGENCE}"],
  ["does not", "false", null],
])("an owner who %s opens what is its own, and says so on the row", async (_title, audience, opened) => {
  const asked = { caller: gmc, more: { audience } };
  expect(await shown("by_owner::text", asked)).toEqual([opened]);
  expect(await shown("contribution", asked)).toEqual([opened === null ? null : "Nights"]);
});

describe("who spoke up is open", () => {
  const identity = "sealed is not null";
  const openly = `update concerns.concern set identity_mode = 'OPEN' where key = ${doctors}`;
  const reveal = (more: Readonly<Record<string, string>>) =>
    inserted("concerns.identity_reveal", {
      id: "gen_random_uuid()",
      concern: doctors,
      issuer: "'https://issuer.test'",
      subject: "'somebody'",
      organisation: "'Y60'",
      role: "'CASE_HOLDER'",
      reason: "'To protect them.'",
      requested_at: "now() - interval '2 days'",
      answer_before: "now() + interval '2 days'",
      answered_at: "now()",
      answered_by_issuer: "'https://issuer.test'",
      answered_by_subject: "'a guardian'",
      answered_by_organisation: "'Y60'",
      answered_by_role: "'GUARDIAN'",
      answer_reason: "'Needed.'",
      is_approved: "true",
      open_before: "now() + interval '1 hour'",
      ...more,
    });
  const before = "now() - interval '1 hour'";

  it.each([
    ["from the instant at which a reveal is approved", {}, true],
    ["and not before", { answered_at: "now() + interval '1 microsecond'" }, false],
    ["until its end", { answered_at: before, open_before: "now() + interval '1 microsecond'" }, true],
    ["and not at that instant", { answered_at: before, open_before: "now()" }, false],
    ["and not where it is refused", { is_approved: "false", open_before: "null" }, false],
    ["to the person, not to a colleague", { subject: "'somebody else'" }, false],
    ["and not to a namesake of another issuer", { issuer: "'https://another.test'" }, false],
    ["and not to that person for another body", { organisation: "'X24'" }, false],
    ["and not in another role", { role: "'GUARDIAN'" }, false],
    ["and of no other concern", { concern: another }, false],
  ])("%s", async (_title, more, expected) => {
    expect(await shown(identity, { facts: [reveal(more)], caller: region })).toEqual([expected]);
  });

  it.each([
    ["a case holder to protect somebody", {}, true],
    ["a case holder for the quality of education", { purpose: "EDUCATION_QUALITY" }, true],
    ["a case holder for regulation", { purpose: "REGULATION" }, false],
    ["a case holder in an emergency", { purpose: "BREAK_GLASS" }, false],
    ["a guardian", { role: "GUARDIAN" }, false],
    ["a quality lead", { role: "QUALITY_LEAD" }, false],
    ["a regulator", { organisation: "GMC" }, false],
  ] as const)("where somebody spoke openly, to %s: %j", async (_title, more, expected) => {
    expect(await shown(identity, { facts: [openly], caller: { ...region, ...more } })).toEqual([expected]);
  });

  it.each([
    ["its region", "REGIONAL", true],
    ["NHS England", "NATIONAL", true],
    ["whoever reported it", "REPORTED_BY", false],
    ["a region that answers for the place as well", "REGIONAL,RESPONSIBLE", false],
    ["a region that runs the site as well", "REGIONAL,HOST", false],
  ])("where somebody spoke openly, to %s (%s): %s", async (_title, relations, expected) => {
    const facts = [openly, held("Y60", relations)];
    expect(await shown(identity, { facts, caller: region })).toEqual([expected]);
  });

  it("by the reveal that is open the longest, and says which", async () => {
    const id = "33333333-3333-4333-8333-333333333333";
    const longer = reveal({ id: `'${id}'`, open_before: "now() + interval '2 hours'" });
    expect(await shown("reveal", { facts: [reveal({}), longer, reveal({})], caller: region })).toEqual([id]);
  });
});

it.each([
  ["OPERATIONAL:agreement", "always", "hub.unlocks_operational_agreement"],
  ["NARRATIVE", "always", "hub.unlocks_narrative"],
  ["NARRATIVE", "agreement", "hub.unlocks_narrative_by_agreement"],
  ["NARRATIVE:released", "share", "hub.unlocks_narrative_released_by_share"],
] as const)("what opens %s (%s) is in a setting that views of migrations may name", (compartment, condition, name) => {
  expect(unlockSetting(compartment, condition)).toBe(name);
});

it("a row names its record", async () => {
  expect(await shown(`id = (select id from concerns.concern where key = ${doctors})`, { caller: gmc })).toEqual([true]);
});

describe("a row is shown", () => {
  const unread: Caller = { ...gmc, role: "ANALYST", purpose: "STATISTICS" };
  const shared = (until: string, relations: string): string =>
    `update concerns.concern_access set relations = '{${relations}}', shared_until = ${until}
      where organisation = 'GMC' and concern = ${doctors}`;

  it.each([
    ["a body that knows of it", gmc, true],
    ["a body that does not", { ...gmc, organisation: "NMC" }, false],
    ["a body whose name is none", { ...gmc, organisation: "" }, false],
    ["a role that reads no record", unread, false],
  ])("to %s", async (_title, caller, expected) => {
    expect(await shown("place", { caller })).toEqual(expected ? ["ZZN01"] : []);
  });

  it.each([
    ["on the last day of a share", `'${today}'`, "SHARED", today, ["{SHARED}"]],
    ["and not after it", `'${dayBefore}'`, "SHARED", today, []],
    ["and not where nobody says what day it is", `'${today}'`, "SHARED", "", []],
    ["after a share by another relation alone", `'${dayBefore}'`, "ICB,SHARED", today, ["{ICB}"]],
    ["by both on its last day", `'${today}'`, "ICB,SHARED", today, ["{ICB,SHARED}"]],
  ])("%s", async (_title, until, relations, day, expected) => {
    expect(await shown("relations::text", { caller: gmc, facts: [shared(until, relations)], day })).toEqual(expected);
  });

  it.each([
    ["where its condition holds", { sql: "r.region = 'Y60'" }, true],
    ["and not where it does not", { sql: "r.region = 'Y56'" }, false],
    ["where what opens it otherwise is unlocked", { otherwise: "OPERATIONAL" }, true],
    ["and not where that is not", { otherwise: "NARRATIVE" }, false],
    ["where either is so", { sql: "r.region = 'Y60'", otherwise: "NARRATIVE" }, true],
  ] as const)("%s: %j", async (_title, rows, expected) => {
    expect((await shown("place", { caller: gmc, more: { rows } })).length > 0).toBe(expected);
  });

  const says = (named: string, otherwise = "null"): string =>
    `(select *, ${named}::text as compartment, ${otherwise}::text as opened_otherwise from concerns.concern)`;

  it.each([
    ["what it says is unlocked", "'OPERATIONAL'", "null", "true", true],
    ["what it says goes with existence", `'${existence}'`, "null", "true", true],
    ["what it says is locked", "'NARRATIVE'", "null", "true", false],
    ["what it says is unlocked and its condition does not hold", "'OPERATIONAL'", "null", "false", false],
    ["it says nothing", "null", "null", "true", false],
    ["it says what the policy does not know", "'EVERYTHING'", "null", "true", false],
    ["what opens it otherwise is unlocked", "'NARRATIVE'", "'OPERATIONAL'", "false", true],
    ["what opens it otherwise is locked", "'NARRATIVE'", "'NARRATIVE'", "true", false],
  ])("or hidden where %s", async (_title, named, otherwise, where, expected) => {
    const rowsSayWho = { where, otherwise: "r.opened_otherwise" };
    const rows = await shown("place", { caller: gmc, more: { table: says(named, otherwise), rowsSayWho } });
    expect(rows.length > 0).toBe(expected);
  });

  it("by its own word alone where nothing opens it otherwise", async () => {
    const more = { table: says("'NARRATIVE'"), rowsSayWho: { where: "true" } };
    expect(await shown("place", { caller: gmc, more })).toEqual([]);
  });
});

describe("a column is shown", () => {
  const national: Caller = { ...gmc, organisation: "X24", organisationKind: "NATIONAL_BODY" };

  it.each([
    ["that goes with existence, to everybody who knows of the concern", "place", "QHL", "ZZN01"],
    ["to a relation that opens it", "title", "GMC", "Nights"],
    ["and to no other", "title", "QHL", null],
    ["of what takes an agreement to NHS England without one", "narrative", "X24", "Nobody came."],
    ["of who spoke up to nobody by a relation", "sealed", "X24", null],
  ])("%s: %s to %s", async (_title, column, organisation, expected) => {
    expect(await shown(column, { caller: { ...national, organisation } })).toEqual([expected]);
  });

  const provider: Caller = { ...gmc, organisation: "ZZN01", organisationKind: "TRUST", purpose: "EDUCATION_QUALITY" };
  const known = `insert into concerns.concern_access select 'ZZN01', concern, '{RESPONSIBLE}', category, provider,
      raised_order, changed_order, review_order, status_key, reference_key
    from concerns.concern_access where organisation = 'X24'`;

  it.each([
    ["from five up", 5, 5],
    ["and not below", 4, null],
  ])("of a count %s", async (_title, learners, expected) => {
    const facts = [known, `update concerns.concern set learners_affected = ${learners}`];
    expect(await shown("learners", { facts, caller: provider })).toEqual([expected]);
    expect(await shown("learners", { facts, caller: national })).toEqual([learners]);
  });

  it.each([
    ["by the word of its owner", "a.organisation = 'GMC'", "Nights"],
    ["and not without it", "a.organisation = 'CQC'", null],
    ["and not where it has no owner", undefined, null],
  ])("of a contribution %s", async (_title, audience, expected) => {
    expect(await shown("contribution", { caller: gmc, more: { audience } })).toEqual([expected]);
  });

  it("to the body that asks, and not to another that knows of the concern too", async () => {
    const more = { audience: "a.organisation = 'GMC'" };
    expect(await shown("contribution", { caller: { ...gmc, organisation: "CQC" }, more })).toEqual([null]);
  });
});

describe("a row of a review panel is shown", () => {
  const panel = "44444444-4444-4444-8444-444444444444";
  const ofPanels: MaskedView = {
    name: "concerns.panel_seen",
    table: "concerns.review_panel",
    panelKey: "id",
    columns: [
      { name: "invitation", compartment: "DELIBERATION:invitation", expression: "r.reason" },
      { name: "purpose", compartment: "DELIBERATION", expression: "r.purpose" },
      { name: "sealed", compartment: "IDENTITY", expression: "r.purpose" },
    ],
  };

  async function shownOfThePanel(relations: string, caller = gmc): Promise<unknown[]> {
    await admin.query("begin");
    try {
      await admin.query(
        `insert into concerns.review_panel (id, state, version, convenor, convened_on, convened_by_role, reason, purpose,
           mode, meets_on, providers, regions, professions)
         values ('${panel}', 'CONVENED', 1, 'Y60', '${today}', 'QUALITY_LEAD', 'B', 'Nights.', 'MEETING', '${today}',
           '{ZZN01}', '{Y60}', '{DOCTOR}')`,
      );
      await admin.query(`insert into concerns.panel_access values ('GMC', '${panel}', '{${relations}}')`);
      await admin.query(maskedViewSql(ofPanels));
      for (const [name, value] of callerSettings(caller, today))
        await admin.query("select set_config($1, $2, true)", [name, value]);
      return (await admin.query<object>("select relations, invitation, purpose, sealed from concerns.panel_seen")).rows;
    } finally {
      await admin.query("rollback");
    }
  }

  it.each([
    ["who attends it", "PANEL", "Nights."],
    ["who is invited, without what it is about", "INVITED", null],
  ])("to %s", async (_title, relation, purpose) => {
    expect(await shownOfThePanel(relation)).toEqual([
      { relations: [relation], invitation: "B", purpose, sealed: null },
    ]);
  });

  it.each([
    ["another body", { ...gmc, organisation: "NMC" }],
    ["a role that reads no invitation", { ...gmc, role: "AUDITOR", purpose: "AUDIT" } as const],
  ])("and not to %s", async (_title, caller) => {
    expect(await shownOfThePanel("PANEL", caller)).toEqual([]);
  });

  it("and not by a relation to a concern", async () => {
    expect(await shownOfThePanel("REMIT")).toEqual([]);
  });
});

describe("whether another concern is known", () => {
  it.each([
    ["is so where the body knows of it", [], true],
    ["is not where it does not", [`delete from concerns.concern_access where concern = ${another}`], false],
    [
      "is not where others know of it",
      [`delete from concerns.concern_access where concern = ${another} and organisation = 'GMC'`],
      false,
    ],
    [
      "is not where its share has ended",
      [
        `update concerns.concern_access set shared_until = '${dayBefore}', relations = '{SHARED}' where concern = ${another}`,
      ],
      false,
    ],
  ])("%s", async (_title, facts, expected) => {
    const rows = { sql: knowsOf(another) };
    expect((await shown("place", { caller: gmc, facts, more: { rows } })).length > 0).toBe(expected);
  });
});
