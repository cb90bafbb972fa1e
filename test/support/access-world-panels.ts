/** Review panels of the access world: one decided, with everything a panel can have, one closed, one just convened. */
import { dayInEngland } from "../../hub/day-in-england.js";
import { addDays } from "../../subgraphs/calendar-day.js";
import { actionsOf, convened, donePanel, joint, nothingFurther } from "./panel-steps.js";
import * as people from "./people.js";
import type { TestHub } from "./test-hub.js";

export async function panelsOf(hub: TestHub, concern: string): Promise<void> {
  const { aRegionalLead: region, aNationalLead: nation, theGmc: gmc, theNmc: nmc } = people;
  const open = await convened(hub, concern, { attending: [gmc, nation], invited: ["HCPC", "NMC"] });
  const declined = { id: open, answer: "DECLINED", reason: "No nurse is concerned." };
  await donePanel(hub, nmc, "respondToInvitation", declined);
  await donePanel(hub, gmc, "contributeToPanel", { id: open, text: "Two doctors told us the same of other nights." });
  await donePanel(hub, region, "contributeToPanel", { id: open, text: "The survey says so too." });
  await donePanel(hub, region, "recordPanelDecision", { id: open, ...joint });
  const { GMC: actionId } = await actionsOf(hub, open);
  await donePanel(hub, gmc, "completePanelAction", { id: open, actionId, status: "DONE", note: "Named." });
  const telling = { tell: true, whom: "The director of education", by: "Y60", on: addDays(dayInEngland(), 3) };
  await donePanel(hub, region, "decideDisclosure", { id: open, ...telling });

  const closed = await convened(hub, concern, { attending: [nation] });
  await donePanel(hub, region, "recordPanelDecision", { id: closed, ...nothingFurther });
  await donePanel(hub, region, "decideDisclosure", { id: closed, tell: false, because: "There is nothing to tell." });
  await donePanel(hub, region, "closePanel", { id: closed });

  const unanswered = await convened(hub, concern, { attending: [], invited: ["HCPC"] });
  await donePanel(hub, region, "contributeToPanel", { id: unanswered, text: "Paramedics were there that night." });
}
