/** A requirement from its issue to its end: answered, verified, returned, withdrawn or carried under conditions. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { dayInEngland } from "../../hub/day-in-england.js";
import { addDays } from "../../subgraphs/calendar-day.js";
import { bankHolidays } from "../../subgraphs/concerns/casework-references.js";
import { afterWorkingDays } from "../../subgraphs/concerns/requirements/working-days.js";
import { act, assessed, done } from "../support/casework.js";
import { neverIssued } from "../support/mutation-inputs.js";
import * as people from "../support/people.js";
import type { Tree } from "../support/recorded-truth.js";
import { hangingOn, required } from "../support/support-casework.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
});
afterAll(() => hub.close());

const { aRegionalLead: region, aProviderLead: provider, aUniversityLead: university } = people;
const today = dayInEngland();
const inFiveWorkingDays = afterWorkingDays(today, 5, bankHolidays());
const aConcern = () => assessed(hub, { reporter: university, lead: region, category: "ISF1" });
const condition = { text: "Report the rota to the board.", owner: "Director of medical education", dueOn: today };

async function codes(person: Person, mutation: string, input: Readonly<Record<string, unknown>>) {
  return (await act(hub, person, mutation, input)).userErrors.map(({ code, field }) => [code, field]);
}

async function requirementOf(id: string, requirementId: string): Promise<Tree> {
  const found = await hangingOn(
    hub,
    id,
    "requirements",
    `id status dueOn closedOn responses { kind text role }
     conditions { id text owner setOn dueOn overdue metOn metBy { code } statement }`,
  );
  return found.find((requirement) => requirement["id"] === requirementId) ?? {};
}

describe("an immediate mandatory requirement", () => {
  it("is due in five working days where nobody says when", async () => {
    const id = await aConcern();
    const requirementId = await required(hub, id, { kind: "IMMEDIATE_MANDATORY", dueOn: null });
    expect(await requirementOf(id, requirementId)).toMatchObject({ status: "OPEN", dueOn: inFiveWorkingDays });
  });

  it("may be due sooner and never later", async () => {
    const id = await aConcern();
    const soon = await required(hub, id, { kind: "IMMEDIATE_MANDATORY", dueOn: today });
    expect(await requirementOf(id, soon)).toMatchObject({ dueOn: today });
    const late = { kind: "IMMEDIATE_MANDATORY", text: "Now.", dueOn: addDays(inFiveWorkingDays, 1) };
    expect(await codes(region, "issueRequirement", { id, ...late })).toEqual([["BAD_USER_INPUT", "dueOn"]]);
  });

  it("has five working days again when its answer is not enough", async () => {
    const id = await aConcern();
    const requirementId = await required(hub, id, { kind: "IMMEDIATE_MANDATORY", dueOn: today });
    await done(hub, provider, "respondToRequirement", { id, requirementId, text: "We looked into it." });
    await done(hub, region, "rejectRequirementClosure", { id, requirementId, reason: "That is no answer." });
    expect(await requirementOf(id, requirementId)).toMatchObject({ status: "OPEN", dueOn: inFiveWorkingDays });
  });
});

it.each(["MANDATORY", "RECOMMENDATION"])("a requirement of kind %s needs a day", async (kind) => {
  const id = await aConcern();
  const refused = await codes(region, "issueRequirement", { id, kind, text: "Some day." });
  expect(refused).toEqual([["BAD_USER_INPUT", "dueOn"]]);
});

describe("a requirement", () => {
  it("is closed once the provider asked for it and NHS England verified it", async () => {
    const id = await aConcern();
    const requirementId = await required(hub, id);
    await done(hub, provider, "requestRequirementClosure", { id, requirementId, text: "Every night is filled." });
    expect(await requirementOf(id, requirementId)).toMatchObject({ status: "CLOSURE_REQUESTED", closedOn: null });
    await done(hub, region, "closeRequirement", { id, requirementId });
    expect(await requirementOf(id, requirementId)).toMatchObject({ status: "CLOSED", closedOn: today });
  });

  it("is open again when NHS England is not convinced, and says what was said", async () => {
    const id = await aConcern();
    const requirementId = await required(hub, id);
    await done(hub, provider, "requestRequirementClosure", { id, requirementId, text: "Every night is filled." });
    const dueOn = addDays(today, 30);
    await done(hub, region, "rejectRequirementClosure", { id, requirementId, reason: "Two were not.", dueOn });
    expect(await requirementOf(id, requirementId)).toMatchObject({
      status: "OPEN",
      dueOn,
      closedOn: null,
      responses: [
        { kind: "RETURN", text: "Two were not.", role: "QUALITY_LEAD" },
        { kind: "CLOSURE_REQUEST", text: "Every night is filled.", role: "QUALITY_LEAD" },
      ],
    });
  });

  it("is withdrawn with a reason, and holds nothing open any more", async () => {
    const id = await aConcern();
    const requirementId = await required(hub, id);
    await done(hub, region, "withdrawRequirement", { id, requirementId, reason: "It was meant for another site." });
    expect(await requirementOf(id, requirementId)).toMatchObject({ status: "WITHDRAWN", closedOn: today });
    await done(hub, provider, "confirmResolution", { id, statement: "All is well." });
    expect((await done(hub, region, "verifyResolution", { id })).concern?.status).toBe("CLOSED");
  });

  it.each([
    ["closed", region, "closeRequirement", {}],
    ["returned", region, "rejectRequirementClosure", { reason: "Not enough." }],
    ["carried", region, "carryRequirement", { conditions: [condition] }],
  ])("is not %s before it is answered", async (_title, person, mutation, more) => {
    const id = await aConcern();
    const requirementId = await required(hub, id);
    expect(await codes(person, mutation, { id, requirementId, ...more })).toEqual([["CONFLICT", "requirementId"]]);
  });

  const actions: readonly (readonly [string, Person, Readonly<Record<string, unknown>>])[] = [
    ["respondToRequirement", provider, { text: "An answer." }],
    ["requestRequirementClosure", provider, { text: "Done." }],
    ["closeRequirement", region, {}],
    ["rejectRequirementClosure", region, { reason: "Not enough." }],
    ["withdrawRequirement", region, { reason: "A slip." }],
    ["carryRequirement", region, { conditions: [condition] }],
  ];

  it.each(actions)("that is closed takes no %s", async (mutation, person, more) => {
    const id = await aConcern();
    const requirementId = await required(hub, id);
    await done(hub, provider, "respondToRequirement", { id, requirementId, text: "An answer." });
    await done(hub, region, "closeRequirement", { id, requirementId });
    expect(await codes(person, mutation, { id, requirementId, ...more })).toEqual([["CONFLICT", "requirementId"]]);
  });

  it.each(actions)("of another concern is to %s as one that never was", async (mutation, person, more) => {
    const [id, other] = [await aConcern(), await aConcern()];
    const elsewhere = await required(hub, other);
    const [given, never] = [
      await act(hub, person, mutation, { id, requirementId: elsewhere, ...more }),
      await act(hub, person, mutation, { id, requirementId: neverIssued, ...more }),
    ];
    expect(given).toEqual(never);
    expect(given.userErrors.map(({ code, field }) => [code, field])).toEqual([["NOT_FOUND", "requirementId"]]);
  });

  it.each(actions)("takes no %s from the other side, nor from those who look on", async (mutation, person, more) => {
    const id = await aConcern();
    const requirementId = await required(hub, id);
    const otherSide = person === provider ? region : provider;
    for (const other of [otherSide, university, people.persona("midlands-guardian")])
      expect(await codes(other, mutation, { id, requirementId, ...more })).toEqual([["FORBIDDEN", null]]);
    expect(await codes(people.aLeadOfAnotherProvider, mutation, { id, requirementId, ...more })).toEqual([
      ["NOT_FOUND", "id"],
    ]);
  });

  it("is asked to be closed once by a request that is sent twice, and not from an old version", async () => {
    const id = await aConcern();
    const requirementId = await required(hub, id);
    const input = { id, requirementId, text: "Every night is filled.", idempotencyKey: `close ${id}` };
    const stale = { ...input, idempotencyKey: null, expectedVersion: 1 };
    expect(await codes(provider, "requestRequirementClosure", stale)).toEqual([["CONFLICT", "expectedVersion"]]);
    await done(hub, provider, "requestRequirementClosure", input);
    await done(hub, provider, "requestRequirementClosure", input);
    expect((await requirementOf(id, requirementId))["responses"]).toHaveLength(1);
  });
});

describe("a requirement that is carried into business as usual", () => {
  async function carried(): Promise<{ readonly id: string; readonly requirementId: string; conditionId: string }> {
    const id = await aConcern();
    const requirementId = await required(hub, id);
    await done(hub, provider, "respondToRequirement", { id, requirementId, text: "It runs." });
    await done(hub, region, "carryRequirement", { id, requirementId, conditions: [condition] });
    const [{ id: conditionId } = {}] = (await requirementOf(id, requirementId))["conditions"] as readonly Tree[];
    return { id, requirementId, conditionId: String(conditionId) };
  }

  it("has conditions with owner and date, and lets its concern be closed", async () => {
    const { id, requirementId } = await carried();
    expect(await requirementOf(id, requirementId)).toMatchObject({
      status: "CARRIED",
      closedOn: today,
      conditions: [{ ...condition, setOn: today, overdue: false, metOn: null, metBy: null, statement: null }],
    });
    await done(hub, provider, "confirmResolution", { id, statement: "It runs." });
    expect((await done(hub, region, "verifyResolution", { id })).concern?.status).toBe("CLOSED");
  });

  it("has conditions that are met after the concern is closed", async () => {
    const { id, requirementId, conditionId } = await carried();
    await done(hub, provider, "confirmResolution", { id, statement: "It runs." });
    await done(hub, region, "verifyResolution", { id });
    await done(hub, provider, "completeCondition", { id, conditionId, statement: "The board had four reports." });
    expect((await requirementOf(id, requirementId))["conditions"]).toMatchObject([
      { metOn: today, metBy: { code: "ZZN01" }, statement: "The board had four reports." },
    ]);
    const again = await codes(region, "completeCondition", { id, conditionId, statement: "Once more." });
    expect(again).toEqual([["CONFLICT", "conditionId"]]);
  });

  it.each([
    ["without any", []],
    ["that a person owns", [{ ...condition, owner: "Dr Ada Adams" }]],
    ["that are due in the past", [{ ...condition, dueOn: addDays(today, -1) }]],
  ])("is not carried with conditions %s", async (_title, conditions) => {
    const id = await aConcern();
    const requirementId = await required(hub, id);
    await done(hub, provider, "respondToRequirement", { id, requirementId, text: "It runs." });
    const refused = await codes(region, "carryRequirement", { id, requirementId, conditions });
    expect(refused).toEqual([["BAD_USER_INPUT", "conditions"]]);
    expect(await requirementOf(id, requirementId)).toMatchObject({ status: "RESPONDED", conditions: [] });
  });

  it("is met by nobody who only looks on, and a condition of another concern is absent", async () => {
    const [{ id, conditionId }, other] = [await carried(), await aConcern()];
    const met = { conditionId, statement: "It is." };
    expect(await codes(university, "completeCondition", { id, ...met })).toEqual([["FORBIDDEN", null]]);
    expect(await codes(people.aLeadOfAnotherRegion, "completeCondition", { id, ...met })).toEqual([
      ["NOT_FOUND", "id"],
    ]);
    expect(await act(hub, provider, "completeCondition", { id: other, ...met })).toEqual(
      await act(hub, provider, "completeCondition", { id: other, ...met, conditionId: neverIssued }),
    );
    expect(await codes(provider, "completeCondition", { id: other, ...met })).toEqual([["NOT_FOUND", "conditionId"]]);
  });

  it("tells the university what goes on and who owns it, and not what shows that it is met", async () => {
    const { id, conditionId } = await carried();
    await done(hub, provider, "completeCondition", { id, conditionId, statement: "Four reports." });
    const ask = `query Read($id: ID!) { concern(id: $id) { requirements { conditions { text owner metOn statement } } } }`;
    const answer = await hub.as(university).for(ask, { id });
    expect(answer.data?.["concern"]).toEqual({
      requirements: [{ conditions: [{ text: condition.text, owner: condition.owner, metOn: today, statement: null }] }],
    });
    expect(answer.redactions.map(({ coordinate, reason }) => [coordinate, reason])).toEqual([
      ["RequirementCondition.statement", "RELATION"],
    ]);
  });
});

it("a concern with a closure asked for and not verified is not closed", async () => {
  const id = await aConcern();
  const requirementId = await required(hub, id);
  await done(hub, provider, "requestRequirementClosure", { id, requirementId, text: "Every night is filled." });
  await done(hub, provider, "confirmResolution", { id, statement: "All is well." });
  expect(await codes(region, "verifyResolution", { id })).toEqual([["CONFLICT", "id"]]);
});
