/** What a provider does on a concern by itself, for tests: its plan. */
import { done } from "./casework.js";
import { inThreeMonths } from "./mutation-inputs.js";
import * as people from "./people.js";
import type { TestHub } from "./test-hub.js";

interface ShownPlan {
  readonly actions: readonly { readonly id: string; readonly text: string; readonly status: string }[];
}

/** The plan as the provider sees it, first due first. */
export async function planOf(hub: TestHub, id: string): Promise<ShownPlan["actions"]> {
  const answer = await hub
    .as(people.aProviderLead)
    .for("query Read($id: ID!) { concern(id: $id) { actions { id text status } } }", { id });
  return (answer.data?.["concern"] as unknown as ShownPlan).actions;
}

/** One action that is open and meets a requirement, one that is done, one that was given up. */
export async function aPlan(hub: TestHub, id: string, requirementId: string): Promise<void> {
  const { aProviderLead: provider } = people;
  const more = { id, dueOn: inThreeMonths, owner: "CLINICAL_LEAD" };
  await done(hub, provider, "planAction", { ...more, text: "Name a consultant.", detail: "By rota.", requirementId });
  await done(hub, provider, "planAction", { ...more, text: "Survey the learners.", detail: "Every month." });
  await done(hub, provider, "planAction", { ...more, text: "Hire a locum." });
  const plan = await planOf(hub, id);
  const idOf = (wanted: string): string => plan.find(({ text }) => text === wanted)?.id ?? "";
  await done(hub, provider, "completeAction", { id, actionId: idOf("Survey the learners."), outcome: "All answered." });
  await done(hub, provider, "dropAction", { id, actionId: idOf("Hire a locum."), reason: "A post was filled." });
}
