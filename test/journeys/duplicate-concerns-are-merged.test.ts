/** Two reports of one matter: NHS England merges the duplicate, and neither concern tells of the other to whom it is hidden. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { act, assessed, done, reported } from "../support/casework.js";
import { asAdministrator, toldOf } from "../support/inboxes.js";
import { inThreeMonths, neverIssued } from "../support/mutation-inputs.js";
import * as people from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";
import { allChanges } from "../support/what-changed.js";

let hub: TestHub;
const region = people.aRegionalLead;
const anExecutiveOf = (person: Person): Person => ({ ...person, role: "EXECUTIVE" });
const reason = "The same ward in the same weeks.";

beforeAll(async () => {
  hub = await openTestHub();
});
afterAll(() => hub.close());

/** Known to the university and, by its category, to the GMC. */
const aSurvivor = (more = {}): Promise<string> =>
  assessed(hub, { reporter: people.aUniversityLead, lead: region, category: "ISF2" }, more);
/** Known to the provider, which reported it, and to no university and no regulator. */
const aDuplicate = (more = {}, category = "ISF1"): Promise<string> =>
  assessed(
    hub,
    { reporter: people.aProviderLead, lead: region, category },
    { educationProvider: null, themes: ["INDUCTION"], professions: ["DOCTOR", "PHARMACIST"], ...more },
  );
/** What the survivor would take from this one it has already. */
const theSameAgain = (): Promise<string> => aDuplicate({ themes: ["CLINICAL_SUPERVISION"], professions: ["DOCTOR"] });
const merge = (id: string, into: string) => done(hub, region, "mergeConcern", { id, into, reason });
const share = (id: string, organisation: string) =>
  done(hub, region, "shareConcern", { id, organisation, dataClasses: [], until: inThreeMonths, reason: "A pattern." });

const question = `query Read($id: ID!) { concern(id: $id) {
  id status version changed: raisedOn category professions themes nextReviewOn mergeReason
  mergedInto { id reference status } mergedFrom { id reference status title }
  timeline(first: 100) { totalCount nodes { kind organisation { code } record { id } } } } }`;

interface Read {
  readonly status: string;
  readonly version: number;
  readonly professions: readonly string[];
  readonly themes: readonly string[];
  readonly nextReviewOn: string | null;
  readonly mergeReason: string | null;
  readonly mergedInto: { readonly id: string } | null;
  readonly mergedFrom: readonly { readonly id: string; readonly status: string }[];
  readonly timeline: { readonly nodes: readonly { readonly kind: string }[] };
}

const ask = (person: Person, id: string) => hub.as(person).for(question, { id });
async function read(person: Person, id: string): Promise<Read> {
  return (await ask(person, id)).data?.["concern"] as unknown as Read;
}
async function storyOf(person: Person, id: string): Promise<string[]> {
  return (await read(person, id)).timeline.nodes.map(({ kind }) => kind);
}
async function refusal(person: Person, input: Readonly<Record<string, unknown>>): Promise<unknown> {
  const { userErrors } = await act(hub, person, "mergeConcern", { reason, ...input });
  return userErrors.map(({ code, field }) => [code, field]);
}

