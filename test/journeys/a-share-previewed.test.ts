/** What a share would open is shown before there is one: to whoever may share, of what they read, and unknown to others. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { openAuditEntries, type AuditEntries } from "../audit/audit-entries.js";
import { sharesOf, type WorldConcern } from "../support/access-world.js";
import { openAccessWorld } from "../support/access-world-hub.js";
import { act, assessed, done, reported } from "../support/casework.js";
import { contributes, keepsCases } from "../support/intelligence-world.js";
import { inThreeMonths, neverIssued } from "../support/mutation-inputs.js";
import * as people from "../support/people.js";
import type { Answer, TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";
import { everyFieldOf } from "../support/ways-of-reaching.js";

let hub: TestHub;
let world: readonly WorldConcern[];
let entries: AuditEntries;
beforeAll(async () => {
  ({ hub, world } = await openAccessWorld());
  entries = await openAuditEntries(hub);
});
afterAll(async () => {
  await entries.close();
  await hub.close();
});

const { aRegionalLead, aNationalLead, aLeadOfAnotherRegion, theCqc, theGmc, theNmc } = people;
const inAnEmergency: Person = { ...theGmc, name: "gmc-in-an-emergency", purpose: "BREAK_GLASS" };
const theHcpc = people.persona("hcpc");
const terms = { reason: "A pattern across two sites.", until: inThreeMonths };
const bothClasses = ["NARRATIVE", "MANAGEMENT"];

const concernAt = (number: number): string => world[number - 1]?.id ?? "";

interface Previewed {
  readonly concern: Readonly<Record<string, unknown>> | null;
  readonly userErrors: readonly unknown[];
}

function previewing(selection: string): string {
  return `query Preview($concern: ID!, $organisation: ID!, $dataClasses: [SharedClass!]!) {
    previewAccess(concern: $concern, organisation: $organisation, dataClasses: $dataClasses) {
      concern { ${selection} } userErrors { code field message } } }`;
}

function asked(person: Person, selection: string, variables: Readonly<Record<string, unknown>>): Promise<Answer> {
  return hub.as(person).for(previewing(selection), variables);
}

async function previewed(
  person: Person,
  selection: string,
  concern: string,
  organisation: string,
  dataClasses: readonly string[] = [],
): Promise<Previewed> {
  const answer = await asked(person, selection, { concern, organisation, dataClasses });
  expect(answer.errors).toEqual([]);
  return answer.data?.["previewAccess"] as unknown as Previewed;
}

async function read(person: Person, selection: string, id: string): Promise<Answer> {
  const answer = await hub.as(person).for(`query Read($id: ID!) { concern(id: $id) { ${selection} } }`, { id });
  expect(answer.errors).toEqual([]);
  return answer;
}

const everything = `${everyFieldOf("Concern")} access { relations hidden { field dataClass because ask } }
  accessLog { nodes { on } }`;
const ofTheShareItself = ["SHARED", "SHARE_WITHDRAWN"];

/** The bytes of a concern, but for the share itself, of which a preview cannot know. */
function besideTheShare(concern: unknown): string {
  const { shares, timeline, ...more } = concern as Readonly<Record<string, unknown>>;
  expect(shares).toBeInstanceOf(Array);
  const { nodes } = timeline as { nodes: readonly { kind: string }[] };
  return JSON.stringify({ ...more, timeline: nodes.filter(({ kind }) => !ofTheShareItself.includes(kind)) });
}

async function withdrawn(sharer: Person, id: string, organisation: string): Promise<void> {
  const answer = await read(sharer, "shares { id withdrawnOn organisation { code } }", id);
  const { shares } = answer.data?.["concern"] as unknown as {
    shares: readonly { id: string; withdrawnOn: string | null; organisation: { code: string } }[];
  };
  const made = shares.find((share) => share.withdrawnOn === null && share.organisation.code === organisation);
  await done(hub, sharer, "withdrawShare", { id, shareId: made?.id });
}

