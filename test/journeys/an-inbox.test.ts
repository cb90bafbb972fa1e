/** An inbox: who is told of what, what a message says, what it no longer says, and that nobody reads another's. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { openAuditEntries } from "../audit/audit-entries.js";
import { assessed, done } from "../support/casework.js";
import { askInbox, inboxOf, put, toldOf, wholeMessage } from "../support/inboxes.js";
import { inThreeMonths, neverIssued } from "../support/mutation-inputs.js";
import { convened, donePanel } from "../support/panel-steps.js";
import * as people from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
});
afterAll(() => hub.close());

const { aRegionalLead: lead, aUniversityLead: reporter, theCqc, theGmc, theNmc, aNationalLead } = people;
const aCaseHolder = people.persona("midlands-caseholder");
const aGuardian = people.persona("midlands-guardian");
const anExecutive = people.persona("northmoor-executive");

const aConcern = (category = "ISF1") => assessed(hub, { reporter, lead, category });

async function share(id: string, organisation: string): Promise<void> {
  const terms = { id, organisation, dataClasses: [], until: inThreeMonths, reason: "A pattern across two sites." };
  await done(hub, lead, "shareConcern", terms);
}

async function withdraw(id: string): Promise<void> {
  const answer = await hub
    .as(lead)
    .for("query Read($id: ID!) { concern(id: $id) { shares { id withdrawnOn } } }", { id });
  const { shares } = answer.data?.["concern"] as unknown as { shares: { id: string; withdrawnOn: string | null }[] };
  const shareId = shares.find(({ withdrawnOn }) => withdrawnOn === null)?.id;
  await done(hub, lead, "withdrawShare", { id, shareId });
}

const mark = `mutation Mark($input: MarkReadInput!) {
  markRead(input: $input) { messages { ${wholeMessage} } userErrors { code field message } }
}`;
const markRead = (person: Person, ids: readonly string[], more: object = {}) =>
  hub.as(person).for(mark, { input: { ids, ...more } });

describe("of an escalation to ISF2", () => {
  let id: string;
  beforeAll(async () => {
    id = await aConcern("ISF2");
  });

  it.each([
    ["the regulator of the profession", theGmc],
    ["the regulator of every setting", theCqc],
    ["NHS England nationally", aNationalLead],
    ["a colleague of the person who did it, in another role", aCaseHolder],
    ["the provider", people.aProviderLead],
  ])("%s is told", async (_title, person) => {
    expect(await toldOf(hub, person, id)).toEqual(["CONCERN_ESCALATED"]);
  });

  it.each([
    ["a regulator of other professions", theNmc],
    ["the university that reported it", reporter],
    ["another provider", people.aLeadOfAnotherProvider],
    ["the team of another region", people.aLeadOfAnotherRegion],
    ["the integrated care board", people.anIcb],
    ["the guardian of the region", aGuardian],
    ["the role of the person who did it", lead],
    ["the executive of the provider", anExecutive],
    ["an analyst", people.anAnalyst],
    ["an auditor", people.anAuditor],
    ["an operator", people.anOperator],
  ])("%s is not", async (_title, person) => {
    const { nodes } = await inboxOf(hub, person);
    expect(nodes.filter(({ kind }) => kind === "CONCERN_ESCALATED")).toEqual([]);
  });

  it("nobody is told at ISF1", async () => {
    const minor = await aConcern("ISF1");
    for (const person of [theGmc, theCqc, aNationalLead, people.aProviderLead])
      expect(await toldOf(hub, person, minor)).toEqual([]);
  });
});

describe("a message", () => {
  it("tells a kind, a day, a reference and where to look, and nothing of what is there", async () => {
    const id = await aConcern("ISF2");
    const read = await hub.as(theGmc).for("query Read($id: ID!) { concern(id: $id) { reference } }", { id });
    const { reference } = read.data?.["concern"] as unknown as { reference: string };
    const { nodes } = await inboxOf(hub, theGmc);
    expect(nodes.find(({ link }) => link?.id === id)).toEqual({
      id: expect.any(String),
      kind: "CONCERN_ESCALATED",
      toldOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      read: false,
      reference,
      link: { type: "Concern", id },
    });
  });

  it("of a requirement goes to the provider alone", async () => {
    const id = await aConcern();
    const requirement = { id, kind: "MANDATORY", standard: "EQF-2021:3.5", text: "Name a clinician." };
    await done(hub, lead, "issueRequirement", { ...requirement, dueOn: "2999-01-01" });
    expect(await toldOf(hub, people.aProviderLead, id)).toEqual(["REQUIREMENT_ISSUED"]);
    for (const person of [reporter, aNationalLead, lead, theGmc, people.aLeadOfAnotherProvider])
      expect(await toldOf(hub, person, id)).toEqual([]);
  });

  it("of a panel leads whom it invites there, as long as the invitation stands, and no further", async () => {
    const panel = await convened(hub, await aConcern(), { attending: [], invited: ["GMC", "NMC"] });
    const ofThePanel = async (person: Person) =>
      (await inboxOf(hub, person)).nodes.filter(({ kind, link }) => kind === "PANEL_INVITATION" && link?.id === panel);
    const invitation = { reference: null, link: { type: "ReviewPanel", id: panel } };
    for (const person of [theGmc, theNmc]) expect(await ofThePanel(person)).toMatchObject([invitation]);
    const member: Person = { name: "gmc-member", organisation: "GMC", role: "MEMBER" };
    for (const person of [theCqc, member, aNationalLead]) expect(await ofThePanel(person)).toEqual([]);

    const declined = { id: panel, answer: "DECLINED", reason: "It is not about nurses." };
    await donePanel(hub, theNmc, "respondToInvitation", declined);
    expect(await ofThePanel(theNmc)).toEqual([]);
    await donePanel(hub, theGmc, "respondToInvitation", { id: panel, answer: "ACCEPTED" });
    expect(await ofThePanel(theGmc)).toMatchObject([invitation]);
  });

  it("of a share goes to whom it is shared with, and to no other body", async () => {
    const id = await aConcern();
    await share(id, "CQC");
    expect(await toldOf(hub, theCqc, id)).toEqual(["CONCERN_SHARED"]);
    for (const person of [theGmc, theNmc, people.aProviderLead, aNationalLead, lead])
      expect(await toldOf(hub, person, id)).toEqual([]);
  });

  it("keeps its kind and loses the rest when what it is about may no longer be known", async () => {
    const id = await aConcern();
    await share(id, "NMC");
    const before = (await inboxOf(hub, theNmc)).totalCount;
    await withdraw(id);
    const { nodes, totalCount } = await inboxOf(hub, theNmc);
    expect(totalCount).toBe(before + 1);
    const [withdrawn, shared] = ["SHARE_WITHDRAWN", "CONCERN_SHARED"].map((kind) =>
      nodes.find((message) => message.kind === kind && message.reference === null),
    );
    for (const message of [withdrawn, shared])
      expect(message).toMatchObject({ reference: null, link: null, toldOn: expect.any(String) });
    expect((await askInbox(hub, theNmc)).text).not.toContain(id);
  });

  it("says so where a reference is withheld", async () => {
    const { redactions } = await askInbox(hub, theNmc, { first: 1 });
    expect(redactions).toEqual([
      { coordinate: "Message.reference", dataClass: "OPERATIONAL", reason: "RELATION", count: 1 },
    ]);
  });

  it("tells an integrated care board where to look, and no reference, which it does not read", async () => {
    const id = await aConcern();
    const board = { ...people.anIcb, name: "the lead of the board", role: "QUALITY_LEAD" } as const;
    await put(hub, board, "REMOVAL_DECIDED", id);
    expect((await inboxOf(hub, board)).nodes).toMatchObject([
      { kind: "REMOVAL_DECIDED", reference: null, link: { type: "Concern", id } },
    ]);
  });

  it("tells an auditor that it happened, and not where", async () => {
    const id = await aConcern();
    await put(hub, people.anAuditor, "GLASS_BROKEN", id);
    expect((await inboxOf(hub, people.anAuditor)).nodes).toMatchObject([
      { kind: "GLASS_BROKEN", reference: null, link: null },
    ]);
  });
});

describe("the list", () => {
  const aReader: Person = { name: "a reader", organisation: "GPHC", role: "QUALITY_LEAD" };
  const ids: string[] = [];
  beforeAll(async () => {
    const id = await aConcern();
    for (let count = 0; count < 5; count += 1) ids.push(await put(hub, aReader, "CONCERN_SHARED", id));
  });

  it("comes in pages that neither repeat nor leave out", async () => {
    const found: string[] = [];
    for (let after: string | null = null; ;) {
      const { nodes, totalCount, pageInfo } = await inboxOf(hub, aReader, { first: 2, after });
      expect(totalCount).toBe(5);
      found.push(...nodes.map(({ id }) => id));
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) break;
    }
    expect([...found].sort()).toEqual([...ids].sort());
  });

  it("has a cursor that is of no use to another role, organisation or list", async () => {
    const { pageInfo } = await inboxOf(hub, aReader, { first: 2 });
    const after = pageInfo.endCursor;
    for (const [person, unread] of [
      [aReader, true],
      [{ ...aReader, role: "CASE_HOLDER" as const }, false],
      [theGmc, false],
    ] as const) {
      const { errors } = await askInbox(hub, person, { after, unread });
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
    }
  });

  it("is of one role: a colleague in another one has an inbox of their own", async () => {
    expect((await inboxOf(hub, { ...aReader, role: "CASE_HOLDER" })).totalCount).toBe(0);
  });

  it("of what is unread shrinks as it is read, for everybody in that role", async () => {
    const [first = "", second = ""] = ids;
    const answer = await markRead(aReader, [first, second]);
    expect(answer.data?.["markRead"]).toMatchObject({ messages: [{ read: true }, { read: true }], userErrors: [] });
    const colleague = { ...aReader, name: "a colleague" };
    const { nodes, totalCount } = await inboxOf(hub, colleague, { unread: true, first: 100 });
    expect(totalCount).toBe(3);
    expect(nodes.map(({ id }) => id)).not.toContain(first);
    expect((await inboxOf(hub, colleague)).totalCount).toBe(5);
  });
});

describe("marking as read", () => {
  it("twice is as once, with a key and without", async () => {
    const id = await put(hub, theGmc, "CONCERN_SHARED", await aConcern());
    const given = [
      await markRead(theGmc, [id]),
      await markRead(theGmc, [id]),
      await markRead(theGmc, [id], { idempotencyKey: "once" }),
      await markRead(theGmc, [id], { idempotencyKey: "once" }),
    ];
    expect(new Set(given.map(({ text }) => text)).size).toBe(1);
  });

  it("is refused for a message of another inbox as for one that never was, and marks none of the others", async () => {
    const concern = await aConcern();
    const own = await put(hub, theGmc, "CONCERN_SHARED", concern);
    const others = [
      await put(hub, theNmc, "CONCERN_SHARED", concern),
      await put(hub, { ...theGmc, role: "EXECUTIVE" }, "CONCERN_SHARED", concern),
    ];
    const given = [];
    for (const foreign of [neverIssued, "not an id", ...others]) given.push(await markRead(theGmc, [own, foreign]));
    expect(new Set(given.map(({ text }) => text)).size).toBe(1);
    expect(given[0]?.data?.["markRead"]).toEqual({
      messages: [],
      userErrors: [{ code: "NOT_FOUND", field: "ids", message: "There is no such message." }],
    });
    expect((await inboxOf(hub, theGmc)).nodes.find(({ id }) => id === own)?.read).toBe(false);
    expect((await inboxOf(hub, theNmc)).nodes.find(({ id }) => id === others[0])?.read).toBe(false);
  });

  it.each([
    ["none", []],
    ["the same twice", [neverIssued, neverIssued]],
  ])("is refused for %s", async (_title, ids) => {
    const answer = await markRead(theGmc, ids);
    expect(answer.data?.["markRead"]).toMatchObject({ messages: [], userErrors: [{ code: "BAD_USER_INPUT" }] });
  });

  it("is refused for more than a hundred, before anything is looked at", async () => {
    const { errors } = await markRead(
      theGmc,
      Array.from({ length: 101 }, (_, index) => String(index)),
    );
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["LIMIT_EXCEEDED"]);
  });
});

describe("the audit", () => {
  it("has which messages were read, with the fields that were given and withheld, and which were marked", async () => {
    const id = await put(hub, people.theCqc, "CONCERN_SHARED", await aConcern());
    const entries = await openAuditEntries(hub);
    try {
      const [read] = await entries.for(theCqc, "{ inbox(first: 1) { nodes { id kind reference link { id } } } }");
      expect(read).toMatchObject({ outcome: "DISCLOSED", organisation: "CQC" });
      const messages = read?.records.filter(({ type }) => type === "Message") ?? [];
      expect(messages.flatMap(({ ids }) => ids).length).toBeGreaterThan(0);
      expect(messages.flatMap(({ fields }) => fields)).toEqual(expect.arrayContaining(["kind", "link"]));
      const [marked] = await entries.for(theCqc, mark, { input: { ids: [id] } });
      expect(marked).toMatchObject({
        outcome: "CHANGED",
        records: [{ type: "Message", ids: [id], fields: ["read"], redacted: [] }],
      });
    } finally {
      await entries.close();
    }
  });
});