describe("a duplicate that is merged", () => {
  let duplicate: string;
  let survivor: string;
  beforeAll(async () => {
    [survivor, duplicate] = [await aSurvivor(), await aDuplicate()];
    await share(duplicate, "NMC");
    await merge(duplicate, survivor);
  });

  it("ends, and points at the concern that goes on, which points back", async () => {
    const [merged, going] = [await read(region, duplicate), await read(region, survivor)];
    expect(merged).toMatchObject({ status: "MERGED", nextReviewOn: null, mergeReason: reason, mergedFrom: [] });
    expect(merged.mergedInto).toMatchObject({ id: survivor, status: "IN_PROGRESS" });
    expect(going).toMatchObject({ status: "IN_PROGRESS", mergeReason: null, mergedInto: null });
    expect(going.mergedFrom).toMatchObject([{ id: duplicate, status: "MERGED" }]);
  });

  it("leaves its trail in both stories, for the provider too, which knows of both", async () => {
    for (const person of [region, people.aProviderLead]) {
      expect((await storyOf(person, duplicate))[0]).toBe("MERGED");
      expect((await storyOf(person, survivor)).slice(0, 2)).toEqual(["DUPLICATE_MERGED", "FACTS_AMENDED"]);
    }
    const { mergeReason, mergedInto } = await read(people.aProviderLead, duplicate);
    expect([mergeReason, mergedInto?.id]).toEqual([null, survivor]);
  });

  it("gives the other the facts that it did not have", async () => {
    expect(await read(region, survivor)).toMatchObject({
      professions: ["DOCTOR", "PHARMACIST"],
      themes: ["CLINICAL_SUPERVISION", "INDUCTION"],
    });
  });

  it("opens to nobody what was written on the other, or who spoke up", async () => {
    const all = "query Read($id: ID!) { concern(id: $id) { narrative learnersAffected reportedBy { code } } }";
    const both = async (person: Person) => {
      const answers = [
        await hub.as(person).for(all, { id: duplicate }),
        await hub.as(person).for(all, { id: survivor }),
      ];
      return answers.map(
        ({ data }) => (data?.["concern"] as unknown as { narrative: unknown } | null)?.narrative ?? null,
      );
    };
    // The provider wrote one of the two reports, and the university the other.
    expect(await both(people.aProviderLead)).toEqual([expect.any(String), null]);
    expect(await both(people.aUniversityLead)).toEqual([null, expect.any(String)]);
  });

  it.each([
    ["the university", people.aUniversityLead],
    ["the regulator", people.theGmc],
  ])("is nothing to %s, which knows of the survivor alone", async (_who, person) => {
    const answer = await ask(person, survivor);
    expect(answer.data?.["concern"]).toMatchObject({ mergedFrom: [], mergedInto: null });
    expect(answer.redactions.map(({ coordinate }) => coordinate)).toEqual(["Concern.mergeReason"]);
    expect(answer.text).not.toContain("DUPLICATE_MERGED");
    expect((await ask(person, duplicate)).data).toEqual({ concern: null });
  });

  it("tells a body that knows of it alone that it was merged, and not into what", async () => {
    const answer = await ask(people.theNmc, duplicate);
    expect(answer.data?.["concern"]).toMatchObject({ status: "MERGED", mergedInto: null, mergedFrom: [] });
    expect(answer.text).not.toContain(survivor);
    expect((await ask(people.theNmc, survivor)).data).toEqual({ concern: null });
  });

  it("shows each to the other's readers as soon as they may know of it, and no longer", async () => {
    await share(survivor, "NMC");
    expect((await read(people.theNmc, duplicate)).mergedInto?.id).toBe(survivor);
    expect((await read(people.theNmc, survivor)).mergedFrom.map(({ id }) => id)).toEqual([duplicate]);
    const asked = await hub.as(region).for("query($id: ID!) { concern(id: $id) { shares { id } } }", { id: survivor });
    const { shares } = asked.data?.["concern"] as unknown as { shares: { id: string }[] };
    await done(hub, region, "withdrawShare", { id: survivor, shareId: shares[0]?.id });
    expect((await read(people.theNmc, duplicate)).mergedInto).toBeNull();
  });

  it("is told to those who work on it, and to nobody who knows of the survivor alone", async () => {
    expect(await toldOf(hub, people.aProviderLead, duplicate)).toContain("CONCERN_MERGED");
    for (const person of [people.aUniversityLead, people.theGmc])
      for (const id of [duplicate, survivor]) expect(await toldOf(hub, person, id)).not.toContain("CONCERN_MERGED");
  });

  it("is found under its status and counts as open no more", async () => {
    const merged = await hub
      .as(region)
      .for(
        '{ concerns(filter: { status: [MERGED] }) { nodes { id } } organisation(code: "ZZN01") { riskProfile { open } } }',
      );
    expect(merged.data?.["concerns"]).toEqual({ nodes: [{ id: duplicate }] });
    expect(merged.data?.["organisation"]).toEqual({ riskProfile: { open: 1 } });
  });

  it("may be noted on and protects who spoke up, and nothing else is done with it", async () => {
    await done(hub, region, "addInternalNote", { id: duplicate, text: "See the other." });
    const score = { likelihood: 1, impact: 1 };
    const assessment = { inherent: score, residual: score, category: "ISF0", reason: "Better." };
    for (const [mutation, input] of [
      ["assessConcern", assessment],
      ["reopenConcern", { reason: "It was another." }],
      ["mergeConcern", { into: survivor, reason }],
    ] as const) {
      const { userErrors } = await act(hub, region, mutation, { id: duplicate, ...input });
      expect(userErrors.map(({ code }) => code)).toEqual(["CONFLICT"]);
    }
  });
});

