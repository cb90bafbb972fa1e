import { existsSync, utimesSync, writeFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { DataSource } from "typeorm";
import { openWriterSource } from "../../../../database/writer-source.js";
import { contentStoreIn } from "../../../../hub/evidence-files.js";
import { removeUnattached } from "../../../../subgraphs/concerns/evidence/remove-unattached.js";
import { concernsTables } from "../../../../subgraphs/concerns/every-table.js";
import { assessed, done } from "../../../support/casework.js";
import { evidenceOn, fetchFile, uploaded } from "../../../support/evidence.js";
import * as people from "../../../support/people.js";
import { openTestHub, type TestHub } from "../../../support/test-hub.js";
import { alter } from "../../../support/twin-hubs.js";

let hub: TestHub;
let writer: DataSource;
beforeAll(async () => {
  hub = await openTestHub();
  writer = await openWriterSource(hub.settings, hub.database.url, concernsTables);
});
afterAll(async () => {
  await writer.destroy();
  await hub.close();
});

it("removes what nobody attached in time and what broke off, and no file that is evidence, may become it or is another database's", async () => {
  const id = await assessed(hub, { reporter: people.aProviderLead, lead: people.aRegionalLead, category: "ISF1" });
  const attached = await uploaded(hub, people.aProviderLead);
  await done(hub, people.aProviderLead, "addEvidence", { id, upload: attached });
  const late = await uploaded(hub, people.aProviderLead);
  await alter(hub, "update concerns.upload set uploaded_at = now() - interval '61 minutes' where id = $1", [late]);
  const waiting = await uploaded(hub, people.aProviderLead);
  const inFolder = (name: string): string => path.join(hub.settings.dataDirectory, "files", name);
  const [foreign, unfinished] = [randomUUID(), `${randomUUID()}.part`];
  for (const name of [foreign, unfinished]) writeFileSync(inFolder(name), "leavings");
  const longAgo = new Date("2025-01-01");
  for (const name of [attached, foreign, unfinished]) utimesSync(inFolder(name), longAgo, longAgo);

  const store = contentStoreIn(hub.settings);
  expect(await removeUnattached(writer.manager, store, new Date())).toBe(2);
  for (const [name, isThere] of [
    [attached, true],
    [waiting, true],
    [late, false],
    [foreign, true],
    [unfinished, false],
  ] as const) {
    expect([name, existsSync(inFolder(name))]).toEqual([name, isThere]);
  }
  const [evidence] = await evidenceOn(hub, id);
  expect((await fetchFile(hub, people.aRegionalLead, evidence?.id ?? "")).status).toBe(200);
  expect(await removeUnattached(writer.manager, store, new Date())).toBe(0);
});
