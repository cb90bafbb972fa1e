/**
 * Words are planted in every protected place, everybody asks and does a great deal, and then each thing that came out of
 * the hub, and each table in it, is searched for them: they are where the policy lets them be, and nowhere else.
 */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { personas } from "../../demonstration/personas.js";
import { createLogger } from "../../gateway/logger.js";
import { deliverWaiting } from "../../hub/delivering.js";
import { createDeliveryMetrics } from "../../hub/delivery-metrics.js";
import { publishStatisticsAt } from "../../hub/publish-statistics-at.js";
import { remindAt } from "../../hub/reminding.js";
import { openHubDatabase } from "../../hub/subgraph-runtime.js";
import { canaries, inAnEmergency, plantCanaries, type Canary, type CanaryWorld } from "../support/canary-world.js";
import { addChannel } from "../support/channels.js";
import { fetchFile } from "../support/evidence.js";
import { asAdministrator } from "../support/inboxes.js";
import * as people from "../support/people.js";
import {
  openMailReceiver,
  openWebhookReceiver,
  type MailReceiver,
  type WebhookReceiver,
} from "../support/receivers.js";
import { everyQuestion } from "../support/searching-questions.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";
import { everyFieldOf } from "../support/ways-of-reaching.js";

const all = Object.entries(canaries) as unknown as readonly (readonly [keyof typeof canaries, Canary])[];
const ofWhoSpokeUp = [canaries.name, canaries.contact];
const everybody: readonly Person[] = [...personas, inAnEmergency];
/** Between them they are of every kind that may act; what is refused to them is refused to others by the same words. */
const acting = [people.aProviderLead, people.theCqc, people.aGuardian];
const told = [people.aRegionalLead, people.aCaseHolder, people.aGuardian, people.aProviderLead, people.theGmc];
const IDENTITY_KEYS = `test:${Buffer.alloc(32, 9).toString("base64")}`;

const log: string[] = [];
let mail: MailReceiver;
let hook: WebhookReceiver;
let hub: TestHub;
let planted: CanaryWorld;
let metrics: string;
/** All that came back to each, as it came. */
const given = new Map<string, string>();

beforeAll(async () => {
  [mail, hook] = [await openMailReceiver(), await openWebhookReceiver()];
  const logger = createLogger("trace", { write: (line) => void log.push(line) });
  const sending = { SMTP_URL: mail.url, MAIL_FROM: "hub@hub.example", WEBHOOK_ALLOW_PRIVATE: "1" };
  hub = await openTestHub({ environment: { ...sending, IDENTITY_KEYS }, logger });
  for (const person of told) await addChannel(hub, person, { kind: "WEBHOOK", address: hook.url });
  await addChannel(hub, people.aRegionalLead, { kind: "EMAIL", address: "quality@region.example" });

  planted = await plantCanaries(hub);
  await publishStatisticsAt(hub.settings, hub.database.url);
  await remindAt(hub.settings, hub.database.url);
  const database = await openHubDatabase(hub.settings, hub.database.url, hub.issuer.trust, logger);
  const deliveryMetrics = createDeliveryMetrics();
  const { settings } = hub;
  await deliverWaiting({ settings, database, url: hub.database.url, logger, metrics: deliveryMetrics });
  await database.end();
  for (const person of everybody) given.set(person.name, await everythingGiven(person));
  metrics = `${await deliveryMetrics.registry.metrics()} ${await (await fetch(hub.metricsUrl)).text()}`;
}, 240_000);
afterAll(async () => {
  await hub.close();
  await mail.close();
  await hook.close();
});

const lists = `{
  inbox(first: 100) { totalCount nodes { id kind toldOn reference link { type id } } }
  reviewPanels(first: 20) { nodes { ${everyFieldOf("ReviewPanel")} } }
  myActions { nodes { text } }
  accessLog(first: 100) { nodes { at subject role purpose operation fields redacted outcome } }
  messageChannels { id kind role address }
}`;
const beside = `{
  emergingSignals { bodies place { name } }
  statistics(measure: RAISED, by: [QUARTER]) { cells { key value suppressed } }
  organisation(code: "ZZN01") { name riskProfile { open } contacts { name } concerns { totalCount } }
  viewer { subject role purposes organisation { name } }
}`;
const preview = `query($id: ID!, $classes: [SharedClass!]!) {
  previewAccess(concern: $id, organisation: "HCPC", dataClasses: $classes) {
    concern { ${everyFieldOf("Concern")} } userErrors { message } } }`;
