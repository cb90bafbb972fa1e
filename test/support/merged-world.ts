/** A concern of the access world that is a duplicate of another one, and was merged into it. */
import type { Made } from "./access-world.js";
import { assessed, done } from "./casework.js";
import * as people from "./people.js";
import type { TestHub } from "./test-hub.js";

const region = people.aRegionalLead;

export const aMergedDuplicate: Made = {
  name: "at ISF1, reported by the provider itself and merged into the one at ISF3",
  parties: { X24: ["nation"], Y60: ["region"], ZZE01: ["provider", "reporter"] },
  make: (hub) => mergedDuplicate(hub, { themes: ["INDUCTION"] }),
};

/** Of the concern at ISF3 for nurses: those who know of that one by its category or as its reporter do not know of this. */
export async function mergedDuplicate(hub: TestHub, more: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const id = await assessed(
    hub,
    { reporter: people.aLeadOfAnotherProvider, lead: region, category: "ISF1" },
    { provider: "ZZE01", educationProvider: null, professions: ["NURSE_ADULT"], ...more },
  );
  const found = await hub
    .as(region)
    .for('{ concerns(filter: { provider: ["ZZE01"], category: [ISF3] }) { nodes { id } } }');
  const { nodes } = found.data?.["concerns"] as unknown as { readonly nodes: readonly { readonly id: string }[] };
  await done(hub, region, "mergeConcern", { id, into: nodes[0]?.id, reason: "The same ward, reported twice." });
  return id;
}
