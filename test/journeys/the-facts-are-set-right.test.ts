/** A report had some facts wrong: NHS England amends them, and who may know of the concern follows. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { act, assessed, done, reported } from "../support/casework.js";
import { inboxOf } from "../support/inboxes.js";
import { mutationInputs, neverIssued } from "../support/mutation-inputs.js";
import * as people from "../support/people.js";
import { aLeadOfAnotherUniversity, atIsf3, doctors, ofWexbridge, proposed } from "../support/removal-steps.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";
import { allChanges } from "../support/what-changed.js";

let hub: TestHub;
const { aRegionalLead: region, aProviderLead: provider, aUniversityLead: university, theGmc, theNmc } = people;

beforeAll(async () => {
  hub = await openTestHub();
});
afterAll(() => hub.close());

/** At ISF2, so that regulators with its professions in their remit know of it. */
const aConcern = (more = {}): Promise<string> =>
  assessed(hub, { reporter: provider, lead: region, category: "ISF2" }, more);
const amend = (id: string, facts: object) => done(hub, region, "amendConcern", { id, reason, ...facts });
async function refusal(person: Person, input: Readonly<Record<string, unknown>>): Promise<unknown> {
  const { userErrors } = await act(hub, person, "amendConcern", { reason, ...input });
  return userErrors.map(({ code, field }) => (field === null ? code : `${code} ${field}`)).join();
}

const question = `query Read($id: ID!) { concern(id: $id) {
  title professions themes department immediateRisk narrative standards { id } educationProvider { code }
  timeline(first: 1) { nodes { kind organisation { code } } } } }`;
async function read(person: Person, id: string): Promise<unknown> {
  return (await hub.as(person).for(question, { id })).data?.["concern"];
}
const reason = "The ward told us.";
const knows = async (person: Person, id: string): Promise<boolean> => (await read(person, id)) !== null;

describe("a body that the facts bring to a concern", () => {
  const bothProfessions = { professions: ["DOCTOR", "NURSE_ADULT"] };
  /** What came to the inbox of each meanwhile. */
  async function toldMeanwhile(bodies: readonly Person[], work: () => Promise<unknown>): Promise<string[][]> {
    const before = await Promise.all(bodies.map((person) => inboxOf(hub, person)));
    await work();
    return Promise.all(
      bodies.map(async (person, place) => {
        const { nodes } = await inboxOf(hub, person);
        const known = new Set(before[place]?.nodes.map(({ id }) => id));
        return nodes.filter(({ id }) => !known.has(id)).map(({ kind, link }) => `${kind} ${String(link?.id)}`);
      }),
    );
  }

  it("finds a message about it, and nobody who knew of it or may not does", async () => {
    const id = await aConcern({ educationProvider: null });
    const others = [theGmc, provider, people.aNationalLead, people.persona("hcpc"), people.anIcb];
    const told = await toldMeanwhile([theNmc, university, ...others], () =>
      amend(id, { ...bothProfessions, educationProvider: "ZZWEXU" }),
    );
    const message = `CONCERN_NEW_TO_YOU ${id}`;
    expect(told).toEqual([[message], [message], ...others.map(() => [])]);
  });

  it("finds none where it knew of the concern by a share, and the one that it is taken from finds none", async () => {
    const id = await aConcern();
    await done(hub, region, "shareConcern", { ...mutationInputs["shareConcern"], id, organisation: "NMC" });
    const told = await toldMeanwhile([theNmc, theGmc], () => amend(id, { professions: ["NURSE_ADULT"] }));
    expect(told).toEqual([[], []]);
  });

  it("finds none about a report that nobody has accepted, nor where the facts bring nobody", async () => {
    const [unaccepted, known] = [await reported(hub, provider), await aConcern()];
    const told = await toldMeanwhile([theNmc, theGmc, university, provider], async () => {
      await amend(unaccepted, bothProfessions);
      await amend(known, { themes: ["INDUCTION"] });
    });
    expect(told).toEqual([[], [], [], []]);
  });

  it("finds the same by a merger, and none by one that takes nothing", async () => {
    const [survivor, nurses, doctors] = [
      await aConcern(),
      await reported(hub, provider, { professions: ["NURSE_ADULT"] }),
      await reported(hub, provider),
    ];
    for (const id of [nurses, doctors]) await done(hub, region, "acceptConcern", { id, summary: "As they see it." });
    const merge = (id: string) => done(hub, region, "mergeConcern", { id, into: survivor, reason: "One matter." });
    expect(await toldMeanwhile([theNmc], () => merge(doctors))).toEqual([[]]);
    expect(await toldMeanwhile([theNmc], () => merge(nurses))).toEqual([[`CONCERN_NEW_TO_YOU ${survivor}`]]);
    const log = "query($id: ID!) { accessLog(filter: { concern: $id }) { nodes { outcome fields } } }";
    const { data } = await hub.as(people.anAuditor).for(log, { id: nurses });
    const { nodes } = data?.["accessLog"] as unknown as { nodes: { outcome: string; fields: string[] }[] };
    const written = nodes.flatMap(({ outcome, fields }) => (outcome === "CHANGED" ? [fields] : []));
    expect(written).toContainEqual(expect.arrayContaining(["Concern.mergedInto", "Concern.professions"]));
  });
});