it("changes nothing at all for whoever knows of the survivor alone, where nothing is taken from the duplicate", async () => {
  const [survivor, duplicate] = [await aSurvivor(), await theSameAgain()];
  const alone = [people.aUniversityLead, people.theGmc];
  const asked = () => Promise.all(alone.map(async (person) => (await ask(person, survivor)).text));
  const cursors = await Promise.all(alone.map(async (person) => (await allChanges(hub, person)).cursor));
  const before = await asked();
  await merge(duplicate, survivor);
  expect(await asked()).toEqual(before);
  for (const [index, person] of alone.entries())
    expect(await allChanges(hub, person, cursors[index])).toEqual({ told: [], cursor: cursors[index] });
});

it("tells those who keep a copy: of the duplicate who knew it, of the survivor who knows both or reads what it took", async () => {
  const [survivor, duplicate] = [await aSurvivor(), await aDuplicate()];
  const followers = [region, people.aProviderLead, people.aUniversityLead];
  const cursors = await Promise.all(followers.map(async (person) => (await allChanges(hub, person)).cursor));
  await merge(duplicate, survivor);
  const told = await Promise.all(
    followers.map(async (person, index) => (await allChanges(hub, person, cursors[index])).told.map(({ id }) => id)),
  );
  expect(told.map((ids) => ids.sort())).toEqual([
    [duplicate, survivor].sort(),
    [duplicate, survivor].sort(),
    [survivor],
  ]);
});

describe("a merger is refused", () => {
  let survivor: string;
  let duplicate: string;
  beforeAll(async () => {
    [survivor, duplicate] = [await aSurvivor({ site: "ZZN0101" }), await theSameAgain()];
  });

  it.each([
    ["the provider", people.aProviderLead],
    ["an executive of the provider", anExecutiveOf(people.aProviderLead)],
    ["the region's guardian", people.aGuardian],
    ["an executive of the region", anExecutiveOf(region)],
  ])("to %s", async (_who, person) => {
    expect(await refusal(person, { id: duplicate, into: survivor })).toEqual([["FORBIDDEN", null]]);
  });

  it.each([
    ["another region", people.aLeadOfAnotherRegion],
    ["another provider", people.aLeadOfAnotherProvider],
    ["the university, which knows of the survivor alone", people.aUniversityLead],
  ])("to %s, as if there were no such concern", async (_who, person) => {
    for (const id of [duplicate, neverIssued])
      expect(await refusal(person, { id, into: survivor })).toEqual([["NOT_FOUND", "id"]]);
  });

  it("into a concern that is hidden as into one that never was, byte for byte", async () => {
    const elsewhere = await assessed(
      hub,
      { reporter: people.aLeadOfAnotherRegion, lead: people.aLeadOfAnotherRegion, category: "ISF1" },
      { provider: "ZZA01", educationProvider: null },
    );
    const id = duplicate;
    const answers = [];
    for (const into of [elsewhere, neverIssued, "nonsense"])
      answers.push(JSON.stringify(await act(hub, region, "mergeConcern", { id, into, reason })));
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('"NOT_FOUND","field":"into"');
  });

  it("into a concern that was only shared with the team, which is another region's to handle", async () => {
    const elsewhere = await assessed(
      hub,
      { reporter: people.aLeadOfAnotherRegion, lead: people.aLeadOfAnotherRegion, category: "ISF1" },
      { provider: "ZZA01", educationProvider: null },
    );
    const terms = { dataClasses: [], until: inThreeMonths, reason: "A pattern." };
    const with60 = { id: elsewhere, organisation: "Y60", ...terms };
    await done(hub, people.aLeadOfAnotherRegion, "shareConcern", with60);
    expect(await refusal(region, { id: duplicate, into: elsewhere })).toEqual([["FORBIDDEN", null]]);
  });

  it.each([
    ["with itself", () => ({ id: duplicate, into: duplicate }), ["BAD_USER_INPUT", "into"]],
    [
      "of another provider",
      async () => ({ id: await aDuplicate({ provider: "ZZE01" }), into: survivor }),
      ["BAD_USER_INPUT", "into"],
    ],
    [
      "that is graver than the one that is to go on",
      async () => ({ id: await aDuplicate({}, "ISF3"), into: survivor }),
      ["CONFLICT", "into"],
    ],
    [
      "that is not accepted",
      async () => ({ id: await reported(hub, people.aProviderLead), into: survivor }),
      ["CONFLICT", "id"],
    ],
    [
      "into a report that is not accepted",
      async () => ({ id: duplicate, into: await reported(hub, people.aProviderLead) }),
      ["CONFLICT", "into"],
    ],
    ["without a reason", () => ({ id: duplicate, into: survivor, reason: " " }), ["BAD_USER_INPUT", "reason"]],
    [
      "that has changed since it was read",
      () => ({ id: duplicate, into: survivor, expectedVersion: 1 }),
      ["CONFLICT", "expectedVersion"],
    ],
  ] as const)("of a concern %s", async (_title, input, expected) => {
    expect(await refusal(region, await input())).toEqual([expected]);
  });

  it("while a requirement is open or a review is planned on the duplicate, and not after", async () => {
    const id = await theSameAgain();
    const requirement = { id, kind: "RECOMMENDATION", text: "Name somebody.", dueOn: "2999-01-01" };
    await done(hub, region, "issueRequirement", requirement);
    expect(await refusal(region, { id, into: survivor })).toEqual([["CONFLICT", "id"]]);
    const asked = await hub.as(region).for("query($id: ID!) { concern(id: $id) { requirements { id } } }", { id });
    const { requirements } = asked.data?.["concern"] as unknown as { requirements: { id: string }[] };
    const withdrawn = { id, requirementId: requirements[0]?.id, reason: "It is issued on the other." };
    await done(hub, region, "withdrawRequirement", withdrawn);
    await done(hub, region, "scheduleReview", { id, type: "PROGRAMME_REVIEW", scheduledFor: "2999-01-01" });
    expect(await refusal(region, { id, into: survivor })).toEqual([["CONFLICT", "id"]]);
    const reviews = await hub.as(region).for("query($id: ID!) { concern(id: $id) { reviews { id } } }", { id });
    const [review] = (reviews.data?.["concern"] as unknown as { reviews: { id: string }[] }).reviews;
    await done(hub, region, "cancelReview", { id, reviewId: review?.id, reason: "It is held on the other." });
    expect(await refusal(region, { id, into: survivor })).toEqual([]);
  });

  it("leaves both concerns as they were", async () => {
    const id = await aDuplicate({ provider: "ZZE01" });
    const before = [(await ask(region, id)).text, (await ask(region, survivor)).text];
    await refusal(region, { id, into: survivor });
    expect([(await ask(region, id)).text, (await ask(region, survivor)).text]).toEqual(before);
  });
});