describe("a preview is what the receiver then reads, byte for byte", () => {
  it.each([
    ["nothing but the concern, with a body that knew nothing of it", 1, aRegionalLead, theHcpc, []],
    ["the report", 1, aRegionalLead, theHcpc, ["NARRATIVE"]],
    ["the management", 1, aRegionalLead, theHcpc, ["MANAGEMENT"]],
    ["both", 1, aRegionalLead, theHcpc, bothClasses],
    ["both, by NHS England nationally", 1, aNationalLead, theHcpc, bothClasses],
    ["both, with another region", 1, aRegionalLead, aLeadOfAnotherRegion, bothClasses],
    ["a concern of its remit, by another regulator", 2, theGmc, theHcpc, []],
    ["a report that is not accepted yet", 4, aNationalLead, theGmc, bothClasses],
    ["a concern that is closed", 7, aRegionalLead, theNmc, bothClasses],
    ["a concern in the receiver's remit", 8, aNationalLead, theHcpc, bothClasses],
    ["a concern with panels that it does not attend", 9, aRegionalLead, theHcpc, bothClasses],
    ["a concern with removals of learners", 10, aRegionalLead, theHcpc, bothClasses],
    ["a concern with a duplicate", 3, aRegionalLead, theHcpc, bothClasses],
  ])("of %s", async (_title, number, sharer, receiver, dataClasses) => {
    const id = concernAt(number);
    const variables = { concern: id, organisation: receiver.organisation, dataClasses };
    const shown = await asked(sharer, everything, variables);
    expect(shown.errors).toEqual([]);
    const { concern, userErrors } = shown.data?.["previewAccess"] as unknown as Previewed;
    expect(userErrors).toEqual([]);

    await done(hub, sharer, "shareConcern", { id, organisation: receiver.organisation, dataClasses, ...terms });
    const then = await read(receiver, everything, id);
    await withdrawn(sharer, id, receiver.organisation);

    expect(besideTheShare(concern)).toBe(besideTheShare(then.data?.["concern"]));
    expect(concern).toMatchObject({ id, shares: [], title: expect.any(String) });
    expect(ofConcern(shown)).toEqual(ofConcern(then));
  });
});

/** What the share itself is made of is redacted nowhere. */
function ofConcern({ redactions }: Answer): Answer["redactions"] {
  return redactions.filter(({ coordinate }) => !coordinate.startsWith("Share."));
}

it("names what stays closed to that body, and why", async () => {
  const { concern } = await previewed(
    aRegionalLead,
    "narrative internalNotes access { relations hidden { field because } }",
    concernAt(1),
    "HCPC",
  );
  expect(concern).toMatchObject({ narrative: null, internalNotes: null, access: { relations: ["SHARED"] } });
  const { hidden } = concern?.["access"] as { hidden: readonly unknown[] };
  expect(hidden).toContainEqual({ field: "narrative", because: "SHARE" });
  expect(hidden).toContainEqual({ field: "internalNotes", because: "RELATION" });
});

