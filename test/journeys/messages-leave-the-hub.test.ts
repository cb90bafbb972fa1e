/**
 * Messages leave by e-mail and webhook: signed, without content, tried again, kept aside in the end, never to somebody
 * who may no longer know, and neither lost nor told anew under another id when a process is killed.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pino } from "pino";
import { deliverWaiting, keepDelivering, type Delivering } from "../../hub/delivering.js";
import { createDeliveryMetrics } from "../../hub/delivery-metrics.js";
import { openHubDatabase, type HubDatabase } from "../../hub/subgraph-runtime.js";
import { assessed, done } from "../support/casework.js";
import { addChannel, channelsOf, removeChannel } from "../support/channels.js";
import { eventually } from "../support/eventually.js";
import { asAdministrator, inboxOf } from "../support/inboxes.js";
import { inThreeMonths } from "../support/mutation-inputs.js";
import { convened } from "../support/panel-steps.js";
import * as people from "../support/people.js";
import {
  openMailReceiver,
  openWebhookReceiver,
  type MailReceiver,
  type WebhookReceiver,
} from "../support/receivers.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";

const IDENTITY_KEYS = `test:${Buffer.alloc(32, 5).toString("base64")}`;
const folder = mkdtempSync(path.join(tmpdir(), "deliver-"));
const lines: string[] = [];
const logger = pino({ level: "warn" }, { write: (line: string) => void lines.push(line) });
let mail: MailReceiver;
let hook: WebhookReceiver;
let hub: TestHub;
let database: HubDatabase;
let delivering: Delivering;

beforeAll(async () => {
  [mail, hook] = [await openMailReceiver(), await openWebhookReceiver()];
  hub = await openTestHub({
    environment: { SMTP_URL: mail.url, MAIL_FROM: "hub@hub.example", WEBHOOK_ALLOW_PRIVATE: "1", IDENTITY_KEYS },
  });
  database = await openHubDatabase(hub.settings, hub.database.url, hub.issuer.trust, logger);
  delivering = { settings: hub.settings, database, url: hub.database.url, logger, metrics: createDeliveryMetrics() };
}, 60_000);
afterAll(async () => {
  await database.end();
  await hub.close();
  await mail.close();
  await hook.close();
  rmSync(folder, { recursive: true });
});

const { aRegionalLead: lead, aUniversityLead: reporter, theCqc } = people;
let secret: Buffer;

beforeEach(async () => {
  // The delays and the number of tries of production would take a day.
  await asAdministrator(hub, "update jobs.queue set retry_delay = 1, retry_limit = 2 where name = 'deliveries'");
  const added = await addChannel(hub, theCqc, { kind: "WEBHOOK", address: hook.url });
  secret = Buffer.from((added.secret ?? "").replace("whsec_", ""), "base64");
});
afterEach(async () => {
  for (const channel of await channelsOf(hub, theCqc)) await removeChannel(hub, theCqc, String(channel["id"]));
  await asAdministrator(hub, "delete from jobs.job");
  hook.received.length = mail.received.length = lines.length = 0;
  hook.answers = [];
  mail.answers = [];
});

/** A concern that is shared with the CQC, which is told of it; gives its id and that of the share's message. */
async function shared(): Promise<{ readonly id: string; readonly reference: string; readonly message: string }> {
  const id = await assessed(hub, { reporter, lead, category: "ISF1" });
  const terms = { dataClasses: [], until: inThreeMonths, reason: "A pattern across two sites." };
  await done(hub, lead, "shareConcern", { id, organisation: "CQC", ...terms });
  const { nodes } = await inboxOf(hub, theCqc);
  const message = nodes.find(({ link }) => link?.id === id);
  return { id, reference: message?.reference ?? "", message: message?.id ?? "" };
}

async function withdrawn(id: string): Promise<void> {
  const answer = await hub.as(lead).for("query Read($id: ID!) { concern(id: $id) { shares { id } } }", { id });
  const { shares } = answer.data?.["concern"] as unknown as { shares: { id: string }[] };
  await done(hub, lead, "withdrawShare", { id, shareId: shares[0]?.id });
}

