/** The removal of learners and their return, made ready step by step. All of them urgent, which takes fewer steps. */
import { dayInEngland } from "../../hub/day-in-england.js";
import { done } from "./casework.js";
import * as people from "./people.js";
import { decisionMakers, handlers, on, theConcern, type ReadyCommands } from "./ready-command.js";
import { atIsf3, consents, heard, phase, phasesOf, proposed, returning, type OfRemoval } from "./removal-steps.js";
import type { TestHub } from "./test-hub.js";

const region = people.aRegionalLead;
const starting = { startsOn: dayInEngland() };

async function aProposal(hub: TestHub, concern = theConcern): Promise<OfRemoval> {
  const id = await concern(hub);
  return { id, removalId: await proposed(hub, id, { urgent: true }) };
}

async function consulted(hub: TestHub): Promise<OfRemoval> {
  const removal = await aProposal(hub, atIsf3);
  for (const consultee of ["PROVIDER", "EDUCATION_PROVIDERS", "REGULATORS", "SERVICE_REGION"])
    await heard(hub, removal, consultee);
  return removal;
}

async function decided(hub: TestHub): Promise<OfRemoval> {
  const removal = await consulted(hub);
  await consents(hub, region, removal, "POSTGRADUATE_DEAN");
  return removal;
}

async function inForce(hub: TestHub): Promise<OfRemoval> {
  const removal = await decided(hub);
  await done(hub, region, "startRemoval", { ...removal });
  return removal;
}

async function agreedToReturn(hub: TestHub): Promise<OfRemoval> {
  const removal = await inForce(hub);
  const review = { outcome: "PREPARE_RETURN", onTheSpot: true, findings: "Every night of a month was covered." };
  await done(hub, region, "reviewRemoval", { ...removal, ...review });
  await consents(hub, region, removal, "POSTGRADUATE_DEAN", "RETURN");
  return removal;
}

async function onTheWayBack(hub: TestHub): Promise<OfRemoval> {
  const removal = await inForce(hub);
  await returning(hub, removal);
  return removal;
}

async function aPhase(hub: TestHub): Promise<OfRemoval & { readonly phaseId: string | undefined }> {
  const removal = await onTheWayBack(hub);
  return { ...removal, phaseId: (await phasesOf(hub, removal))[0] };
}

async function back(hub: TestHub): Promise<OfRemoval> {
  const { phaseId, ...removal } = await aPhase(hub);
  await done(hub, region, "completeReturnPhase", { ...removal, phaseId });
  return removal;
}

export const readyRemovals: ReadyCommands = {
  ...on("proposeRemoval", handlers, "OVER", async (hub) => ({ id: await theConcern(hub), ...starting })),
  ...on("recordConsultation", handlers, "OVER", (hub) => aProposal(hub)),
  ...on("withdrawRemovalProposal", handlers, "DONE", (hub) => aProposal(hub)),
  ...on("decideRemoval", decisionMakers, "DONE", consulted),
  ...on("recordRelocation", handlers, "OVER", decided),
  ...on("recordRemovalNotice", handlers, "OVER", decided),
  ...on("startRemoval", handlers, "DONE", decided),
  ...on("reviewRemoval", handlers, "OVER", inForce),
  ...on("reinstateLearners", handlers, "DONE", async (hub) => ({
    ...(await agreedToReturn(hub)),
    phases: [phase()],
  })),
  ...on("completeReturnPhase", handlers, "DONE", aPhase),
  ...on("haltReturn", handlers, "DONE", onTheWayBack),
  ...on("endRemoval", handlers, "DONE", back),
  ...on("recordPlacementChange", ["midlands-lead", "midlands-caseholder", "national-lead", "northmoor-lead"], "OVER"),
};
