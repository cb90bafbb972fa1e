/** Keys are rotated while the hub serves: all that is sealed opens before, meanwhile and after, in the end without the old key. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openWriterSource } from "../../database/writer-source.js";
import { rotateIdentityKeysAt } from "../../hub/rotate-identity-keys-at.js";
import { boundTo } from "../../subgraphs/concerns/delivery/webhook-signature.js";
import { concernsTables } from "../../subgraphs/concerns/every-table.js";
import { unseal } from "../../subgraphs/concerns/sealed-text.js";
import { keysInUse, resealRows, sealedColumns } from "../../subgraphs/concerns/sealing/reseal-command.js";
import { done, reported } from "../support/casework.js";
import { addChannel } from "../support/channels.js";
import { aPdf, evidenceAdded, fetchFile } from "../support/evidence.js";
import { asAdministrator } from "../support/inboxes.js";
import * as people from "../support/people.js";
import { waitingReveals } from "../support/protection.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";

const folder = mkdtempSync(path.join(tmpdir(), "rotate-keys-"));
const keyNamed = (id: string): string => `${id}:${Buffer.alloc(32, id).toString("base64")}`;
const keys = (...ids: readonly string[]) => ids.map(keyNamed).join();
const names = [0, 1, 2, 3, 4].map((number) => `Ottoline Planted the ${number}.`);

/** Over one database and one folder: the hub that was there first, and those with other keys after it. */
let first: TestHub;
let second: TestHub;
let concerns: readonly string[];
let file: string;
let secret: string;

function openHub(identityKeys: string, database?: TestHub["database"]): Promise<TestHub> {
  const environment = { HUB_DATA_DIR: folder, IDENTITY_KEYS: identityKeys };
  // The database goes with the first.
  return openTestHub({ environment, ...(database && { database: { ...database, drop: () => Promise.resolve() } }) });
}

beforeAll(async () => {
  first = await openHub(keys("old"));
  const made: string[] = [];
  for (const name of names) {
    const reporter = { identityMode: "CONFIDENTIAL", name, contact: "somebody@planted.example" };
    const id = await reported(first, people.aUniversityLead, { reporter });
    await done(first, people.aCaseHolder, "requestIdentityReveal", { id, reason: "To tell them of the outcome." });
    const [revealId] = await waitingReveals(first, id);
    await done(first, people.aGuardian, "approveIdentityReveal", { id, revealId, approve: true, reason: "By letter." });
    made.push(id);
  }
  concerns = made;
  file = await evidenceAdded(first, people.aRegionalLead, made[0] ?? "");
  const added = await addChannel(first, people.theCqc, { kind: "WEBHOOK", address: "https://example.org/hook" });
  secret = (added.secret ?? "").replace("whsec_", "");
  second = await openHub(keys("new", "old"), first.database);
}, 120_000);
afterAll(async () => {
  await second.close();
  await first.close();
  rmSync(folder, { recursive: true });
});

async function namesIn(hub: TestHub): Promise<unknown[]> {
  const read: unknown[] = [];
  for (const id of concerns) {
    const who = "query Who($id: ID!) { concern(id: $id) { reporter { name } } }";
    const { data, text } = await hub.as(people.aCaseHolder).for(who, { id });
    const concern = data?.["concern"] as unknown as { reporter: { name: string } | null } | null;
    read.push(concern?.reporter?.name ?? text);
  }
  return read;
}

async function secretIn({ settings }: TestHub): Promise<string | undefined> {
  const [channel] = await asAdministrator<{ id: string; keyId: string; sealed: Buffer }>(
    first,
    `select id, key_id as "keyId", secret as sealed from concerns.message_channel`,
  );
  if (channel === undefined) throw new Error("There is no channel");
  return unseal(channel, settings.identityKeys, boundTo(channel.id))?.toString("base64");
}

const sealedNow = () =>
  asAdministrator<{ key: string; sealed: Buffer }>(
    first,
    `select key_id as key, sealed from concerns.reporter_identity order by concern`,
  );

interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(identityKeys: string, ...parameters: readonly string[]): Promise<Outcome> {
  const env = {
    PATH: process.env["PATH"],
    DATABASE_URL: first.database.url,
    HUB_DATA_DIR: folder,
    HUB_DEMO: "1",
    IDENTITY_KEYS: identityKeys,
  };
  return new Promise((resolve) => {
    const command = ["--import", "tsx", "scripts/rotate-identity-keys.ts", ...parameters];
    const child = execFile(process.execPath, command, { env }, (_error, stdout, stderr) => {
      resolve({ exitCode: child.exitCode ?? -1, stdout, stderr });
    });
  });
}