const dueNow = () => asAdministrator(hub, "update jobs.job set start_after = now() - interval '1 second'");
const jobs = (name: string) =>
  asAdministrator<{ state: string; output: unknown }>(hub, "select state, output from jobs.job where name = $1", [
    name,
  ]);

describe("a webhook", () => {
  it("is sent kind, reference, day and link, signed with its secret, and nothing else", async () => {
    const { id, reference, message } = await shared();
    expect(await deliverWaiting(delivering)).toBe(1);
    const [call] = hook.received;
    expect(JSON.parse(call?.body ?? "")).toEqual({
      id: message,
      kind: "CONCERN_SHARED",
      reference,
      link: `${hub.settings.publicUrl}/#Concern/${id}`,
      toldOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    });
    const { "webhook-id": name, "webhook-timestamp": time, "webhook-signature": signature } = call?.headers ?? {};
    expect(name).toBe(message);
    expect(Math.abs(Number(time) - Date.now() / 1_000)).toBeLessThan(30);
    const signed = createHmac("sha256", secret)
      .update(`${message}.${String(time)}.${call?.body ?? ""}`)
      .digest("base64");
    expect(signature).toBe(`v1,${signed}`);
  });

  it("is told of an invitation to a review panel, with where it leads and no concern", async () => {
    const id = await assessed(hub, { reporter, lead, category: "ISF1" });
    const panel = await convened(hub, id, { attending: [], invited: ["CQC"] });
    expect(await deliverWaiting(delivering)).toBe(1);
    expect(hook.received.map(({ body }) => JSON.parse(body) as unknown)).toMatchObject([
      { kind: "PANEL_INVITATION", reference: null, link: `${hub.settings.publicUrl}/#ReviewPanel/${panel}` },
    ]);
  });

  it("is sent it once, however often the queue is worked off", async () => {
    await shared();
    await deliverWaiting(delivering);
    await dueNow();
    expect(await deliverWaiting(delivering)).toBe(0);
    expect(hook.received).toHaveLength(1);
  });

  it("that answers 500 is sent the same again, under the same id", async () => {
    const { message } = await shared();
    hook.answers = [500, 503];
    for (let tried = 0; tried < 3; tried += 1) {
      await deliverWaiting(delivering);
      await dueNow();
    }
    expect(hook.received.map(({ headers }) => headers["webhook-id"])).toEqual([message, message, message]);
    expect(new Set(hook.received.map(({ body }) => body)).size).toBe(1);
    expect(await jobs("undelivered")).toEqual([]);
  });

  it("that never takes it has it kept aside, listed, and sent when it is put back", async () => {
    const { message } = await shared();
    hook.answers = [500, 500, 500];
    for (let tried = 0; tried < 4; tried += 1) {
      await deliverWaiting(delivering);
      await dueNow();
    }
    expect(hook.received).toHaveLength(3);
    expect(await jobs("undelivered")).toMatchObject([{ state: "created", output: { because: "NOT_TAKEN" } }]);

    const listed = await deliver("--dead", "--list", "--json");
    expect(JSON.parse(listed.stdout)).toMatchObject({ dead: [{ message, because: "NOT_TAKEN" }], putBack: false });
    expect(await jobs("undelivered")).toHaveLength(1);
    expect((await deliver("--dead")).stdout).toContain("1 were put back.");
    expect(await jobs("undelivered")).toEqual([]);
    expect((await deliver("--json")).stdout).toBe('{"tried":1}\n');
    expect(hook.received.map(({ headers }) => headers["webhook-id"])).toEqual(Array(4).fill(message));
  }, 180_000);

  it("that redirects is not followed", async () => {
    await shared();
    hook.answers = [302];
    hook.location = hook.url.replace("/hook", "/elsewhere");
    await deliverWaiting(delivering);
    hook.location = undefined;
    expect(hook.received.map((call) => call.path)).toEqual(["/hook"]);
    expect(await jobs("deliveries")).toMatchObject([{ state: "retry", output: { because: "NOT_TAKEN" } }]);
  });

  it("that does not answer is given up on after five seconds, and tried again", async () => {
    await shared();
    hook.answers = [0];
    const began = Date.now();
    await deliverWaiting(delivering);
    expect(Date.now() - began).toBeLessThan(8_000);
    expect(await jobs("deliveries")).toMatchObject([{ state: "retry", output: { because: "TOO_SLOW" } }]);
  }, 20_000);

  it("on the hub's own machine is not called unless the operator allows it", async () => {
    await shared();
    const delivery = { ...hub.settings.delivery, privateWebhooks: false };
    await deliverWaiting({ ...delivering, settings: { ...hub.settings, delivery } });
    expect(hook.received).toEqual([]);
    expect(await jobs("deliveries")).toMatchObject([{ output: { because: "ADDRESS_NOT_ALLOWED" } }]);
  });

  it("is sent nothing that its organisation may no longer know of", async () => {
    const { id } = await shared();
    await withdrawn(id);
    // The message of the withdrawal waits too; it is in the inbox, without a reference.
    expect(await deliverWaiting(delivering)).toBe(2);
    expect(hook.received).toEqual([]);
    expect(await jobs("deliveries")).toMatchObject([{ state: "completed" }, { state: "completed" }]);
  });

  it("of who protects people who speak up says no more than that there is a message: the lead chooses the address", async () => {
    const id = await assessed(hub, { reporter, lead, category: "ISF1" });
    const { channel } = await addChannel(hub, lead, { kind: "WEBHOOK", address: hook.url, role: "GUARDIAN" });
    await done(hub, reporter, "reportDetriment", { id, kind: "CAREER", text: "The placement was cut short." });
    await deliverWaiting(delivering);
    await removeChannel(hub, lead, channel?.id ?? "");
    expect(hook.received.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      {
        id: expect.any(String),
        kind: null,
        reference: null,
        link: `${hub.settings.publicUrl}/#inbox`,
        toldOn: expect.any(String),
      },
    ]);
  });

  it("that was removed meanwhile is sent nothing", async () => {
    await shared();
    for (const channel of await channelsOf(hub, theCqc)) await removeChannel(hub, theCqc, String(channel["id"]));
    await deliverWaiting(delivering);
    expect(hook.received).toEqual([]);
  });
});

