import { afterAll, beforeAll, expect, it } from "@jest/globals";
import pg from "pg";
import { pino } from "pino";
import { openGatewayDatabase, openHubDatabase } from "../../hub/subgraph-runtime.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";

let hub: TestHub;
let admin: pg.Client;

beforeAll(async () => {
  hub = await openTestHub();
  admin = new pg.Client({ connectionString: hub.database.adminUrl });
  await admin.connect();
}, 60_000);
afterAll(async () => {
  await admin.end();
  await hub.close();
});

async function connectionsAsWriter(): Promise<number> {
  const { rowCount } = await admin.query(
    "select from pg_stat_activity where datname = current_database() and usename = 'hub_writer'",
  );
  return rowCount ?? 0;
}

it("a gateway of its own signs in as nobody who may change a concern", async () => {
  const before = await connectionsAsWriter();
  const { settings, database, issuer } = hub;
  const ofGateway = await openGatewayDatabase(settings, database.url, issuer.trust, pino({ level: "silent" }));
  await ofGateway.pools.reader.query("select 1");
  expect(await connectionsAsWriter()).toBe(before);
  await ofGateway.end();

  const ofSubgraph = await openHubDatabase(settings, database.url, issuer.trust, pino({ level: "silent" }));
  expect(await connectionsAsWriter()).toBeGreaterThan(before);
  await ofSubgraph.end();
});
