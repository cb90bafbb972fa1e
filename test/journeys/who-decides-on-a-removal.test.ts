/** Who may propose, decide and carry out a removal of learners, and what is refused to everybody else. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { act, assessed, done } from "../support/casework.js";
import { dayInEngland } from "../../hub/day-in-england.js";
import { addDays } from "../../subgraphs/calendar-day.js";
import { mutationDocument, mutationInputs, neverIssued } from "../support/mutation-inputs.js";
import * as people from "../support/people.js";
import * as steps from "../support/removal-steps.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";

let hub: TestHub;
let id: string;
beforeAll(async () => {
  hub = await openTestHub();
  id = await steps.atIsf3(hub);
});
afterAll(() => hub.close());

const region = people.aRegionalLead;
const caseHolder = people.persona("midlands-caseholder");

async function codeOf(person: Person, mutation: string, input: Readonly<Record<string, unknown>>): Promise<string> {
  const { userErrors } = await act(hub, person, mutation, input);
  return userErrors.map(({ code, field }) => `${code} ${field ?? "-"}`).join() || "done";
}

describe("a proposal is refused", () => {
  it.each([
    ["to the provider", people.aProviderLead, "FORBIDDEN -"],
    ["to the university", people.aUniversityLead, "FORBIDDEN -"],
    ["to a regulator", people.theGmc, "FORBIDDEN -"],
    ["to the board", people.anIcb, "FORBIDDEN -"],
    ["to a guardian of the region", people.persona("midlands-guardian"), "FORBIDDEN -"],
    ["to another provider, which knows of nothing", people.aLeadOfAnotherProvider, "NOT_FOUND id"],
    ["to another region, which knows of nothing", people.aLeadOfAnotherRegion, "NOT_FOUND id"],
  ] as const)("%s", async (_, person, refusal) => {
    expect(await codeOf(person, "proposeRemoval", { id, ...steps.proposal })).toBe(refusal);
  });

  const students = { ...steps.ofWexbridge, educationProvider: null };
  it.each([
    ["for an ordinary gap in a rotation", { kindOfChange: "ROTATION_GAP" }, "kindOfChange"],
    ["for a reason that is not in the list", { reasons: ["COST"] }, "reasons"],
    ["of a site of another provider", { scopeDetail: "ZZE0101" }, "scopeDetail"],
    ["of a profession that nobody knows", { scope: "PROFESSION", scopeDetail: "WIZARD" }, "scopeDetail"],
    ["of a stage that nobody knows", { scope: "STAGE", scopeDetail: "RETIRED" }, "scopeDetail"],
    ["of nobody", { learners: [] }, "learners"],
    [
      "of a profession in no remit",
      { learners: [{ ...steps.ofWexbridge, profession: "WIZARD" }] },
      "learners.profession",
    ],
    ["of students whose university is not named", { learners: [students] }, "learners.educationProvider"],
    [
      "of students of a trust",
      { learners: [{ ...steps.ofWexbridge, educationProvider: "ZZE01" }] },
      "learners.educationProvider",
    ],
    ["of no learners at all", { learners: [{ ...steps.doctors, learners: 0 }] }, "learners.learners"],
    ["before anything was tried locally", { localResolution: null }, "localResolution"],
    ["from a day that has passed", { startsOn: addDays(dayInEngland(), -1) }, "startsOn"],
  ])("%s", async (_, change, field) => {
    expect(await codeOf(region, "proposeRemoval", { id, ...steps.proposal, ...change })).toBe(
      `BAD_USER_INPUT ${field}`,
    );
  });

  it("at ISF2, but where safety cannot wait", async () => {
    const minor = await assessed(hub, { reporter: people.aUniversityLead, lead: region, category: "ISF2" });
    const proposal = { id: minor, ...steps.proposal, scope: "ALL_LEARNERS", scopeDetail: null };
    expect(await codeOf(region, "proposeRemoval", proposal)).toBe("CONFLICT id");
    expect(await codeOf(region, "proposeRemoval", { ...proposal, urgent: true, localResolution: null })).toBe("done");
  });

  it("for a version that has passed, and made once for a key that is used twice", async () => {
    const mine = await steps.atIsf3(hub);
    expect(await codeOf(region, "proposeRemoval", { id: mine, ...steps.proposal, expectedVersion: 1 })).toBe(
      "CONFLICT expectedVersion",
    );
    const once = { id: mine, ...steps.proposal, idempotencyKey: "a proposal" };
    await done(hub, region, "proposeRemoval", once);
    await done(hub, region, "proposeRemoval", once);
    expect(await steps.removalsOf(hub, mine)).toHaveLength(1);
  });
});

describe("a decision", () => {
  it.each([
    ["the provider", people.aProviderLead, "POSTGRADUATE_DEAN", "FORBIDDEN -"],
    ["the case-holder of the region", caseHolder, "POSTGRADUATE_DEAN", "FORBIDDEN -"],
    ["a regulator", people.theGmc, "POSTGRADUATE_DEAN", "FORBIDDEN -"],
    ["the national team in place of the dean", people.aNationalLead, "POSTGRADUATE_DEAN", "FORBIDDEN -"],
    ["the university in place of the dean", people.aUniversityLead, "POSTGRADUATE_DEAN", "FORBIDDEN -"],
    [
      "the university for doctors, who are not its learners",
      people.aUniversityLead,
      "EDUCATION_PROVIDER",
      "BAD_USER_INPUT decider",
    ],
    ["the region as an authority that nobody knows", region, "BOARD", "BAD_USER_INPUT decider"],
  ])("on doctors is not of %s", async (_, person, decider, refusal) => {
    const mine = await steps.atIsf3(hub);
    const removal = { id: mine, removalId: await steps.proposed(hub, mine) };
    await steps.consulted(hub, removal);
    expect(await codeOf(person, "decideRemoval", { ...removal, decider, answer: "REMOVE" })).toBe(refusal);
  });

  it("on students is of their university and the region together, and is made with the last of them", async () => {
    const mine = await steps.atIsf3(hub);
    const removal = { id: mine, removalId: await steps.proposed(hub, mine, { learners: [steps.ofWexbridge] }) };
    await steps.consulted(hub, removal);
    const ask = "query($id: ID!) { concern(id: $id) { category removals { state } } }";
    const stands = async (): Promise<unknown> => (await hub.as(region).for(ask, { id: mine })).data;
    expect(await codeOf(region, "decideRemoval", { ...removal, decider: "REGION", answer: "REMOVE" })).toBe(
      "CONFLICT decider",
    );
    await steps.consents(hub, people.aUniversityLead, removal, "EDUCATION_PROVIDER");
    expect(await stands()).toEqual({ concern: { category: "ISF3", removals: [{ state: "CONSULTED" }] } });
    const again = { ...removal, decider: "EDUCATION_PROVIDER", answer: "REMOVE" };
    expect(await codeOf(people.aUniversityLead, "decideRemoval", again)).toBe("CONFLICT decider");
    await steps.consents(hub, region, removal, "REGION");
    expect(await stands()).toEqual({ concern: { category: "ISF4", removals: [{ state: "DECIDED" }] } });
  });

  it("to suspend all training is of the national team as well", async () => {
    const mine = await steps.atIsf3(hub);
    const all = { scope: "ALL_LEARNERS", scopeDetail: null };
    const removal = { id: mine, removalId: await steps.proposed(hub, mine, all) };
    await steps.consulted(hub, removal);
    await steps.consents(hub, region, removal, "POSTGRADUATE_DEAN");
    const answer = { ...removal, decider: "NATIONAL", answer: "REMOVE" };
    expect(await codeOf(region, "decideRemoval", answer)).toBe("FORBIDDEN -");
    await steps.consents(hub, people.aNationalLead, removal, "NATIONAL");
    const ask = "query($id: ID!) { concern(id: $id) { category } }";
    expect((await hub.as(people.theGmc).for(ask, { id: mine })).data?.["concern"]).toEqual({ category: "ISF4" });
  });

  it("against it ends the proposal, says why, and leaves no trace for those who did not know of it", async () => {
    const mine = await steps.atIsf3(hub);
    const ask = "query($id: ID!) { concern(id: $id) { version category removals { id state outcomeReason } } }";
    const before = (await hub.as(people.theGmc).for(ask, { id: mine })).text;
    const removal = { id: mine, removalId: await steps.proposed(hub, mine) };
    await steps.consulted(hub, removal);
    const against = { ...removal, decider: "POSTGRADUATE_DEAN", answer: "DECLINE" };
    expect(await codeOf(region, "decideRemoval", against)).toBe("BAD_USER_INPUT reason");
    await done(hub, region, "decideRemoval", { ...against, reason: "The plan of June is to be tried first." });
    expect((await hub.as(region).for(ask, { id: mine })).data?.["concern"]).toMatchObject({
      category: "ISF3",
      removals: [{ state: "DECLINED", outcomeReason: "The plan of June is to be tried first." }],
    });
    expect((await hub.as(people.theGmc).for(ask, { id: mine })).text).toBe(before);
    expect(await codeOf(region, "decideRemoval", { ...removal, decider: "POSTGRADUATE_DEAN", answer: "REMOVE" })).toBe(
      "CONFLICT removalId",
    );
  });
});

it("a proposal is withdrawn while it is undecided, and not after", async () => {
  const mine = await steps.atIsf3(hub);
  const removal = { id: mine, removalId: await steps.proposed(hub, mine) };
  await done(hub, region, "withdrawRemovalProposal", { ...removal, reason: "The rota is covered." });
  const decided = await steps.decidedRemoval(hub, mine);
  expect(await codeOf(region, "withdrawRemovalProposal", { ...decided, reason: "Too late." })).toBe(
    "CONFLICT removalId",
  );
});

it("where safety is urgent fewer are heard, and nobody waits for a letter", async () => {
  const mine = await steps.atIsf3(hub);
  const removal = { id: mine, removalId: await steps.proposed(hub, mine, { urgent: true, localResolution: null }) };
  for (const consultee of ["PROVIDER", "EDUCATION_PROVIDERS", "REGULATORS", "SERVICE_REGION"])
    await steps.heard(hub, removal, consultee);
  await steps.consents(hub, region, removal, "POSTGRADUATE_DEAN");
  await done(hub, region, "startRemoval", { ...removal });
  const ask = "query($id: ID!) { concern(id: $id) { removals { state noticesMissing } } }";
  const { data } = await hub.as(region).for(ask, { id: mine });
  const { removals } = data?.["concern"] as unknown as { removals: { state: string; noticesMissing: string[] }[] };
  expect(removals.map(({ state, noticesMissing }) => [state, noticesMissing.length])).toEqual([["IN_FORCE", 8]]);
});

describe("what has to be recorded as it is", () => {
  let removal: steps.OfRemoval;
  beforeAll(async () => {
    const mine = await steps.atIsf3(hub);
    removal = { id: mine, removalId: await steps.proposed(hub, mine, { learners: [steps.ofWexbridge] }) };
  });

  it.each([
    [
      "somebody who is in no list was heard",
      "recordConsultation",
      { consultee: "NEWSPAPERS" },
      "BAD_USER_INPUT consultee",
    ],
    [
      "the provider is not concerned",
      "recordConsultation",
      { consultee: "PROVIDER", notApplicable: true },
      "BAD_USER_INPUT consultee",
    ],
    [
      "a university is not concerned whose learners go",
      "recordConsultation",
      { consultee: "EDUCATION_PROVIDERS", notApplicable: true },
      "BAD_USER_INPUT consultee",
    ],
    [
      "the CQC was heard and said nothing",
      "recordConsultation",
      { consultee: "CQC", answer: null },
      "BAD_USER_INPUT answer",
    ],
    [
      "learners go without their pay",
      "recordRelocation",
      { educationProvider: "ZZWEXU", payProtected: false },
      "BAD_USER_INPUT payProtected",
    ],
    [
      "learners go without progress",
      "recordRelocation",
      { educationProvider: "ZZWEXU", progressionProtected: false },
      "BAD_USER_INPUT progressionProtected",
    ],
    [
      "learners go who are not removed",
      "recordRelocation",
      { educationProvider: "ZZFENU" },
      "BAD_USER_INPUT educationProvider",
    ],
    [
      "learners go to a place that is none",
      "recordRelocation",
      { educationProvider: "ZZWEXU", place: "NOBODY" },
      "BAD_USER_INPUT place",
    ],
    ["somebody was told before it is decided", "recordRemovalNotice", { told: "ICB" }, "CONFLICT removalId"],
    ["the learners go before it is decided", "startRemoval", {}, "CONFLICT removalId"],
    ["it is reviewed before it is in force", "reviewRemoval", {}, "CONFLICT removalId"],
    ["learners return who never went", "endRemoval", {}, "CONFLICT removalId"],
  ] as const)("not that %s", async (_, mutation, input, refusal) => {
    expect(await codeOf(region, mutation, { ...mutationInputs[mutation], ...removal, ...input })).toBe(refusal);
  });

  it("not that somebody was told who has to be, tomorrow, or that they need not be", async () => {
    const decided = await steps.decidedRemoval(hub, await steps.atIsf3(hub));
    const notice = (input: object) => codeOf(region, "recordRemovalNotice", { ...decided, ...input });
    expect(await notice({ told: "ICB", toldAt: "2999-01-01T00:00:00Z" })).toBe("BAD_USER_INPUT toldAt");
    expect(await notice({ told: "LEARNERS", notApplicable: true })).toBe("BAD_USER_INPUT told");
    expect(await notice({ told: "NEWSPAPERS" })).toBe("BAD_USER_INPUT told");
  });

  it("not that somebody went to see in the return that was halted, by a review", async () => {
    const inForce = await steps.removalInForce(hub, await steps.atIsf3(hub));
    const review = { ...inForce, outcome: "RETURN_HALTED", onTheSpot: false, findings: "Nights." };
    expect(await codeOf(region, "reviewRemoval", review)).toBe("BAD_USER_INPUT outcome");
  });
});

describe("a removal that is hidden is answered like one that never was", () => {
  const ofRemovals = Object.entries(mutationInputs).filter(([, input]) => "removalId" in input);

  it.each(ofRemovals)("from %s: of another concern, and undecided", async (mutation, input) => {
    const another = await steps.atIsf3(hub);
    const elsewhere = await steps.proposed(hub, another);
    const hidden = await steps.proposed(hub, id);
    const given = async (person: Person, removalIds: readonly string[]) => {
      const texts = removalIds.map(
        async (removalId) =>
          (await hub.as(person).for(mutationDocument(mutation), { input: { ...input, id, removalId } })).text,
      );
      return new Set(await Promise.all(texts));
    };
    expect((await given(region, [neverIssued, elsewhere, "none", hidden.toUpperCase()])).size).toBe(1);
    for (const person of [people.aProviderLead, people.aUniversityLead, people.theGmc])
      expect((await given(person, [neverIssued, elsewhere, hidden])).size).toBe(1);
  });
});

describe("a change of placements that is no removal", () => {
  const change = { kind: "ROTATION_GAP", startsOn: "2026-02-01", explanation: "Two posts stay empty until August." };

  it("is kept, and is not among the removals", async () => {
    const mine = await steps.atIsf3(hub);
    await done(hub, people.aProviderLead, "recordPlacementChange", { id: mine, ...change });
    const ask =
      "query($id: ID!) { concern(id: $id) { category removals { id } placementChanges { kind explanation } } }";
    expect((await hub.as(people.aUniversityLead).for(ask, { id: mine })).data?.["concern"]).toEqual({
      category: "ISF3",
      removals: [],
      placementChanges: [{ kind: "ROTATION_GAP", explanation: change.explanation }],
    });
    const regulator = (await hub.as(people.theGmc).for(ask, { id: mine })).data?.["concern"];
    expect(regulator).toEqual({ category: "ISF3", removals: [], placementChanges: null });
  });

  it.each([
    ["that is a removal", region, { kind: "SERIOUS_CONCERN" }, "BAD_USER_INPUT kind"],
    ["that nobody knows", region, { kind: "OTHER" }, "BAD_USER_INPUT kind"],
    ["by a regulator", people.theGmc, {}, "FORBIDDEN -"],
    ["by somebody who knows of nothing", people.aLeadOfAnotherProvider, {}, "NOT_FOUND id"],
  ])("is not one %s", async (_, person, input, refusal) => {
    expect(await codeOf(person, "recordPlacementChange", { id, ...change, ...input })).toBe(refusal);
  });
});
