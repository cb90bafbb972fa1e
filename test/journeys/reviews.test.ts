/** A review because of a concern: scheduled, recorded with what it raised, amended, published or cancelled. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { dayInEngland } from "../../hub/day-in-england.js";
import { addDays } from "../../subgraphs/calendar-day.js";
import { act, assessed, done, reported } from "../support/casework.js";
import { neverIssued } from "../support/mutation-inputs.js";
import * as people from "../support/people.js";
import type { Tree } from "../support/recorded-truth.js";
import { aRecord, hangingOn, scheduled } from "../support/support-casework.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
});
afterAll(() => hub.close());

const { aRegionalLead: region, aProviderLead: provider, aUniversityLead: university } = people;
const today = dayInEngland();
const inTenDays = addDays(today, 10);
const record = { ...aRecord, heldOn: today };
const report = { finalReportOn: today, summary: "Nights are at risk.", checkedByProvider: true };
const raised = { kind: "MANDATORY", standard: "EQF-2021:3.5", text: "Fill every night.", dueOn: inTenDays };

const aConcern = (category = "ISF2") => assessed(hub, { reporter: university, lead: region, category });
const aReview = async (type = "URGENT_RISK_REVIEW") => {
  const id = await aConcern();
  return { id, reviewId: await scheduled(hub, id, type, today) };
};

async function codes(person: Person, mutation: string, input: Readonly<Record<string, unknown>>) {
  return (await act(hub, person, mutation, input)).userErrors.map(({ code, field }) => [code, field]);
}

const whole = `id type status organisation { code } scheduledFor heldOn nextMeetingOn requirements { id kind text }
  panel met evidence findings goodPractice cancelReason finalReportOn publishedOn summary`;

async function reviewsAs(person: Person, id: string) {
  const answer = await hub
    .as(person)
    .for(`query Read($id: ID!) { concern(id: $id) { version nextReviewOn reviews { ${whole} } } }`, { id });
  const concern = answer.data?.["concern"] as unknown as {
    readonly version: number;
    readonly nextReviewOn: string;
    readonly reviews: readonly Tree[];
  };
  return { ...concern, text: answer.text, redactions: answer.redactions };
}

describe("a review", () => {
  it("is scheduled, and those who know of the concern know when", async () => {
    const id = await aConcern();
    await done(hub, region, "scheduleReview", { id, type: "PROGRAMME_REVIEW", scheduledFor: inTenDays });
    for (const person of [region, provider, university, people.theGmc])
      expect((await reviewsAs(person, id)).reviews).toMatchObject([
        { type: "PROGRAMME_REVIEW", status: "SCHEDULED", scheduledFor: inTenDays, organisation: { code: "Y60" } },
      ]);
  });

  it("is recorded with what it found and raised, which each reads as far as it concerns them", async () => {
    const { id, reviewId } = await aReview();
    await done(hub, region, "recordReview", { id, reviewId, ...record, requirements: [raised] });
    const told = { status: "RECORDED", heldOn: today, requirements: [{ kind: "MANDATORY" }] };
    expect((await reviewsAs(provider, id)).reviews).toMatchObject([{ ...told, ...aRecord, summary: null }]);
    expect((await reviewsAs(university, id)).reviews).toMatchObject([
      { ...told, goodPractice: aRecord.goodPractice, findings: null, panel: null, met: null, evidence: null },
    ]);
    const regulator = await reviewsAs(people.theGmc, id);
    expect(regulator.reviews).toMatchObject([{ ...told, goodPractice: null, findings: null, summary: null }]);
    expect(regulator.redactions).toContainEqual({
      coordinate: "Review.findings",
      dataClass: "MANAGEMENT",
      reason: "RELATION",
      count: 1,
    });
  });

  it("is published once its report is final, and its summary goes where released texts go", async () => {
    const { id, reviewId } = await aReview();
    await done(hub, region, "recordReview", { id, reviewId, ...record });
    await done(hub, region, "publishReview", { id, reviewId, ...report });
    const published = { status: "PUBLISHED", finalReportOn: today, publishedOn: today };
    for (const person of [provider, university])
      expect((await reviewsAs(person, id)).reviews).toMatchObject([{ ...published, summary: report.summary }]);
    expect((await reviewsAs(people.theGmc, id)).reviews).toMatchObject([{ ...published, summary: null }]);
  });

  it("that is published is changed by nobody any more", async () => {
    const { id, reviewId } = await aReview();
    await done(hub, region, "recordReview", { id, reviewId, ...record });
    await done(hub, region, "publishReview", { id, reviewId, ...report });
    const late: readonly (readonly [string, object])[] = [
      ["recordReview", record],
      ["publishReview", report],
      ["cancelReview", { reason: "Too late." }],
    ];
    for (const [mutation, input] of late)
      expect(await codes(region, mutation, { id, reviewId, ...input })).toEqual([["CONFLICT", "reviewId"]]);
  });

  it("is amended without a trace for those who do not read what it found", async () => {
    const { id, reviewId } = await aReview();
    await done(hub, region, "recordReview", { id, reviewId, ...record });
    const [before, atTheProvider] = [await reviewsAs(people.theGmc, id), await reviewsAs(provider, id)];
    await done(hub, region, "recordReview", { id, reviewId, ...record, findings: "All nights but two were filled." });
    expect((await reviewsAs(people.theGmc, id)).text).toBe(before.text);
    const after = await reviewsAs(provider, id);
    expect(after.reviews).toMatchObject([{ findings: "All nights but two were filled." }]);
    expect(after.version).toBe(atTheProvider.version);
  });

  it("is cancelled with a reason for the provider, and not recorded after that", async () => {
    const { id, reviewId } = await aReview("SENIOR_LEADER_ENGAGEMENT");
    await done(hub, region, "cancelReview", { id, reviewId, reason: "The executives came to us." });
    expect((await reviewsAs(provider, id)).reviews).toMatchObject([
      { status: "CANCELLED", cancelReason: "The executives came to us." },
    ]);
    expect((await reviewsAs(university, id)).reviews).toMatchObject([{ status: "CANCELLED", cancelReason: null }]);
    expect(await codes(region, "recordReview", { id, reviewId, ...record })).toEqual([["CONFLICT", "reviewId"]]);
  });

  it("puts off the next one by the interval of the category, or to the meeting that was agreed", async () => {
    const { id, reviewId } = await aReview("LEARNER_ENGAGEMENT");
    await done(hub, region, "recordReview", { id, reviewId, ...record, nextMeetingOn: inTenDays });
    expect((await reviewsAs(provider, id)).nextReviewOn).toBe(inTenDays);
    const again = await scheduled(hub, id, "LEARNER_ENGAGEMENT", today);
    await done(hub, region, "recordReview", { id, reviewId: again, ...record });
    expect((await reviewsAs(provider, id)).nextReviewOn).toBe(addDays(today, 30));
  });

  it("is recorded after the concern was closed, and raises nothing then", async () => {
    const id = await aConcern("ISF1");
    const reviewId = await scheduled(hub, id, "LEARNER_ENGAGEMENT", today);
    await done(hub, provider, "confirmResolution", { id, statement: "All nights are covered." });
    await done(hub, region, "verifyResolution", { id });
    const raising = { id, reviewId, ...record, requirements: [raised] };
    expect(await codes(region, "recordReview", raising)).toEqual([["CONFLICT", "requirements"]]);
    await done(hub, region, "recordReview", { id, reviewId, ...record, nextMeetingOn: inTenDays });
    expect((await reviewsAs(provider, id)).nextReviewOn).toBeNull();
  });
});

describe("a review is refused", () => {
  it.each([
    ["for a day that has passed", "scheduledFor", { type: "PROGRAMME_REVIEW", scheduledFor: addDays(today, -1) }],
  ])("%s", async (_title, field, input) => {
    const id = await aConcern();
    expect(await codes(region, "scheduleReview", { id, ...input })).toEqual([["BAD_USER_INPUT", field]]);
  });

  it("of a report that nobody accepted yet", async () => {
    const id = await reported(hub, university);
    const schedule = { id, type: "PROGRAMME_REVIEW", scheduledFor: inTenDays };
    expect(await codes(region, "scheduleReview", schedule)).toEqual([["CONFLICT", "id"]]);
  });

  it.each([
    ["before it is held", { heldOn: addDays(today, 1) }, "heldOn"],
    ["of a panel of one", { panel: ["Head of school"] }, "panel"],
    ["of a panel with somebody's name", { panel: ["Dr Ada Adams", "Head of school"] }, "panel"],
    ["with the name of somebody who was met", { met: ["Mrs Brook"] }, "met"],
    ["of nobody", { met: [] }, "met"],
    ["without evidence", { evidence: null }, "evidence"],
    ["with a next meeting before it", { nextMeetingOn: today }, "nextMeetingOn"],
    ["with a standard that there is not", { requirements: [{ ...raised, standard: "EQF-2021:9.9" }] }, "standard"],
    [
      "with a requirement due in the past",
      { requirements: [raised, { ...raised, dueOn: addDays(today, -1) }] },
      "dueOn",
    ],
  ])("a record %s", async (_title, change, field) => {
    const { id, reviewId } = await aReview();
    expect(await codes(region, "recordReview", { id, reviewId, ...record, ...change })).toEqual([
      ["BAD_USER_INPUT", field],
    ]);
    expect(await hangingOn(hub, id, "reviews", "status requirements { id }")).toEqual([
      { status: "SCHEDULED", requirements: [] },
    ]);
    expect(await hangingOn(hub, id, "requirements", "id")).toEqual([]);
  });

  it.each([
    ["whose facts the provider has not checked", "URGENT_RISK_REVIEW", { checkedByProvider: false }, "CONFLICT"],
    ["of a type that is not published", "SENIOR_LEADER_ENGAGEMENT", {}, "CONFLICT"],
    ["from before it was held", "URGENT_RISK_REVIEW", { finalReportOn: addDays(today, -1) }, "BAD_USER_INPUT"],
    ["that is still to come", "URGENT_RISK_REVIEW", { finalReportOn: addDays(today, 1) }, "BAD_USER_INPUT"],
  ])("a report %s", async (_title, type, change, code) => {
    const { id, reviewId } = await aReview(type);
    await done(hub, region, "recordReview", { id, reviewId, ...record });
    const refused = await codes(region, "publishReview", { id, reviewId, ...report, ...change });
    expect(refused.map(([refusal]) => refusal)).toEqual([code]);
    expect(await hangingOn(hub, id, "reviews", "status")).toEqual([{ status: "RECORDED" }]);
  });

  const actions: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
    ["scheduleReview", { type: "PROGRAMME_REVIEW", scheduledFor: inTenDays }],
    ["recordReview", record],
    ["publishReview", report],
    ["cancelReview", { reason: "No need." }],
  ];

  it.each(actions)("to all but NHS England: %s", async (mutation, input) => {
    const { id, reviewId } = await aReview();
    const review = mutation === "scheduleReview" ? {} : { reviewId };
    for (const person of [provider, university, people.theGmc, people.persona("midlands-guardian")])
      expect(await codes(person, mutation, { id, ...review, ...input })).toEqual([["FORBIDDEN", null]]);
    for (const person of [people.aLeadOfAnotherRegion, people.aLeadOfAnotherProvider, people.anAnalyst])
      expect(await act(hub, person, mutation, { id, ...review, ...input })).toEqual(
        await act(hub, person, mutation, { id: neverIssued, ...review, ...input }),
      );
    expect(await codes(region, mutation, { id, ...review, ...input, expectedVersion: 1 })).toEqual([
      ["CONFLICT", "expectedVersion"],
    ]);
  });

  it("to a case-holder who would publish it", async () => {
    const { id, reviewId } = await aReview();
    await done(hub, region, "recordReview", { id, reviewId, ...record });
    const caseHolder = people.persona("midlands-caseholder");
    expect(await codes(caseHolder, "publishReview", { id, reviewId, ...report })).toEqual([["FORBIDDEN", null]]);
  });

  it.each(actions.slice(1))("of another concern, as one that never was: %s", async (mutation, input) => {
    const [{ reviewId }, id] = [await aReview(), await aConcern()];
    const given = await act(hub, region, mutation, { id, reviewId, ...input });
    expect(given).toEqual(await act(hub, region, mutation, { id, reviewId: neverIssued, ...input }));
    expect(given.userErrors.map(({ code, field }) => [code, field])).toEqual([["NOT_FOUND", "reviewId"]]);
  });

  it("a second time, where one request is sent twice", async () => {
    const id = await aConcern();
    const input = { id, type: "PROGRAMME_REVIEW", scheduledFor: inTenDays, idempotencyKey: `schedule ${id}` };
    await done(hub, region, "scheduleReview", input);
    await done(hub, region, "scheduleReview", input);
    expect(await hangingOn(hub, id, "reviews", "id")).toHaveLength(1);
  });
});