describe("an e-mail", () => {
  beforeEach(async () => {
    for (const channel of await channelsOf(hub, theCqc)) await removeChannel(hub, theCqc, String(channel["id"]));
    await addChannel(hub, theCqc, { kind: "EMAIL", address: "quality@cqc.example" });
  });

  it("says what kind of thing happened, the reference and where to look, and nothing of the concern", async () => {
    const { id, reference, message } = await shared();
    await deliverWaiting(delivering);
    const [received] = mail.received;
    expect(received).toMatchObject({ from: "<hub@hub.example>", to: ["<quality@cqc.example>"] });
    const text = received?.data.replaceAll("=\r\n", "").replaceAll("=3D", "=") ?? "";
    for (const part of ["A concern was shared", reference, `${hub.settings.publicUrl}/#Concern/${id}`, message])
      expect(text).toContain(part);
    expect(text).toContain("Content-Type: text/plain");
    const rows = await asAdministrator<Record<string, string>>(
      hub,
      "select title, narrative, summary, provider from concerns.concern where id = $1",
      [id],
    );
    for (const value of Object.values(rows[0] ?? {})) expect(text).not.toContain(value);
  });

  it("that the server does not take is tried again", async () => {
    await shared();
    mail.answers = ["450 try later"];
    await deliverWaiting(delivering);
    expect(mail.received).toEqual([]);
    await dueNow();
    await deliverWaiting(delivering);
    expect(mail.received).toHaveLength(1);
  });

  it("is not sent by a hub without a mail server, which says so when it starts", async () => {
    await shared();
    const said: string[] = [];
    const settings = { ...hub.settings, delivery: { ...hub.settings.delivery, mail: null } };
    await deliverWaiting({ ...delivering, settings });
    await keepDelivering({ ...delivering, settings, log: (line) => said.push(line) }).close();
    expect(mail.received).toEqual([]);
    expect(said).toEqual(["No e-mail is sent: SMTP_URL is not set."]);
  });
});

