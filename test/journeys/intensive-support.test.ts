/** A concern moves between the categories of the Intensive Support Framework, by the hands of those who may move it. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { dayInEngland } from "../../hub/day-in-england.js";
import { addDays } from "../../subgraphs/calendar-day.js";
import { act, assessed, done, reported } from "../support/casework.js";
import { neverIssued } from "../support/mutation-inputs.js";
import * as people from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
});
afterAll(() => hub.close());

const { aRegionalLead: region, aNationalLead: nation, aProviderLead: provider, aUniversityLead: reporter } = people;
const aConcern = (category: string) => assessed(hub, { reporter, lead: region, category });
const reason = "The plan of the provider works.";
const step = { reason };

interface Read {
  readonly category: string;
  readonly version: number;
  readonly nextReviewOn: string | null;
  readonly overdue: boolean | null;
  readonly categoryHistory: readonly Readonly<Record<string, unknown>>[];
  readonly categorySignOffs: readonly Readonly<Record<string, unknown>>[] | null;
}

async function read(person: Person, id: string): Promise<Read> {
  const answer = await hub.as(person).for(
    `query Read($id: ID!) { concern(id: $id) { category version nextReviewOn overdue
      categoryHistory { from to on role organisation { code } reason evidence }
      categorySignOffs { from to on role reason } } }`,
    { id },
  );
  return answer.data?.["concern"] as unknown as Read;
}

async function codes(person: Person, mutation: string, input: Readonly<Record<string, unknown>>) {
  return (await act(hub, person, mutation, input)).userErrors.map(({ code, field }) => [code, field]);
}

describe("a concern that is assessed", () => {
  it("steps down with a reason and its evidence, which stay in its history with who decided", async () => {
    const id = await aConcern("ISF2");
    await done(hub, region, "changeCategory", { id, category: "ISF1", reason, evidence: "Review of 3 March." });
    const { category, categoryHistory, nextReviewOn, overdue } = await read(region, id);
    expect({ category, nextReviewOn, overdue }).toEqual({
      category: "ISF1",
      nextReviewOn: addDays(dayInEngland(), 90),
      overdue: false,
    });
    expect(categoryHistory).toEqual([
      {
        from: null,
        to: "ISF0",
        on: dayInEngland(),
        role: null,
        organisation: { code: "ZZWEXU" },
        reason: null,
        evidence: null,
      },
      {
        from: "ISF0",
        to: "ISF2",
        on: dayInEngland(),
        role: "QUALITY_LEAD",
        organisation: { code: "Y60" },
        reason: "Four nights.",
        evidence: null,
      },
      {
        from: "ISF2",
        to: "ISF1",
        on: dayInEngland(),
        role: "QUALITY_LEAD",
        organisation: { code: "Y60" },
        reason,
        evidence: "Review of 3 March.",
      },
    ]);
  });

  it("jumps up at once where the risk is urgent, and regulators know of it from then on", async () => {
    const id = await aConcern("ISF1");
    expect(await read(people.theGmc, id)).toBeNull();
    await done(hub, region, "changeCategory", { id, category: "ISF3", reason: "Two nights without anybody." });
    expect(await read(people.theGmc, id)).toMatchObject({ category: "ISF3" });
  });

  it("steps down below what regulators are told of, and stays open for those it concerns", async () => {
    const id = await aConcern("ISF2");
    expect(await read(people.theGmc, id)).toMatchObject({ category: "ISF2" });
    await done(hub, region, "changeCategory", { id, category: "ISF1", ...step });
    expect(await read(people.theGmc, id)).toBeNull();
    expect(await read(provider, id)).toMatchObject({ category: "ISF1" });
  });

  it.each([
    ["to the category it has", "ISF2", ["BAD_USER_INPUT", "category"]],
    ["down by two without sign-off", "ISF0", ["CONFLICT", "category"]],
    ["to the suspension of training, since no learners are removed", "ISF4", ["CONFLICT", "category"]],
  ])("does not move %s", async (_title, category, refusal) => {
    const id = await aConcern("ISF2");
    expect(await codes(region, "changeCategory", { id, category, ...step })).toEqual([refusal]);
    expect(await read(region, id)).toMatchObject({ category: "ISF2", version: 3 });
  });

  it.each([
    ["down by two without sign-off", "ISF0"],
    ["to the suspension of training", "ISF4"],
  ])("is not assessed to move %s either", async (_title, category) => {
    const id = await aConcern("ISF2");
    const score = { likelihood: 1, impact: 1 };
    const rating = { id, inherent: score, residual: score, category, reason };
    expect(await codes(region, "assessConcern", rating)).toEqual([["CONFLICT", "category"]]);
    expect(await read(region, id)).toMatchObject({ category: "ISF2", version: 3 });
  });

  it("is moved by nobody without a reason", async () => {
    const id = await aConcern("ISF2");
    const refused = await codes(region, "changeCategory", { id, category: "ISF1", reason: "  " });
    expect(refused).toEqual([["BAD_USER_INPUT", "reason"]]);
  });

  it.each([
    ["the provider", provider],
    ["the university that reported it", reporter],
    ["a regulator", people.theGmc],
    ["the region's guardian", people.persona("midlands-guardian")],
  ])("is not moved by %s", async (_title, person) => {
    const id = await aConcern("ISF2");
    expect(await codes(person, "changeCategory", { id, category: "ISF1", ...step })).toEqual([["FORBIDDEN", null]]);
  });

  it.each([
    ["another region", people.aLeadOfAnotherRegion],
    ["another provider", people.aLeadOfAnotherProvider],
    ["an analyst", people.anAnalyst],
  ])("is to %s one that never was", async (_title, person) => {
    const id = await aConcern("ISF2");
    for (const mutation of ["changeCategory", "signOffCategoryMove"]) {
      const hidden = await act(hub, person, mutation, { id, category: "ISF0", ...step });
      expect(hidden).toEqual(await act(hub, person, mutation, { id: neverIssued, category: "ISF0", ...step }));
      expect(hidden.userErrors.map(({ code }) => code)).toEqual(["NOT_FOUND"]);
    }
  });

  it("is not moved from what somebody read before it changed", async () => {
    const id = await aConcern("ISF2");
    const stale = { id, category: "ISF1", ...step, expectedVersion: 2 };
    expect(await codes(region, "changeCategory", stale)).toEqual([["CONFLICT", "expectedVersion"]]);
  });

  it("is moved once by a request that is sent twice", async () => {
    const id = await aConcern("ISF3");
    const input = { id, category: "ISF2", ...step, idempotencyKey: `step down ${id}` };
    await done(hub, region, "changeCategory", input);
    await done(hub, region, "changeCategory", input);
    expect((await read(region, id)).categoryHistory).toHaveLength(3);
  });
});

it("a concern that is not assessed yet has no category to move", async () => {
  const id = await reported(hub, reporter);
  await done(hub, region, "acceptConcern", { id, summary: "Night cover was reported to be missing." });
  expect(await codes(region, "changeCategory", { id, category: "ISF2", ...step })).toEqual([["CONFLICT", "id"]]);
});

describe("a step down by more than one category", () => {
  it("is taken by NHS England nationally, which signs it off by that", async () => {
    const id = await aConcern("ISF3");
    await done(hub, nation, "changeCategory", { id, category: "ISF1", ...step });
    expect(await read(provider, id)).toMatchObject({ category: "ISF1" });
  });

  it("is taken by the region once it is signed off, without a trace for anybody else until then", async () => {
    const id = await aConcern("ISF3");
    const before = await read(provider, id);
    await done(hub, nation, "signOffCategoryMove", { id, category: "ISF1", ...step });
    expect(await read(provider, id)).toEqual(before);
    expect((await read(region, id)).categorySignOffs).toEqual([
      { from: "ISF3", to: "ISF1", on: dayInEngland(), role: "QUALITY_LEAD", reason },
    ]);
    await done(hub, region, "changeCategory", { id, category: "ISF1", ...step });
    expect(await read(provider, id)).toMatchObject({ category: "ISF1", categorySignOffs: null });
  });

  it("is not taken by a case-holder of NHS England nationally, who signs nothing off", async () => {
    const id = await aConcern("ISF3");
    const caseHolder: Person = { name: "national-caseholder", organisation: "X24", role: "CASE_HOLDER" };
    const down = { id, category: "ISF1", ...step };
    expect(await codes(caseHolder, "signOffCategoryMove", down)).toEqual([["FORBIDDEN", null]]);
    expect(await codes(caseHolder, "changeCategory", down)).toEqual([["CONFLICT", "category"]]);
    await done(hub, nation, "signOffCategoryMove", down);
    await done(hub, caseHolder, "changeCategory", down);
  });

  it("is signed off for that category alone, and for the next step alone", async () => {
    const id = await aConcern("ISF3");
    await done(hub, nation, "signOffCategoryMove", { id, category: "ISF1", ...step });
    const down = { id, ...step };
    expect(await codes(region, "changeCategory", { ...down, category: "ISF0" })).toEqual([["CONFLICT", "category"]]);
    await done(hub, region, "changeCategory", { ...down, category: "ISF2" });
    await done(hub, region, "changeCategory", { ...down, category: "ISF3" });
    expect(await codes(region, "changeCategory", { ...down, category: "ISF1" })).toEqual([["CONFLICT", "category"]]);
  });

  it.each([
    ["the region", region, "ISF1", ["FORBIDDEN", null]],
    ["the provider", provider, "ISF1", ["FORBIDDEN", null]],
    ["NHS England nationally, for a step that needs none", nation, "ISF2", ["CONFLICT", "category"]],
    ["NHS England nationally, for the suspension of training", nation, "ISF4", ["CONFLICT", "category"]],
  ])("is not signed off by %s", async (_title, person, category, refusal) => {
    const id = await aConcern("ISF3");
    expect(await codes(person, "signOffCategoryMove", { id, category, ...step })).toEqual([refusal]);
  });
});

describe("the rating of a risk", () => {
  const ask = "query Read($id: ID!) { concern(id: $id) { category risk { suggestedCategory residual { score } } } }";

  it.each([
    [1, 2, "ISF0"],
    [2, 3, "ISF1"],
    [3, 4, "ISF2"],
    [5, 5, "ISF3"],
  ])("of likelihood %i by impact %i suggests %s, and a person decides", async (likelihood, impact, suggested) => {
    const id = await aConcern("ISF1");
    const rating = { inherent: { likelihood: 5, impact: 5 }, residual: { likelihood, impact } };
    await done(hub, region, "assessConcern", { id, ...rating, category: "ISF1", reason });
    const answer = await hub.as(provider).for(ask, { id });
    expect(answer.data?.["concern"]).toEqual({
      category: "ISF1",
      risk: { suggestedCategory: suggested, residual: { score: likelihood * impact } },
    });
  });
});
