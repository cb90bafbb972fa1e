/** Review panels, made ready: the region convenes, the GMC attends and has accepted, the HCPC has not answered. */
import { actionsOf, convened, donePanel, joint, nothingFurther } from "./panel-steps.js";
import * as people from "./people.js";
import {
  gmcsPeople,
  handlersAndExecutives,
  on,
  regionsPeople,
  theSharedConcern,
  type Input,
  type ReadyCommands,
} from "./ready-command.js";
import type { TestHub } from "./test-hub.js";

const { aRegionalLead: region, theGmc } = people;

async function aPanel(hub: TestHub): Promise<Input> {
  return { id: await convened(hub, await theSharedConcern(hub), { attending: [theGmc], invited: ["HCPC"] }) };
}

async function aDecidedPanel(hub: TestHub, more: Input = {}): Promise<Input> {
  const panel = await aPanel(hub);
  await donePanel(hub, region, "recordPanelDecision", { ...panel, ...joint, ...more });
  return panel;
}

async function anAgreedAction(hub: TestHub): Promise<Input> {
  const panel = await aDecidedPanel(hub);
  return { ...panel, actionId: (await actionsOf(hub, String(panel["id"])))["GMC"] };
}

async function readyToClose(hub: TestHub): Promise<Input> {
  const panel = await aPanel(hub);
  await donePanel(hub, region, "recordPanelDecision", { ...panel, ...nothingFurther, attended: ["Y60", "GMC"] });
  await donePanel(hub, region, "decideDisclosure", { ...panel, tell: false, because: "There is nothing to tell." });
  return panel;
}

export const readyPanels: ReadyCommands = {
  ...on("convenePanel", handlersAndExecutives, "OVER", async (hub) => ({ id: await theSharedConcern(hub) })),
  ...on("inviteToPanel", regionsPeople, "DONE", aPanel),
  ...on("respondToInvitation", ["hcpc", ...gmcsPeople], "OVER", aPanel),
  ...on("contributeToPanel", [...regionsPeople, ...gmcsPeople], "OVER", aPanel),
  ...on("recordPanelDecision", regionsPeople, "DONE", aPanel),
  ...on("recordDissent", [...regionsPeople, ...gmcsPeople], "OVER", aDecidedPanel),
  ...on("completePanelAction", gmcsPeople, "DONE", anAgreedAction),
  ...on("decideDisclosure", regionsPeople, "OVER", aDecidedPanel),
  ...on("closePanel", regionsPeople, "DONE", readyToClose),
};
