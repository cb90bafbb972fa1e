/** What NHS England asks for and what the provider does, made ready: requirements, reviews, the plan, files. */
import { done } from "./casework.js";
import { evidenceAdded, uploaded } from "./evidence.js";
import { dayInEngland } from "../../hub/day-in-england.js";
import { inThreeMonths } from "./mutation-inputs.js";
import * as people from "./people.js";
import { planOf } from "./provider-work.js";
import {
  decisionMakers,
  handlers,
  handlersAndExecutives,
  on,
  providersPeople,
  theConcern,
  type Input,
  type ReadyCommands,
} from "./ready-command.js";
import type { Tree } from "./recorded-truth.js";
import { aRecord, hangingOn, required, scheduled } from "./support-casework.js";
import type { TestHub } from "./test-hub.js";

const { aRegionalLead: region, aProviderLead: provider } = people;
const today = dayInEngland();

async function aRequirement(hub: TestHub): Promise<{ readonly id: string; readonly requirementId: string }> {
  const id = await theConcern(hub);
  return { id, requirementId: await required(hub, id) };
}

async function readyToClose(hub: TestHub): ReturnType<typeof aRequirement> {
  const requirement = await aRequirement(hub);
  await done(hub, provider, "requestRequirementClosure", { ...requirement, text: "Every night is filled." });
  return requirement;
}

async function aCondition(hub: TestHub): Promise<Input> {
  const requirement = await readyToClose(hub);
  const conditions = [{ text: "Report the rota each quarter.", owner: "Medical director", dueOn: inThreeMonths }];
  await done(hub, region, "carryRequirement", { ...requirement, conditions });
  const { id, requirementId } = requirement;
  const requirements = await hangingOn(hub, id, "requirements", "id conditions { id }");
  const carried = requirements.find((each) => each["id"] === requirementId);
  const [condition] = carried?.["conditions"] as readonly Tree[];
  return { id, conditionId: condition?.["id"] };
}

async function aReview(hub: TestHub): Promise<Input> {
  const id = await theConcern(hub);
  return { id, reviewId: await scheduled(hub, id, "URGENT_RISK_REVIEW", today) };
}

async function aRecordedReview(hub: TestHub): Promise<Input> {
  const review = await aReview(hub);
  await done(hub, region, "recordReview", { ...review, ...aRecord, heldOn: today });
  return { ...review, finalReportOn: today };
}

async function aPlannedAction(hub: TestHub): Promise<Input> {
  const id = await theConcern(hub);
  const action = { text: "Name a consultant.", owner: "CLINICAL_LEAD", dueOn: inThreeMonths };
  await done(hub, provider, "planAction", { id, ...action });
  return { id, actionId: (await planOf(hub, id)).find(({ status }) => status === "OPEN")?.id };
}

const forAll = [...providersPeople, ...handlersAndExecutives];

export const readySupport: ReadyCommands = {
  ...on("issueRequirement", handlers, "OVER"),
  ...on("respondToRequirement", providersPeople, "OVER", aRequirement),
  ...on("requestRequirementClosure", providersPeople, "DONE", aRequirement),
  ...on("closeRequirement", handlers, "DONE", readyToClose),
  ...on("rejectRequirementClosure", handlers, "DONE", readyToClose),
  ...on("withdrawRequirement", handlers, "DONE", aRequirement),
  ...on("carryRequirement", handlers, "DONE", readyToClose),
  ...on("completeCondition", forAll, "DONE", aCondition),
  ...on("scheduleReview", handlers, "OVER"),
  ...on("recordReview", handlers, "OVER", async (hub) => ({ ...(await aReview(hub)), ...aRecord, heldOn: today })),
  ...on("publishReview", decisionMakers, "DONE", aRecordedReview),
  ...on("cancelReview", handlers, "DONE", aReview),
  ...on("planAction", providersPeople, "OVER", async (hub) => ({ id: await theConcern(hub), dueOn: inThreeMonths })),
  ...on("completeAction", providersPeople, "DONE", aPlannedAction),
  ...on("dropAction", providersPeople, "DONE", aPlannedAction),
  ...on("addEvidence", forAll, "DONE", async (hub) => ({
    id: await theConcern(hub),
    upload: await uploaded(hub, provider),
  })),
  ...on("releaseEvidence", handlers, "DONE", async (hub) => {
    const id = await theConcern(hub);
    return { id, evidenceId: await evidenceAdded(hub, region, id, { name: "kept.pdf" }) };
  }),
};
