/** Emerging signals: where several bodies each hold something. What is told of it, to whom, and what never is. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { dayInEngland } from "../../hub/day-in-england.js";
import { protocolLimits } from "../../subgraphs/concerns/casework-references.js";
import { addDays } from "../../subgraphs/calendar-day.js";
import { assessed, done, reported } from "../support/casework.js";
import { inThreeMonths } from "../support/mutation-inputs.js";
import * as people from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";

let hub: TestHub;
let administrator: pg.Client;
beforeAll(async () => {
  hub = await openTestHub();
  administrator = new pg.Client({ connectionString: hub.database.adminUrl });
  await administrator.connect();
});
afterAll(async () => {
  await administrator.end();
  await hub.close();
});
beforeEach(async () => {
  await administrator.query("truncate concerns.concern cascade");
});

const daysAgo = (days: number): string => addDays(dayInEngland(), -days);
const question = `query Signals($minimumBodies: Int = 2, $withinDays: Int = 365) {
  emergingSignals(minimumBodies: $minimumBodies, withinDays: $withinDays) { place { code } bodies call { code } }
}`;

async function signalsFor(person: Person, asked: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
  const answer = await hub.as(person).for(question, asked);
  expect(answer.errors).toEqual([]);
  return answer.data?.["emergingSignals"];
}
const atNorthmoor = (bodies: number) => [{ place: { code: "ZZN01" }, bodies, call: { code: "Y60" } }];

const reportOf = (person: Person, more: Readonly<Record<string, unknown>> = {}) =>
  reported(hub, person, { educationProvider: null, ...more });
const contributed = (person: Person, id: string, receivedOn = daysAgo(10)) =>
  done(hub, person, "contributeIntelligence", { id, text: "What we heard.", receivedOn });

describe("a place is a signal", () => {
  it("where two regulators each reported something that the other may not know of", async () => {
    await reportOf(people.theGmc);
    expect(await signalsFor(people.theGmc)).toEqual([]);
    await reportOf(people.theNmc);
    for (const person of [
      people.theGmc,
      people.theNmc,
      people.theCqc,
      people.aRegionalLead,
      people.aLeadOfAnotherRegion,
    ])
      expect(await signalsFor(person)).toEqual(atNorthmoor(2));
  });

  it("where one reported, another contributed, a third keeps a case and a fourth shared", async () => {
    const id = await assessed(
      hub,
      { reporter: people.theNmc, lead: people.aRegionalLead, category: "ISF2" },
      { educationProvider: null },
    );
    await contributed(people.theGmc, id);
    const kept = { kind: "INSPECTION", openedOn: daysAgo(5), status: "OPEN", publishedByRegulator: false };
    await done(hub, people.theCqc, "recordRegulatorCase", { id, ...kept });
    const share = { id, organisation: "HCPC", dataClasses: [], until: inThreeMonths, reason: "A pattern." };
    await done(hub, people.aRegionalLead, "shareConcern", share);
    expect(await signalsFor(people.persona("hcpc"))).toEqual(atNorthmoor(4));
    expect(await signalsFor(people.theGmc, { minimumBodies: 4 })).toEqual(atNorthmoor(4));
    expect(await signalsFor(people.theGmc, { minimumBodies: 5 })).toEqual([]);
  });
});

describe("a place is none", () => {
  it("where a body holds many things, or NHS England in several offices", async () => {
    const id = await reportOf(people.aRegionalLead);
    await contributed(people.aNationalLead, id);
    await contributed(people.aRegionalLead, id);
    expect(await signalsFor(people.theGmc)).toEqual([]);
  });

  it("where the others are no bodies of the protocol: a provider, a university", async () => {
    await reportOf(people.aProviderLead);
    await reportOf(people.aUniversityLead);
    await reportOf(people.theGmc);
    expect(await signalsFor(people.theGmc)).toEqual([]);
  });

  it("where two bodies hold something about two places", async () => {
    await reportOf(people.theGmc);
    await reportOf(people.theNmc, { provider: "ZZE01" });
    expect(await signalsFor(people.theCqc)).toEqual([]);
  });

  it("where what one of them holds was declined or its share withdrawn", async () => {
    await reportOf(people.theGmc);
    const id = await reportOf(people.theNmc);
    await done(hub, people.aRegionalLead, "declineConcern", { id, reason: "It is looked into elsewhere." });
    expect(await signalsFor(people.theCqc)).toEqual([]);
  });

  it.each(protocolLimits().signals.periods)(
    "where what one of them holds is older than the period, %d days",
    async (days) => {
      const id = await reportOf(people.theNmc);
      const shared = { id, organisation: "GMC", dataClasses: [], until: inThreeMonths, reason: "A pattern." };
      await done(hub, people.theNmc, "shareConcern", shared);
      await contributed(people.theGmc, id, daysAgo(days));
      expect(await signalsFor(people.theCqc, { withinDays: days })).toEqual(atNorthmoor(2));
      await administrator.query("update concerns.contribution set received_on = received_on - 1");
      expect(await signalsFor(people.theCqc, { withinDays: days })).toEqual([]);
    },
  );
});

describe("a signal is told", () => {
  it.each([
    people.aProviderLead,
    people.aUniversityLead,
    people.anIcb,
    people.anAnalyst,
    people.anAuditor,
    people.anOperator,
    people.persona("midlands-guardian"),
  ])("not to $name, for whom it is as if there were none", async (person) => {
    const before = await hub.as(person).for(question);
    await reportOf(people.theGmc);
    await reportOf(people.theNmc);
    const after = await hub.as(person).for(question);
    expect(after.text).toBe(before.text);
    expect(after.data).toEqual({ emergingSignals: [] });
  });

  it("in the same bytes whosever it is, whatever it is and whenever it came", async () => {
    const id = await reportOf(people.theGmc, { title: "One thing" });
    await contributed(people.aRegionalLead, id, daysAgo(300));
    const one = await hub.as(people.theCqc).for(question);
    await administrator.query("truncate concerns.concern cascade");
    await reportOf(people.theNmc, { title: "Another", professions: ["NURSE_ADULT"] });
    await reportOf(people.persona("hcpc"), { title: "A third" });
    expect((await hub.as(people.theCqc).for(question)).text).toBe(one.text);
  });

  it.each([
    ["about single bodies", { minimumBodies: 1 }],
    ["about a period that is not offered, by which a day could be found", { withinDays: 91 }],
    ["about all time", { withinDays: 100_000 }],
  ])("by no question %s, whoever asks", async (_title, asked) => {
    for (const person of [people.theGmc, people.aProviderLead]) {
      const answer = await hub.as(person).for(question, asked);
      expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
    }
  });

  it("by the database too without a body and without a day, for those periods alone", async () => {
    const { rows } = await administrator.query<{ name: string }>(
      `select column_name as name from information_schema.columns
        where table_schema = 'concerns' and table_name = 'published_signal' order by ordinal_position`,
    );
    expect(rows.map(({ name }) => name)).toEqual(["place", "within_days", "bodies"]);
    const view = await administrator.query<{ sql: string }>(
      "select pg_get_viewdef('concerns.published_signal'::regclass) as sql",
    );
    for (const period of protocolLimits().signals.periods) expect(view.rows[0]?.sql).toContain(`(${period})`);
  });

  it("with an entry in the audit that names what was asked by", async () => {
    await signalsFor(people.theGmc);
    const { rows } = await administrator.query<{ records: unknown }>(
      "select records from audit.entry where organisation = 'GMC' order by id desc limit 1",
    );
    expect(JSON.stringify(rows)).toContain("emergingSignals");
  });
});
