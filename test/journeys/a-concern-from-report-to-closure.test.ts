/** One concern from a university's report to closure, as each of those concerned sees it on the way. */
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { act, assessed, done, reported } from "../support/casework.js";
import * as people from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
});
afterAll(() => hub.close());

const read = "query Read($id: ID!) { concern(id: $id) { id status summary narrative internalNotes } }";

it("is absent for the provider until NHS England accepts it, and then shows the released text only", async () => {
  const id = await reported(hub, people.aUniversityLead);
  const before = await hub.as(people.aProviderLead).for(read, { id });
  expect(before.data).toEqual({ concern: null });
  expect(before.redactions).toEqual([]);

  await done(hub, people.aRegionalLead, "acceptConcern", { id, summary: "Night cover was reported to be missing." });
  const after = await hub.as(people.aProviderLead).for(read, { id });
  expect(after.data).toEqual({
    concern: {
      id,
      status: "ACCEPTED",
      summary: "Night cover was reported to be missing.",
      narrative: null,
      internalNotes: null,
    },
  });
  expect(after.redactions).toEqual([
    { coordinate: "Concern.internalNotes", dataClass: "MANAGEMENT", reason: "RELATION", count: 1 },
    { coordinate: "Concern.narrative", dataClass: "NARRATIVE", reason: "RELATION", count: 1 },
  ]);
});

it("goes from report to closure by the hands of those it belongs to", async () => {
  const { aRegionalLead: region, aProviderLead: provider } = people;
  const id = await assessed(hub, { reporter: people.aUniversityLead, lead: region, category: "ISF1" });
  await done(hub, region, "issueRequirement", {
    id,
    kind: "MANDATORY",
    standard: "EQF-2021:3.5",
    text: "Name a senior clinician for every night.",
    dueOn: "2999-01-01",
  });
  const [requirement] = await requirementsOf(id);
  await done(hub, provider, "respondToRequirement", {
    id,
    requirementId: requirement?.id,
    text: "A rota is in place.",
  });
  await done(hub, provider, "submitProgress", { id, summary: "The rota has run for a month." });
  await done(hub, provider, "confirmResolution", { id, statement: "All nights are covered." });

  const early = await act(hub, region, "verifyResolution", { id });
  expect(early.userErrors.map(({ code }) => code)).toEqual(["CONFLICT"]);
  await done(hub, region, "closeRequirement", { id, requirementId: requirement?.id });
  const closed = await done(hub, region, "verifyResolution", { id });
  expect(closed.concern?.status).toBe("CLOSED");

  const reopened = await done(hub, region, "reopenConcern", { id, reason: "Two nights were uncovered again." });
  expect(reopened.concern?.status).toBe("REOPENED");
});

it("is refused to those it does not belong to, by the same words for a hidden concern and one that never was", async () => {
  const id = await reported(hub, people.aUniversityLead);
  const neverWas = "11111111-2222-4333-8444-555555555555";
  for (const person of [people.aLeadOfAnotherProvider, people.aProviderLead, people.theGmc, people.anAnalyst]) {
    const hidden = await act(hub, person, "submitProgress", { id, summary: "Fine." });
    const absent = await act(hub, person, "submitProgress", { id: neverWas, summary: "Fine." });
    expect(hidden).toEqual(absent);
    expect(hidden.userErrors.map(({ code }) => code)).toEqual(["NOT_FOUND"]);
  }
});

async function requirementsOf(id: string): Promise<readonly { id: string }[]> {
  const answer = await hub
    .as(people.aRegionalLead)
    .for("query Read($id: ID!) { concern(id: $id) { requirements { id } } }", { id });
  return (answer.data?.["concern"] as unknown as { requirements: { id: string }[] }).requirements;
}
