/** The last wall: what the database itself refuses, whatever a resolver or a hand-written query asks of it. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { compartments, existence, type Compartment } from "../../authorisation/data-class.js";
import { concernReadingView, othersEntryView, ownEntryView } from "../../database/access-log-views.js";
import { asOfViews } from "../../database/as-of-view.js";
import { callerSettings } from "../../database/caller-settings.js";
import { databaseRoles } from "../../database/database-roles.js";
import { conditionsOf, maskedViewSql, recordConditions, type MaskedView } from "../../database/masked-view.js";
import { unlockSetting } from "../../database/view-settings.js";
import { dayInEngland } from "../../hub/day-in-england.js";
import { allSubgraphs } from "../../hub/subgraphs.js";
import { addDays } from "../../subgraphs/calendar-day.js";
import { openAccessWorld } from "../support/access-world-hub.js";
import type { TestHub } from "../support/test-hub.js";

let hub: TestHub;
let reader: pg.Client;
let admin: pg.Client;

beforeAll(async () => {
  ({ hub } = await openAccessWorld());
  reader = new pg.Client({ connectionString: hub.database.readerUrl });
  admin = new pg.Client({ connectionString: hub.database.adminUrl });
  await Promise.all([reader.connect(), admin.connect()]);
});
afterAll(async () => {
  await Promise.all([reader.end(), admin.end()]);
  await hub.close();
});

const views = allSubgraphs().flatMap((subgraph) => subgraph.views);
/** What is no longer in the access index has no row for NHS England, which loses none; see what-changed-since. */
const ofTheIndex = views.filter(({ access }) => access === undefined);
const roles = databaseRoles("hub");
const { viewOwner } = roles;

/** Settings that put a body in front of the views, acting for itself. */
const asking = (body: string) =>
  [
    ["hub.organisation", body],
    ["hub.acting_for", body],
  ] as const;