describe("a process", () => {
  it("that is killed after a message is told loses nothing: the next one delivers it", async () => {
    const { message } = await shared();
    const loop = keepDelivering({ ...delivering, pause: 20 });
    await eventually(() => hook.received.length === 1);
    await loop.close();
    expect(hook.received[0]?.headers["webhook-id"]).toBe(message);
  });

  it("that is killed while it delivers leaves it to the next one, under the same id", async () => {
    const { message } = await shared();
    hook.answers = [0];
    const child = spawn(process.execPath, ["--import", "tsx", "scripts/deliver.ts"], { env: environment() });
    await eventually(() => hook.received.length === 1);
    child.kill("SIGKILL");
    await once(child, "exit");

    expect(await deliverWaiting(delivering)).toBe(0);
    await asAdministrator(hub, "update jobs.job set started_on = started_on - interval '2 minutes'");
    await deliverWaiting(delivering);
    await dueNow();
    await deliverWaiting(delivering);
    expect(hook.received.map(({ headers }) => headers["webhook-id"])).toEqual([message, message]);
  }, 180_000);

  it("shares the queue with another one, and none delivers what the other has taken", async () => {
    for (let count = 0; count < 4; count += 1) await shared();
    const loops = [keepDelivering({ ...delivering, pause: 5 }), keepDelivering({ ...delivering, pause: 5 })];
    await eventually(() => hook.received.length >= 4);
    await Promise.all(loops.map((loop) => loop.close()));
    expect(new Set(hook.received.map(({ headers }) => headers["webhook-id"])).size).toBe(4);
    expect(hook.received).toHaveLength(4);
  });
});

it("a message and its delivery are one: where one cannot be written, neither is", async () => {
  const id = await assessed(hub, { reporter, lead, category: "ISF1" });
  const before = (await inboxOf(hub, theCqc)).totalCount;
  await asAdministrator(hub, "alter table jobs.queue rename to away");
  const terms = { id, organisation: "CQC", dataClasses: [], until: inThreeMonths, reason: "A pattern." };
  await expect(done(hub, lead, "shareConcern", terms)).rejects.toThrow();
  await asAdministrator(hub, "alter table jobs.away rename to queue");
  expect((await inboxOf(hub, theCqc)).totalCount).toBe(before);
  expect(await jobs("deliveries")).toEqual([]);
});

it("what leaves is in the audit, what failed is counted and logged, and neither holds an address", async () => {
  const { message } = await shared();
  hook.answers = [500];
  await deliverWaiting(delivering);
  const [entry] = await asAdministrator(hub, "select * from audit.entry where request_id = $1", [message]);
  expect(entry).toMatchObject({
    subject: "hub delivery",
    organisation: "CQC",
    outcome: "DISCLOSED",
    records: [{ type: "Message", ids: [message], fields: ["kind", "link", "reference", "toldOn"] }],
  });
  const text = await delivering.metrics.registry.metrics();
  expect(text).toMatch(/hub_delivery_failures_total\{because="NOT_TAKEN",given_up="no"\} [1-9]/);
  expect(text).toMatch(/hub_deliveries_total\{outcome="DELIVERED"\} [1-9]/);
  expect(lines.join("")).toContain(`"because":"NOT_TAKEN"`);
  const told = `${JSON.stringify(entry)} ${text} ${lines.join("")} ${JSON.stringify(await jobs("deliveries"))}`;
  for (const secretThing of ["127.0.0.1", "/hook", "cqc.example"]) expect(told).not.toContain(secretThing);
});

function environment(): NodeJS.ProcessEnv {
  return {
    PATH: process.env["PATH"],
    DATABASE_URL: hub.database.url,
    HUB_DATA_DIR: folder,
    HUB_DEMO: "1",
    WEBHOOK_ALLOW_PRIVATE: "1",
    IDENTITY_KEYS,
  };
}

async function deliver(...parameters: readonly string[]): Promise<{ exitCode: number | null; stdout: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/deliver.ts", ...parameters], {
    env: environment(),
  });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  await once(child, "close");
  return { exitCode: child.exitCode, stdout: Buffer.concat(chunks).toString("utf8") };
}
