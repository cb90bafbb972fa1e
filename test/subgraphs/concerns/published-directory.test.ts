/** What commands take from the directory, wherever the clock of their session is. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { organisationsByCode } from "../../../subgraphs/concerns/published-directory.js";
import { asAdministrator } from "../../support/inboxes.js";
import { daysAgo } from "../../support/passing-days.js";
import { openTestHub, type TestHub } from "../../support/test-hub.js";

let hub: TestHub;
let writer: pg.Client;
beforeAll(async () => {
  hub = await openTestHub();
  writer = new pg.Client({ connectionString: hub.database.writerUrl });
  await writer.connect();
});
afterAll(async () => {
  await writer.end();
  await hub.close();
});

const queries = {
  query: async <Rows>(sql: string, values: unknown[] = []) => (await writer.query(sql, values)).rows as unknown as Rows,
};

// At any hour it is another day than in England in one of the two.
describe.each(["Pacific/Kiritimati", "Etc/GMT+12"])("in a session of %s", (zone) => {
  it.each([
    ["is open on its last day in England", 0, true],
    ["is closed on the day after it", 1, false],
  ])("a provider %s", async (_, days, open) => {
    await writer.query(`set timezone = '${zone}'`);
    await asAdministrator(hub, "update organisations.organisation set closed_on = $1 where code = 'ZZN01'", [
      daysAgo(days),
    ]);
    expect((await organisationsByCode(queries, ["ZZN01"])).get("ZZN01")).toMatchObject({ open });
  });
});
