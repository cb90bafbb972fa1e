/** A regulator's own case beside a concern: published for all who know of the concern, and otherwise its own. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { dayInEngland } from "../../hub/day-in-england.js";
import { addDays } from "../../subgraphs/calendar-day.js";
import { act, assessed, done, steppedDown } from "../support/casework.js";
import { asAdministrator } from "../support/inboxes.js";
import { neverIssued } from "../support/mutation-inputs.js";
import * as people from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
});
afterAll(() => hub.close());

const aConcern = (category = "ISF3") =>
  assessed(hub, { reporter: people.aUniversityLead, lead: people.aRegionalLead, category });

const monitoring = {
  kind: "ENHANCED_MONITORING",
  reference: "EM-2031",
  openedOn: "2025-04-02",
  status: "OPEN",
  note: "Trainees may not be the only cover at night.",
};
const published = { ...monitoring, publishedByRegulator: true };
const kept = { ...monitoring, publishedByRegulator: false };

interface Case {
  readonly id: string;
  readonly regulator: { readonly code: string };
  readonly status: string;
  readonly sharedWith: readonly unknown[] | null;
}

const question = `query Read($id: ID!) { concern(id: $id) { version regulatorCases {
  id regulator { code } kind reference openedOn closedOn status publishedByRegulator note sharedWith { code }
} } }`;

async function casesOf(person: Person, id: string): Promise<readonly Case[] | null> {
  const answer = await hub.as(person).for(question, { id });
  return (answer.data?.["concern"] as unknown as { regulatorCases: readonly Case[] | null }).regulatorCases;
}

async function monitored(filter: string, person: Person): Promise<string[]> {
  const answer = await hub.as(person).for(`{ concerns(first: 100, filter: { ${filter} }) { nodes { id } } }`);
  return (answer.data?.["concerns"] as unknown as { nodes: { id: string }[] }).nodes.map(({ id }) => id);
}

describe("a case that the regulator has published", () => {
  it.each([people.aProviderLead, people.aUniversityLead, people.aRegionalLead, people.theCqc, people.theGmc])(
    "is read by $name, who may know of the concern",
    async (person) => {
      const id = await aConcern();
      await done(hub, people.theGmc, "recordRegulatorCase", { id, ...published });
      const { publishedByRegulator, ...told } = published;
      expect(await casesOf(person, id)).toMatchObject([{ ...told, publishedByRegulator, regulator: { code: "GMC" } }]);
    },
  );

  it("is not for a board, which reads the category and no more", async () => {
    const id = await aConcern();
    await done(hub, people.theGmc, "recordRegulatorCase", { id, ...published });
    const answer = await hub.as(people.anIcb).for(question, { id });
    expect(answer.data?.["concern"]).toMatchObject({ regulatorCases: null });
  });

  it("is a change of the concern, and closes on the day", async () => {
    const id = await aConcern();
    const before = await done(hub, people.theGmc, "recordRegulatorCase", { id, ...published });
    const [own] = (await casesOf(people.theGmc, id)) ?? [];
    const after = await done(hub, people.theGmc, "updateRegulatorCase", { id, caseId: own?.id, status: "CLOSED" });
    expect(after.concern?.version).toBe((before.concern?.version ?? 0) + 1);
    expect(await casesOf(people.aProviderLead, id)).toMatchObject([{ status: "CLOSED", closedOn: dayInEngland() }]);
    const again = await act(hub, people.theGmc, "updateRegulatorCase", { id, caseId: own?.id, note: "More." });
    expect(again.userErrors).toMatchObject([{ code: "CONFLICT", field: "caseId" }]);
  });
});

describe("a case that is closed", () => {
  const readBy = async (id: string, person: Person) => (await casesOf(person, id))?.length;

  it("is taken back, whether it was published or others were named, and stays closed since its day", async () => {
    for (const [recorded, takenBack, reader] of [
      [{ ...kept, sharedWith: ["CQC", "X24"] }, { sharedWith: [] }, people.aNationalLead],
      [published, { publishedByRegulator: false }, people.aProviderLead],
    ] as const) {
      const id = await aConcern();
      await done(hub, people.theGmc, "recordRegulatorCase", { id, ...recorded, status: "CLOSED" });
      const [own] = (await casesOf(people.theGmc, id)) ?? [];
      expect(await readBy(id, reader)).toBe(1);
      await done(hub, people.theGmc, "updateRegulatorCase", { id, caseId: own?.id, ...takenBack });
      expect(await readBy(id, reader)).toBe(0);
      expect(await casesOf(people.theGmc, id)).toMatchObject([{ status: "CLOSED", closedOn: dayInEngland() }]);
    }
  });

  it("is taken back together with being closed once more", async () => {
    const id = await aConcern();
    await done(hub, people.theGmc, "recordRegulatorCase", { id, ...published, status: "CLOSED" });
    const [own] = (await casesOf(people.theGmc, id)) ?? [];
    const again = { status: "CLOSED", publishedByRegulator: false };
    await done(hub, people.theGmc, "updateRegulatorCase", { id, caseId: own?.id, ...again });
    expect(await readBy(id, people.aProviderLead)).toBe(0);
  });

  it("tells nobody and is no version of the concern where nothing is changed, or only whom the published case names", async () => {
    const id = await aConcern();
    await done(hub, people.theGmc, "recordRegulatorCase", { id, ...published, sharedWith: ["CQC"], status: "CLOSED" });
    const [own] = (await casesOf(people.theGmc, id)) ?? [];
    const wide = `query Read($id: ID!) { concern(id: $id) { version timeline { totalCount } } }`;
    const before = await hub.as(people.aProviderLead).for(wide, { id });
    for (const more of [{}, { sharedWith: ["CQC"] }, { sharedWith: [] }, { sharedWith: [] }])
      await done(hub, people.theGmc, "updateRegulatorCase", { id, caseId: own?.id, ...more });
    expect((await hub.as(people.aProviderLead).for(wide, { id })).text).toBe(before.text);
  });

  it("does not open again", async () => {
    const id = await aConcern();
    await done(hub, people.theGmc, "recordRegulatorCase", { id, ...kept, status: "CLOSED" });
    const [own] = (await casesOf(people.theGmc, id)) ?? [];
    const outcome = await act(hub, people.theGmc, "updateRegulatorCase", { id, caseId: own?.id, status: "OPEN" });
    expect(outcome.userErrors).toMatchObject([{ code: "CONFLICT", field: "caseId" }]);
  });
});

describe("a regulator that takes part in the protocol no longer", () => {
  const signedUntil = (day: string | null) =>
    asAdministrator(hub, "update organisations.signatory set until_date = $1 where organisation = 'GMC'", [day]);
  afterEach(() => signedUntil(null));

  it("takes back what it named others for, and says nothing new to them", async () => {
    const id = await aConcern();
    await done(hub, people.theGmc, "recordRegulatorCase", { id, ...kept, sharedWith: ["X24", "CQC"] });
    const [own] = (await casesOf(people.theGmc, id)) ?? [];
    await signedUntil("2020-01-01");
    const further = { id, caseId: own?.id, note: "Nights are no better." };
    expect((await act(hub, people.theGmc, "updateRegulatorCase", further)).userErrors).toMatchObject([
      { code: "FORBIDDEN" },
    ]);
    await done(hub, people.theGmc, "updateRegulatorCase", { id, caseId: own?.id, sharedWith: ["X24"] });
    expect(await casesOf(people.theCqc, id)).toEqual([]);
    expect(await casesOf(people.aNationalLead, id)).toHaveLength(1);
  });
});

describe("a case that it has not published", () => {
  it.each([
    people.aProviderLead,
    people.aUniversityLead,
    people.aRegionalLead,
    people.aNationalLead,
    people.theCqc,
    people.anIcb,
  ])("is nothing that $name could tell: the same bytes as before", async (person) => {
    const id = await aConcern();
    const wide = `query Read($id: ID!) { concern(id: $id) { version timeline { totalCount } regulatorCases { id } access { relations } }
      yes: concerns(filter: { hasEnhancedMonitoring: true }) { totalCount }
      no: concerns(filter: { hasEnhancedMonitoring: false }) { totalCount } }`;
    const before = await hub.as(person).for(wide, { id });
    await done(hub, people.theGmc, "recordRegulatorCase", { id, ...kept });
    expect((await hub.as(person).for(wide, { id })).text).toBe(before.text);
  });

  it("is read by the regulator and by whom it names, who is not told whom else", async () => {
    const id = await aConcern();
    await done(hub, people.theGmc, "recordRegulatorCase", { id, ...kept, sharedWith: ["CQC", "X24"] });
    expect(await casesOf(people.theGmc, id)).toMatchObject([{ sharedWith: [{ code: "CQC" }, { code: "X24" }] }]);
    expect(await casesOf(people.theCqc, id)).toMatchObject([{ regulator: { code: "GMC" }, sharedWith: null }]);
    expect(await casesOf(people.aRegionalLead, id)).toEqual([]);
  });

  it("is there for all from the day it is published, and then no more when it is taken back", async () => {
    const id = await aConcern();
    await done(hub, people.theGmc, "recordRegulatorCase", { id, ...kept });
    const [own] = (await casesOf(people.theGmc, id)) ?? [];
    await done(hub, people.theGmc, "updateRegulatorCase", { id, caseId: own?.id, publishedByRegulator: true });
    expect(await casesOf(people.aProviderLead, id)).toHaveLength(1);
    await done(hub, people.theGmc, "updateRegulatorCase", { id, caseId: own?.id, publishedByRegulator: false });
    expect(await casesOf(people.aProviderLead, id)).toEqual([]);
  });
});

describe("concerns are found", () => {
  it("that are at ISF3 without a case of enhanced monitoring, and those at ISF1 with one, as far as may be seen", async () => {
    const without = await aConcern();
    const withOne = await aConcern();
    await done(hub, people.theGmc, "recordRegulatorCase", { id: withOne, ...kept });
    const found = await monitored("category: [ISF3], hasEnhancedMonitoring: false", people.theGmc);
    expect(found).toContain(without);
    expect(found).not.toContain(withOne);
    expect(await monitored("hasEnhancedMonitoring: true", people.theGmc)).toContain(withOne);
    expect(await monitored("hasEnhancedMonitoring: true", people.theCqc)).not.toContain(withOne);
    expect(await monitored("hasEnhancedMonitoring: false", people.theCqc)).toContain(withOne);
    expect(await monitored("hasEnhancedMonitoring: false", people.anIcb)).toEqual([]);
  });

  it("by open cases alone", async () => {
    const id = await aConcern();
    await done(hub, people.theGmc, "recordRegulatorCase", { id, ...published, status: "CLOSED" });
    await done(hub, people.theGmc, "recordRegulatorCase", { id, ...kept, status: "UNDER_CONSIDERATION" });
    expect(await monitored("hasEnhancedMonitoring: true", people.theGmc)).not.toContain(id);
  });
});

describe("recording a case is refused", () => {
  it.each([
    ["to NHS England, which has none of its own", people.aRegionalLead, {}, "FORBIDDEN", null],
    ["to a provider", people.aProviderLead, {}, "FORBIDDEN", null],
    ["to a university that reported the concern", people.aUniversityLead, {}, "FORBIDDEN", null],
    ["to a regulator that does not know of it", people.theNmc, { kind: "OTHER" }, "NOT_FOUND", "id"],
    ["of a kind that another regulator has", people.theCqc, {}, "FORBIDDEN", "kind"],
    ["of a kind that is none", people.theGmc, { kind: "NO_SUCH_KIND" }, "BAD_USER_INPUT", "kind"],
    ["opened tomorrow", people.theGmc, { openedOn: addDays(dayInEngland(), 1) }, "BAD_USER_INPUT", "openedOn"],
    [
      "published while it is only considered",
      people.theGmc,
      { status: "UNDER_CONSIDERATION", publishedByRegulator: true },
      "BAD_USER_INPUT",
      "publishedByRegulator",
    ],
    ["with a provider among its readers", people.theGmc, { sharedWith: ["ZZN01"] }, "BAD_USER_INPUT", "sharedWith"],
    ["at a version that is not the concern's", people.theGmc, { expectedVersion: 99 }, "CONFLICT", "expectedVersion"],
  ])("%s", async (_title, person, more, code, field) => {
    const id = await aConcern();
    const outcome = await act(hub, person, "recordRegulatorCase", { id, ...kept, ...more });
    expect(outcome.userErrors).toMatchObject([{ code, field }]);
  });

  it.each([people.theCqc, people.aRegionalLead])("%# changing it, to whoever does not own it", async (person) => {
    const id = await aConcern();
    await done(hub, people.theCqc, "recordRegulatorCase", { id, ...kept, kind: "INSPECTION" });
    await done(hub, people.theGmc, "recordRegulatorCase", { id, ...published });
    const theirs = (await casesOf(people.theGmc, id))?.find(({ regulator }) => regulator.code === "GMC");
    const outcome = await act(hub, person, "updateRegulatorCase", { id, caseId: theirs?.id, note: "Ours." });
    const never = await act(hub, person, "updateRegulatorCase", { id, caseId: neverIssued, note: "Ours." });
    expect(outcome).toEqual(never);
    expect(outcome.userErrors).toMatchObject([{ code: person === people.theCqc ? "NOT_FOUND" : "FORBIDDEN" }]);
  });
});

describe("a regulator that may no longer know of the concern", () => {
  async function leftToItself(id: string): Promise<void> {
    for (const category of ["ISF2", "ISF1"]) await steppedDown(hub, people.aRegionalLead, id, category);
  }

  it.each([
    ["says nothing new", { note: "Trainees may not be alone at night at all." }],
    ["names nobody further", { sharedWith: ["X24", "CQC"] }],
    ["publishes nothing", { publishedByRegulator: true }],
    ["opens nothing that is only considered", { status: "OPEN" }],
  ])("%s", async (_title, more) => {
    const id = await aConcern();
    const considered = { ...kept, status: "UNDER_CONSIDERATION", sharedWith: ["X24"] };
    await done(hub, people.theGmc, "recordRegulatorCase", { id, ...considered });
    const [own] = (await casesOf(people.theGmc, id)) ?? [];
    await leftToItself(id);
    const before = await casesOf(people.aNationalLead, id);
    expect(before).toHaveLength(1);
    const outcome = await act(hub, people.theGmc, "updateRegulatorCase", { id, caseId: own?.id, ...more });
    expect(outcome).toMatchObject({ concern: null, userErrors: [{ code: "NOT_FOUND", field: "id" }] });
    expect(await casesOf(people.aNationalLead, id)).toEqual(before);
  });

  it("closes its case, takes it back from those it named, and is shown nothing of the concern", async () => {
    const id = await aConcern();
    await done(hub, people.theGmc, "recordRegulatorCase", { id, ...kept, sharedWith: ["X24"] });
    const [own] = (await casesOf(people.theGmc, id)) ?? [];
    await leftToItself(id);
    expect((await hub.as(people.theGmc).for(question, { id })).data).toEqual({ concern: null });
    const input = { id, caseId: own?.id, sharedWith: [], status: "CLOSED" };
    expect(await act(hub, people.theGmc, "updateRegulatorCase", input)).toEqual({ concern: null, userErrors: [] });
    expect(await casesOf(people.aNationalLead, id)).toEqual([]);
  });

  it("takes back what it published", async () => {
    const id = await aConcern();
    await done(hub, people.theGmc, "recordRegulatorCase", { id, ...published });
    const [own] = (await casesOf(people.theGmc, id)) ?? [];
    await leftToItself(id);
    await done(hub, people.theGmc, "updateRegulatorCase", { id, caseId: own?.id, publishedByRegulator: false });
    expect(await casesOf(people.aProviderLead, id)).toEqual([]);
  });

  it("does not reach the case of another", async () => {
    const id = await aConcern();
    await done(hub, people.theCqc, "recordRegulatorCase", { id, ...kept, kind: "INSPECTION" });
    const [theirs] = (await casesOf(people.theCqc, id)) ?? [];
    await leftToItself(id);
    const outcome = await act(hub, people.theGmc, "updateRegulatorCase", { id, caseId: theirs?.id, note: "Ours." });
    expect(outcome.userErrors).toMatchObject([{ code: "NOT_FOUND", field: "id" }]);
  });
});

it("sent again with its key has one effect", async () => {
  const id = await aConcern();
  const input = { id, ...kept, idempotencyKey: "recorded-once" };
  const first = await act(hub, people.theGmc, "recordRegulatorCase", input);
  expect(await act(hub, people.theGmc, "recordRegulatorCase", input)).toEqual(first);
  expect(await casesOf(people.theGmc, id)).toHaveLength(1);
});
