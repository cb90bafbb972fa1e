/**
 * What happens when the same change is sent twice, or by several at once. What is so of every mutation is shown in
 * test/conformance/every-command.test.ts.
 */
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { aReport, report } from "../support/a-report.js";
import { act, assessed, reported, type Outcome } from "../support/casework.js";
import { asAdministrator } from "../support/inboxes.js";
import * as people from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
});
afterAll(() => hub.close());

async function send(person: typeof people.aProviderLead, input: Record<string, unknown>): Promise<Outcome> {
  const answer = await hub.as(person).for(report, { input });
  return answer.data?.["reportConcern"] as unknown as Outcome;
}

it("is one request whatever the order in which its fields are written", async () => {
  const input = aReport({ idempotencyKey: "in another order" });
  const backwards = Object.fromEntries(Object.entries(input).reverse());
  expect(await send(people.aUniversityLead, backwards)).toEqual(await send(people.aUniversityLead, input));
});

it("is nobody else's business which keys a caller used", async () => {
  const input = aReport({ idempotencyKey: "mine" });
  const mine = await send(people.aUniversityLead, input);
  const theirs = await send(people.aProviderLead, { ...input, educationProvider: null });
  expect(theirs.userErrors).toEqual([]);
  expect(theirs.concern?.id).not.toBe(mine.concern?.id);
});

it("is the same request for a week, and a new one after that", async () => {
  const input = aReport({ idempotencyKey: "every week" });
  const pass = (time: string) =>
    asAdministrator(hub, "update concerns.idempotency set recorded_at = recorded_at - $1::interval", [time]);
  const first = await send(people.aUniversityLead, input);
  await pass("6 days 23 hours");
  expect(await send(people.aUniversityLead, input)).toEqual(first);
  await pass("1 hour");
  const second = await send(people.aUniversityLead, { ...input, title: "In the week after" });
  expect(second.userErrors).toEqual([]);
  expect(second.concern?.id).not.toBe(first.concern?.id);
  expect(await send(people.aUniversityLead, { ...input, title: "In the week after" })).toEqual(second);
  expect((await send(people.aUniversityLead, input)).userErrors.map(({ code }) => code)).toEqual(["CONFLICT"]);
});

it("lets one of eight writers on a version win, and tells the others that it has changed", async () => {
  const id = await assessed(hub, { reporter: people.aUniversityLead, lead: people.aRegionalLead, category: "ISF1" });
  const score = { likelihood: 2, impact: 2 };
  const writes = Array.from({ length: 8 }, () =>
    act(hub, people.aRegionalLead, "assessConcern", {
      id,
      expectedVersion: 3,
      inherent: score,
      residual: score,
      category: "ISF1",
      reason: "Seen again.",
    }),
  );
  const outcomes = await Promise.all(writes);
  expect(outcomes.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
  for (const { userErrors, concern } of outcomes.filter(({ userErrors: errors }) => errors.length > 0)) {
    expect(userErrors.map(({ code }) => code)).toEqual(["CONFLICT"]);
    expect(concern?.version).toBe(4);
  }
});

it("leaves the version as it is when only a note was added that others may not see", async () => {
  const id = await reported(hub, people.aUniversityLead);
  const outcome = await act(hub, people.aRegionalLead, "addInternalNote", { id, text: "Call the dean." });
  expect(outcome.concern?.version).toBe(1);
});