describe("a preview tells the sharer nothing of what the receiver has", () => {
  it("by another's share", async () => {
    // The region shared the report with the CQC; what another sharer would add is the concern alone.
    expect((await read(theCqc, "narrative", concernAt(1))).data?.["concern"]).toEqual({
      narrative: expect.any(String),
    });
    const shown = await previewed(aNationalLead, "narrative access { relations }", concernAt(1), "CQC");
    expect(shown.concern).toEqual({ narrative: null, access: { relations: ["SHARED"] } });
  });

  it("by another's share, whoever asks and whether or not there is one", async () => {
    const id = await assessed(hub, { reporter: theGmc, lead: aRegionalLead, category: "ISF1" });
    const variables = { concern: id, organisation: "NMC", dataClasses: ["NARRATIVE"] };
    const before = await asked(theGmc, everything, variables);
    await done(hub, aRegionalLead, "shareConcern", { id, organisation: "NMC", dataClasses: bothClasses, ...terms });
    await contributes(hub, theNmc, id, []);
    expect((await asked(theGmc, everything, variables)).text).toBe(before.text);
  });

  it("of its own knowledge, or from those that let it read theirs", async () => {
    // The GMC let the CQC read what it knows of the second concern, and keeps cases on it.
    const selection =
      "intelligence { id } regulatorCases { id sharedWith { code } } timeline(first: 50) { nodes { kind } }";
    const shown = await previewed(aRegionalLead, selection, concernAt(2), "CQC", bothClasses);
    expect(shown.concern).toMatchObject({ intelligence: [] });
    expect(JSON.stringify(shown.concern)).not.toMatch(/CONTRIBUT|CASE_RECORDED/);
    const own = await read(theCqc, "intelligence { id }", concernAt(2));
    expect(JSON.stringify(own.data)).toMatch(/"intelligence":\[\{/);
  });

  it("at a panel", async () => {
    const selection = "narrative panels { id } access { relations }";
    expect((await read(theGmc, "panels { id }", concernAt(9))).text).toContain('"panels":[{');
    const shown = await previewed(aRegionalLead, selection, concernAt(9), "GMC");
    expect(shown.concern).toEqual({ narrative: null, panels: [], access: { relations: ["SHARED"] } });
  });
});

describe("a preview gives nobody more than they read", () => {
  it("shows a regulator nothing of a class that it does not read itself", async () => {
    const id = await reported(hub, theGmc);
    await done(hub, aRegionalLead, "acceptConcern", { id, summary: "Released for the provider." });
    const selection = "narrative summary progress { summary } internalNotes learnersAffected reporter { name contact }";
    // NHS England would read all of it. The sharer reads what it wrote.
    const shown = await previewed(theGmc, selection, id, "X24", ["NARRATIVE"]);
    expect(shown.concern).toMatchObject({
      narrative: expect.any(String),
      summary: null,
      progress: null,
      internalNotes: null,
      learnersAffected: null,
      reporter: { name: null, contact: null },
    });
  });

  it("shows nobody who spoke up, though it were openly and to its case-holder", async () => {
    const who = "reporter { name contact coarseRole }";
    expect((await read(people.aCaseHolder, who, concernAt(2))).text).not.toContain('"name":null');
    const shown = await previewed(people.aCaseHolder, who, concernAt(2), "X24", bothClasses);
    expect(shown.concern).toEqual({ reporter: { name: null, contact: null, coarseRole: null } });
  });

  it("shows a regulator in an emergency nothing of what it reads by that", async () => {
    expect((await read(inAnEmergency, "narrative", concernAt(2))).text).not.toContain('"narrative":null');
    const shown = await previewed(inAnEmergency, "narrative", concernAt(2), "HCPC");
    expect(shown.concern).toEqual({ narrative: null });
  });

  it("shows in one request two previews and the concern itself, each as it would be alone", async () => {
    const part = "narrative progress { summary } timeline(first: 50) { totalCount }";
    const one = (classes: string): string =>
      `previewAccess(concern: $id, organisation: "HCPC", dataClasses: [${classes}]) { concern { ${part} } }`;
    const parts = [`concern(id: $id) { ${part} }`, one(""), one("NARRATIVE"), one("NARRATIVE, MANAGEMENT")];
    const together = parts.map((each, index) => `part${index}: ${each}`).join(" ");
    const variables = { id: concernAt(1) };
    const ask = (query: string) => hub.as(aRegionalLead).for(`query Together($id: ID!) { ${query} }`, variables);
    const all = (await ask(together)).data ?? {};
    const alone = await Promise.all(parts.map(async (each) => Object.values((await ask(each)).data ?? {})[0]));
    expect(Object.values(all)).toEqual(alone);
    expect(new Set(alone.map((each) => JSON.stringify(each))).size).toBe(4);
  });
});

describe("a preview is refused with the words with which the share would be", () => {
  it.each<[string, number, Person, string, readonly string[], string]>([
    ["to a provider, which takes no part", 1, people.aProviderLead, "CQC", [], "FORBIDDEN"],
    ["to the university that reported it, which takes no part", 1, people.aUniversityLead, "CQC", [], "FORBIDDEN"],
    ["to a board", 1, people.anIcb, "CQC", [], "FORBIDDEN"],
    ["to a guardian of the region", 1, people.aGuardian, "CQC", [], "FORBIDDEN"],
    ["to a body with which it was shared", 1, theCqc, "HCPC", [], "FORBIDDEN"],
    ["to a body that attends a panel on it", 9, theGmc, "HCPC", ["NARRATIVE"], "FORBIDDEN"],
    ["to a regulator, for the report that it does not read", 2, theGmc, "HCPC", ["NARRATIVE"], "FORBIDDEN"],
    ["to a regulator, for the management", 2, theGmc, "HCPC", ["MANAGEMENT"], "FORBIDDEN"],
    ["for a provider", 1, aRegionalLead, "ZZE01", [], "BAD_USER_INPUT"],
    ["for a body that is not there", 1, aRegionalLead, "NOBODY", [], "BAD_USER_INPUT"],
    ["for the sharer itself", 1, aRegionalLead, "Y60", [], "BAD_USER_INPUT"],
    ["on a report that was declined", 6, theGmc, "HCPC", [], "CONFLICT"],
    ["on a concern that was merged", 11, aRegionalLead, "HCPC", [], "CONFLICT"],
    ["in an emergency, for the report", 2, inAnEmergency, "HCPC", ["NARRATIVE"], "FORBIDDEN"],
    ["to a regulator that does not know of it", 4, theNmc, "CQC", ["NARRATIVE"], "NOT_FOUND"],
    ["to another region", 1, aLeadOfAnotherRegion, "CQC", [], "NOT_FOUND"],
    ["to another provider", 1, people.aLeadOfAnotherProvider, "CQC", [], "NOT_FOUND"],
    ["to an analyst", 1, people.anAnalyst, "CQC", [], "NOT_FOUND"],
    ["to an auditor", 1, people.anAuditor, "CQC", [], "NOT_FOUND"],
  ])("%s", async (_title, number, person, organisation, dataClasses, code) => {
    const id = concernAt(number);
    const { concern, userErrors } = await previewed(person, "id", id, organisation, dataClasses);
    expect(concern).toBeNull();
    expect(userErrors).toMatchObject([{ code }]);
    const share = await act(hub, person, "shareConcern", { id, organisation, dataClasses, ...terms });
    expect(userErrors).toEqual(share.userErrors);
  });

  it("where the receiver left the protocol, and where the sharer did", async () => {
    const left = "update organisations.signatory set until_date = $2 where organisation = $1";
    await entries.administrator.query(left, ["HCPC", "2020-01-01"]);
    const to = await previewed(aRegionalLead, "id", concernAt(1), "HCPC");
    const by = await previewed(theHcpc, "id", concernAt(8), "CQC");
    await entries.administrator.query(left, ["HCPC", null]);
    expect(to).toMatchObject({ concern: null, userErrors: [{ field: "organisation" }] });
    expect(by).toMatchObject({ concern: null, userErrors: [{ code: "FORBIDDEN", field: null }] });
  });

  it("for a class that no share opens, before anything is looked at", async () => {
    const answer = await asked(aRegionalLead, "id", {
      concern: concernAt(1),
      organisation: "HCPC",
      dataClasses: ["IDENTITY"],
    });
    expect(answer.data).toBeUndefined();
    expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
  });

  it.each([neverIssued, "QC-M4PJ-4VK4", "", "%", "' or 1 = 1 --", "\0"])(
    "and answers a hidden concern like the id %j",
    async (never) => {
      const variables = { organisation: "CQC", dataClasses: ["NARRATIVE"] };
      const hidden = await asked(theNmc, everything, { ...variables, concern: concernAt(4) });
      const odd = await asked(theNmc, everything, { ...variables, concern: never });
      expect(odd.text).toBe(hidden.text);
    },
  );

  it("and is gone with a share that ended: who knew of it by that alone knows nothing of it", async () => {
    const [shareId] = await sharesOf(hub, concernAt(1), "NMC");
    await done(hub, aRegionalLead, "withdrawShare", { id: concernAt(1), shareId });
    const gone = await previewed(theNmc, "id", concernAt(1), "HCPC");
    const never = await previewed(theNmc, "id", neverIssued, "HCPC");
    expect(gone).toEqual(never);
    expect(gone.userErrors).toMatchObject([{ code: "NOT_FOUND" }]);
  });
});

describe("a preview leaves", () => {
  const tables = ["concern_event", "concern_change", "message", "concern_share", "concern_access", "idempotency"];
  const rows = async (): Promise<unknown> => {
    const counts = tables.map((table) => `(select count(*) from concerns.${table}) as ${table}`);
    return (await entries.administrator.query<Record<string, string>>(`select ${counts.join()}`)).rows;
  };

  it("an entry of what its reader was shown, and of what was withheld", async () => {
    const variables = { concern: concernAt(1), organisation: "HCPC", dataClasses: ["NARRATIVE"] };
    const found = await entries.for(
      aRegionalLead,
      previewing("narrative internalNotes requirements { text }"),
      variables,
    );
    const records = found.flatMap((entry) => entry.records);
    expect(found).toMatchObject([{ outcome: "DISCLOSED", organisation: "Y60" }]);
    expect(records).toContainEqual({
      type: "Concern",
      ids: [concernAt(1)],
      fields: ["narrative", "requirements"],
      redacted: ["internalNotes"],
    });
    expect(records.map(({ type }) => type)).toContain("Requirement");
    expect(records).toContainEqual(expect.objectContaining({ type: "Query", fields: ["previewAccess"] }));
    expect(JSON.stringify(found)).not.toContain("HCPC");
  });

  it("nothing else: no event, no change, no message, no access", async () => {
    const before = await rows();
    const receiver = await read(theGmc, "id", concernAt(1));
    await previewed(aRegionalLead, everything, concernAt(1), "GMC", bothClasses);
    expect(await rows()).toEqual(before);
    expect((await read(theGmc, "id", concernAt(1))).text).toBe(receiver.text);
  });
});

it("keeps a case that a regulator has not published from the one whose case it is", async () => {
  const id = await assessed(hub, { reporter: theGmc, lead: aRegionalLead, category: "ISF1" });
  await keepsCases(hub, theGmc, id, "Y60");
  const own = await read(theGmc, "regulatorCases { id }", id);
  const shown = await previewed(theGmc, "regulatorCases { id sharedWith { code } }", id, "HCPC");
  const countOf = (concern: unknown) => (concern as { regulatorCases: readonly unknown[] }).regulatorCases.length;
  expect(countOf(shown.concern)).toBeLessThan(countOf(own.data?.["concern"]));
});
