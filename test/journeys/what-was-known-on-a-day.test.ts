/** A concern as it was known on a day: recorded by then, read by whoever may read it now and could have read it then. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { signed, onAgreement } from "../support/agreements.js";
import { done, reported } from "../support/casework.js";
import { asAdministrator } from "../support/inboxes.js";
import { alsoSucceededBy, itsSuccessor } from "../support/moved-world.js";
import { inThreeMonths, neverIssued } from "../support/mutation-inputs.js";
import { daysAgo, letDaysPass } from "../support/passing-days.js";
import * as people from "../support/people.js";
import { expectNothingOf } from "../support/questions.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";

const { aRegionalLead: region, aProviderLead: provider, aUniversityLead: reporter, theGmc: gmc, theCqc: cqc } = people;
const atSuccessor: Person = { ...provider, name: "quarrydown-lead", organisation: itsSuccessor };
const score = { likelihood: 4, impact: 3 };
const firstTitle = "Dr Planted leaves the night team alone";
const title = "Supervision at night";

let hub: TestHub;
/** Reported six days ago, accepted four days ago, at ISF2 with a requirement two days ago, answered and shared yesterday. */
let id: string;

beforeAll(async () => {
  hub = await openTestHub();
  await alsoSucceededBy(hub, itsSuccessor, provider.organisation);
  id = await reported(hub, reporter, { title: firstTitle });
  await letDaysPass(hub, 2);
  await done(hub, region, "acceptConcern", { id, title, summary: "Nobody senior at night." });
  await done(hub, region, "assessConcern", {
    id,
    inherent: score,
    residual: score,
    category: "ISF1",
    reason: "Nights.",
  });
  await done(hub, region, "addInternalNote", { id, text: "The director leaves in March." });
  await letDaysPass(hub, 2);
  await done(hub, region, "changeCategory", { id, category: "ISF2", reason: "It goes on.", evidence: "A visit." });
  await done(hub, region, "issueRequirement", { id, kind: "MANDATORY", text: "A rota.", dueOn: "2999-01-01" });
  await letDaysPass(hub, 1);
  await done(hub, provider, "submitProgress", { id, summary: "A rota is drafted.", detail: "In detail." });
  await done(hub, provider, "planAction", { id, text: "Recruit.", owner: "CLINICAL_LEAD", dueOn: "2999-01-01" });
  const [requirementId] = await requirementIds();
  await done(hub, provider, "respondToRequirement", { id, requirementId, text: "Drafted." });
  const share = { organisation: "NMC", dataClasses: ["NARRATIVE"], reason: "A pattern.", until: inThreeMonths };
  await done(hub, region, "shareConcern", { id, ...share });
  await letDaysPass(hub, 1);
});
afterAll(() => hub.close());

/** Another concern, reported yesterday under the first title, and accepted today under the other one. */
async function accepted(by: Person, more: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const made = await reported(hub, by, { title: firstTitle, ...more });
  await letDaysPass(hub, 1);
  await done(hub, region, "acceptConcern", { id: made, title, summary: "Nobody senior at night." });
  return made;
}

async function requirementIds(): Promise<string[]> {
  const { data } = await hub.as(region).for("query($id: ID!) { concern(id: $id) { requirements { id } } }", { id });
  return (data?.["concern"] as unknown as { requirements: { id: string }[] }).requirements.map((one) => one.id);
}

type Known = Readonly<Record<string, unknown>> | null;
const ask = (person: Person, fields: string, days: number, concern = id) =>
  hub.as(person).for(`query($id: ID!, $on: Date!) { concern(id: $id) { asOf(on: $on) { ${fields} } } }`, {
    id: concern,
    on: daysAgo(days),
  });
async function known(person: Person, fields: string, days: number, concern = id): Promise<Known> {
  const { data, errors } = await ask(person, fields, days, concern);
  expect(errors).toEqual([]);
  return (data?.["concern"] as unknown as { asOf: Known }).asOf;
}

