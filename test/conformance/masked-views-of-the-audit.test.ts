/** What the database itself shows of the audit, whatever a resolver or a hand-written query asks of its views. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { purposes, roles, type Caller, type OrganisationKind } from "../../authorisation/caller.js";
import { concernReadingView, othersEntryView, ownEntryView } from "../../database/access-log-views.js";
import { callerSettings } from "../../database/caller-settings.js";
import { dayInEngland } from "../../hub/day-in-england.js";
import { openAccessWorld } from "../support/access-world-hub.js";
import { inAnEmergency } from "../support/protection.js";
import * as people from "../support/people.js";
import type { TestHub } from "../support/test-hub.js";

let hub: TestHub;
let reader: pg.Client;

beforeAll(async () => {
  const opened = await openAccessWorld();
  hub = opened.hub;
  reader = new pg.Client({ connectionString: hub.database.readerUrl });
  await reader.connect();
  const everybody = [
    ...[people.aProviderLead, people.aRegionalLead, people.aCaseHolder, people.aGuardian, people.aNationalLead],
    ...[people.aUniversityLead, people.theGmc, people.theCqc, people.anIcb, ...inAnEmergency],
  ];
  for (const person of everybody)
    await hub.as(person).for("{ concerns { nodes { id category reporter { name } reveals { id } } } }");
});
afterAll(async () => {
  await reader.end();
  await hub.close();
});

type Row = Readonly<Record<string, unknown>>;

async function readAs(settings: readonly (readonly [string, string])[], sql: string): Promise<Row[]> {
  await reader.query("begin read only");
  try {
    for (const [name, value] of settings) await reader.query("select set_config($1, $2, true)", [name, value]);
    return (await reader.query<Row>(sql)).rows;
  } finally {
    await reader.query("rollback");
  }
}

const kinds = { X24: "NATIONAL_BODY", Y60: "REGION", ZZN01: "TRUST", GMC: "REGULATOR" } as const;
type Body = keyof typeof kinds;

function settingsOf(organisation: Body, role: Caller["role"], purpose: Caller["purpose"]) {
  const organisationKind: OrganisationKind = kinds[organisation];
  const person = { issuer: "i", subject: "s", assurance: null, tokenId: "t" };
  return callerSettings({ ...person, organisation, organisationKind, role, purpose }, dayInEngland());
}

const bodies = Object.keys(kinds) as Body[];
const entries = [ownEntryView, othersEntryView]
  .map((view) => `select organisation, role, operation from ${view}`)
  .join(" union all ");
const readings = `select * from ${concernReadingView}`;

it.each([entries, readings])("nobody is shown anything where no caller is set: %s", async (sql) => {
  expect(await readAs([], sql)).toEqual([]);
});

describe("entries of the audit", () => {
  it.each(bodies)("are those of its own people to an auditor of %s, and of all to one of NHS England", async (body) => {
    const shown = await readAs(settingsOf(body, "AUDITOR", "AUDIT"), entries);
    const organisations = new Set(shown.map(({ organisation }) => organisation));
    if (body === "X24") expect([...organisations]).toEqual(expect.arrayContaining(bodies));
    else expect([...organisations]).toEqual([body]);
  });

  it.each(bodies)(
    "are those of its own people to an executive of %s, without operations and guardians",
    async (body) => {
      const shown = await readAs(
        settingsOf(body, "EXECUTIVE", body === "GMC" ? "REGULATION" : "EDUCATION_QUALITY"),
        entries,
      );
      expect(new Set(shown.map(({ organisation }) => organisation))).toEqual(new Set([body]));
      expect(shown.filter(({ role, operation }) => role === "GUARDIAN" || operation !== null)).toEqual([]);
    },
  );

  const others = roles.filter((role) => role !== "AUDITOR" && role !== "EXECUTIVE");
  it.each(others)("are shown to no %s, whatever for", async (role) => {
    for (const body of bodies)
      for (const purpose of purposes) expect(await readAs(settingsOf(body, role, purpose), entries)).toEqual([]);
  });

  it.each(["STATISTICS", "SAFEGUARDING", "BREAK_GLASS"] as const)("are shown to nobody for %s", async (purpose) => {
    for (const body of bodies)
      for (const role of roles) expect(await readAs(settingsOf(body, role, purpose), entries)).toEqual([]);
  });

  it("are those of its own people alone to an auditor of NHS England for another purpose than the audit", async () => {
    const shown = await readAs(settingsOf("X24", "AUDITOR", "REGULATION"), entries);
    expect(shown.filter(({ organisation, operation }) => organisation !== "X24" || operation !== null)).toEqual([]);
  });
});

describe("who looked at concerns", () => {
  it.each(roles.filter((role) => role !== "EXECUTIVE"))("is not shown to a provider's %s", async (role) => {
    for (const purpose of purposes) expect(await readAs(settingsOf("ZZN01", role, purpose), readings)).toEqual([]);
  });

  it("is shown to a provider's executive, of bodies that the concern names and in ordinary roles alone", async () => {
    const shown = await readAs(settingsOf("ZZN01", "EXECUTIVE", "EDUCATION_QUALITY"), readings);
    expect(shown).not.toEqual([]);
    for (const { organisation, role } of shown) {
      expect(["ZZN01", "ZZWEXU", "X24", "Y60"]).toContain(organisation);
      expect(["QUALITY_LEAD", "EXECUTIVE", "MEMBER"]).toContain(role);
    }
  });

  it.each(["X24", "GMC"] as const)("is shown to nobody of %s", async (body) => {
    for (const role of roles)
      for (const purpose of purposes) expect(await readAs(settingsOf(body, role, purpose), readings)).toEqual([]);
  });
});
