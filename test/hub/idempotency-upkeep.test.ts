/** Keys of requests are kept for their week and no longer, wherever what they changed is at home. */
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { pino } from "pino";
import { keepIdempotency } from "../../hub/idempotency-upkeep.js";
import { openHubDatabase, type HubDatabase } from "../../hub/subgraph-runtime.js";
import { eventually } from "../support/eventually.js";
import { asAdministrator } from "../support/inboxes.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";

const logger = pino({ level: "silent" });
let hub: TestHub;
let database: HubDatabase;
beforeAll(async () => {
  hub = await openTestHub();
  database = await openHubDatabase(hub.settings, hub.database.url, hub.issuer.trust, logger);
}, 60_000);
afterAll(async () => {
  await database.end();
  await hub.close();
});

async function keysIn(subgraph: string): Promise<string[]> {
  const rows = await asAdministrator<{ name: string }>(
    hub,
    `select idempotency_key as name from ${subgraph}.idempotency order by 1`,
  );
  return rows.map(({ name }) => name);
}

it.each(["concerns", "organisations"])("those of %s go when their week is over, however many they are", async (of) => {
  const keep = `insert into ${of}.idempotency (caller, idempotency_key, request, recorded_at)
    select '\\x00', $1 || i, '\\x00', now() - $2::interval from generate_series(1, $3::integer) i`;
  await asAdministrator(hub, keep, ["old ", "7 days 1 second", 2_500]);
  await asAdministrator(hub, keep, ["young ", "6 days 23 hours", 2]);
  const upkeep = keepIdempotency(database.writer, logger);
  await eventually(async () => (await keysIn(of)).length <= 2);
  await upkeep.close();
  expect(await keysIn(of)).toEqual(["young 1", "young 2"]);
});
