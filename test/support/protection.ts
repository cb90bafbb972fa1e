/** Steps that protect people who speak up, and the emergency override: for the access world. */
import { done } from "./casework.js";
import type { WorldConcern } from "./access-world.js";
import * as people from "./people.js";
import type { Held } from "./reference-policy.js";
import type { TestHub } from "./test-hub.js";
import type { Person } from "./test-issuer.js";

/** People who act for the purpose of an emergency whenever they ask. */
export const inAnEmergency: readonly Person[] = [
  { ...people.theGmc, name: "gmc-in-an-emergency", purpose: "BREAK_GLASS" },
  { ...people.anIcb, name: "icb-in-an-emergency", role: "QUALITY_LEAD", purpose: "BREAK_GLASS" },
];

/** What a concern is to each of them where they hold it open. */
export const heldOpen = { "gmc-in-an-emergency": ["glass"], "icb-in-an-emergency": ["glass"] } as const;

/** What somebody is to a concern, for their organisation and by themselves. */
export function heldBy(
  { name, organisation }: Pick<Person, "name" | "organisation">,
  { parties, persons }: Pick<WorldConcern, "parties" | "persons">,
): readonly Held[] {
  return [...(parties[organisation] ?? []), ...(persons?.[name] ?? [])];
}

/** Two requests to know who spoke up, the last of them approved, and two reports of detriment. */
export async function protect(hub: TestHub, id: string): Promise<void> {
  const { aCaseHolder, aGuardian, aRegionalLead, aUniversityLead } = people;
  for (const approve of [false, true]) {
    await done(hub, aCaseHolder, "requestIdentityReveal", { id, reason: "To tell them of the outcome." });
    const [revealId] = await waitingReveals(hub, id);
    await done(hub, aGuardian, "approveIdentityReveal", { id, revealId, approve, reason: "A letter was tried." });
  }
  const detriment = { id, kind: "CAREER", text: "The placement was cut short." };
  await done(hub, aUniversityLead, "reportDetriment", { ...detriment, noticedOn: "2026-01-31" });
  await done(hub, aRegionalLead, "reportDetriment", { ...detriment, kind: "THREAT" });
}

/** Each person in an emergency holds the concern open. */
export async function breakGlass(hub: TestHub, id: string, persons: readonly Person[]): Promise<void> {
  for (const person of persons)
    await done(hub, person, "breakGlass", { id, immediateRisk: true, reason: "A learner is alone on a ward now." });
}

/** Ids of the requests on a concern that wait for their answer. */
export async function waitingReveals(hub: TestHub, id: string): Promise<string[]> {
  const answer = await hub
    .as(people.aGuardian)
    .for("query Read($id: ID!) { concern(id: $id) { reveals { id state } } }", { id });
  const { reveals } = answer.data?.["concern"] as unknown as { reveals: { id: string; state: string }[] };
  return reveals.filter(({ state }) => state === "REQUESTED").map((reveal) => reveal.id);
}
