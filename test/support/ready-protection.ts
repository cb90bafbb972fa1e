/** Speaking up, emergencies, and what bodies hold of their own, made ready. */
import { done } from "./casework.js";
import { contributes } from "./intelligence-world.js";
import * as people from "./people.js";
import { waitingReveals } from "./protection.js";
import {
  gmcsPeople,
  handlersAndExecutives,
  on,
  regulatorsPeople,
  theConcern,
  type Input,
  type ReadyCommands,
} from "./ready-command.js";
import { atIsf3 } from "./removal-steps.js";
import type { TestHub } from "./test-hub.js";

const { theGmc } = people;
const protecting = [...handlersAndExecutives, "midlands-guardian", "midlands-member"];
const bodies = [...regulatorsPeople, ...handlersAndExecutives];

async function anOpenRequest(hub: TestHub): Promise<Input> {
  const id = await atIsf3(hub);
  await done(hub, people.aCaseHolder, "requestIdentityReveal", { id, reason: "To tell them of the outcome." });
  return { id, revealId: (await waitingReveals(hub, id))[0] };
}

/** The first of what the GMC has of a kind on a concern. */
async function ownedBy(hub: TestHub, id: string, field: string): Promise<unknown> {
  const answer = await hub.as(theGmc).for(`query Read($id: ID!) { concern(id: $id) { ${field} { id } } }`, { id });
  return (answer.data?.["concern"] as unknown as Readonly<Record<string, readonly Input[]>>)[field]?.[0]?.["id"];
}

async function aContribution(hub: TestHub): Promise<Input> {
  const id = await theConcern(hub);
  await contributes(hub, theGmc, id, ["Y60"]);
  return { id, contributionId: await ownedBy(hub, id, "intelligence") };
}

async function aCase(hub: TestHub): Promise<Input> {
  const id = await theConcern(hub);
  const opened = { kind: "OTHER", openedOn: "2025-01-05", status: "OPEN", publishedByRegulator: false };
  await done(hub, theGmc, "recordRegulatorCase", { id, ...opened });
  return { id, caseId: await ownedBy(hub, id, "regulatorCases") };
}

export const readyProtection: ReadyCommands = {
  ...on("requestIdentityReveal", ["midlands-caseholder"], "ONCE"),
  ...on("approveIdentityReveal", ["midlands-guardian"], "ONCE", anOpenRequest),
  ...on("reportDetriment", ["wexbridge-university", ...protecting], "NEVER"),
  ...on("breakGlass", ["gmc-in-an-emergency"], "ONCE"),
  ...on("contributeIntelligence", bodies, "OVER"),
  ...on("shareContribution", gmcsPeople, "OVER", aContribution),
  ...on("withdrawContribution", gmcsPeople, "NEVER", aContribution),
  ...on("recordRegulatorCase", regulatorsPeople, "OVER"),
  ...on("updateRegulatorCase", gmcsPeople, "NEVER", aCase),
};