describe("a rotation is not begun", () => {
  it("where something is sealed under a key that is not there", async () => {
    const before = await sealedNow();
    const { exitCode, stdout, stderr } = await run(keys("new", "other"));
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    for (const lost of ["identities are sealed (5)", "webhook secrets are sealed (1)", "files are sealed (1)"])
      expect(stderr).toContain(`IDENTITY_KEYS has no key old, under which ${lost}.`);
    expect(stderr).not.toContain(Buffer.alloc(32, "new").toString("base64"));
    expect(await sealedNow()).toEqual(before);
  });
});

describe("a rotation", () => {
  it("that is stopped after a batch goes on where it was, and all opens meanwhile", async () => {
    const writer = await openWriterSource(second.settings, first.database.url, concernsTables);
    const { identities } = sealedColumns;
    let batches = 0;
    const stopping = {
      get aborted(): boolean {
        batches += 1;
        return batches > 1;
      },
    } as AbortSignal;
    const { identityKeys } = second.settings;
    expect(await resealRows(writer, identities, { keys: identityKeys, stopping, batch: 2 })).toBe(2);
    expect(Object.fromEntries(await keysInUse(writer.manager, identities))).toEqual({ new: 2, old: 3 });
    expect(await namesIn(second)).toEqual(names);
    // Two at the same time share the rest between them.
    const runs = [1, 2].map(() => resealRows(writer, identities, { keys: identityKeys, batch: 1 }));
    await Promise.all(runs);
    expect(await keysInUse(writer.manager, identities)).toEqual(new Map([["new", 5]]));
    await writer.destroy();
  });

  it("leaves no sealed byte as it was, of the same length, and nothing for the audit or the concern", async () => {
    const trace = () =>
      asAdministrator(
        first,
        `select (select max(id) from audit.entry) as entry, (select sum(version) from concerns.concern) as versions,
                (select count(*) from concerns.concern_event) as events`,
      );
    const [before, entries] = [await sealedNow(), await trace()];
    const [newest, old = newest] = second.settings.identityKeys;
    const oldFirst = { ...second.settings, identityKeys: [old, newest] as const };
    const { identities, ...more } = await rotateIdentityKeysAt(oldFirst, first.database.url);
    expect(identities).toEqual({ resealed: 5, left: 0 });
    expect(more).toEqual({ "webhook secrets": { resealed: 0, left: 0 }, files: { resealed: 0, left: 0 } });
    const after = await sealedNow();
    expect(after.map(({ key }) => key)).toEqual(names.map(() => "old"));
    for (const [index, { sealed }] of after.entries()) {
      expect(sealed.length).toBe(before[index]?.sealed.length);
      expect(sealed.equals(before[index]?.sealed ?? sealed)).toBe(false);
    }
    expect(await trace()).toEqual(entries);
  });

  it("is run by a command while the hub serves, and says what is left", async () => {
    const serving = { ends: false };
    const served: unknown[][] = [];
    const reading = (async () => {
      while (!serving.ends) served.push(await namesIn(second));
    })();
    const outcome = await run(keys("new", "old"), "--json");
    serving.ends = true;
    await reading;
    expect(outcome).toMatchObject({ exitCode: 0, stderr: "" });
    expect(JSON.parse(outcome.stdout)).toEqual({
      identities: { resealed: 5, left: 0 },
      "webhook secrets": { resealed: 1, left: 0 },
      files: { resealed: 1, left: 0 },
    });
    expect(served.length).toBeGreaterThan(0);
    for (const read of served) expect(read).toEqual(names);
  });

  it("finds nothing more to do when it is run again", async () => {
    const rotation = await rotateIdentityKeysAt(second.settings, first.database.url);
    expect(Object.values(rotation)).toEqual([0, 1, 2].map(() => ({ resealed: 0, left: 0 })));
  });

  it("leaves nothing that needs the old key", async () => {
    const third = await openHub(keys("new"), first.database);
    try {
      expect(await namesIn(third)).toEqual(names);
      expect(await secretIn(third)).toBe(secret);
      const fetched = await fetchFile(third, people.aRegionalLead, file);
      expect([fetched.status, fetched.bytes.equals(aPdf)]).toEqual([200, true]);
    } finally {
      await third.close();
    }
    // Without the new one nothing opens, and nothing is said to be nothing.
    expect((await namesIn(first)).every((answer) => String(answer).includes('"code":"INTERNAL"'))).toBe(true);
    expect(await secretIn(first)).toBeUndefined();
    expect((await fetchFile(first, people.aRegionalLead, file)).status).toBe(500);
  });

  it("passes over what does not open, and says that it is left", async () => {
    const [row] = await asAdministrator<{ concern: string }>(
      first,
      "update concerns.reporter_identity set key_id = 'old' where concern = (select min(concern) from concerns.reporter_identity) returning concern",
    );
    writeFileSync(path.join(folder, "files", "11111111-2222-4333-8444-555555555555"), "no sealed file");
    const { exitCode, stdout } = await run(keys("new", "old"), "--json");
    expect(row).toBeDefined();
    expect(exitCode).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ identities: { resealed: 0, left: 1 }, files: { resealed: 0, left: 0 } });
  });
});