const whole = `query($id: ID!) { concern(id: $id) { ${everyFieldOf("Concern")} accessLog { nodes { on role } } } }`;
/** Faults of every kind: an error may not say what a right answer does not. */
const faulty = `query($id: ID!) { concern(id: $id) { narrative { text } reporter { name(a: 1) } } }`;
const search = `query($text: String!) { concerns(filter: { text: $text }) { totalCount nodes { id } } }`;

async function everythingGiven(person: Person): Promise<string> {
  const { concern: id, panel } = planted;
  const asking = hub.as(person);
  const answers: string[] = [];
  const ask = async (query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<void> => {
    answers.push((await asking.for(query, variables)).text);
  };
  await ask(whole, { id });
  await ask(lists);
  await ask(beside);
  await ask(faulty, { id });
  for (const classes of [[], ["NARRATIVE", "MANAGEMENT"]]) await ask(preview, { id, classes });
  for (const question of everyQuestion([id], []))
    if (!question.changes || acting.includes(person)) answers.push(await question.ask(hub, person));
  const authorization = `Bearer ${await hub.issuer.tokenFor(person)}`;
  answers.push(await (await fetch(`${hub.url}/panels/${panel}/record`, { headers: { authorization } })).text());
  const files = await asAdministrator<{ id: string }>(hub, "select id from concerns.evidence");
  for (const file of files) answers.push(headersOf(await fetchFile(hub, person, file.id)));
  // The words of a search stand in no answer, and what it finds is counted here.
  const found = await asking.for(search, { text: canaries.narrative.word });
  answers.push(found.text.includes('"totalCount":0') ? "" : `found ${canaries.narrative.word}`);
  return answers.join("\n");
}

function headersOf({ headers, json }: Awaited<ReturnType<typeof fetchFile>>): string {
  return JSON.stringify([[...headers], json]);
}

describe("what anybody was answered holds", () => {
  it.each(all)("%s for those who may read it, and for nobody else", (_place, { word, readers }) => {
    const found = [...given].filter(([, text]) => text.includes(word)).map(([name]) => name);
    expect(found.sort()).toEqual([...readers].sort());
  });

  it("of who spoke up not even a part, in whatever letters, for anybody but the one reader", () => {
    for (const [name, text] of given)
      if (name !== "midlands-caseholder") expect([name, /zephyrine|quillfeather/i.exec(text)]).toEqual([name, null]);
  });
});

describe("no planted word is in", () => {
  it.each([
    ["an e-mail", () => mail.received],
    ["a webhook", () => hook.received],
    ["the log, at its most talkative", () => log],
  ])("%s", (_what, received) => {
    expect(received().length).toBeGreaterThan(0);
    for (const [place, { word }] of all)
      expect([place, JSON.stringify(received()).includes(word)]).toEqual([place, false]);
  });

  it("the figures for whoever runs the hub", () => {
    expect(metrics).toContain("# TYPE");
    for (const [, { word }] of all) expect(metrics).not.toContain(word);
    expect(metrics).not.toContain(planted.concern);
  });
});

describe("in the database a planted word stands", () => {
  /** Rows as PostgreSQL writes them: every column of every table, JSON and arrays included. */
  async function tablesWith(pattern: string): Promise<string[]> {
    const tables = await asAdministrator<{ name: string }>(
      hub,
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'm', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`,
    );
    expect(tables.length).toBeGreaterThan(60);
    const parts = tables.map(({ name }) => `select '${name}' as name from ${name} t where t::text ilike $1`);
    const found = await asAdministrator<{ name: string }>(hub, parts.join(" union "), [`%${pattern}%`]);
    return found.map(({ name }) => name).sort();
  }

  it.each(all)("for %s in its own tables alone", async (_place, { word, tables }) => {
    expect(await tablesWith(word)).toEqual(tables);
  });

  it("for who spoke up nowhere, as text, as bytes or as base 64", async () => {
    for (const { word } of ofWhoSpokeUp) {
      const bytes = Buffer.from(word);
      for (const written of [bytes.toString("hex"), bytes.toString("base64").replace(/.{0,3}=*$/, "")])
        expect(await tablesWith(written)).toEqual([]);
    }
    for (const part of ["zephyrine", "quillfeather"]) expect(await tablesWith(part)).toEqual([]);
    expect(await asAdministrator(hub, "select from concerns.reporter_identity")).toHaveLength(1);
  });
});
