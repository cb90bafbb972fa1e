/** Whom an event on a concern can be told to: those who may know of it on the day, by what they are to it on that day. */
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { DataSource } from "typeorm";
import { openWriterSource } from "../../../../database/writer-source.js";
import { concernsTables } from "../../../../subgraphs/concerns/every-table.js";
import { relatedTo } from "../../../../subgraphs/concerns/events/related-bodies-reader.js";
import { assessed } from "../../../support/casework.js";
import { asAdministrator } from "../../../support/inboxes.js";
import { daysAgo } from "../../../support/passing-days.js";
import * as people from "../../../support/people.js";
import { openTestHub, type TestHub } from "../../../support/test-hub.js";

let hub: TestHub;
let writer: DataSource;
let key: string;
beforeAll(async () => {
  hub = await openTestHub();
  writer = await openWriterSource(hub.settings, hub.database.url, concernsTables);
  const by = { reporter: people.aUniversityLead, lead: people.aRegionalLead, category: "ISF2" };
  const [concern] = await asAdministrator<{ key: string }>(hub, "select key from concerns.concern where id = $1", [
    await assessed(hub, by),
  ]);
  key = concern?.key ?? "";
});
afterAll(async () => {
  await writer.destroy();
  await hub.close();
});

it.each([
  ["by a share, on its last day", ["SHARED"], 0, ["SHARED"]],
  ["by a share, no longer on the day after it", ["SHARED"], 1, undefined],
  ["in its remit and by a share, on the last day of that", ["REMIT", "SHARED"], 0, ["REMIT", "SHARED"]],
  ["in its remit alone, on the day after the share", ["REMIT", "SHARED"], 1, ["REMIT"]],
])("a regulator knows of a concern %s", async (_, relations, days, held) => {
  await asAdministrator(
    hub,
    "update concerns.concern_access set relations = $2, shared_until = $3 where concern = $1 and organisation = 'GMC'",
    [key, relations, daysAgo(days)],
  );
  const related = await relatedTo(writer.manager, { key }, daysAgo(0));
  expect(related.get("GMC")).toEqual(held && new Set(held));
});
