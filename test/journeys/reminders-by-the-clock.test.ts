/** The clock reminds: of what is due, and then of what is overdue; each of it once, however often and by whomever it runs. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pino } from "pino";
import { dayInEngland } from "../../hub/day-in-england.js";
import { keepReminding } from "../../hub/reminding.js";
import { openHubDatabase, type HubDatabase } from "../../hub/subgraph-runtime.js";
import { addDays } from "../../subgraphs/calendar-day.js";
import { remindPeople } from "../../subgraphs/concerns/inbox/remind.js";
import { signed } from "../support/agreements.js";
import { assessed, done } from "../support/casework.js";
import { asAdministrator, inboxOf, toldOf } from "../support/inboxes.js";
import { convened, donePanel, joint, nextMonth } from "../support/panel-steps.js";
import * as people from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";

const logger = pino({ level: "silent" });
const today = dayInEngland();
let hub: TestHub;
let database: HubDatabase;
let another: HubDatabase;

beforeAll(async () => {
  hub = await openTestHub();
  database = await openHubDatabase(hub.settings, hub.database.url, hub.issuer.trust, logger);
  another = await openHubDatabase(hub.settings, hub.database.url, hub.issuer.trust, logger);
}, 60_000);
afterAll(async () => {
  await database.end();
  await another.end();
  await hub.close();
});

const { aRegionalLead: lead, aProviderLead: provider, aUniversityLead: reporter } = people;
const anExecutive = people.persona("northmoor-executive");
const on = (day: string, step = 50) => remindPeople(database.writer, { today: () => day, step });

async function required(dueOn: string): Promise<string> {
  const id = await assessed(hub, { reporter, lead, category: "ISF1" });
  const requirement = { id, kind: "MANDATORY", standard: "EQF-2021:3.5", text: "Name a clinician.", dueOn };
  await done(hub, lead, "issueRequirement", requirement);
  return id;
}

describe("a requirement", () => {
  const dueOn = addDays(today, 10);
  let id: string;
  beforeEach(async () => {
    id = await required(dueOn);
  });

  it("that is due soon is told to the provider once, although the run is repeated", async () => {
    await on(today);
    await on(today);
    await on(addDays(today, 1));
    expect(await toldOf(hub, provider, id)).toEqual(expect.arrayContaining(["REQUIREMENT_DUE", "REQUIREMENT_ISSUED"]));
    expect(await toldOf(hub, provider, id)).toHaveLength(2);
    for (const person of [reporter, anExecutive, people.aLeadOfAnotherProvider, people.aNationalLead, people.theGmc])
      expect(await toldOf(hub, person, id)).toEqual([]);
  });

  it("that is overdue is told to the provider, its executive and the region, although every run before was missed", async () => {
    await on(addDays(dueOn, 3));
    await on(addDays(dueOn, 30));
    expect(await toldOf(hub, provider, id)).toEqual(
      expect.arrayContaining(["REQUIREMENT_ISSUED", "REQUIREMENT_OVERDUE"]),
    );
    expect(await toldOf(hub, provider, id)).toHaveLength(2);
    expect(await toldOf(hub, anExecutive, id)).toEqual(["REQUIREMENT_OVERDUE"]);
    expect(await toldOf(hub, lead, id)).toEqual(["REQUIREMENT_OVERDUE"]);
    expect(await toldOf(hub, people.aNationalLead, id)).toEqual([]);
  });

  it("is reminded of once by two processes at once", async () => {
    await on(dueOn);
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) ids.push(await required(dueOn));
    const runs = [database.writer, another.writer, database.writer, another.writer].map((writer) =>
      remindPeople(writer, { today: () => dueOn, step: 2 }),
    );
    const given = (await Promise.all(runs)).map((reminded) => reminded.REQUIREMENT_DUE ?? 0);
    expect(given.reduce((sum, count) => sum + count)).toBe(5);
    for (const each of ids)
      expect((await toldOf(hub, provider, each)).filter((kind) => kind === "REQUIREMENT_DUE")).toHaveLength(1);
  });

  it("is reminded of again when its date is moved, and then only", async () => {
    await on(today);
    const key = "(select key from concerns.concern where id = $1)";
    await asAdministrator(hub, `update concerns.requirement set due_on = due_on + 1 where concern = ${key}`, [id]);
    await on(today);
    await on(today);
    expect((await toldOf(hub, provider, id)).filter((kind) => kind === "REQUIREMENT_DUE")).toHaveLength(2);
  });

  it("that was answered is not reminded of", async () => {
    const answer = await hub
      .as(provider)
      .for("query Read($id: ID!) { concern(id: $id) { requirements { id } } }", { id });
    const { requirements } = answer.data?.["concern"] as unknown as { requirements: { id: string }[] };
    await done(hub, provider, "respondToRequirement", { id, requirementId: requirements[0]?.id, text: "It is done." });
    await on(addDays(dueOn, 3));
    expect(await toldOf(hub, provider, id)).toEqual(["REQUIREMENT_ISSUED"]);
  });

  it("of a concern that ended is not reminded of", async () => {
    await asAdministrator(hub, "update concerns.concern set status = 'MERGED' where id = $1", [id]);
    await on(addDays(dueOn, 3));
    expect(await toldOf(hub, provider, id)).toEqual(["REQUIREMENT_ISSUED"]);
  });

  it("is told and noted together or not at all", async () => {
    await asAdministrator(hub, "alter table concerns.message rename to away");
    await expect(on(today)).rejects.toThrow();
    await asAdministrator(hub, "alter table concerns.away rename to message");
    await on(today);
    expect(await toldOf(hub, provider, id)).toEqual(expect.arrayContaining(["REQUIREMENT_DUE"]));
  });
});

it("a review that is overdue is told to the region, once for its date", async () => {
  const id = await assessed(hub, { reporter, lead, category: "ISF1" });
  await asAdministrator(hub, "update concerns.concern set next_review_on = $2 where id = $1", [id, today]);
  await on(today);
  expect(await toldOf(hub, lead, id)).toEqual([]);
  await on(addDays(today, 1));
  await on(addDays(today, 2), 1);
  expect(await toldOf(hub, lead, id)).toEqual(["REVIEW_OVERDUE"]);
  for (const person of [provider, people.aNationalLead, people.aLeadOfAnotherRegion])
    expect(await toldOf(hub, person, id)).toEqual([]);
});

it("an agreement that ends within sixty days is told to its parties, once, and to nobody else", async () => {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const soon = await signed(hub, { validUntil: inDays(30) });
  const later = await signed(hub, { validUntil: inDays(200) });
  await on(today);
  await on(addDays(today, 1));
  for (const person of [people.theGmc, people.aNationalLead]) {
    const { nodes } = await inboxOf(hub, person);
    const expiring = nodes.filter(({ kind }) => kind === "AGREEMENT_EXPIRING");
    expect(expiring).toMatchObject([{ reference: null, link: { type: "SharingAgreement", id: soon } }]);
    expect(JSON.stringify(nodes)).not.toContain(later);
  }
  for (const person of [people.theNmc, lead, provider])
    expect((await inboxOf(hub, person)).nodes.map(({ kind }) => kind)).not.toContain("AGREEMENT_EXPIRING");
});

it("the process that serves concerns reminds by itself, and tries again after a failure", async () => {
  const id = await required(today);
  await asAdministrator(hub, "alter table concerns.reminder rename to away");
  const reminding = keepReminding(database.writer, logger, 20);
  await new Promise((resolve) => setTimeout(resolve, 100));
  await asAdministrator(hub, "alter table concerns.away rename to reminder");
  for (const end = Date.now() + 5_000; Date.now() < end;)
    if ((await toldOf(hub, provider, id)).includes("REQUIREMENT_DUE")) break;
  await reminding.close();
  expect(await toldOf(hub, provider, id)).toContain("REQUIREMENT_DUE");
});

describe("npm run remind", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "remind-"));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  function run(...parameters: readonly string[]): Promise<{ exitCode: number; stdout: string }> {
    const env = { PATH: process.env["PATH"], DATABASE_URL: hub.database.url, HUB_DATA_DIR: folder, HUB_DEMO: "1" };
    return new Promise((resolve) => {
      const child = execFile(
        process.execPath,
        ["--import", "tsx", "scripts/remind.ts", ...parameters],
        { env },
        (_error, stdout) => {
          resolve({ exitCode: child.exitCode ?? -1, stdout });
        },
      );
    });
  }

  it("says what it reminded of, and then that there is nothing new", async () => {
    await on(today);
    await required(today);
    expect(await run("--json")).toEqual({ exitCode: 0, stdout: '{"reminded":{"REQUIREMENT_DUE":1}}\n' });
    expect(await run()).toEqual({ exitCode: 0, stdout: "There is nothing new to remind of.\n" });
  }, 180_000);

  it("takes no words that it does not know", async () => {
    expect(await run("--all")).toEqual({ exitCode: 2, stdout: "" });
  });
});

it("reminds a body of its action at a review panel a week ahead, and names no concern", async () => {
  const concern = await assessed(hub, { reporter, lead, category: "ISF1" });
  const panel = await convened(hub, concern, { attending: [people.theGmc] });
  await donePanel(hub, lead, "recordPanelDecision", { id: panel, ...joint });
  const told = () =>
    asAdministrator(hub, "select organisation, reference from concerns.message where link_id = $1 and kind = $2", [
      panel,
      "PANEL_ACTION_DUE",
    ]);
  await on(addDays(nextMonth, -8));
  expect(await told()).toEqual([]);
  for (const day of [-7, 0, 3]) await on(addDays(nextMonth, day));
  expect(new Set((await told()).map((row) => JSON.stringify(row)))).toEqual(
    new Set(["GMC", "Y60"].map((organisation) => JSON.stringify({ organisation, reference: null }))),
  );
  expect(await told()).toHaveLength(4);
});