it("is done once when it is sent twice", async () => {
  const [survivor, id] = [await aSurvivor(), await aDuplicate()];
  const input = { id, into: survivor, reason, idempotencyKey: "merge-once" };
  const [first, second] = [
    await done(hub, region, "mergeConcern", input),
    await done(hub, region, "mergeConcern", input),
  ];
  expect(second).toEqual(first);
  expect((await storyOf(region, survivor)).filter((kind) => kind === "DUPLICATE_MERGED")).toHaveLength(1);
});

it("goes on from merger to merger, and never in a circle", async () => {
  const [first, second, third] = [await theSameAgain(), await theSameAgain(), await theSameAgain()];
  await merge(first, second);
  expect(await refusal(region, { id: second, into: first })).toEqual([["CONFLICT", "into"]]);
  await merge(second, third);
  const chain = "query($id: ID!) { concern(id: $id) { mergedInto { id mergedInto { id } } } }";
  const answer = await hub.as(region).for(chain, { id: first });
  expect(answer.data?.["concern"]).toEqual({ mergedInto: { id: second, mergedInto: { id: third } } });
});

it("joins a concern of a trust that is no more with one of the trust that followed it", async () => {
  const survivor = await aSurvivor();
  const id = await assessed(
    hub,
    { reporter: people.aLeadOfAnotherProvider, lead: region, category: "ISF1" },
    { provider: "ZZE01", educationProvider: null },
  );
  expect(await refusal(region, { id, into: survivor })).toEqual([["BAD_USER_INPUT", "into"]]);
  const followed = "values ('ZZE01', 'ZZB01', '2024-04-01', 'a test'), ('ZZB01', 'ZZN01', '2025-04-01', 'a test')";
  await asAdministrator(
    hub,
    `insert into organisations.succession (predecessor, successor, on_date, source) ${followed}`,
  );
  await merge(id, survivor);
  expect((await read(region, survivor)).mergedFrom.map((one) => one.id)).toEqual([id]);
  // The provider of the one that ended did not know of the other, and still does not.
  expect((await read(people.aLeadOfAnotherProvider, id)).mergedInto).toBeNull();
  expect((await read(people.aProviderLead, survivor)).mergedFrom).toEqual([]);
});
