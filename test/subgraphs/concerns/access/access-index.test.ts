/** The rows of the access index as they are written: from the facts of each concern, and from nothing beside them. */
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { DataSource, type EntityManager, type QueryRunner } from "typeorm";
import { dayInEngland } from "../../../../hub/day-in-england.js";
import { addDays } from "../../../../subgraphs/calendar-day.js";
import { refreshAccess, refreshAccessOf } from "../../../../subgraphs/concerns/access/access-index.js";
import { ConcernAccessRow, ConcernRow, ConcernShareRow } from "../../../../subgraphs/concerns/concern-tables.js";
import { createTestDatabase, type TestDatabase } from "../../../support/database.js";

let database: TestDatabase;
let source: DataSource;
/** Each test has a transaction, which is rolled back. */
let runner: QueryRunner;
let manager: EntityManager;

beforeAll(async () => {
  database = await createTestDatabase();
  const entities = [ConcernRow, ConcernAccessRow, ConcernShareRow];
  source = await new DataSource({ type: "postgres", url: database.writerUrl, entities }).initialize();
  await source.query(
    `insert into organisations.organisation (code, name, kind, source)
     values ('X24', 'NHS England', 'NATIONAL_BODY', 'test'), ('GMC', 'General Medical Council', 'REGULATOR', 'test')`,
  );
  await source.query(
    "insert into organisations.profession (code, title, regulator, source) values ('DOCTOR', 'Doctor', 'GMC', 'test')",
  );
  await source.query("insert into organisations.remit (regulator, profession) values ('GMC', 'DOCTOR')");
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});
beforeEach(async () => {
  runner = source.createQueryRunner();
  await runner.startTransaction();
  ({ manager } = runner);
  await manager.insert(ConcernRow, [one, other]);
});
afterEach(async () => {
  await runner.rollbackTransaction();
  await runner.release();
});

const today = dayInEngland();

function concern(key: string, more: Partial<ConcernRow>): ConcernRow {
  return {
    ...{ key, id: randomUUID(), reference: `QC-0000-000${key}`, title: "Nights", status: "ACCEPTED", category: "ISF1" },
    ...{ categorySince: today, raisedOn: today, identifiedOn: null, closedOn: null, changedOn: today, version: 1 },
    ...{ provider: "ZZN01", site: null, educationProvider: null, region: "Y60", icb: "QHL", reportedBy: "ZZWEXU" },
    ...{ subjectLevel: "PROVIDER", department: null, programme: null, professions: ["DOCTOR"], themes: [] },
    ...{ standards: [], sourceType: "LEARNER_FEEDBACK", patientSafetyRisk: false, learnerSafetyRisk: false },
    ...{ immediateRisk: false, risk: null, nextReviewOn: null, summary: null, narrative: "Nobody came." },
    ...{ learnersAffected: null, identityMode: "ANONYMOUS", outcomeReason: null },
    ...more,
  };
}
const one = concern("1", {});
const other = concern("2", { reference: "QC-0000-0002", region: "Y56", icb: null });
const standing = { X24: ["NATIONAL"], ZZN01: ["RESPONSIBLE"], ZZWEXU: ["REPORTED_BY"] };

/** Who has to do with a concern, as the index says. */
async function known(key: string): Promise<Record<string, string[]>> {
  const rows = await manager.findBy(ConcernAccessRow, { concern: key });
  return Object.fromEntries(rows.map(({ organisation, relations }) => [organisation, relations]));
}
const refreshed = () => refreshAccessOf(manager, [one, other], today);

it("concerns that are refreshed together each have their own rows", async () => {
  await refreshed();
  expect(await known("1")).toEqual({ ...standing, Y60: ["REGIONAL"], QHL: ["ICB"] });
  expect(await known("2")).toEqual({ ...standing, Y56: ["REGIONAL"] });
});

it("a concern that is refreshed alone leaves the others as they are", async () => {
  await refreshed();
  await refreshAccess(manager, { ...one, region: "Y56" }, today);
  expect(await known("1")).toEqual({ ...standing, Y56: ["REGIONAL"], QHL: ["ICB"] });
  expect(await known("2")).toEqual({ ...standing, Y56: ["REGIONAL"] });
});

it.each(["REPORTED", "DECLINED"] as const)("of a concern that is %s the provider has no row", async (status) => {
  await refreshAccess(manager, { ...one, status }, today);
  expect(await known("1")).toEqual({ X24: ["NATIONAL"], Y60: ["REGIONAL"], ZZWEXU: ["REPORTED_BY"] });
});

it("a body that no longer has to do with it has no row any more", async () => {
  await refreshAccess(manager, { ...one, category: "ISF2" }, today);
  expect(await known("1")).toMatchObject({ GMC: ["REMIT"] });
  await refreshAccess(manager, one, today);
  expect(await known("1")).toEqual({ ...standing, Y60: ["REGIONAL"], QHL: ["ICB"] });
});

