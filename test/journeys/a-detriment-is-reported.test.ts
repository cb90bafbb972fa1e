/** Somebody suffers for having spoken up: told to those who protect them, and leaving no trace for the provider. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { act, assessed, done, reported } from "../support/casework.js";
import { neverIssued } from "../support/mutation-inputs.js";
import * as people from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";

let hub: TestHub;
let administrator: pg.Client;
beforeAll(async () => {
  hub = await openTestHub();
  administrator = new pg.Client({ connectionString: hub.database.adminUrl });
  await administrator.connect();
});
afterAll(async () => {
  await administrator.end();
  await hub.close();
});

const { aCaseHolder, aGuardian, aProviderLead, aRegionalLead, aUniversityLead } = people;
const detriment = { kind: "CAREER", text: "The placement was cut short the week after." };
const providerCaseHolder: Person = { ...aProviderLead, name: "northmoor-caseholder", role: "CASE_HOLDER" };
const providerMember: Person = { ...aProviderLead, name: "northmoor-member", role: "MEMBER" };
const nationalCaseHolder: Person = { ...people.aNationalLead, name: "national-caseholder", role: "CASE_HOLDER" };

const question = `query Flag($id: ID!) { concern(id: $id) { detrimentReported detriments {
  kinds text noticedOn reportedOn reportedBy { code } role } } }`;
const whole = `query Whole($id: ID!) { concern(id: $id) { id version status detrimentReported detriments { id } }
  concerns(orderBy: LAST_CHANGED) { totalCount nodes { id version } } }`;

const aConcern = (): Promise<string> =>
  assessed(hub, { reporter: aUniversityLead, lead: aRegionalLead, category: "ISF2" });

async function flagFor(person: Person, id: string): Promise<unknown> {
  const { data } = await hub.as(person).for(question, { id });
  return data?.["concern"];
}

it("is read by the case-holder and the guardian of the region", async () => {
  const id = await aConcern();
  for (const person of [aCaseHolder, aGuardian])
    expect(await flagFor(person, id)).toEqual({ detrimentReported: false, detriments: [] });
  await done(hub, aUniversityLead, "reportDetriment", { id, ...detriment, noticedOn: "2026-01-31" });
  for (const person of [aCaseHolder, aGuardian])
    expect(await flagFor(person, id)).toMatchObject({
      detrimentReported: true,
      detriments: [
        {
          kinds: ["CAREER"],
          text: detriment.text,
          noticedOn: "2026-01-31",
          reportedBy: { code: "ZZWEXU" },
          role: aUniversityLead.role,
        },
      ],
    });
});

it("is told to those who protect the person, at once, and to nobody else", async () => {
  const id = await aConcern();
  await administrator.query("delete from concerns.message");
  await done(hub, aUniversityLead, "reportDetriment", { id, ...detriment });
  const { rows } = await administrator.query("select organisation, role, kind from concerns.message order by role");
  expect(rows).toEqual([
    { organisation: "Y60", role: "CASE_HOLDER", kind: "DETRIMENT_REPORTED" },
    { organisation: "Y60", role: "GUARDIAN", kind: "DETRIMENT_REPORTED" },
  ]);
});

it("may come long after the concern was declined", async () => {
  const id = await reported(hub, aUniversityLead);
  await done(hub, aRegionalLead, "declineConcern", { id, reason: "It is looked into elsewhere." });
  await done(hub, aUniversityLead, "reportDetriment", { id, ...detriment });
  expect(await flagFor(aGuardian, id)).toMatchObject({ detrimentReported: true });
});

describe("nobody else can tell that it was reported:", () => {
  it.each([
    ["the provider", aProviderLead],
    ["the case-holder of the provider", providerCaseHolder],
    ["the executive of the provider", { ...aProviderLead, role: "EXECUTIVE" } as const],
    ["whoever reported it", aUniversityLead],
    ["the quality lead of the region", aRegionalLead],
    ["a national case-holder", nationalCaseHolder],
    ["a regulator", people.theGmc],
    ["the integrated care board", people.anIcb],
  ])("%s", async (_title, person) => {
    const id = await aConcern();
    const before = await hub.as(person).for(whole, { id });
    await done(hub, aUniversityLead, "reportDetriment", { id, ...detriment });
    const after = await hub.as(person).for(whole, { id });
    expect(after.text).toBe(before.text);
    expect(after.data?.["concern"]).toMatchObject({ detrimentReported: null, detriments: null });
  });

  it("the provider, though it reported the concern itself and one of its people the detriment", async () => {
    const id = await reported(hub, aProviderLead);
    const before = await Promise.all([aProviderLead, providerCaseHolder].map((one) => hub.as(one).for(whole, { id })));
    await done(hub, providerMember, "reportDetriment", { id, ...detriment });
    const after = await Promise.all([aProviderLead, providerCaseHolder].map((one) => hub.as(one).for(whole, { id })));
    expect(after.map(({ text }) => text)).toEqual(before.map(({ text }) => text));
    expect(await flagFor(providerMember, id)).toEqual({ detrimentReported: null, detriments: null });
    expect(await flagFor(aGuardian, id)).toMatchObject({ detrimentReported: true });
  });
});

describe("is refused", () => {
  it.each([
    ["to the provider, which did not report the concern", aProviderLead, detriment, "FORBIDDEN"],
    ["to a regulator", people.theGmc, detriment, "FORBIDDEN"],
    ["to a body that does not know of the concern", people.theNmc, detriment, "NOT_FOUND"],
    ["to another region", people.aLeadOfAnotherRegion, detriment, "NOT_FOUND"],
    ["of a kind that is not in the list", aUniversityLead, { ...detriment, kind: "GOSSIP" }, "BAD_USER_INPUT"],
    ["where it says nothing", aUniversityLead, { ...detriment, text: "  " }, "BAD_USER_INPUT"],
    ["of tomorrow", aUniversityLead, { ...detriment, noticedOn: "2999-01-01" }, "BAD_USER_INPUT"],
    ["at a stale version", aUniversityLead, { ...detriment, expectedVersion: 1 }, "CONFLICT"],
  ])("%s", async (_title, person, input, code) => {
    const id = await aConcern();
    const outcome = await act(hub, person, "reportDetriment", { id, ...input });
    expect(outcome.userErrors.map((error) => error.code)).toEqual([code]);
    expect(await flagFor(aGuardian, id)).toMatchObject({ detrimentReported: false });
  });

  it("with the same bytes on a concern that is hidden and on one that never was", async () => {
    const [hidden, never] = await Promise.all(
      [await aConcern(), neverIssued].map((id) => act(hub, people.theNmc, "reportDetriment", { id, ...detriment })),
    );
    expect(hidden).toEqual(never);
  });
});

it("is made once for its key", async () => {
  const id = await aConcern();
  const once = { id, ...detriment, idempotencyKey: "one report" };
  const first = await act(hub, aUniversityLead, "reportDetriment", once);
  expect(await act(hub, aUniversityLead, "reportDetriment", once)).toEqual(first);
  expect((await flagFor(aGuardian, id)) as object).toMatchObject({ detriments: [{ kinds: ["CAREER"] }] });
});
