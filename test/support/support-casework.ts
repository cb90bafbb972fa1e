/** Steps of the intensive support of a provider: reviews, requirements with conditions, sign-off of a step down. */
import { done } from "./casework.js";
import { inThreeMonths } from "./mutation-inputs.js";
import * as people from "./people.js";
import type { TestHub } from "./test-hub.js";
import type { Tree } from "./recorded-truth.js";

const { aRegionalLead: region, aProviderLead: provider, aNationalLead: nation } = people;

/** The record of a review that needs all that one can. */
export const aRecord = {
  panel: ["Quality associate dean", "Head of school"],
  met: ["Director of medical education", "Learners in a group"],
  evidence: ["National training survey 2026"],
  findings: "Nights were planned and not filled.",
  goodPractice: "The handover is led by a consultant.",
};

/** What hangs on a concern, as NHS England's team for the region reads it. */
export async function hangingOn(hub: TestHub, id: string, field: string, selection: string): Promise<readonly Tree[]> {
  const answer = await hub
    .as(region)
    .for(`query Read($id: ID!) { concern(id: $id) { ${field} { ${selection} } } }`, { id });
  return (answer.data?.["concern"] as unknown as Readonly<Record<string, readonly Tree[]>>)[field] ?? [];
}

/** Issues a requirement and gives its id. */
export async function required(
  hub: TestHub,
  id: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const ids = async (): Promise<string[]> =>
    (await hangingOn(hub, id, "requirements", "id")).map((requirement) => String(requirement["id"]));
  const before = await ids();
  await done(hub, region, "issueRequirement", {
    id,
    kind: "MANDATORY",
    standard: "EQF-2021:3.5",
    text: "Fill every night of the rota.",
    dueOn: "2999-01-01",
    ...more,
  });
  return (await ids()).find((each) => !before.includes(each)) ?? "";
}

/** Schedules a review and gives its id. */
export async function scheduled(hub: TestHub, id: string, type: string, scheduledFor: string): Promise<string> {
  const ids = async (): Promise<string[]> =>
    (await hangingOn(hub, id, "reviews", "id")).map((review) => String(review["id"]));
  const before = await ids();
  await done(hub, region, "scheduleReview", { id, type, scheduledFor });
  return (await ids()).find((each) => !before.includes(each)) ?? "";
}

/** A published review with what it raised, one that was cancelled, and a requirement carried under two conditions. */
export async function intensiveSupport(hub: TestHub, id: string, today: string): Promise<void> {
  const reviewId = await scheduled(hub, id, "URGENT_RISK_REVIEW", today);
  const raised = {
    kind: "RECOMMENDATION",
    standard: "EQF-2021:3.5",
    text: "Ask learners each month.",
    dueOn: inThreeMonths,
  };
  await done(hub, region, "recordReview", {
    id,
    reviewId,
    ...aRecord,
    heldOn: today,
    nextMeetingOn: inThreeMonths,
    requirements: [raised],
  });
  const summary = "Nights are at risk of having no senior clinician.";
  await done(hub, region, "publishReview", { id, reviewId, finalReportOn: today, summary, checkedByProvider: true });
  const cancelled = await scheduled(hub, id, "SENIOR_LEADER_ENGAGEMENT", inThreeMonths);
  await done(hub, region, "cancelReview", { id, reviewId: cancelled, reason: "The executives came to us." });

  const immediate = await required(hub, id, { kind: "IMMEDIATE_MANDATORY", text: "Put two on tonight.", dueOn: null });
  await done(hub, provider, "respondToRequirement", { id, requirementId: immediate, text: "Two are on tonight." });

  const requirementId = await required(hub, id);
  await done(hub, provider, "requestRequirementClosure", { id, requirementId, text: "Every night is filled." });
  await done(hub, region, "rejectRequirementClosure", { id, requirementId, reason: "Two were not." });
  await done(hub, provider, "respondToRequirement", { id, requirementId, text: "Those are filled too." });
  const owner = "Director of medical education";
  await done(hub, region, "carryRequirement", {
    id,
    requirementId,
    conditions: [
      { text: "Report the rota to the board each quarter.", owner, dueOn: inThreeMonths },
      { text: "Name a deputy for each night.", owner, dueOn: today },
    ],
  });
  const carried = (await hangingOn(hub, id, "requirements", "id conditions { id text }")).find(
    (requirement) => requirement["id"] === requirementId,
  );
  const conditionId = (carried?.["conditions"] as readonly Tree[])[1]?.["id"];
  await done(hub, provider, "completeCondition", { id, conditionId, statement: "The deputies are on the rota." });
}

export async function signedOff(hub: TestHub, id: string, category: string): Promise<void> {
  await done(hub, nation, "signOffCategoryMove", { id, category, reason: "The region may step it down." });
}
