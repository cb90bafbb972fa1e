/** The provider's own plan: what it means to do about a concern, by when, and what came of it; and who reads how much. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { inboxesTold } from "../support/messages-told.js";
import { act, assessed, done } from "../support/casework.js";
import { inThreeMonths, mutationInputs, neverIssued } from "../support/mutation-inputs.js";
import * as people from "../support/people.js";
import { aPlan, planOf } from "../support/provider-work.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
});
afterAll(() => hub.close());

const aConcern = (more: Readonly<Record<string, unknown>> = {}) =>
  assessed(hub, { reporter: people.aUniversityLead, lead: people.aRegionalLead, category: "ISF2" }, more);
const planned = { text: "Name a consultant for each night.", owner: "CLINICAL_LEAD", dueOn: inThreeMonths };
const plan = `query Read($id: ID!) { concern(id: $id) {
  version actions { text detail owner dueOn status overdue completedOn outcome requirement { text } }
} }`;

async function requirementOn(id: string): Promise<string> {
  const terms = { kind: "MANDATORY", text: "Cover the nights.", dueOn: "2999-01-01" };
  await done(hub, people.aRegionalLead, "issueRequirement", { id, ...terms });
  const answer = await hub
    .as(people.aRegionalLead)
    .for("query Read($id: ID!) { concern(id: $id) { requirements { id } } }", { id });
  return (answer.data?.["concern"] as unknown as { requirements: { id: string }[] }).requirements[0]?.id ?? "";
}

describe("an action", () => {
  it("is planned by the provider for a requirement, and NHS England reads it in full", async () => {
    const id = await aConcern();
    const requirementId = await requirementOn(id);
    await done(hub, people.aProviderLead, "planAction", { id, ...planned, detail: "From the rota.", requirementId });
    const answer = await hub.as(people.aRegionalLead).for(plan, { id });
    expect(answer.data?.["concern"]).toMatchObject({
      actions: [
        {
          text: planned.text,
          detail: "From the rota.",
          owner: "CLINICAL_LEAD",
          dueOn: inThreeMonths,
          status: "OPEN",
          overdue: false,
          completedOn: null,
          requirement: { text: "Cover the nights." },
        },
      ],
    });
  });

  it("is read in brief by the university, without the post that answers for it or how it is done", async () => {
    const id = await aConcern();
    await done(hub, people.aProviderLead, "planAction", { id, ...planned, detail: "From the rota." });
    const answer = await hub.as(people.aUniversityLead).for(plan, { id });
    expect(answer.data?.["concern"]).toMatchObject({ actions: [{ text: planned.text, detail: null, owner: null }] });
    expect(answer.redactions.map(({ coordinate }) => coordinate)).toEqual([
      "PlannedAction.detail",
      "PlannedAction.outcome",
      "PlannedAction.owner",
    ]);
  });

  it("is no more than a field withheld to a regulator", async () => {
    const id = await aConcern();
    await done(hub, people.aProviderLead, "planAction", { id, ...planned });
    const answer = await hub.as(people.theGmc).for(plan, { id });
    expect(answer.data?.["concern"]).toMatchObject({ actions: null });
    expect(answer.redactions.map(({ coordinate, reason }) => [coordinate, reason])).toEqual([
      ["Concern.actions", "RELATION"],
    ]);
  });

  it("leaves no trace on the version, whatever becomes of it", async () => {
    const id = await aConcern();
    const requirementId = await requirementOn(id);
    const before = await hub.as(people.theGmc).for(plan, { id });
    await aPlan(hub, id, requirementId);
    expect((await hub.as(people.theGmc).for(plan, { id })).text).toBe(before.text);
  });

  it("is done or given up once", async () => {
    const id = await aConcern();
    await done(hub, people.aProviderLead, "planAction", { id, ...planned });
    const [action] = await planOf(hub, id);
    const ended = { id, actionId: action?.id };
    await done(hub, people.aProviderLead, "completeAction", { ...ended, outcome: "It is on the rota." });
    const again = await act(hub, people.aProviderLead, "dropAction", { ...ended, reason: "No longer needed." });
    expect(again.userErrors.map(({ code, field }) => [code, field])).toEqual([["CONFLICT", "actionId"]]);
    expect((await planOf(hub, id)).map(({ status }) => status)).toEqual(["COMPLETED"]);
  });

  it("that is given up is told to the region, and to nobody else", async () => {
    const id = await aConcern();
    await done(hub, people.aProviderLead, "planAction", { id, ...planned });
    const [action] = await planOf(hub, id);
    await done(hub, people.aProviderLead, "dropAction", { id, actionId: action?.id, reason: "No longer needed." });
    expect(await inboxesTold(hub, id, "ACTION_DROPPED")).toEqual(["Y60 CASE_HOLDER", "Y60 QUALITY_LEAD"]);
  });

  it("is planned once, however often it is sent", async () => {
    const id = await aConcern();
    const input = { id, ...planned, idempotencyKey: `plan ${id}` };
    await done(hub, people.aProviderLead, "planAction", input);
    await done(hub, people.aProviderLead, "planAction", input);
    expect(await planOf(hub, id)).toHaveLength(1);
  });
});

describe("a plan is refused", () => {
  it.each([
    ["to NHS England, whose plan it is not", people.aRegionalLead, "FORBIDDEN"],
    ["to the university", people.aUniversityLead, "FORBIDDEN"],
    ["to a regulator", people.theGmc, "FORBIDDEN"],
    ["to another provider", people.aLeadOfAnotherProvider, "NOT_FOUND"],
    ["to an analyst", people.anAnalyst, "NOT_FOUND"],
    ["to the provider's own member of staff", { ...people.aProviderLead, role: "MEMBER" as const }, "FORBIDDEN"],
  ])("%s", async (_title, person, code) => {
    const id = await aConcern();
    const outcome = await act(hub, person, "planAction", { id, ...planned });
    expect(outcome.userErrors.map((error) => error.code)).toEqual([code]);
    expect(await planOf(hub, id)).toEqual([]);
  });

  it.each([
    ["a day that is past", { dueOn: "2020-01-01" }, "BAD_USER_INPUT", "dueOn"],
    ["nothing to do", { text: " " }, "BAD_USER_INPUT", "text"],
    ["a requirement that never was", { requirementId: neverIssued }, "NOT_FOUND", "requirementId"],
    ["an old version", { expectedVersion: 1 }, "CONFLICT", "expectedVersion"],
  ])("with %s", async (_title, wrong, code, field) => {
    const id = await aConcern();
    const outcome = await act(hub, people.aProviderLead, "planAction", { id, ...planned, ...wrong });
    expect(outcome.userErrors.map((error) => [error.code, error.field])).toEqual([[code, field]]);
  });

  it("for a requirement or an action of another concern, as for one that never was", async () => {
    const [id, other] = [await aConcern(), await aConcern()];
    const requirementId = await requirementOn(other);
    await done(hub, people.aProviderLead, "planAction", { id: other, ...planned });
    const [action] = await planOf(hub, other);
    for (const [mutation, wrong, never] of [
      ["planAction", { requirementId }, { requirementId: neverIssued }],
      ["completeAction", { actionId: action?.id }, { actionId: neverIssued }],
      ["dropAction", { actionId: action?.id }, { actionId: neverIssued }],
    ] as const) {
      const input = { ...mutationInputs[mutation], id };
      const outcome = await act(hub, people.aProviderLead, mutation, { ...input, ...wrong });
      expect(outcome.userErrors.map(({ code }) => code)).toEqual(["NOT_FOUND"]);
      expect(outcome).toEqual(await act(hub, people.aProviderLead, mutation, { ...input, ...never }));
    }
  });

  it("for a requirement that is closed, and on a concern that is closed", async () => {
    const id = await aConcern();
    const requirementId = await requirementOn(id);
    await done(hub, people.aRegionalLead, "withdrawRequirement", { id, requirementId, reason: "It is met elsewhere." });
    const closed = await act(hub, people.aProviderLead, "planAction", { id, ...planned, requirementId });
    expect(closed.userErrors.map(({ code, field }) => [code, field])).toEqual([["CONFLICT", "requirementId"]]);
    const score = { likelihood: 1, impact: 1 };
    const rating = { inherent: score, residual: score, category: "ISF1", reason: "It works." };
    await done(hub, people.aRegionalLead, "assessConcern", { id, ...rating });
    await done(hub, people.aProviderLead, "confirmResolution", { id, statement: "All nights are covered." });
    await done(hub, people.aRegionalLead, "verifyResolution", { id });
    const over = await act(hub, people.aProviderLead, "planAction", { id, ...planned });
    expect(over.userErrors.map(({ code }) => code)).toEqual(["CONFLICT"]);
  });
});
