/** Files as the keeper of them takes them, whatever became of the client that sent them. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { pino } from "pino";
import type { FileExchange } from "../../endpoint/file-exchange.js";
import type * as EvidenceFiles from "../../hub/evidence-files.js";
import type * as SubgraphRuntime from "../../hub/subgraph-runtime.js";
import { asAdministrator } from "../support/inboxes.js";
import { aPdf } from "../support/evidence.js";
import { outside } from "../support/outside.js";
import { aProviderLead } from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";

let hub: TestHub;
let database: SubgraphRuntime.HubDatabase;
let files: FileExchange;

beforeAll(async () => {
  hub = await openTestHub();
  const logger = pino({ level: "silent" });
  const { openHubDatabase } = await outside<typeof SubgraphRuntime>("../../hub/subgraph-runtime.ts");
  const { evidenceFiles } = await outside<typeof EvidenceFiles>("../../hub/evidence-files.ts");
  database = await openHubDatabase(hub.settings, hub.database.url, hub.issuer.trust, logger);
  files = evidenceFiles(database, hub.settings, logger);
});
afterAll(async () => {
  await database.end();
  await hub.close();
});

it("a file whose sender has left before it was noted is not kept, and takes up none of their places", async () => {
  const received = files.receive({
    authorization: `Bearer ${await hub.issuer.tokenFor(aProviderLead)}`,
    purpose: aProviderLead.purpose,
    requestId: "test",
    signal: AbortSignal.abort(),
    mediaType: "application/pdf",
    name: "rota.pdf",
    content: Readable.from([aPdf]),
  });
  await expect(received).rejects.toMatchObject({ code: "UNAVAILABLE" });
  expect(readdirSync(path.join(hub.settings.dataDirectory, "files"))).toEqual([]);
  expect(await asAdministrator(hub, "select from concerns.upload")).toEqual([]);
  const entries = await asAdministrator(hub, "select outcome from audit.entry where operation_name = 'SendFile'");
  expect(entries).toEqual([{ outcome: "FAILED" }]);
});