/** Reads as the reader, in a transaction with these settings and no others. */
async function readWith(
  settings: readonly (readonly [string, string])[],
  sql: string,
): Promise<Record<string, unknown>[]> {
  await reader.query("begin read only");
  try {
    for (const [name, value] of settings) await reader.query("select set_config($1, $2, true)", [name, value]);
    return (await reader.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await reader.query("rollback");
  }
}

/** Whether the server refused for want of a right, and not for another reason. */
async function refusal(sql: string): Promise<string> {
  const error: unknown = await reader.query(sql).catch((cause: unknown) => cause);
  return error instanceof pg.DatabaseError ? String(error.code) : "none";
}
const insufficientPrivilege = "42501";

describe("the generated views", () => {
  it.each(views)("$name is installed as its annotations say", async (view) => {
    const installed = await definitionOf(view.name);
    await admin.query("begin");
    await admin.query(`drop view ${view.name}; ${maskedViewSql(view)}`);
    const made = await definitionOf(view.name);
    await admin.query("rollback");
    expect(installed).toBe(made);
  });

  it("there is no view of concerns that the annotations do not make, but what is published", async () => {
    const { rows } = await admin.query<{ name: string }>(
      String.raw`select schemaname || '.' || viewname as name from pg_views
        where schemaname = 'concerns' and viewname not like 'published\_%'`,
    );
    const ofTheAudit = [ownEntryView, othersEntryView, concernReadingView];
    const ofInboxes = ["message", "message_channel", "guardian_count"].map((name) => `concerns.visible_${name}`);
    const made = [...[...views, ...asOfViews(views)].map(({ name }) => name), ...ofInboxes, ...ofTheAudit];
    expect(rows.map(({ name }) => name).sort()).toEqual(made.sort());
  });

  it.each(views)("$name begins with what says where the caller stands, and has its own columns after", async (view) => {
    const { rows } = await admin.query<{ name: string }>(
      `select column_name as name from information_schema.columns
        where table_schema || '.' || table_name = $1 order by ordinal_position`,
      [view.name],
    );
    const fixed = ["key", "relations", "by_agreement", "by_share", "by_glass", "by_owner", "id"];
    expect(rows.map(({ name }) => name)).toEqual([...fixed, ...view.columns.map(({ name }) => name)]);
  });

  it("belong to a role that cannot log in, is no superuser, and owns no table", async () => {
    const { rows: owners } = await admin.query<{ owner: string }>(
      String.raw`select distinct viewowner as owner from pg_views where viewname like 'visible\_%' or viewname like 'published\_%'`,
    );
    expect(owners).toEqual([{ owner: viewOwner }]);
    const { rows } = await admin.query(
      `select rolcanlogin, rolsuper, rolbypassrls,
              exists (select from pg_tables where tableowner = rolname) as "ownsTables" from pg_roles where rolname = $1`,
      [viewOwner],
    );
    expect(rows).toEqual([{ rolcanlogin: false, rolsuper: false, rolbypassrls: false, ownsTables: false }]);
  });

  async function definitionOf(view: string): Promise<string> {
    const { rows } = await admin.query<{ sql: string }>("select pg_get_viewdef($1::regclass) as sql", [view]);
    return rows[0]?.sql ?? "";
  }
});

describe("the reader", () => {
  it("may select no table, whichever it is", async () => {
    const { rows: tables } = await admin.query<{ name: string }>(
      `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(15);
    const answers = await refusals(tables.map(({ name }) => [name, `select * from ${name} limit 1`]));
    expect(answers.filter(([, code]) => code !== insufficientPrivilege)).toEqual([]);
  });

  it("may select no column of a table either", async () => {
    const { rows } = await admin.query(
      `select table_schema, table_name, column_name from information_schema.column_privileges p
        where grantee in ($1, 'PUBLIC') and table_schema not in ('pg_catalog', 'information_schema')
          and not exists (select from pg_views v where v.schemaname = p.table_schema and v.viewname = p.table_name)`,
      [roles.reader],
    );
    expect(rows).toEqual([]);
  });

  it("may select the visible and the published views, and no other", async () => {
    const { rows: all } = await admin.query<{ name: string }>(
      `select schemaname || '.' || viewname as name from pg_views where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    for (const { name } of all) {
      const isOpen = /\.(visible|published)_/.test(name);
      expect([name, await refusal(`select * from ${name} limit 1`)]).toEqual([
        name,
        isOpen ? "none" : insufficientPrivilege,
      ]);
    }
  });

  it("may write nothing, through a view neither", async () => {
    const { rows: all } = await admin.query<{ name: string }>(
      `select schemaname || '.' || viewname as name from pg_views where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    const answers = await refusals(all.map(({ name }) => [name, `delete from ${name}`]));
    expect(answers.filter(([, code]) => code === "none")).toEqual([]);
  });

  it.each([
    ["become the owner of the views", `set role ${viewOwner}`],
    ["become the owner of the tables", `set role ${roles.tableOwner}`],
    ["become the writer", `set role ${roles.writer}`],
    ["make a table", "create table concerns.mine (a int)"],
    ["make a function", "create function concerns.mine() returns int language sql as 'select 1'"],
    ["make a temporary table", "create temporary table mine (a int)"],
    ["read a file of the server", "select pg_read_file('postgresql.conf')"],
    ["copy to a program", "copy (select 1) to program 'true'"],
    ["lock a concern", "select * from concerns.visible_concern for update"],
  ])("cannot %s", async (_title, sql) => {
    expect(await refusal(sql)).toBe(insufficientPrivilege);
  });

  async function refusals(statements: readonly (readonly [string, string])[]): Promise<[string, string][]> {
    const answers: [string, string][] = [];
    for (const [name, sql] of statements) answers.push([name, await refusal(sql)]);
    return answers;
  }
});

describe("a visible view", () => {
  const nation = "X24";
  /** It shared what is shared, so that no view is without a row for it. */
  const region = "Y60";
  /** Whoever reads no evidence is not told that there is any. */
  const shownWith: Readonly<Record<string, Compartment>> = { "concerns.visible_evidence": "NARRATIVE:evidence" };
  /** Whether rows of a view are shown to somebody for whom this compartment alone is unlocked, or none. */
  const areShown = ({ name, rows }: Pick<MaskedView, "name" | "rows">, unlockedOne?: Compartment): boolean => {
    if (rows === undefined || rows.otherwise === unlockedOne) return true;
    return rows.sql !== undefined && (shownWith[name] ?? unlockedOne) === unlockedOne;
  };
  const everyRelation =
    "RESPONSIBLE,HOST,EDUCATION_PROVIDER,REPORTED_BY,REGIONAL,NATIONAL,REMIT,SHARED,PANEL,ICB,INVITED";
  const unlocked = [
    ["hub.today", dayInEngland()] as const,
    ["hub.purpose", "REGULATION"] as const,
    ...compartments.map((compartment) => [unlockSetting(compartment), everyRelation] as const),
    ...compartments.flatMap((compartment) =>
      conditionsOf(compartment).map((condition) => [unlockSetting(compartment, condition), everyRelation] as const),
    ),
  ];

  it.each(views)("$name has no rows where no caller is set", async ({ name, access }) => {
    expect(await readWith([], `select * from ${name}`)).toEqual([]);
    expect(await readWith(unlocked, `select * from ${name}`)).toEqual([]);
    expect(await readWith([...asking(""), ...unlocked], `select * from ${name}`)).toEqual([]);
    if (access !== undefined) return;
    for (const body of [nation, region])
      expect(await readWith([...asking(body), ...unlocked], `select * from ${name}`)).not.toEqual([]);
  });

  /** Whoever reads no invitation does not know of a panel: its rows go with that, as those of others with a relation. */
  const ofPanels = views.filter(({ panelKey }) => panelKey !== undefined);
  const ofConcerns = ofTheIndex.filter(({ panelKey }) => panelKey === undefined);

  it.each(ofPanels)("$name has no rows where no invitation may be read", async ({ name }) => {
    const invitation: Compartment = "DELIBERATION:invitation";
    const others = compartments.filter((one) => one !== invitation);
    const settings = others.map((one) => [unlockSetting(one), everyRelation] as const);
    expect(await readWith([...asking(region), ...settings], `select * from ${name}`)).toEqual([]);
  });

  it.each(ofPanels)("$name shows who is invited the invitation, and nothing else", async ({ name, columns }) => {
    const opened = compartments.map(
      (one) => [unlockSetting(one), one === "DELIBERATION:invitation" ? "INVITED" : "PANEL"] as const,
    );
    const read = await readWith([...asking("HCPC"), ...opened], `select * from ${name}`);
    // There is none of either before a panel has decided, after which no invitation stands open.
    if (!/dissent|action/.test(name)) expect(read).not.toEqual([]);
    const hidden = columns.filter(({ compartment }) => compartment !== "DELIBERATION:invitation");
    for (const row of read)
      for (const { name: column } of hidden) expect([column, row[column]]).toEqual([column, null]);
  });

  it.each(ofConcerns)("$name has no values where nothing is unlocked", async ({ columns, ...view }) => {
    const rows = await readWith([...asking(region)], `select * from ${view.name}`);
    expect(rows.length > 0).toBe(areShown(view));
    const masked = columns.filter(({ compartment }) => compartment !== existence);
    for (const row of rows)
      for (const column of masked) expect([column.name, row[column.name]]).toEqual([column.name, null]);
  });

  it.each(ofConcerns)(
    "$name opens with a compartment the columns of that compartment, and no other",
    async ({ columns, ...view }) => {
      for (const compartment of compartments) {
        const settings = [
          ...asking(region),
          [unlockSetting(compartment), "REGIONAL"],
          ["hub.today", "2999-01-01"],
        ] as const;
        const rows = await readWith(settings, `select * from ${view.name}`);
        expect(rows.length > 0).toBe(areShown(view, compartment));
        const shown = columns
          .filter((column) => rows.some((row) => row[column.name] !== null))
          .map((column) => column.name);
        const open = columns
          .filter((column) => [compartment, existence].includes(column.compartment))
          .map((column) => column.name);
        expect(open).toEqual(expect.arrayContaining(shown));
      }
    },
  );

  it.each([
    ["a relation that the row does not have", "ICB"],
    ["part of the name of one", "NATION"],
    ["one in small letters", "national"],
    ["one with a space before it", " NATIONAL"],
    ["everything, as a pattern", "%"],
  ])("opens nothing to %s", async (_title, relation) => {
    const settings = [
      ...asking(nation),
      ...compartments.map((one) => [unlockSetting(one), relation] as const),
    ] as const;
    const rows = await readWith(settings, "select narrative, title from concerns.visible_concern");
    expect(rows.filter(({ narrative, title }) => narrative !== null || title !== null)).toEqual([]);
  });

  it.each([
    ["shares", "select from concerns.visible_share", "SHARED"],
    ["contributions", "select from concerns.visible_contribution", everyRelation],
    ["events that belong to bodies", "select from concerns.visible_concern_event where kind = 'SHARED'", "SHARED"],
    ["mergers", "select from concerns.visible_merged_from", everyRelation],
    [
      "whose a published case is",
      "select from concerns.visible_regulator_case where shared_with is not null",
      everyRelation,
    ],
  ])("shows of what is somebody's own, such as %s, nothing to whoever acts for nobody", async (_what, sql, opening) => {
    const settings = (body: string): [string, string][] => [
      ["hub.organisation", body],
      ["hub.today", dayInEngland()],
      [unlockSetting("OPERATIONAL"), opening],
      [unlockSetting("INTELLIGENCE", "owner"), opening],
    ];
    const own: unknown[] = [];
    for (const body of ["CQC", "GMC", region]) {
      own.push(...(await readWith([...settings(body), ...asking(body)], sql)));
      expect(await readWith(settings(body), sql)).toEqual([]);
    }
    expect(own).not.toEqual([]);
  });

  describe("of what is shared", () => {
    const shared = (body: string): readonly (readonly [string, string])[] => [
      ...asking(body),
      ["hub.today", dayInEngland()],
    ];
    const operational = ["OPERATIONAL:headline", "OPERATIONAL"] as const;
    const open = (...list: readonly Compartment[]) => list.map((one) => [unlockSetting(one), everyRelation] as const);
    const openByShare = (...list: readonly Compartment[]) =>
      list.map((one) => [unlockSetting(one, "share"), "SHARED"] as const);

    it.each([
      ["the body that received it, with its text", "CQC", "NARRATIVE", true],
      ["a body whose share has no class", "NMC", "NARRATIVE", false],
      ["a class that the share does not name", "CQC", "MANAGEMENT", false],
      ["a body whose share was withdrawn", "HCPC", "NARRATIVE", false],
      ["a body that has another part in it", "ZZN01", "NARRATIVE", false],
    ] as const)("opens to %s, %s, %s: %s", async (_title, body, compartment, isShown) => {
      const column = compartment === "NARRATIVE" ? "narrative" : "detail";
      const view = compartment === "NARRATIVE" ? "visible_concern" : "visible_progress_update";
      const sql = `select ${column} as text from concerns.${view}`;
      const rows = await readWith([...shared(body), ...openByShare(compartment)], sql);
      expect(rows.some(({ text }) => text !== null)).toBe(isShown);
      const byAgreement = [[unlockSetting(compartment, "agreement"), "SHARED,REMIT"] as const];
      const otherwise = await readWith([...shared(body), ...byAgreement], sql);
      expect(otherwise.filter(({ text }) => text !== null)).toEqual([]);
    });

    it.each([
      ["the region, which shared it", region, ["CQC", "HCPC", "NMC"]],
      ["the CQC its own alone", "CQC", ["CQC"]],
      ["the NMC its own alone", "NMC", ["NMC"]],
      ["none after it was withdrawn", "HCPC", []],
      ["the provider none", "ZZN01", []],
      ["the university none", "ZZWEXU", []],
      ["the board none", "QHL", []],
      ["another regulator none", "GMC", []],
      ["another region none", "Y56", []],
    ] as const)("shows of the shares %s", async (_title, body, bodies) => {
      const rows = await readWith([...shared(body), ...open(...operational)], "select * from concerns.visible_share");
      expect(rows.map(({ organisation }) => organisation).sort()).toEqual(bodies);
    });

    it("shows NHS England nationally all shares where it reads its casework, and otherwise none", async () => {
      const sql = "select * from concerns.visible_share";
      const casework = open("MANAGEMENT:internal");
      expect(await readWith([...shared(nation), ...open(...operational)], sql)).toEqual([]);
      expect(await readWith([...shared(nation), ...open(...operational), ...casework], sql)).toHaveLength(3);
    });

    it.each([
      ["its last day has passed", "2999-01-01"],
      ["nobody says what day it is", ""],
    ])("shows nothing once %s", async (_title, day) => {
      for (const body of ["CQC", "NMC"])
        expect(
          await readWith(
            [...asking(body), ["hub.today", day], ...open(...operational)],
            "select * from concerns.visible_concern where 'SHARED' = any(relations)",
          ),
        ).toEqual([]);
    });

    it.each([
      ["on its last day", "on", ["ICB", "SHARED"]],
      ["the day after", "after", ["ICB"]],
      ["where nobody says what day it is", "never", ["ICB"]],
    ] as const)("beside another relation, is a relation %s: %s", async (_title, when, relations) => {
      const today = dayInEngland();
      const day = { on: today, after: addDays(today, 1), never: "" }[when];
      await admin.query("begin");
      const { rows: given } = await admin.query<{ concern: string }>(
        `update concerns.concern_access set relations = '{ICB,SHARED}', shared_until = $1
          where organisation = 'QHL' returning concern::text`,
        [today],
      );
      for (const [name, value] of [...asking("QHL"), ["hub.today", day], ...open("OPERATIONAL")] as const)
        await admin.query("select set_config($1, $2, true)", [name, value === everyRelation ? "SHARED" : value]);
      const { rows } = await admin.query<{ relations: string[]; title: string | null }>(
        "select relations, title from concerns.visible_concern",
      );
      await admin.query("rollback");
      expect(rows).toHaveLength(given.length);
      for (const row of rows) {
        expect(row.relations).toEqual(relations);
        expect(row.title === null).toBe(when !== "on");
      }
    });
  });

  describe("of what bodies contributed", () => {
    const knows = openedFor("REPORTED_BY,REGIONAL,NATIONAL,REMIT,SHARED,PANEL", "owner");
    const own = (body: string) => [...asking(body), ["hub.today", dayInEngland()], ...knows] as const;
    const sql = "select owner, shared_with from concerns.visible_contribution";

    it.each([
      ["the CQC its own, and what it may read", "CQC", ["CQC", "GMC", "Y60"]],
      ["the NMC its own alone", "NMC", ["NMC"]],
      [
        "the GMC its own alone, and not what it may read of a concern that it may not know of",
        "GMC",
        ["GMC", "GMC", "GMC"],
      ],
      ["the region its own, and what it may read", region, ["CQC", "GMC", region]],
      ["NHS England what it may read", nation, ["CQC"]],
      ["the provider none", "ZZN01", []],
      ["the university none", "ZZWEXU", []],
      ["the board none", "QHL", []],
      ["another region none", "Y56", []],
    ] as const)("shows %s", async (_title, body, owners) => {
      const rows = await readWith(own(body), sql);
      expect(rows.map(({ owner }) => owner).sort()).toEqual(owners);
      for (const { owner, shared_with: others } of rows) expect(others === null).toBe(owner !== body);
    });

    it.each([
      ["a compartment that another relation opens", openedFor("REGIONAL", "owner")],
      ["the same compartment without a condition, which no line of the policy opens", openedFor("ICB", "always")],
      ["nothing", []],
    ])("shows the CQC nothing by %s", async (_title, settings) => {
      expect(await readWith([...asking("CQC"), ["hub.today", dayInEngland()], ...settings], sql)).toEqual([]);
    });

    function openedFor(relations: string, condition: "owner" | "always") {
      return [[unlockSetting("INTELLIGENCE", condition), relations]] as [string, string][];
    }
  });

  it("has a setting for each condition under which the policy opens a compartment", () => {
    const regulator = {
      issuer: "i",
      subject: "s",
      organisation: "GMC",
      organisationKind: "REGULATOR",
      role: "QUALITY_LEAD",
      purpose: "REGULATION",
      assurance: null,
      tokenId: "t",
    } as const;
    const given = new Map(callerSettings(regulator, "2026-01-01"));
    for (const compartment of compartments)
      for (const condition of recordConditions) {
        const owned = "REPORTED_BY,REGIONAL,NATIONAL,REMIT,SHARED,PANEL";
        const holders = { agreement: "REMIT", share: "SHARED", glass: "REMIT,ICB", owner: owned }[condition];
        const isAsked = conditionsOf(compartment).includes(condition);
        expect(given.get(unlockSetting(compartment, condition))).toBe(isAsked ? holders : undefined);
      }
    expect(given.get("hub.purpose")).toBe("REGULATION");
  });

  it("has no rows for a caller whose role reads no record", async () => {
    const analyst = {
      issuer: "i",
      subject: "s",
      organisation: nation,
      organisationKind: "NATIONAL_BODY",
      role: "ANALYST",
      purpose: "STATISTICS",
      assurance: null,
      tokenId: "t",
    } as const;
    expect(await readWith(callerSettings(analyst, "2026-01-01"), "select * from concerns.visible_concern")).toEqual([]);
  });

  it("shows a filter over a masked column the mask, and not what is behind it", async () => {
    const settings = [...asking("QHL"), ...callerUnlocks("ICB")] as const;
    for (const condition of [
      "narrative like '%night%'",
      "narrative is not null",
      "status = 'CLOSED'",
      "reference > ''",
      "raised_on < current_date + 1",
    ])
      expect(await readWith(settings, `select key from concerns.visible_concern where ${condition}`)).toEqual([]);
    const plan = await readWith(settings, "select key from concerns.visible_concern");
    expect(plan.length).toBeGreaterThan(0);
  });

  function callerUnlocks(relation: string): readonly (readonly [string, string])[] {
    return [[unlockSetting(existence), relation]];
  }
});
