/** A rating is on the five by five matrix or it is none: a score that no reader could be shown must not be stored. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { act, done, reported } from "../../support/casework.js";
import * as people from "../../support/people.js";
import { openTestHub, type TestHub } from "../../support/test-hub.js";

let hub: TestHub;
let id: string;
beforeAll(async () => {
  hub = await openTestHub();
  id = await reported(hub, people.aUniversityLead);
  await done(hub, people.aRegionalLead, "acceptConcern", { id, summary: "Supervision at night." });
});
afterAll(() => hub.close());

const fit = { likelihood: 3, impact: 2 };

describe("an assessment is refused for", () => {
  it.each([
    ["a likelihood of nought", { inherent: { ...fit, likelihood: 0 } }, "inherent.likelihood"],
    ["a likelihood of six", { inherent: { ...fit, likelihood: 6 } }, "inherent.likelihood"],
    ["an impact below nought", { residual: { ...fit, impact: -1 } }, "residual.impact"],
    ["an impact whose score is no 32-bit number", { residual: { ...fit, impact: 2_147_483_647 } }, "residual.impact"],
  ])("%s", async (_title, scores, field) => {
    const input = { id, inherent: fit, residual: fit, category: "ISF1", reason: "Four nights.", ...scores };
    const outcome = await act(hub, people.aRegionalLead, "assessConcern", input);
    expect(outcome).toMatchObject({ concern: null, userErrors: [{ code: "BAD_USER_INPUT", field }] });
  });
});

it("nothing of a refused assessment is stored", async () => {
  const { data } = await hub
    .as(people.aProviderLead)
    .for("query($id: ID!) { concern(id: $id) { status version risk { scoredOn } } }", { id });
  expect(data).toEqual({ concern: { status: "ACCEPTED", version: 2, risk: null } });
});
