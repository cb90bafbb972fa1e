/** The same theme at several sites of one trust, found over what each asker may read and nothing else. */
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { assessed, reported } from "../support/casework.js";
import * as people from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";

const question = `query Patterns($sites: Int, $days: Int, $provider: [ID!]) {
  recurringThemes(minimumSites: $sites, withinDays: $days, provider: $provider) { provider { code } theme sites { code } concerns }
}`;

const sitesOfNorthmoor = ["ZZN0101", "ZZN0102", "ZZN0103"] as const;

let hub: TestHub;

function acceptedAt(site: string, theme: string): Promise<string> {
  const parts = { reporter: people.aUniversityLead, lead: people.aRegionalLead, category: "ISF1" };
  return assessed(hub, parts, { site, themes: [theme] });
}

beforeAll(async () => {
  hub = await openTestHub();
  for (const site of sitesOfNorthmoor) await acceptedAt(site, "INDUCTION");
  await acceptedAt(sitesOfNorthmoor[0], "HANDOVER");
  await acceptedAt(sitesOfNorthmoor[1], "HANDOVER");
  // Reported and not accepted: nothing to the provider yet.
  await reported(hub, people.aUniversityLead, { site: sitesOfNorthmoor[2], themes: ["HANDOVER"] });
});
afterAll(() => hub.close());

async function patterns(person: Person, sites = 3, days = 365): Promise<unknown> {
  const answer = await hub.as(person).for(question, { sites, days });
  expect(answer.errors).toEqual([]);
  return answer.data?.["recurringThemes"];
}

const at = (theme: string, sites: readonly string[], concerns: number) => ({
  provider: { code: "ZZN01" },
  theme,
  sites: sites.map((code) => ({ code })),
  concerns,
});

it("the regional lead finds what recurs at three sites", async () => {
  expect(await patterns(people.aRegionalLead)).toEqual([
    at("HANDOVER", sitesOfNorthmoor, 3),
    at("INDUCTION", sitesOfNorthmoor, 3),
  ]);
});

it("the provider finds it over what it may know of: a report that was not accepted makes no pattern", async () => {
  expect(await patterns(people.aProviderLead)).toEqual([at("INDUCTION", sitesOfNorthmoor, 3)]);
  expect(await patterns(people.aProviderLead, 2)).toContainEqual(at("HANDOVER", sitesOfNorthmoor.slice(0, 2), 2));
});

it.each([
  ["the lead of another provider", people.aLeadOfAnotherProvider],
  ["a regulator below its category", people.theGmc],
  ["a board, which reads no theme", people.anIcb],
  ["an analyst", people.anAnalyst],
])("finds nothing for %s", async (_title, person) => {
  expect(await patterns(person, 2)).toEqual([]);
});

it.each([
  ["one site is no pattern", { sites: 1 }],
  ["a hundred and one sites", { sites: 101 }],
  ["no days", { days: 0 }],
  ["more days than there are", { days: 1_000_000 }],
  ["a provider with a NUL in its code", { provider: ["ZZ\0N01"] }],
  ["a provider with half of a sign in its code", { provider: ["ZZ\ud800"] }],
])("is refused what it does not offer: %s", async (_title, variables) => {
  const answer = await hub.as(people.aRegionalLead).for(question, { sites: 3, days: 365, ...variables });
  expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
});
