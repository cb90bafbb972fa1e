/** The figures of an organisation, as each caller may read what they rest on. */
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { assessed, reported } from "../support/casework.js";
import * as people from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
  const lead = people.aRegionalLead;
  await assessed(hub, { reporter: people.aUniversityLead, lead, category: "ISF1" });
  await assessed(hub, { reporter: people.aUniversityLead, lead, category: "ISF2" });
  await reported(hub, people.aUniversityLead);
});
afterAll(() => hub.close());

const profile = `query Profile($code: ID!) { organisation(code: $code) {
  riskProfile { open overdue oldestOpenDays byCategory { category count } trend { opened closed } }
} }`;

async function profileFor(person: Person, code = "ZZN01"): Promise<Record<string, unknown>> {
  const answer = await hub.as(person).for(profile, { code });
  return (answer.data?.["organisation"] as unknown as { riskProfile: Record<string, unknown> }).riskProfile;
}

it.each([
  ["the regional lead counts every report", people.aRegionalLead, 3],
  ["the provider counts what was accepted", people.aProviderLead, 2],
  ["the GMC counts what is in its remit", people.theGmc, 1],
  ["the lead of another provider counts nothing", people.aLeadOfAnotherProvider, 0],
  ["an analyst counts nothing", people.anAnalyst, 0],
])("%s", async (_title, person, open) => {
  const figures = await profileFor(person);
  expect(figures["open"]).toBe(open);
  expect(figures["trend"]).toHaveLength(12);
  expect((figures["trend"] as { opened: number }[]).at(-1)?.opened).toBe(open);
});

it.each(["ZZN01", "QHL"])(
  "says null, not a wrong figure, to a board that may not read the states, of %s",
  async (code) => {
    expect(await profileFor(people.anIcb, code)).toEqual({
      open: null,
      overdue: null,
      oldestOpenDays: null,
      byCategory: null,
      trend: null,
    });
  },
);

it("lists for a board the concerns of its own place", async () => {
  const answer = await hub
    .as(people.anIcb)
    .for(`{ organisation(code: "QHL") { concerns { totalCount nodes { category title } } } }`);
  expect(answer.data?.["organisation"]).toMatchObject({
    concerns: { totalCount: 2, nodes: [{ title: null }, { title: null }] },
  });
});
