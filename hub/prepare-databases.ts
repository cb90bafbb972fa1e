/**
 * Brings the databases of the hub up to date and loads what each is the home of: the directory, the library and, where
 * asked, the demonstration. What a subgraph relies on from elsewhere comes by replication; without it there is no start.
 */
import type pg from "pg";
import { emptyViews, type ViewName } from "../database/empty-views.js";
import { migrate } from "../database/migrate.js";
import { StartRefusal, type Log } from "../database/start-refusal.js";
import { connectWriter } from "../database/writer-client.js";
import { loadDemonstration, usualConcerns } from "../demonstration/load-demonstration.js";
import { subgraphNames, type Settings, type SubgraphName } from "../settings/structured-settings.js";
import { loadReference } from "../subgraphs/organisations/load-reference.js";
import { readReference } from "../subgraphs/organisations/reference-file.js";
import { loadLibrary } from "../subgraphs/standards/load-library.js";
import { readLibrary } from "../subgraphs/standards/read-library.js";
import { refreshAccessAt } from "./access-upkeep.js";
import { publishStatisticsAt } from "./publish-statistics-at.js";
import { generatedViews } from "./subgraphs.js";
import { tellDemonstrationStories } from "./tell-demonstration-stories.js";

/** A database and the subgraphs whose own data is at home in it. */
export interface Home {
  readonly url: string;
  readonly subgraphs: readonly SubgraphName[];
}

/** Every caller is looked up in the directory; casework cites the library. */
const reliesOn: Readonly<Record<SubgraphName, readonly ViewName[]>> = {
  concerns: ["organisations.published_organisation", "organisations.published_remit", "standards.published_standard"],
  organisations: ["organisations.published_organisation"],
  standards: ["organisations.published_organisation"],
};

export function homesOf(databases: Readonly<Record<SubgraphName, string>>): Home[] {
  return [...new Set(Object.values(databases))].map((url) => homeOf(databases, url));
}

export function homeOf(databases: Readonly<Record<SubgraphName, string | null>>, url: string): Home {
  return { url, subgraphs: subgraphNames.filter((name) => databases[name] === url) };
}

export async function prepareDatabases(settings: Settings, homes: readonly Home[], log: Log): Promise<void> {
  for (const home of homes) await prepare(settings, home, log);
  // After all of them: replication is set up on tables that are there.
  for (const home of homes) await refuseUnfilled(settings, home);
}

async function prepare(settings: Settings, home: Home, log: Log): Promise<void> {
  const { rolePrefix: prefix, statementTimeoutMs } = settings.database;
  const { applied } = await migrate({
    url: home.url,
    prefix,
    statementTimeoutMs,
    routerCredential: settings.routerCredential,
    generatedViews: generatedViews(),
  });
  if (applied.length > 0) log(`Database brought up to date (${applied.length} steps).`);
  await inTurn(settings, home, async (client) => {
    if (home.subgraphs.includes("organisations")) await loadDirectory(client);
    if (home.subgraphs.includes("standards")) await loadStandards(client);
    if (settings.demonstration) await loadPeopleAndCasework(client, settings, home, log);
  });
}

async function inTurn(settings: Settings, { url }: Home, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = await connectWriter(settings, { url, name: "hub-prepare", waits: "5min" });
  try {
    // Processes that start together take turns, so that each finds what the one before it loaded.
    await client.query("select pg_advisory_lock($1)", [contentLock]);
    await work(client);
  } finally {
    await client.end();
  }
}

const contentLock = 4_201_104;

async function loadDirectory(client: pg.Client): Promise<void> {
  const { reference, findings } = await readReference();
  const words = findings.map(({ file, entry, why }) => `${file}${entry === null ? "" : `, entry ${entry}`}: ${why}`);
  if (words.length > 0) throw new StartRefusal(words.join("\n"));
  await loadReference(client, reference);
}

async function loadStandards(client: pg.Client): Promise<void> {
  const library = await readLibrary();
  if ("findings" in library) throw new StartRefusal(library.findings.join("\n"));
  const loaded = await loadLibrary(client, library.library);
  if ("findings" in loaded) throw new StartRefusal(loaded.findings.join("\n"));
}

async function loadPeopleAndCasework(client: pg.Client, settings: Settings, home: Home, log: Log): Promise<void> {
  if (home.subgraphs.length < subgraphNames.length) {
    log("No demonstration data is loaded: it needs one database for all subgraphs.");
    return;
  }
  const { identityKeys } = settings;
  const { alreadyThere } = await loadDemonstration(client, {
    concerns: usualConcerns,
    identityKeys,
    // While there are no concerns yet, so that the start need not go through them.
    onDirectory: () => refreshAccessAt(settings, home.url),
  });
  if (alreadyThere === 0) await tellDemonstrationStories(settings, home.url);
  await publishStatisticsAt(settings, home.url);
  log("Demonstration data is in place.");
}

async function refuseUnfilled(settings: Settings, home: Home): Promise<void> {
  const views = [...new Set(home.subgraphs.flatMap((name) => reliesOn[name]))];
  await inTurn(settings, home, async (client) => {
    const [empty] = await emptyViews(client, views);
    if (empty === undefined) return;
    throw new StartRefusal(
      `The database of ${home.subgraphs.join(" and ")} has nothing in ${empty}, which comes by replication from the subgraph that owns it: see docs/separate-databases.md.`,
    );
  });
}
