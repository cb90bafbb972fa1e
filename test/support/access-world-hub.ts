/** Hubs that hold the access world, which is made once in a run of the tests and copied for each file that wants it. */
import { makeAccessWorld, worldOf, type WorldConcern } from "./access-world.js";
import { createTestDatabase, fillTemplate, toldOfTemplate } from "./database.js";
import { outside } from "./outside.js";
import type * as ServedGraph from "./served-graph.js";
import { openTestHub, type TestHub, type TestHubOptions } from "./test-hub.js";

export interface AccessWorldHub {
  readonly hub: TestHub;
  readonly world: readonly WorldConcern[];
}

const template = "hub_access_world";
/** One for all: who spoke up in confidence is sealed in the copies as well. */
const identityKeys = { IDENTITY_KEYS: `test:${Buffer.alloc(32, "sealed").toString("base64")}` };

export async function openAccessWorld({ environment, ...options }: TestHubOptions = {}): Promise<AccessWorldHub> {
  const { directoryTemplate } = await outside<typeof ServedGraph>("./served-graph.ts");
  await fillTemplate(template, { template: await directoryTemplate() }, async (database) => {
    const stays = { ...database, drop: () => Promise.resolve() };
    const hub = await openTestHub({ environment: identityKeys, database: stays });
    const ids = await makeAccessWorld(hub);
    await hub.close();
    return ids;
  });
  const hub = await openTestHub({
    ...options,
    environment: { ...identityKeys, ...environment },
    database: await createTestDatabase({ template }),
  });
  return { hub, world: worldOf(JSON.parse((await toldOfTemplate(template)) ?? "[]") as string[]) };
}