it("a row says what it is by which the concern is listed and found", async () => {
  await refreshAccess(manager, { ...one, nextReviewOn: today }, today);
  const keys = { category: "ISF1", provider: "ZZN01", raisedOrder: today, changedOrder: today, reviewOrder: today };
  expect(await manager.findOneBy(ConcernAccessRow, { concern: "1", organisation: "X24" })).toEqual({
    ...{ organisation: "X24", concern: "1", relations: ["NATIONAL"], sharedUntil: null },
    ...{ ...keys, statusKey: "ACCEPTED", referenceKey: one.reference },
  });
});

describe("a share", () => {
  const share = (more: Partial<ConcernShareRow>) =>
    manager.insert(ConcernShareRow, {
      ...{ id: randomUUID(), concern: "1", organisation: "CQC", sharedBy: "Y60", classes: [], compartments: [] },
      ...{ reason: "Seen.", sharedOn: addDays(today, -9), until: today, withdrawnOn: null },
      ...more,
    });

  it.each([
    ["makes a row of its concern, and of no other, on its last day", {}, { 1: true, 2: false }],
    ["makes none after it", { until: addDays(today, -1) }, { 1: false, 2: false }],
    ["makes none once it was withdrawn", { withdrawnOn: today }, { 1: false, 2: false }],
    ["makes one of another concern for that", { concern: "2" }, { 1: false, 2: true }],
  ])("%s", async (_title, more, expected) => {
    await share(more);
    await refreshed();
    for (const [key, isKnown] of Object.entries(expected))
      expect((await known(key))["CQC"]).toEqual(isKnown ? ["SHARED"] : undefined);
  });

  it("is written with its last day", async () => {
    await share({ until: addDays(today, 7) });
    await refreshed();
    const row = await manager.findOneBy(ConcernAccessRow, { concern: "1", organisation: "CQC" });
    expect(row?.sharedUntil).toBe(addDays(today, 7));
  });
});

describe("a review panel", () => {
  const panel = async (state: string, relations: string, concernKey = "1"): Promise<void> => {
    const id = randomUUID();
    await manager.query(
      `insert into concerns.review_panel (id, state, version, convenor, convened_on, convened_by_role, reason, purpose,
         mode, meets_on, providers, regions, professions)
       values ($1, $2, 1, 'Y60', $3, 'QUALITY_LEAD', 'B', 'Nights.', 'TELECONFERENCE', $3, '{ZZN01}', '{Y60}', '{DOCTOR}')`,
      [id, state, today],
    );
    await manager.query(
      "insert into concerns.panel_concern (id, panel, concern, leads) values (gen_random_uuid(), $1, $2, true)",
      [id, concernKey],
    );
    await manager.query("insert into concerns.panel_access (organisation, panel, relations) values ('NMC', $1, $2)", [
      id,
      relations,
    ]);
  };

  it.each([
    ["makes a row for a body that attends it", "CONVENED", "{PANEL}", ["PANEL"]],
    ["makes one when it has decided", "DECIDED", "{PANEL}", ["PANEL"]],
    ["makes none for a body that is invited", "CONVENED", "{INVITED}", undefined],
    ["makes none once it is closed", "CLOSED", "{PANEL}", undefined],
  ])("%s", async (_title, state, relations, expected) => {
    await panel(state, relations);
    await refreshed();
    expect((await known("1"))["NMC"]).toEqual(expected);
    expect(await known("2")).not.toHaveProperty("NMC");
  });

  it("makes a row of the concern that it is on", async () => {
    await panel("CONVENED", "{PANEL}", "2");
    await refreshed();
    expect(await known("1")).not.toHaveProperty("NMC");
    expect((await known("2"))["NMC"]).toEqual(["PANEL"]);
  });

  it("makes a row of a concern that is worked out by itself", async () => {
    await panel("CONVENED", "{PANEL}");
    await refreshAccess(manager, one, today);
    expect((await known("1"))["NMC"]).toEqual(["PANEL"]);
  });
});

it("a removal of learners that is decided makes a row for their university, of its concern alone", async () => {
  const id = randomUUID();
  await manager.query(
    `insert into concerns.learner_removal (id, concern, state, scope, extent, reasons, risk_of_staying, risk_of_removal,
       urgent, starts_on, proposed_on, decided_on)
     values ($1, 1, 'DECIDED', 'SITE', 'FULL', '{SUPERVISION}', 'One.', 'Another.', false, $2, $2, $2)`,
    [id, today],
  );
  await manager.query(
    `insert into concerns.removed_learners (id, removal, concern, profession, stage, education_provider, learners, band)
     values (gen_random_uuid(), $1, 1, 'NURSE_ADULT', 'UNDERGRADUATE', 'ZZFENU', 9, '5')`,
    [id],
  );
  await refreshed();
  expect((await known("1"))["ZZFENU"]).toEqual(["EDUCATION_PROVIDER"]);
  expect(await known("2")).not.toHaveProperty("ZZFENU");
});