describe("to the region", () => {
  it.each([
    [7, null],
    [6, { title: firstTitle, status: "REPORTED", category: "ISF0", summary: null, version: 1 }],
    [5, { title: firstTitle, status: "REPORTED", category: "ISF0", summary: null, version: 1 }],
    [4, { title, status: "IN_PROGRESS", category: "ISF1", summary: "Nobody senior at night.", version: 3 }],
    [3, { title, status: "IN_PROGRESS", category: "ISF1", summary: "Nobody senior at night.", version: 3 }],
    [2, { title, status: "IN_PROGRESS", category: "ISF2", summary: "Nobody senior at night." }],
    [0, { title, status: "IN_PROGRESS", category: "ISF2", summary: "Nobody senior at night." }],
  ])("%i days ago it was as it had been recorded by the end of that day", async (days, concern) => {
    const fields = "title status category summary version";
    if (concern === null) expect(await known(region, fields, days)).toBeNull();
    else expect(await known(region, fields, days)).toMatchObject(concern);
  });

  const hanging = `categoryHistory { from to } requirements { status responses { text } answeredOn }
    progress { summary } actions { text status } internalNotes timeline(first: 100) { totalCount nodes { kind } }
    stepDown { to requirements { status } } risk { residual { score } }`;
  const first = { from: null, to: "ISF0" };
  const second = { from: "ISF0", to: "ISF1" };
  const third = { from: "ISF1", to: "ISF2" };
  const residual = { residual: { score: 12 } };

  it.each([
    [6, { categoryHistory: [first], requirements: [], progress: [], actions: [], internalNotes: [], risk: null }],
    [4, { categoryHistory: [first, second], requirements: [], internalNotes: ["The director leaves in March."] }],
    [
      2,
      {
        categoryHistory: [first, second, third],
        requirements: [{ status: "OPEN", responses: [], answeredOn: null }],
        progress: [],
        risk: residual,
        stepDown: { to: "ISF1", requirements: [{ status: "OPEN" }] },
      },
    ],
    [
      1,
      {
        requirements: [{ status: "RESPONDED", responses: [{ text: "Drafted." }], answeredOn: daysAgo(0) }],
        progress: [{ summary: "A rota is drafted." }],
        actions: [{ text: "Recruit.", status: "OPEN" }],
      },
    ],
  ])("%i days ago there hung on it what had been recorded by then", async (days, concern) => {
    expect(await known(region, hanging, days)).toMatchObject(concern);
  });

  it("its story ends with that day", async () => {
    const story = async (days: number) => {
      const { timeline } = (await known(region, hanging, days)) as { timeline: { nodes: { kind: string }[] } };
      return timeline.nodes.map(({ kind }) => kind);
    };
    expect(await story(6)).toEqual(["REPORTED"]);
    expect(await story(4)).toEqual(["NOTE_ADDED", "CATEGORY_CHANGED", "ASSESSED", "ACCEPTED", "REPORTED"]);
  });

  it("several days and the present in one request do not mix", async () => {
    const fields = "category categoryHistory { to } requirements { status }";
    const { data } = await hub.as(region).for(
      `query($id: ID!, $a: Date!, $b: Date!, $c: Date!) { concern(id: $id) { ${fields}
         a: asOf(on: $a) { ${fields} } b: asOf(on: $b) { ${fields} } c: asOf(on: $c) { ${fields} } } }`,
      { id, a: daysAgo(6), b: daysAgo(2), c: daysAgo(4) },
    );
    const to = (...categories: readonly string[]) => categories.map((category) => ({ to: category }));
    const now = { category: "ISF2", categoryHistory: to("ISF0", "ISF1", "ISF2") };
    expect(data?.["concern"]).toEqual({
      ...now,
      requirements: [{ status: "RESPONDED" }],
      a: { category: "ISF0", categoryHistory: to("ISF0"), requirements: [] },
      b: { ...now, requirements: [{ status: "OPEN" }] },
      c: { category: "ISF1", categoryHistory: to("ISF0", "ISF1"), requirements: [] },
    });
  });

  it("what is told of the present alone is null, and no error", async () => {
    const ofThePresent = `reporter { identityMode } detrimentReported mergedInto { id } mergedFrom { id } mergeReason
      accessLog { totalCount } emergencyAccess { at } intelligence { id } panels { id } regulatorCases { id }
      reveals { id } detriments { id }`;
    const concern = await known(people.aCaseHolder, ofThePresent, 1);
    expect(Object.values(concern ?? {}).every((value) => value === null)).toBe(true);
    expect(Object.keys(concern ?? {})).toHaveLength(12);
  });

  it.each([
    ["a day that is still to come", "asOf(on: $on) { id }", -1, "still to come"],
    ["a day of a day", "asOf(on: $on) { asOf(on: $on) { id } }", 1, "within asOf"],
  ])("%s is refused plainly", async (_title, field, days, problem) => {
    const { errors } = await hub.as(region).for(`query($id: ID!, $on: Date!) { concern(id: $id) { ${field} } }`, {
      id,
      on: daysAgo(days),
    });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", field: "on", problem } }]);
  });

  it("leaves an entry that names the concern, the fields and that it was of a day", async () => {
    await known(region, "narrative requirements { text }", 2);
    const [entry] = await asAdministrator<{ records: { type: string; ids: string[]; fields: string[] }[] }>(
      hub,
      "select records from audit.entry order by id desc limit 1",
    );
    expect(entry?.records).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          type: "Concern",
          ids: [id],
          fields: ["asOf", "narrative", "requirements"],
          chosenBy: [{ place: "Concern.asOf(on:)", dataClass: "OPERATIONAL" }],
        }),
        expect.objectContaining({ type: "Requirement", fields: ["text"] }),
      ]),
    );
  });
});

