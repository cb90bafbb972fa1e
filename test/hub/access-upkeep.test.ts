import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { pino } from "pino";
import { keepAccess } from "../../hub/access-upkeep.js";
import { openHubDatabase, type HubDatabase } from "../../hub/subgraph-runtime.js";
import { assessed } from "../support/casework.js";
import { eventually } from "../support/eventually.js";
import * as people from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import { odsLine } from "../subgraphs/organisations/ods-line.js";

const logger = pino({ level: "silent" });
let hub: TestHub;
let database: HubDatabase;
let folder: string;
let id: string;

beforeAll(async () => {
  hub = await openTestHub();
  database = await openHubDatabase(hub.settings, hub.database.url, hub.issuer.trust, logger);
  folder = mkdtempSync(path.join(tmpdir(), "refresh-access-"));
  id = await assessed(hub, { reporter: people.aProviderLead, lead: people.aRegionalLead, category: "ISF1" });
}, 60_000);
afterAll(async () => {
  await database.end();
  await hub.close();
  rmSync(folder, { recursive: true });
});

async function isKnownTo(person: typeof people.aRegionalLead): Promise<boolean> {
  const { data } = await hub.as(person).for("query ($id: ID!) { concern(id: $id) { id } }", { id });
  return Boolean(data?.["concern"]);
}

async function trustIsIn(region: string): Promise<void> {
  const client = new pg.Client({ connectionString: hub.database.writerUrl });
  await client.connect();
  await client.query("update organisations.organisation set region = $1 where code = 'ZZN01'", [region]);
  await client.end();
}

describe("while the concerns are served", () => {
  it("access is what the directory says before the first question, and follows what changes later", async () => {
    const said: string[] = [];
    await trustIsIn("Y56");
    const upkeep = await keepAccess(database.writer, { logger, log: (line) => said.push(line), pause: 20 });
    expect(await isKnownTo(people.aLeadOfAnotherRegion)).toBe(true);
    expect(await isKnownTo(people.aRegionalLead)).toBe(false);
    expect(said).toHaveLength(1);

    await trustIsIn("Y60");
    await eventually(() => isKnownTo(people.aRegionalLead));
    expect(await isKnownTo(people.aLeadOfAnotherRegion)).toBe(false);
    await upkeep.close();
  });

  it("nothing is said of a start at which nothing had changed", async () => {
    const said: string[] = [];
    const upkeep = await keepAccess(database.writer, { logger, log: (line) => said.push(line) });
    await upkeep.close();
    expect(said).toEqual([]);
  });

  it("a database that was away is tried again", async () => {
    const upkeep = await keepAccess(database.writer, { logger, log: () => undefined, pause: 20 });
    const admin = new pg.Client({ connectionString: hub.database.adminUrl });
    await admin.connect();
    await admin.query("alter table concerns.access_basis rename to away");
    await new Promise((resolve) => setTimeout(resolve, 100));
    await admin.query("alter table concerns.away rename to access_basis");
    await admin.end();
    await trustIsIn("Y56");
    await eventually(() => isKnownTo(people.aLeadOfAnotherRegion));
    await upkeep.close();
  });
});

describe("commands", () => {
  it("refresh:access says how many concerns it went through, and then that nothing has changed", async () => {
    await trustIsIn("Y60");
    expect(await run("refresh-access", "--json")).toMatchObject({ exitCode: 0, stdout: '{"concerns":1}\n' });
    expect(await isKnownTo(people.aRegionalLead)).toBe(true);
    expect(await run("refresh-access")).toMatchObject({ exitCode: 0, stdout: "Nothing has changed.\n" });
  });

  it("refresh:access takes no words that it does not know", async () => {
    expect(await run("refresh-access", "--all")).toMatchObject({ exitCode: 2, stdout: "" });
  });

  it("import:ods takes the concerns of a trust along to its new region", async () => {
    const file = path.join(folder, "etr.csv");
    writeFileSync(file, odsLine({ 1: "ZZN01", 3: "Y56", 4: "QMF" }));
    const { exitCode, stderr } = await run("import-ods", file);
    expect({ exitCode, said: stderr.includes("Access was worked out again for 1 of the concerns.") }).toEqual({
      exitCode: 0,
      said: true,
    });
    expect(await isKnownTo(people.aLeadOfAnotherRegion)).toBe(true);
    expect(await isKnownTo(people.aRegionalLead)).toBe(false);
  });
});

interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(script: string, ...parameters: readonly string[]): Promise<Outcome> {
  const { PATH } = process.env;
  const env = { PATH, DATABASE_URL: hub.database.url, HUB_DATA_DIR: folder, HUB_DEMO: "1" };
  return new Promise((resolve) => {
    const command = ["--import", "tsx", `scripts/${script}.ts`, ...parameters];
    const child = execFile(process.execPath, command, { env }, (_error, stdout, stderr) => {
      resolve({ exitCode: child.exitCode ?? -1, stdout, stderr });
    });
  });
}