describe("facts that are set right", () => {
  it("are read by everybody who reads the concern, who are told that they were", async () => {
    const id = await aConcern();
    const { concern } = await done(hub, region, "amendConcern", {
      id,
      reason,
      title: "No induction on the ward",
      themes: ["INDUCTION"],
      standards: ["EQF-2021:3.9", "EQF-2021:3.5"],
      department: null,
      immediateRisk: true,
    });
    expect(concern?.version).toBe(4);
    for (const person of [region, provider, university, theGmc])
      expect(await read(person, id)).toMatchObject({
        title: "No induction on the ward",
        professions: ["DOCTOR"],
        themes: ["INDUCTION"],
        department: null,
        immediateRisk: true,
        standards: [{ id: "EQF-2021:3.5" }, { id: "EQF-2021:3.9" }],
        timeline: { nodes: [{ kind: "FACTS_AMENDED" }] },
      });
  });

  it("are found by what they are now, and by nothing that they were", async () => {
    const id = await aConcern({ themes: ["INDUCTION"], department: "A department of its own" });
    await amend(id, { themes: ["HANDOVER"] });
    const found = async (theme: string) =>
      (await hub.as(provider).for(`{ concerns(filter: { theme: ${theme} }, first: 100) { nodes { id } } }`)).text;
    expect([(await found("HANDOVER")).includes(id), (await found("INDUCTION")).includes(id)]).toEqual([true, false]);
  });

  it("take a concern away from a regulator out of whose remit it goes, and bring it to another", async () => {
    const id = await aConcern();
    expect([await knows(theGmc, id), await knows(theNmc, id)]).toEqual([true, false]);
    const { cursor } = await allChanges(hub, theGmc);
    await amend(id, { professions: ["NURSE_ADULT"] });
    expect([await knows(theGmc, id), await knows(theNmc, id)]).toEqual([false, true]);
    expect((await allChanges(hub, theGmc, cursor)).told).toMatchObject([{ id, kind: "GONE", concern: null }]);
  });

  it("let another university know, and the one before no longer", async () => {
    const id = await aConcern();
    expect(await knows(university, id)).toBe(true);
    await amend(id, { educationProvider: null });
    expect(await knows(university, id)).toBe(false);
    await amend(id, { educationProvider: "ZZWEXU" });
    expect(await knows(university, id)).toBe(true);
  });

  it("look to who knows of nothing else as those that a merger brings", async () => {
    const ofTheNmc = () => reported(hub, theNmc, { educationProvider: null });
    const [amended, survivor, duplicate] = [await aConcern(), await aConcern(), await ofTheNmc()];
    await done(hub, region, "acceptConcern", { id: duplicate, summary: "As its nurses see it." });
    await amend(amended, { themes: ["CLINICAL_SUPERVISION", "HANDOVER"] });
    await amend(duplicate, { themes: ["HANDOVER"] });
    await done(hub, region, "mergeConcern", { id: duplicate, into: survivor, reason: "One matter." });
    expect(await read(university, survivor)).toEqual(await read(university, amended));
  });

  it("are in the audit, and no others", async () => {
    const id = await aConcern();
    await amend(id, { themes: ["INDUCTION"], department: "Acute medicine", immediateRisk: true });
    const log = "query($id: ID!) { accessLog(filter: { concern: $id }) { nodes { operation outcome fields } } }";
    const { data } = await hub.as(people.anAuditor).for(log, { id });
    const { nodes } = data?.["accessLog"] as unknown as { nodes: { outcome: string; fields: string[] }[] };
    expect(nodes.find(({ outcome }) => outcome === "CHANGED")?.fields).toEqual([
      "Concern.immediateRisk",
      "Concern.internalNotes",
      "Concern.themes",
    ]);
  });

  it("are amended for a reason, which NHS England alone reads", async () => {
    const id = await aConcern();
    await amend(id, { themes: ["INDUCTION"] });
    const ask = "query($id: ID!) { concern(id: $id) { internalNotes } }";
    expect((await hub.as(region).for(ask, { id })).text).toContain(reason);
    for (const person of [provider, university, theGmc])
      expect((await hub.as(person).for(ask, { id })).text).not.toContain(reason);
  });

  it("open nothing that was written", async () => {
    const id = await reported(hub, university);
    await amend(id, { department: "Elderly medicine" });
    expect([await knows(provider, id), await knows(theGmc, id)]).toEqual([false, false]);
  });
});

