/** The story of a concern: one order for all that happened on it, told to each as far as they may know. */
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { assessed, done, reported } from "../support/casework.js";
import { inThreeMonths, neverIssued } from "../support/mutation-inputs.js";
import * as people from "../support/people.js";
import { openTestHub, type Answer, type TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";
import { alter } from "../support/twin-hubs.js";

let hub: TestHub;
let concern: string;
const region = people.aRegionalLead;
const guardian = people.persona("midlands-guardian");

beforeAll(async () => {
  hub = await openTestHub();
  concern = await aConcernWithAStory();
});
afterAll(() => hub.close());

async function aConcernWithAStory(): Promise<string> {
  const id = await assessed(hub, { reporter: people.aUniversityLead, lead: region, category: "ISF1" });
  const requirement = { id, kind: "MANDATORY", standard: "EQF-2021:3.5", dueOn: "2999-01-01", text: "Name somebody." };
  await done(hub, region, "addInternalNote", { id, text: "Telephoned." });
  await done(hub, region, "issueRequirement", requirement);
  const asked = await hub.as(region).for("query($id: ID!) { concern(id: $id) { requirements { id } } }", { id });
  const { requirements } = asked.data?.["concern"] as unknown as { requirements: { id: string }[] };
  const answer = { id, requirementId: requirements[0]?.id, text: "A rota is drafted." };
  await done(hub, people.aProviderLead, "respondToRequirement", answer);
  await done(hub, people.aProviderLead, "submitProgress", { id, summary: "A month of nights." });
  const share = { id, organisation: "CQC", dataClasses: [], until: inThreeMonths, reason: "A pattern." };
  await done(hub, region, "shareConcern", share);
  return id;
}

interface Entry {
  readonly kind: string;
  readonly on: string;
  readonly organisation: { readonly code: string } | null;
  readonly role: string | null;
  readonly record: { readonly type: string; readonly id: string } | null;
}

interface Story {
  readonly nodes: readonly Entry[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const story = `query Story($id: ID!, $first: Int, $after: String) { concern(id: $id) { timeline(first: $first, after: $after) {
  totalCount nodes { kind on organisation { code } role record { type id } } pageInfo { hasNextPage endCursor } } } }`;

function read(person: Person, variables: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
  return hub.as(person).for(story, { id: concern, ...variables });
}

async function storyFor(person: Person, variables: Readonly<Record<string, unknown>> = {}): Promise<Story> {
  const answer = await read(person, variables);
  return (answer.data?.["concern"] as unknown as { timeline: Story }).timeline;
}

const kindsFor = async (person: Person): Promise<string[]> => (await storyFor(person)).nodes.map(({ kind }) => kind);

const operational = ["REQUIREMENT_ISSUED", "CATEGORY_CHANGED", "ASSESSED", "ACCEPTED", "REPORTED"];

it("is told newest first, all of it to the region", async () => {
  expect(await kindsFor(region)).toEqual([
    "SHARED",
    "PROGRESS_SUBMITTED",
    "REQUIREMENT_ANSWERED",
    "REQUIREMENT_ISSUED",
    "NOTE_ADDED",
    "CATEGORY_CHANGED",
    "ASSESSED",
    "ACCEPTED",
    "REPORTED",
  ]);
});

it.each([
  [
    "the provider not of notes and shares",
    people.aProviderLead,
    ["PROGRESS_SUBMITTED", "REQUIREMENT_ANSWERED", ...operational],
  ],
  [
    "the university not of answers, which are the provider's management",
    people.aUniversityLead,
    ["PROGRESS_SUBMITTED", ...operational],
  ],
  ["a body it is shared with of the share too", people.theCqc, ["SHARED", ...operational]],
  ["the board of its category alone", people.anIcb, ["CATEGORY_CHANGED"]],
  [
    "a guardian of the region of what is OPERATIONAL, and of the share the region made",
    guardian,
    ["SHARED", ...operational],
  ],
])("tells %s", async (_title, person, kinds) => {
  const told = await storyFor(person);
  expect(told.nodes.map(({ kind }) => kind)).toEqual(kinds);
  expect(told.totalCount).toBe(kinds.length);
});

it("says who did it, and of a report no more than which organisation made it", async () => {
  const { nodes } = await storyFor(people.aProviderLead);
  expect(nodes.at(-1)).toMatchObject({ kind: "REPORTED", organisation: { code: "ZZWEXU" }, role: null, record: null });
  expect(nodes.at(-2)).toMatchObject({ kind: "ACCEPTED", organisation: { code: "Y60" }, role: "QUALITY_LEAD" });
});

it("does not say to the board by whom and as what", async () => {
  const answer = await read(people.anIcb);
  expect(answer.redactions.map(({ coordinate, count }) => [coordinate, count])).toEqual([
    ["TimelineEntry.organisation", 1],
    ["TimelineEntry.record", 1],
    ["TimelineEntry.role", 1],
  ]);
});

it("leads to the record it is about", async () => {
  const { nodes } = await storyFor(people.aProviderLead);
  const issued = nodes.find(({ kind }) => kind === "REQUIREMENT_ISSUED");
  const answer = await hub
    .as(people.aProviderLead)
    .for("query($id: ID!) { concern(id: $id) { requirements { id } } }", { id: concern });
  expect(answer.data?.["concern"]).toEqual({ requirements: [{ id: issued?.record?.id }] });
  expect(issued?.record?.type).toBe("Requirement");
});

it("comes in pages that go on where the one before ended", async () => {
  const whole = await kindsFor(people.aProviderLead);
  const paged: string[] = [];
  for (let after: string | null = null; ;) {
    const { nodes, pageInfo } = await storyFor(people.aProviderLead, { first: 2, after });
    expect(nodes.length).toBeLessThanOrEqual(2);
    paged.push(...nodes.map(({ kind }) => kind));
    after = pageInfo.endCursor;
    if (!pageInfo.hasNextPage) break;
  }
  expect(paged).toEqual(whole);
});

it("has cursors that another concern, another person and another list do not take", async () => {
  const { pageInfo } = await storyFor(people.aProviderLead, { first: 2 });
  const after = pageInfo.endCursor;
  const other = await reported(hub, people.aProviderLead);
  const refused = [
    await read(people.aProviderLead, { id: other, after }),
    await read(region, { after }),
    await hub
      .as(people.aProviderLead)
      .for("query($after: String) { concerns(after: $after) { totalCount } }", { after }),
  ];
  for (const { errors } of refused) expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
});

it("shows nothing of what is hidden from somebody by a note between two events", async () => {
  const before = await read(people.aProviderLead, { first: 3 });
  await done(hub, region, "addInternalNote", { id: concern, text: "Telephoned again." });
  expect((await read(people.aProviderLead, { first: 3 })).text).toBe(before.text);
  expect(await kindsFor(region)).toContain("NOTE_ADDED");
});

it("is as absent as its concern for whoever may not know of it", async () => {
  const [hidden, never] = [
    await read(people.aLeadOfAnotherProvider),
    await read(people.aLeadOfAnotherProvider, { id: neverIssued }),
  ];
  expect(hidden.text).toBe(never.text);
  expect(hidden.data).toEqual({ concern: null });
});

it("tells a provider that a concern was declined which it reported itself, and nobody else at its place", async () => {
  const id = await reported(hub, people.aUniversityLead);
  await done(hub, region, "declineConcern", { id, reason: "It is looked into elsewhere." });
  expect((await read(people.aProviderLead, { id })).data).toEqual({ concern: null });
  expect((await storyFor(people.aUniversityLead, { id })).nodes.map(({ kind }) => kind)).toEqual([
    "DECLINED",
    "REPORTED",
  ]);
});

it("tells both ends of a share that it was withdrawn", async () => {
  const id = await assessed(hub, { reporter: people.aUniversityLead, lead: region, category: "ISF2" });
  const share = { id, organisation: "CQC", dataClasses: [], until: inThreeMonths, reason: "A pattern." };
  await done(hub, people.theGmc, "shareConcern", share);
  const asked = await hub.as(people.theGmc).for("query($id: ID!) { concern(id: $id) { shares { id } } }", { id });
  const { shares } = asked.data?.["concern"] as unknown as { shares: { id: string }[] };
  await done(hub, people.theGmc, "withdrawShare", { id, shareId: shares[0]?.id });
  for (const person of [people.theGmc, people.theCqc, region])
    expect((await storyFor(person, { id })).nodes.slice(0, 2).map(({ kind }) => kind)).toEqual([
      "SHARE_WITHDRAWN",
      "SHARED",
    ]);
  for (const person of [people.aProviderLead, guardian])
    expect((await storyFor(person, { id })).nodes.map(({ kind }) => kind)).not.toContain("SHARED");
});

it("no cursor tells that something happened before of which the caller does not learn", async () => {
  const first = await read(people.aProviderLead, { first: 2 });
  const ofIt = "(select key from concerns.concern where id = $1)";
  await alter(hub, `update concerns.concern_event set sequence = sequence + 1000 where concern = ${ofIt}`, [concern]);
  expect((await read(people.aProviderLead, { first: 2 })).text).toBe(first.text);
});
