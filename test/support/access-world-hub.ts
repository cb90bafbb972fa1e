/** Hubs that hold the access world, which is made once in a run of the tests and copied for each file that wants it. */
import pg from "pg";
import type * as AccessUpkeep from "../../hub/access-upkeep.js";
import type * as Subgraphs from "../../hub/subgraphs.js";
import { makeAccessWorld, worldOf, type WorldConcern } from "./access-world.js";
import { createTestDatabase, fillTemplate, toldOfTemplate } from "./database.js";
import { outside } from "./outside.js";
import type * as ServedGraph from "./served-graph.js";
import { openTestHub, type TestHub, type TestHubOptions } from "./test-hub.js";

export interface AccessWorldHub {
  readonly hub: TestHub;
  readonly world: readonly WorldConcern[];
}

async function viewsOfToday(): Promise<{ readonly generatedViews: readonly string[] }> {
  const { generatedViews } = await outside<typeof Subgraphs>("../../hub/subgraphs.ts");
  return { generatedViews: generatedViews() };
}

async function renewAccess({ settings, database: { url, adminUrl } }: TestHub): Promise<void> {
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  await admin.query("update concerns.access_basis set bodies = null");
  await admin.end();
  const { refreshAccessAt } = await outside<typeof AccessUpkeep>("../../hub/access-upkeep.ts");
  await refreshAccessAt(settings, url);
}

const template = "hub_access_world";
/** One for all: who spoke up in confidence is sealed in the copies as well. */
const identityKeys = { IDENTITY_KEYS: `test:${Buffer.alloc(32, "sealed").toString("base64")}` };

export interface AccessWorldOptions extends TestHubOptions {
  /** Makes views and access index again by the code that runs, which may not be that by which the world was made. */
  readonly isRenewed?: boolean;
}

export async function openAccessWorld({
  environment,
  isRenewed = false,
  ...options
}: AccessWorldOptions = {}): Promise<AccessWorldHub> {
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
    database: await createTestDatabase({ template, ...(isRenewed && (await viewsOfToday())) }),
  });
  if (isRenewed) await renewAccess(hub);
  return { hub, world: worldOf(JSON.parse((await toldOfTemplate(template)) ?? "[]") as string[]) };
}
