/** What has happened lately in the demonstration, as those see it whom it concerns, and as others do not. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { loadDemonstration } from "../../demonstration/load-demonstration.js";
import { showcase } from "../../demonstration/showcase.js";
import { tellDemonstrationStories } from "../../hub/tell-demonstration-stories.js";
import { persona } from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
  const client = new pg.Client({ connectionString: hub.database.writerUrl });
  await client.connect();
  await loadDemonstration(client, { concerns: showcase.length, identityKeys: hub.settings.identityKeys });
  await client.end();
  await tellDemonstrationStories(hub.settings, hub.database.url);
});
afterAll(() => hub.close());

/** How many of each list the concerns that somebody finds have between them; a list that is not shown counts nothing. */
async function found(name: string, lists: string): Promise<Readonly<Record<string, number>>> {
  const { data, errors } = await hub.as(persona(name)).for(`{ concerns(first: 100) { nodes { ${lists} } } }`);
  expect(errors).toEqual([]);
  const { nodes } = data?.["concerns"] as unknown as { nodes: Readonly<Record<string, readonly object[] | null>>[] };
  const names = lists
    .replaceAll(/\{[^}]*\}/g, "")
    .trim()
    .split(/\s+/);
  return Object.fromEntries(names.map((list) => [list, nodes.flatMap((node) => node[list] ?? []).length]));
}

describe("the stories of the demonstration", () => {
  it("leave the regional team something of each kind to look at", async () => {
    const lists =
      "actions { id } evidence { id } shares { id } removals { id } panels { id } mergedFrom { id } providerHistory { from }";
    expect(await found("midlands-lead", lists)).toEqual({
      actions: 3,
      evidence: 2,
      shares: 2,
      removals: 2,
      panels: 2,
      mergedFrom: 1,
      providerHistory: 1,
    });
    const kept = "reveals { id } detriments { id } emergencyAccess { id }";
    expect(await found("midlands-caseholder", kept)).toEqual({ reveals: 2, detriments: 1, emergencyAccess: 1 });
  });

  it("show the provider its plan, its files and the removal of its learners, and nothing of who spoke up", async () => {
    const lists = "actions { id } evidence { id } removals { id } panels { id } reveals { id } detriments { id }";
    expect(await found("northmoor-lead", lists)).toEqual({
      actions: 3,
      evidence: 2,
      removals: 1,
      panels: 0,
      reveals: 0,
      detriments: 0,
    });
  });

  it("show each body that attends its panel, and what it has undertaken there", async () => {
    const ask = "{ reviewPanels { nodes { state } } myActions { nodes { text status } } }";
    const { data } = await hub.as(persona("cqc")).for(ask);
    const { nodes } = data?.["reviewPanels"] as unknown as { nodes: { state: string }[] };
    expect(nodes.map(({ state }) => state).sort()).toEqual(["CONVENED", "DECIDED"]);
    expect(data?.["myActions"]).toEqual({
      nodes: [{ text: "Send the questions on handover.", status: "AGREED" }],
    });
  });

  it("are told to those whom they concern by messages", async () => {
    const { data } = await hub.as(persona("northmoor-lead")).for("{ inbox { nodes { kind } } }");
    const { nodes } = data?.["inbox"] as unknown as { nodes: { kind: string }[] };
    expect(nodes.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["CONCERN_MERGED", "REMOVAL_DECIDED", "EVIDENCE_ADDED"]),
    );
  });

  it("are nothing to another provider", async () => {
    const lists = "actions { id } evidence { id } removals { id } panels { id }";
    expect(await found("eastvale-lead", lists)).toEqual({ actions: 0, evidence: 0, removals: 0, panels: 0 });
  });
});