describe("to others", () => {
  const fields = "title status category narrative summary internalNotes access { relations }";

  it("the provider reads nothing of the time before it was accepted: neither the title that was replaced nor that it was there", async () => {
    for (const days of [7, 6, 5]) {
      const answer = await ask(provider, fields, days);
      expect(answer.data).toEqual({ concern: { asOf: null } });
      expectNothingOf(answer.text, [firstTitle, "ISF0"]);
    }
    const answer = await ask(provider, fields, 4);
    expect(answer.data?.["concern"]).toMatchObject({ asOf: { title, category: "ISF1", narrative: null } });
    expectNothingOf(answer.text, [firstTitle, "The director"]);
  });

  it("the reporter reads the title that it wrote, and nothing that is not its own to read", async () => {
    expect(await known(reporter, fields, 6)).toMatchObject({ title: firstTitle, internalNotes: null });
    // The learners' university by acceptance: the released text of then, and no more of the time before.
    expect(await known(reporter, "access { relations }", 6)).toEqual({ access: { relations: ["REPORTED_BY"] } });
    expect(await known(reporter, "access { relations }", 4)).toEqual({
      access: { relations: ["EDUCATION_PROVIDER", "REPORTED_BY"] },
    });
  });

  it("a regulator reads nothing of the time before it was told", async () => {
    for (const days of [6, 4, 3]) expect(await known(gmc, fields, days)).toBeNull();
    expect(await known(gmc, fields, 2)).toMatchObject({ title, category: "ISF2", narrative: null });
  });

  it("an agreement opens of the past what it covers, from the day on which all had signed it", async () => {
    const agreement = await signed(hub, { validFrom: `${daysAgo(9)}T12:00:00.000Z` });
    expect(await known(gmc, "narrative", 0)).toEqual({ narrative: expect.stringContaining("four nights") });
    expect(await known(gmc, "narrative", 1)).toEqual({ narrative: null });
    await asAdministrator(
      hub,
      `set session_replication_role = replica;
       update organisations.agreement_event set at = at - interval '1 day' where agreement = '${agreement}'`,
    );
    expect(await known(gmc, "narrative", 1)).toEqual({ narrative: expect.stringContaining("four nights") });
    expect(await known(gmc, "narrative", 2)).toEqual({ narrative: null });
    const executive: Person = { ...gmc, name: "gmc-executive", role: "EXECUTIVE" };
    await onAgreement(hub, executive, "suspendAgreement", { id: agreement, reason: "Out of date." });
    expect(await known(gmc, "narrative", 1)).toEqual({ narrative: null });
  });

  it("a share opens nothing of the time before it, and once it is withdrawn nothing at all", async () => {
    const { theNmc: nmc } = people;
    for (const days of [0, 1])
      expect(await known(nmc, "narrative", days)).toEqual({ narrative: expect.stringContaining("four nights") });
    expect(await known(nmc, "narrative", 2)).toBeNull();
    const { data } = await hub.as(region).for("query($id: ID!) { concern(id: $id) { shares { id } } }", { id });
    const [made] = (data?.["concern"] as unknown as { shares: { id: string }[] }).shares;
    await done(hub, region, "withdrawShare", { id, shareId: made?.id });
    for (const days of [0, 1]) expect((await ask(nmc, "narrative", days)).data).toEqual({ concern: null });
  });

  it("whoever may not know of it gets the same bytes as for an id that was never issued", async () => {
    const others = [people.aLeadOfAnotherProvider, people.aLeadOfAnotherRegion, people.anAuditor, people.anAnalyst];
    for (const person of others)
      for (const days of [7, 4, 0]) {
        const [hidden, never] = [await ask(person, fields, days), await ask(person, fields, days, neverIssued)];
        expect(hidden.text).toBe(never.text);
        expect(hidden.data).toEqual({ concern: null });
      }
  });

  it("a board that is told provider and category alone is told them of the present alone", async () => {
    const answer = await ask(people.anIcb, "category", 1);
    expect(answer.data).toEqual({ concern: { asOf: null } });
    expect(answer.redactions).toMatchObject([{ coordinate: "Concern.asOf", reason: "RELATION" }]);
  });

  it("an emergency opens the present and not the past", async () => {
    const inEmergency: Person = { ...cqc, purpose: "BREAK_GLASS" };
    const reason = "A learner is alone on a ward with unsafe practice now.";
    await done(hub, inEmergency, "breakGlass", { id, immediateRisk: true, reason });
    const { data } = await hub
      .as(inEmergency)
      .for("query($id: ID!, $on: Date!) { concern(id: $id) { narrative asOf(on: $on) { narrative } } }", {
        id,
        on: daysAgo(1),
      });
    expect(data?.["concern"]).toEqual({ narrative: expect.any(String), asOf: { narrative: null } });
  });
});