describe("an amendment is refused", () => {
  let id: string;
  beforeAll(async () => {
    id = await aConcern({ identifiedOn: "2024-05-01" });
  });

  it.each([
    ["the provider's lead", provider],
    ["the university's, which may know of it", university],
    ["a regulator", theGmc],
  ])("to %s", async (_who, person) => {
    expect(await refusal(person, { id, themes: ["INDUCTION"] })).toBe("FORBIDDEN");
  });

  it("in the same words for a concern that is hidden and for one that never was", async () => {
    for (const person of [people.aLeadOfAnotherRegion, people.aLeadOfAnotherProvider])
      for (const hidden of [id, neverIssued])
        expect(await refusal(person, { id: hidden, themes: ["INDUCTION"] })).toBe("NOT_FOUND id");
  });

  it.each([
    ["of nothing", {}, "BAD_USER_INPUT"],
    ["to what is so already", { themes: ["CLINICAL_SUPERVISION"], site: null }, "BAD_USER_INPUT"],
    ["to a theme that is not on the list", { themes: ["NO_SUCH_THEME"] }, "BAD_USER_INPUT themes"],
    ["to a profession that nobody knows", { professions: ["ASTROLOGER"] }, "BAD_USER_INPUT professions"],
    ["to a site of another trust", { site: "ZZW0101" }, "BAD_USER_INPUT site"],
    ["to a university that is a trust", { educationProvider: "ZZN01" }, "BAD_USER_INPUT educationProvider"],
    ["to a standard that nobody set", { standards: ["EQF-2021:99.9"] }, "BAD_USER_INPUT standards"],
    ["to a day before its standards were in force", { identifiedOn: "2001-01-01" }, "BAD_USER_INPUT standards"],
    ["to a day after the report", { identifiedOn: "2999-01-01" }, "BAD_USER_INPUT identifiedOn"],
    ["at a version that is no more", { themes: ["INDUCTION"], expectedVersion: 1 }, "CONFLICT expectedVersion"],
  ])("%s", async (_what, facts, expected) => {
    expect(await refusal(region, { id, ...facts })).toBe(expected);
  });

  it("to another university while a removal is under way, on which that was not heard", async () => {
    const removing = await atIsf3(hub);
    await proposed(hub, removing, { learners: [doctors, ofWexbridge] });
    for (const educationProvider of ["ZZFENU", null])
      expect(await refusal(region, { id: removing, educationProvider })).toBe("CONFLICT id");
    expect(await refusal(region, { id: removing, department: "Elderly medicine" })).toBe("");
    expect(await knows(aLeadOfAnotherUniversity, removing)).toBe(false);
  });

  it("once the concern is declined", async () => {
    const declined = await reported(hub, university);
    await done(hub, region, "declineConcern", { id: declined, reason: "It is not about education." });
    expect(await refusal(region, { id: declined, themes: ["INDUCTION"] })).toBe("CONFLICT id");
  });
});
