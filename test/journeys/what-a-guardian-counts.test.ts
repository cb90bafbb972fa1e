/** What guardians count: how often people spoke up and about what, from published quarters, so that nobody can be told. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { publishStatisticsAt } from "../../hub/publish-statistics-at.js";
import { age } from "../support/access-world.js";
import { assessed, done, reported } from "../support/casework.js";
import { asAdministrator } from "../support/inboxes.js";
import * as people from "../support/people.js";
import { openTestHub, type Answer, type TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";

const guardianAt = (organisation: string): Person => ({
  name: `guardian-of-${organisation}`,
  organisation,
  role: "GUARDIAN",
  purpose: "SAFEGUARDING",
});
const [ofNorthmoor, ofEastvale, ofLarkmarsh] = [guardianAt("ZZN01"), guardianAt("ZZE01"), guardianAt("ZZL01")];
const ofTheRegion = people.aGuardian;
const national = guardianAt("X24");

let hub: TestHub;
let quarter: string;
let bullied: string;
const aReport = { educationProvider: null, site: null, sourceType: "LEARNER", themes: ["BULLYING_UNDERMINING"] };
const parts = { reporter: people.aUniversityLead, lead: people.aRegionalLead, category: "ISF1" };

/** More like one that was reported more than a quarter ago, as many as there are keys. */
async function copies(id: string, first: number, times: number, provider: string): Promise<void> {
  await asAdministrator(
    hub,
    `insert into concerns.concern select (jsonb_populate_record(c, jsonb_build_object(
       'key', i, 'id', gen_random_uuid(), 'reference', 'QC-' || i, 'provider', $4::text))).*
     from concerns.concern c, generate_series($2::int, $2::int + $3::int - 1) i where c.id = $1`,
    [id, first, times, provider],
  );
}

/** About bullying 12 times at Northmoor, 3 at Eastvale and 9 at Larkmarsh; one person suffered for it. */
beforeAll(async () => {
  hub = await openTestHub();
  const more = { ...aReport, provider: "ZZN01", patientSafetyRisk: false, learnerSafetyRisk: false };
  bullied = await assessed(hub, parts, more);
  await done(hub, people.aGuardian, "reportDetriment", { id: bullied, kind: "CAREER", text: "A rota was changed." });
  await asAdministrator(hub, "update concerns.detriment_report set reported_on = reported_on - 100 returning 1");
  const survey = await assessed(hub, parts, { ...more, sourceType: "NETS" });
  const unaccepted = await reported(hub, people.aUniversityLead, more);
  for (const id of [bullied, survey, unaccepted]) await age(hub, id, 100);
  await copies(bullied, 1, 11, "ZZN01");
  await copies(bullied, 101, 3, "ZZE01");
  await copies(bullied, 201, 9, "ZZL01");
  await publishStatisticsAt(hub.settings, hub.database.url);
  const snapshots = await hub.as(people.anAnalyst).for("{ statisticsSnapshots { period } }");
  quarter = String((snapshots.data?.["statisticsSnapshots"] as unknown as { period: string }[])[0]?.period).slice(-7);
});
afterAll(() => hub.close());

const question = `query Counts($period: String) { guardianCounts(period: $period) {
  quarter counts { organisation { code } element value suppressed } } }`;
const ask = (person: Person, period?: string): Promise<Answer> => hub.as(person).for(question, { period });
async function counts(person: Person, period?: string): Promise<readonly (readonly unknown[])[]> {
  const { data } = await ask(person, period);
  const told = data?.["guardianCounts"] as unknown as {
    counts: { organisation: { code: string }; element: string; value: number | null; suppressed: boolean }[];
  };
  return told.counts.map(({ organisation, element, value, suppressed }) => [
    organisation.code,
    element,
    suppressed ? "hidden" : value,
  ]);
}
const others = (code: string) => [
  [code, "PATIENT_SAFETY", 0],
  [code, "WORKER_SAFETY", 0],
];

describe("a guardian", () => {
  it("of a trust counts what was spoken up about there, rounded, and no detriment", async () => {
    const own = [...others("ZZN01"), ["ZZN01", "BULLYING", 10], ["ZZN01", "ATTITUDES", 0]];
    expect(await counts(ofNorthmoor)).toEqual(own);
    expect(await counts(ofNorthmoor, quarter)).toEqual(own);
  });

  it.each([
    ["few", ofEastvale],
    ["enough, but by which the few of another would be known", ofLarkmarsh],
  ])("of a trust is told no number of %s", async (_many, person) => {
    expect(await counts(person)).toContainEqual([person.organisation, "BULLYING", "hidden"]);
  });

  it("of a region counts over the region, and reads that there was some detriment and not how much", async () => {
    expect(await counts(ofTheRegion)).toEqual([
      ...others("Y60"),
      ["Y60", "BULLYING", 25],
      ["Y60", "ATTITUDES", 0],
      ["Y60", "DETRIMENT", "hidden"],
    ]);
  });

  it("nationally counts by region, and by no provider", async () => {
    expect(await counts(national)).toEqual(await counts(ofTheRegion));
  });

  it("reads no more of a concern than before: a trust's own is told nothing of who spoke up", async () => {
    const answer = await hub
      .as(ofNorthmoor)
      .for(
        "query($id: ID!) { concern(id: $id) { narrative detrimentReported detriments { id } reporter { name } reveals { id } } }",
        { id: bullied },
      );
    expect(answer.data?.["concern"]).toEqual({
      narrative: null,
      detrimentReported: null,
      detriments: null,
      reporter: { name: null },
      reveals: null,
    });
  });

  it.each([["2020-Q1"], ["2999-Q4"]])("is told nothing of a quarter that was not published: %s", async (period) => {
    expect((await ask(national, period)).data).toEqual({ guardianCounts: null });
  });

  it("is told that a period is none", async () => {
    const { errors } = await ask(national, "last year");
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
  });
});

describe("counts of guardians are nothing to", () => {
  it.each([
    ["the trust's lead", people.aProviderLead],
    ["the trust's executive", people.persona("northmoor-executive")],
    ["the region's lead", people.aRegionalLead],
    ["the region's case-holder", people.aCaseHolder],
    ["NHS England's lead", people.aNationalLead],
    ["a university", people.aUniversityLead],
    ["a regulator", people.theGmc],
    ["a board", people.anIcb],
    ["an analyst", people.anAnalyst],
    ["an auditor", people.anAuditor],
    ["an operator", people.anOperator],
  ])("%s", async (_who, person) => {
    expect((await ask(person)).data).toEqual({ guardianCounts: null });
  });

  it("a guardian of a university, of whom there is none", async () => {
    expect((await ask(guardianAt("ZZWEXU"))).status).toBe(401);
  });
});

it("change no byte with what is filed, accepted or suffered, until the next quarter is published", async () => {
  const guardians = [ofNorthmoor, ofEastvale, ofTheRegion, national];
  const all = () => Promise.all(guardians.map(async (person) => (await ask(person)).text));
  const before = await all();
  const id = await assessed(hub, parts, { ...aReport, provider: "ZZE01" });
  await age(hub, id, 100);
  await copies(id, 301, 20, "ZZE01");
  await done(hub, people.aGuardian, "reportDetriment", { id, kind: "THREAT", text: "A threat." });
  await publishStatisticsAt(hub.settings, hub.database.url);
  expect(await all()).toEqual(before);
});

it("keep no number that is hidden, nor one that is not rounded", async () => {
  const rows = await asAdministrator<{ value: number | null }>(hub, "select value from concerns.guardian_count");
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ value }) => value !== null && (value < 8 || value % 5 > 0))).toEqual([]);
});
