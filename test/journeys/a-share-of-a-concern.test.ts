/** A concern shared under the Emerging Concerns Protocol: what it opens, to whom, and how it ends. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { act, assessed, done, steppedDown } from "../support/casework.js";
import { evidenceAdded, evidenceOn } from "../support/evidence.js";
import { inThreeMonths } from "../support/mutation-inputs.js";
import * as people from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import { allChanges } from "../support/what-changed.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
});
afterAll(() => hub.close());

const question = "query Read($id: ID!) { concern(id: $id) { id title summary narrative internalNotes shares { id } } }";
const text = { reason: "A pattern across two sites.", until: inThreeMonths };
const aConcern = (category = "ISF1") =>
  assessed(hub, { reporter: people.aUniversityLead, lead: people.aRegionalLead, category });

async function sharesOf(id: string): Promise<readonly { id: string }[]> {
  const answer = await hub.as(people.aRegionalLead).for(question, { id });
  return (answer.data?.["concern"] as unknown as { shares: { id: string }[] }).shares;
}

it("opens the concern to a body that did not know of it, with the classes it names and no others", async () => {
  const id = await aConcern();
  const before = await hub.as(people.theCqc).for(question, { id });
  expect(before.data).toEqual({ concern: null });

  await done(hub, people.aRegionalLead, "shareConcern", {
    id,
    organisation: "CQC",
    dataClasses: ["NARRATIVE"],
    ...text,
  });
  const after = await hub.as(people.theCqc).for(question, { id });
  expect(after.data?.["concern"]).toMatchObject({ id, internalNotes: null, narrative: expect.any(String) });
  expect(after.redactions.map(({ coordinate, reason }) => [coordinate, reason])).toEqual([
    ["Concern.internalNotes", "RELATION"],
  ]);
});

it("says that the share does not include what it does not include", async () => {
  const id = await aConcern();
  await done(hub, people.aRegionalLead, "shareConcern", { id, organisation: "NMC", dataClasses: [], ...text });
  const answer = await hub.as(people.theNmc).for(question, { id });
  expect(answer.data?.["concern"]).toMatchObject({ id, narrative: null, summary: null });
  expect(answer.redactions).toContainEqual({
    coordinate: "Concern.narrative",
    dataClass: "NARRATIVE",
    reason: "SHARE",
    count: 1,
  });
});

it("keeps a class once that was named twice", async () => {
  const id = await aConcern();
  const dataClasses = ["NARRATIVE", "MANAGEMENT", "NARRATIVE"];
  await done(hub, people.aRegionalLead, "shareConcern", { id, organisation: "CQC", dataClasses, ...text });
  const ask = "query Read($id: ID!) { concern(id: $id) { shares { classes } } }";
  const answer = await hub.as(people.aRegionalLead).for(ask, { id });
  expect(answer.data?.["concern"]).toEqual({ shares: [{ classes: ["MANAGEMENT", "NARRATIVE"] }] });
});

it("ends at once when it is withdrawn", async () => {
  const id = await aConcern();
  await done(hub, people.aRegionalLead, "shareConcern", {
    id,
    organisation: "CQC",
    dataClasses: ["NARRATIVE"],
    ...text,
  });
  const [share] = await sharesOf(id);
  await done(hub, people.aRegionalLead, "withdrawShare", { id, shareId: share?.id });
  expect((await hub.as(people.theCqc).for(question, { id })).data).toEqual({ concern: null });
});

it("shows nothing that is written after it was withdrawn to a body that goes on knowing of the concern", async () => {
  const id = await aConcern("ISF2");
  const progress = `query Read($id: ID!) { concern(id: $id) {
    version progress { detail } timeline(first: 50) { nodes { kind } } requirements { text } } }`;
  const share = { id, organisation: "CQC", dataClasses: ["MANAGEMENT"], ...text };
  await done(hub, people.aRegionalLead, "shareConcern", share);
  const written = (detail: string) =>
    done(hub, people.aProviderLead, "submitProgress", { id, summary: "Progress.", detail });
  await written("Before it was withdrawn.");
  expect((await hub.as(people.theCqc).for(progress, { id })).text).toContain("Before it was withdrawn.");

  await done(hub, people.aRegionalLead, "withdrawShare", { id, shareId: (await sharesOf(id))[0]?.id });
  const withdrawn = await hub.as(people.theCqc).for(progress, { id });
  expect(withdrawn.data?.["concern"]).toMatchObject({ progress: null });
  const { cursor } = await allChanges(hub, people.theCqc);
  await written("After it was withdrawn.");
  expect((await hub.as(people.theCqc).for(progress, { id })).text).toBe(withdrawn.text);
  expect(await allChanges(hub, people.theCqc, cursor)).toEqual({ told: [], cursor });
});

describe("whoever shared it", () => {
  async function sharedByTheGmc(): Promise<{ readonly id: string; readonly shareId: string | undefined }> {
    const id = await aConcern("ISF2");
    await done(hub, people.theGmc, "shareConcern", { id, organisation: "NMC", dataClasses: [], ...text });
    return { id, shareId: (await sharesOf(id))[0]?.id };
  }

  it("withdraws it when it may no longer know of the concern itself, and is shown nothing of it", async () => {
    const { id, shareId } = await sharedByTheGmc();
    await steppedDown(hub, people.aRegionalLead, id, "ISF1");
    expect((await hub.as(people.theGmc).for(question, { id })).data).toEqual({ concern: null });
    expect((await hub.as(people.theNmc).for(question, { id })).data).toMatchObject({ concern: { id } });
    expect(await act(hub, people.theGmc, "withdrawShare", { id, shareId })).toEqual({ concern: null, userErrors: [] });
    expect((await hub.as(people.theNmc).for(question, { id })).data).toEqual({ concern: null });
    expect((await act(hub, people.theGmc, "withdrawShare", { id, shareId })).userErrors).toMatchObject([
      { code: "CONFLICT", field: "shareId" },
    ]);
  });

  it("withdraws it from a concern that has gone on in another", async () => {
    const [{ id, shareId }, survivor] = [await sharedByTheGmc(), await aConcern("ISF2")];
    await done(hub, people.aRegionalLead, "mergeConcern", { id, into: survivor, reason: "The same nights." });
    await done(hub, people.theGmc, "withdrawShare", { id, shareId });
    expect((await hub.as(people.theNmc).for(question, { id })).data).toEqual({ concern: null });
  });

  it("is told apart from the body that it was shared with", async () => {
    const { id, shareId } = await sharedByTheGmc();
    const outcome = await act(hub, people.theNmc, "withdrawShare", { id, shareId });
    expect(outcome.userErrors).toMatchObject([{ code: "NOT_FOUND", field: "shareId" }]);
  });
});

it("ends by the clock, without a write", async () => {
  const id = await aConcern();
  await done(hub, people.aRegionalLead, "shareConcern", {
    id,
    organisation: "CQC",
    dataClasses: ["NARRATIVE"],
    ...text,
  });
  const administrator = new pg.Client({ connectionString: hub.database.adminUrl });
  await administrator.connect();
  await administrator.query("update concerns.concern_share set shared_on = '2020-01-01', until = '2020-01-31'");
  await administrator.query(
    "update concerns.concern_access set shared_until = '2020-01-31' where shared_until is not null",
  );
  await administrator.end();
  expect((await hub.as(people.theCqc).for(question, { id })).data).toEqual({ concern: null });

  const never = "11111111-2222-4333-8444-555555555555";
  for (const gone of [id, never])
    expect(
      await act(hub, people.theCqc, "shareConcern", { id: gone, organisation: "NMC", dataClasses: [], ...text }),
    ).toEqual({
      concern: null,
      userErrors: [{ code: "NOT_FOUND", field: "id", message: "There is no such concern." }],
    });
});

it("leaves no trace for the provider", async () => {
  const id = await aConcern();
  const ask = "query Read($id: ID!) { concern(id: $id) { version shares { id } access { relations } } }";
  const before = await hub.as(people.aProviderLead).for(ask, { id });
  await done(hub, people.aRegionalLead, "shareConcern", { id, organisation: "CQC", dataClasses: [], ...text });
  expect((await hub.as(people.aProviderLead).for(ask, { id })).text).toBe(before.text);
});

it.each([
  ["a provider, which takes no part in the protocol", people.aProviderLead, "CQC", [], "FORBIDDEN"],
  ["NHS England with a provider", people.aRegionalLead, "ZZE01", [], "BAD_USER_INPUT"],
  ["NHS England with itself", people.aRegionalLead, "Y60", [], "BAD_USER_INPUT"],
  ["a regulator that does not know of it", people.theNmc, "CQC", [], "NOT_FOUND"],
])("is refused to %s", async (_title, person, organisation, dataClasses, code) => {
  const id = await aConcern();
  const outcome = await act(hub, person, "shareConcern", { id, organisation, dataClasses, ...text });
  expect(outcome.userErrors.map((error) => error.code)).toEqual([code]);
});

it("cannot pass on what was only shared with the sharer", async () => {
  const id = await aConcern();
  await done(hub, people.aRegionalLead, "shareConcern", {
    id,
    organisation: "NMC",
    dataClasses: ["NARRATIVE"],
    ...text,
  });
  const outcome = await act(hub, people.theNmc, "shareConcern", {
    id,
    organisation: "CQC",
    dataClasses: ["NARRATIVE"],
    ...text,
  });
  expect(outcome.userErrors.map(({ code }) => code)).toEqual(["FORBIDDEN"]);
});

it("passes on the report of a regulator that made it, and nothing that the regulator does not read itself", async () => {
  const { theGmc: sharer, theNmc: receiver, aRegionalLead: region } = people;
  const id = await assessed(hub, { reporter: sharer, lead: region, category: "ISF1" }, { professions: ["PHARMACIST"] });
  await evidenceAdded(hub, region, id, { name: "kept.pdf" });
  await evidenceAdded(hub, region, id, { name: "released.pdf", release: true });
  await done(hub, sharer, "shareConcern", { id, organisation: "NMC", dataClasses: ["NARRATIVE"], ...text });

  for (const person of [sharer, receiver]) {
    const answer = await hub.as(person).for(question, { id });
    expect(answer.data?.["concern"]).toMatchObject({ narrative: expect.any(String), summary: null });
    expect(await evidenceOn(hub, id, person)).toEqual([]);
  }
  // NHS England reads all of it, and passes on all of it.
  await done(hub, region, "shareConcern", { id, organisation: "NMC", dataClasses: ["NARRATIVE"], ...text });
  const answer = await hub.as(receiver).for(question, { id });
  expect(answer.data?.["concern"]).toMatchObject({ narrative: expect.any(String), summary: expect.any(String) });
  expect(await evidenceOn(hub, id, receiver)).toHaveLength(2);
});
