/**
 * A hub is killed under load again and again, as by a power cut, in the middle of reading, changing, writing its audit
 * and sealing it. Whatever answer a client got is in the audit with exactly its fields, and the chain holds.
 * KILL_ROUNDS says how often; three times unless told.
 */
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { SignedHead } from "../../audit/signed-head.js";
import { assessed } from "../support/casework.js";
import { eventually } from "../support/eventually.js";
import * as people from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import { askedUnderLoad, type Answered, type Asked } from "./asked-under-load.js";
import { openAuditEntries, type AuditEntries } from "./audit-entries.js";
import { auditKeys, connectTo, sealAll, type AuditConnections } from "./sealed-audit.js";

const rounds = Number(process.env["KILL_ROUNDS"] ?? 3);
const clients = 6;
let hub: TestHub;
let entries: AuditEntries;
let audit: AuditConnections;
let questions: readonly Asked[];

beforeAll(async () => {
  hub = await openTestHub();
  entries = await openAuditEntries(hub);
  audit = connectTo(hub.database);
  const parties = { reporter: people.aUniversityLead, lead: people.aRegionalLead, category: "ISF2" };
  const concerns = [await assessed(hub, parties), await assessed(hub, parties)] as const;
  const { rows } = await entries.administrator.query<{ id: string }>(
    "select id from concerns.category_change order by id",
  );
  questions = askedUnderLoad(
    concerns,
    rows.map(({ id }) => id),
  );
});
afterAll(async () => {
  await entries.close();
  await audit.end();
  await hub.close();
});

interface Received {
  readonly requestId: string;
  readonly asked: Asked;
  readonly data: Answered;
}

async function startProcess() {
  const child = spawn(process.execPath, ["--import", "tsx", "test/audit/hub-process.ts"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      PATH: process.env["PATH"],
      DATABASE_URL: hub.database.url,
      HUB_DEMO: "1",
      AUDIT_KEYS: `${auditKeys[0].id}:${auditKeys[0].key.toString("base64")}`,
      HUB_DATA_DIR: hub.settings.dataDirectory,
      HUB_TEST_KEYS: JSON.stringify(hub.issuer.jwks),
    },
  });
  const [url] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  return { child, url };
}

/** Asks one question after the other until the hub is gone. Answers that give no data have nothing to account for. */
async function askOn(url: string, name: string, first: number, received: Received[]): Promise<void> {
  const tokens = new Map(
    await Promise.all(questions.map(async ({ person }) => [person, await hub.issuer.tokenFor(person)] as const)),
  );
  for (let count = first; ; count += 1) {
    const asked = questions[count % questions.length] as Asked;
    const requestId = `${name}-${count}`;
    try {
      const response = await fetch(`${url}/graphql`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          authorization: `Bearer ${tokens.get(asked.person) ?? ""}`,
          "x-request-id": requestId,
        },
        body: JSON.stringify({ query: asked.query }),
      });
      const { data, errors } = (await response.json()) as { data?: Answered | null; errors?: unknown };
      if (data && errors === undefined) received.push({ requestId, asked, data });
    } catch {
      return;
    }
  }
}

it(
  `every answer that a client got is in the audit, and the audit holds, after ${rounds} kills`,
  async () => {
    const received: Received[] = [];
    let heads: SignedHead[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const { child, url } = await startProcess();
      const enough = received.length + 20 + Math.random() * 80;
      const asking = Array.from({ length: clients }, (_, client) =>
        askOn(url, `killed-${round}-${client}`, client, received),
      );
      await eventually(() => received.length >= enough);
      child.kill("SIGKILL");
      await once(child, "exit");
      await Promise.all(asking);
      const { wrong, position } = await audit.verify(heads);
      expect(wrong).toBeNull();
      expect(position).toBeGreaterThan(heads.at(-1)?.position ?? 0);
      heads = await audit.heads();
    }
    await sealAll(audit.sealer());
    expect(await audit.verify(heads)).toMatchObject({ wrong: null, waiting: 0 });
    for (const { requestId, asked, data } of received) {
      const found = await entries.of(requestId);
      expect(found.map(({ outcome, records }) => ({ outcome, records }))).toEqual(asked.entries(data));
    }
    if ("KILL_ROUNDS" in process.env) process.stdout.write(`${rounds} kills, ${received.length} answers\n`);
  },
  60_000 + rounds * 30_000,
);
