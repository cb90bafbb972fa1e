/** A removal of learners of two universities: each knows of its own learners, and nothing of those of the other. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { done } from "../support/casework.js";
import * as people from "../support/people.js";
import * as steps from "../support/removal-steps.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";

let hub: TestHub;
let removal: steps.OfRemoval;
const region = people.aRegionalLead;
const wexbridge = people.aUniversityLead;
const fenbridge = steps.aLeadOfAnotherUniversity;
const learners = [steps.doctors, steps.ofWexbridge, steps.ofFenbridge];

beforeAll(async () => {
  hub = await openTestHub();
  const id = await steps.atIsf3(hub, { learnersAffected: 18 });
  removal = { id, removalId: await steps.proposed(hub, id, { learners }) };
});
afterAll(() => hub.close());

const question = `query Read($id: ID!) { concern(id: $id) {
  learnersAffected access { relations } removals {
    learners { profession stage educationProvider { code } band learners }
    relocations { educationProvider { code } place { code } places plan payProtected progressionProtected }
    consents { decider organisation { code } }
  } } }`;

interface Group {
  readonly educationProvider: { readonly code: string } | null;
}
interface Seen {
  readonly learnersAffected: number | null;
  readonly access: { readonly relations: readonly string[] };
  readonly removals: readonly {
    readonly learners: readonly Group[];
    readonly relocations: readonly Group[];
    readonly consents: readonly object[];
  }[];
}

async function seenBy(person: Person): Promise<Seen | null> {
  return (await hub.as(person).for(question, { id: removal.id })).data?.["concern"] as unknown as Seen | null;
}

const codesOf = (groups: readonly Group[] = []): (string | null)[] =>
  groups.map(({ educationProvider }) => educationProvider?.code ?? null).sort();

describe("while it is proposed", () => {
  it("the second university does not know that there is a concern", async () => {
    expect(await seenBy(fenbridge)).toBeNull();
  });

  it("knows of it once it was heard, as a university whose learners are there", async () => {
    await steps.consulted(hub, removal);
    const seen = await seenBy(fenbridge);
    expect(seen?.access.relations).toEqual(["EDUCATION_PROVIDER"]);
    expect(codesOf(seen?.removals[0]?.learners)).toEqual(["ZZFENU"]);
  });

  it("does not learn how many learners the concern is about, which counts those of others", async () => {
    expect((await seenBy(fenbridge))?.learnersAffected).toBeNull();
    expect((await seenBy(wexbridge))?.learnersAffected).toBe(18);
  });

  it("each university reads of its own learners: few of them as a band, and of no others", async () => {
    expect((await seenBy(fenbridge))?.removals[0]?.learners).toEqual([
      { ...steps.ofFenbridge, educationProvider: { code: "ZZFENU" }, band: "1-4", learners: null },
    ]);
    expect((await seenBy(wexbridge))?.removals[0]?.learners).toEqual([
      { ...steps.ofWexbridge, educationProvider: { code: "ZZWEXU" }, band: "5-9" },
    ]);
  });

  it("the provider reads of all of them, and of few as a band; NHS England reads every number", async () => {
    const numbers = async (person: Person) =>
      (await seenBy(person))?.removals[0]?.learners.map((group) => [
        group.educationProvider?.code ?? null,
        (group as unknown as { learners: number | null }).learners,
      ]);
    expect(new Set(await numbers(people.aProviderLead))).toEqual(
      new Set([
        [null, 6],
        ["ZZFENU", null],
        ["ZZWEXU", 9],
      ]),
    );
    expect(new Set(await numbers(region))).toEqual(
      new Set([
        [null, 6],
        ["ZZFENU", 3],
        ["ZZWEXU", 9],
      ]),
    );
  });
});

describe("the decision", () => {
  it("is of both universities, the dean and the region; none of the universities reads that the other consented", async () => {
    const ofFenbridge = async () => (await seenBy(fenbridge))?.removals[0]?.consents;
    await steps.consents(hub, wexbridge, removal, "EDUCATION_PROVIDER");
    expect(await ofFenbridge()).toEqual([]);
    await steps.consents(hub, fenbridge, removal, "EDUCATION_PROVIDER");
    // NHS England consents last, so that nobody reads in the history of the concern which universities are concerned.
    await steps.consents(hub, region, removal, "REGION");
    await steps.consents(hub, region, removal, "POSTGRADUATE_DEAN");
    expect(await ofFenbridge()).toEqual([
      { decider: "EDUCATION_PROVIDER", organisation: { code: "ZZFENU" } },
      { decider: "REGION", organisation: null },
      { decider: "POSTGRADUATE_DEAN", organisation: null },
    ]);
    const ask = "query($id: ID!) { concern(id: $id) { category removals { state } } }";
    expect((await hub.as(fenbridge).for(ask, { id: removal.id })).data?.["concern"]).toEqual({
      category: "ISF4",
      removals: [{ state: "DECIDED" }],
    });
  });
});

describe("the plan where they go", () => {
  it("is read by each university for its own learners", async () => {
    await steps.placed(hub, removal, null, 6);
    await steps.placed(hub, removal, "ZZWEXU", 9);
    await steps.placed(hub, removal, "ZZFENU", 3);
    const plan = { plan: "Posts of the same grade, from Monday.", payProtected: true, progressionProtected: true };
    expect((await seenBy(fenbridge))?.removals[0]?.relocations).toEqual([
      { ...plan, educationProvider: { code: "ZZFENU" }, place: { code: "ZZE01" }, places: null },
    ]);
    expect((await seenBy(wexbridge))?.removals[0]?.relocations).toEqual([
      { ...plan, educationProvider: { code: "ZZWEXU" }, place: { code: "ZZE01" }, places: 9 },
    ]);
    expect(codesOf((await seenBy(people.aProviderLead))?.removals[0]?.relocations)).toEqual(["ZZFENU", "ZZWEXU", null]);
  });

  it("is not read by a regulator or by whoever reported it, though they know of the removal", async () => {
    for (const person of [people.theNmc, people.theCqc])
      expect((await seenBy(person))?.removals).toMatchObject([{ learners: null, relocations: null }]);
  });
});

it("a proposal that is withdrawn takes with it what a university knew by it alone", async () => {
  const id = await steps.atIsf3(hub);
  const another = { id, removalId: await steps.proposed(hub, id, { learners }) };
  await steps.heard(hub, another, "EDUCATION_PROVIDERS");
  const ask = "query($id: ID!) { concern(id: $id) { id } }";
  expect((await hub.as(fenbridge).for(ask, { id })).data).toEqual({ concern: { id } });
  await done(hub, region, "withdrawRemovalProposal", { ...another, reason: "The rota is covered." });
  expect((await hub.as(fenbridge).for(ask, { id })).data).toEqual({ concern: null });
  expect((await hub.as(wexbridge).for(ask, { id })).data).toEqual({ concern: { id } });
});