describe("once it has moved to another trust", () => {
  beforeAll(async () => {
    await done(hub, region, "moveConcern", { id, to: itsSuccessor, reason: "The trusts became one." });
  });

  it("the successor stands in its past where the trust before it stood, and no further", async () => {
    const fields = "title narrative provider { code } providerHistory { organisation { code } }";
    const ofThePast = { title, narrative: null, provider: { code: provider.organisation }, providerHistory: [] };
    expect(await known(atSuccessor, fields, 4)).toEqual(ofThePast);
    expect(await known(atSuccessor, fields, 6)).toBeNull();
    expect(await known(atSuccessor, fields, 0)).toMatchObject({
      provider: { code: itsSuccessor },
      providerHistory: [{ organisation: { code: provider.organisation } }],
    });
  });

  it("the trust before it reads nothing of it, of the time when it was its own neither", async () => {
    for (const days of [4, 1, 0]) expect((await ask(provider, "title", days)).data).toEqual({ concern: null });
  });

  it("to the region it was then with whom it was then", async () => {
    expect(await known(region, "provider { code }", 1)).toEqual({ provider: { code: provider.organisation } });
    expect(await known(region, "provider { code }", 0)).toEqual({ provider: { code: itsSuccessor } });
  });
});

/** Days pass in these, for all that is above as well. */
describe("a relation that was held twice", () => {
  it("a share of today does not open again the days of one that was withdrawn", async () => {
    const hcpc = people.persona("hcpc");
    const another = await accepted(reporter);
    const share = { organisation: "HCPC", dataClasses: [], reason: "A pattern.", until: inThreeMonths };
    await done(hub, region, "shareConcern", { id: another, ...share });
    const shares = "query($id: ID!) { concern(id: $id) { shares { id } } }";
    const { data } = await hub.as(region).for(shares, { id: another });
    const [made] = (data?.["concern"] as unknown as { shares: { id: string }[] }).shares;
    await letDaysPass(hub, 1);
    await done(hub, region, "withdrawShare", { id: another, shareId: made?.id });
    await done(hub, region, "shareConcern", { id: another, ...share });
    expect(await known(hcpc, "title", 0, another)).toEqual({ title });
    expect(await known(hcpc, "title shares { withdrawnOn }", 1, another)).toBeNull();
  });

  it("the successor reads nothing of the time before acceptance of what the trust before it reported on itself", async () => {
    const own = await accepted(provider, { educationProvider: null });
    await done(hub, region, "moveConcern", { id: own, to: itsSuccessor, reason: "The trusts became one." });
    expect(await known(region, "title", 1, own)).toEqual({ title: firstTitle });
    expect(await known(atSuccessor, "title", 0, own)).toEqual({ title });
    expect(await known(atSuccessor, "title learnersAffected access { relations }", 1, own)).toBeNull();
  });
});
