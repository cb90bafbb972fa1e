/** Files as evidence on a concern: sent, attached, fetched, and by whom not; nothing leaves before it is in the audit. */
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { openSeparateProcesses } from "../hub/separate-processes.js";
import { act, assessed, done, reported } from "../support/casework.js";
import { aPdf, evidenceAdded, evidenceOn, fetchFile, sendFile, uploaded } from "../support/evidence.js";
import { inboxesTold } from "../support/messages-told.js";
import { inThreeMonths, neverIssued } from "../support/mutation-inputs.js";
import * as people from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
});
afterAll(() => hub.close());

const aConcern = (more: Readonly<Record<string, unknown>> = {}) =>
  assessed(hub, { reporter: people.aUniversityLead, lead: people.aRegionalLead, category: "ISF2" }, more);
const { aProviderLead: provider, aRegionalLead: region } = people;
const list = "query Read($id: ID!) { concern(id: $id) { evidence { name downloadPath } } }";

async function asAdministrator<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: hub.database.adminUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const storedFiles = () => readdirSync(path.join(hub.settings.dataDirectory, "files"));

describe("what the provider sends", () => {
  it("is read by the provider and by NHS England, byte for byte, as a file to be saved", async () => {
    const id = await aConcern();
    const evidence = await evidenceAdded(hub, provider, id, { name: "Rota für Oktober.pdf" });
    for (const person of [provider, region, people.aNationalLead]) {
      const { status, headers, bytes } = await fetchFile(hub, person, evidence);
      expect([person.name, status, bytes.equals(aPdf)]).toEqual([person.name, 200, true]);
      expect(Object.fromEntries(headers)).toMatchObject({
        "content-type": "application/pdf",
        "content-length": String(aPdf.length),
        "content-disposition": `attachment; filename="evidence.pdf"; filename*=UTF-8''Rota%20f%C3%BCr%20Oktober.pdf`,
        "content-security-policy": "default-src 'none'; sandbox",
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
      });
    }
  });

  it("lies sealed outside the database, under a name that tells nothing", async () => {
    const id = await aConcern();
    await evidenceAdded(hub, provider, id, { name: "secret-rota.pdf" });
    for (const file of storedFiles()) {
      expect(file).toMatch(/^[0-9a-f-]{36}$/);
      expect(readFileSync(path.join(hub.settings.dataDirectory, "files", file)).includes("PDF")).toBe(false);
    }
  });

  it("is told to the region, and leaves no trace on the version of the concern", async () => {
    const id = await aConcern();
    const version = "query Read($id: ID!) { concern(id: $id) { version } }";
    const before = await hub.as(people.theGmc).for(version, { id });
    await evidenceAdded(hub, provider, id);
    expect((await hub.as(people.theGmc).for(version, { id })).text).toBe(before.text);
    expect(await inboxesTold(hub, id, "EVIDENCE_ADDED")).toEqual([
      "Y60 CASE_HOLDER",
      "Y60 QUALITY_LEAD",
      "ZZN01 CASE_HOLDER",
    ]);
  });

  it("is in the audit as fetched before it leaves", async () => {
    const id = await aConcern();
    const evidence = await evidenceAdded(hub, provider, id);
    await fetchFile(hub, region, evidence);
    const [entry] = await asAdministrator<{ operation: string; organisation: string; records: unknown }>(
      "select operation_name as operation, organisation, records from audit.entry order by id desc limit 1",
    );
    expect(entry).toMatchObject({ operation: "FetchEvidence", organisation: "Y60" });
    expect(JSON.stringify(entry?.records)).toContain(evidence);
    expect(JSON.stringify(entry?.records)).toContain("contentKey");
  });

  it("does not leave where the audit cannot be written", async () => {
    const id = await aConcern();
    const evidence = await evidenceAdded(hub, provider, id);
    await asAdministrator("alter table audit.entry rename to entry_away");
    try {
      const { status, bytes } = await fetchFile(hub, region, evidence);
      expect([status, bytes.includes("PDF")]).toEqual([503, false]);
    } finally {
      await asAdministrator("alter table audit.entry_away rename to entry");
    }
  });
});

describe("what NHS England adds", () => {
  it("is kept from the provider until it is released, and then read by it", async () => {
    const id = await aConcern();
    const evidence = await evidenceAdded(hub, region, id, { name: "survey.pdf" });
    expect(await evidenceOn(hub, id, provider)).toEqual([]);
    const absent = await fetchFile(hub, provider, neverIssued);
    const hidden = await fetchFile(hub, provider, evidence);
    expect([hidden.status, hidden.bytes.toString()]).toEqual([404, absent.bytes.toString()]);
    expect(await inboxesTold(hub, id, "EVIDENCE_ADDED")).toEqual([]);

    await done(hub, region, "releaseEvidence", { id, evidenceId: evidence });
    expect(await evidenceOn(hub, id, provider)).toEqual([{ id: evidence, name: "survey.pdf" }]);
    expect((await fetchFile(hub, provider, evidence)).status).toBe(200);
    expect(await inboxesTold(hub, id, "EVIDENCE_ADDED")).toContain("ZZN01 QUALITY_LEAD");
    const again = await act(hub, region, "releaseEvidence", { id, evidenceId: evidence });
    expect(again.userErrors.map(({ code }) => code)).toEqual(["CONFLICT"]);
  });

  it("is released with being added by those alone who may release it, and once the report is accepted", async () => {
    const executive = { name: "region-executive", organisation: "Y60", role: "EXECUTIVE" } as const;
    const [id, notAccepted] = [await aConcern(), await reported(hub, people.aUniversityLead)];
    const upload = await uploaded(hub, executive);
    const add = async (concern: string, person: Person, more: object) =>
      (await act(hub, person, "addEvidence", { id: concern, ...more })).userErrors.map(({ code }) => code);
    expect(await add(id, executive, { upload, release: true })).toEqual(["FORBIDDEN"]);
    expect(await add(id, executive, { upload })).toEqual([]);
    const early = await uploaded(hub, region);
    expect(await add(notAccepted, region, { upload: early, release: true })).toEqual(["CONFLICT"]);
    expect(await add(notAccepted, region, { upload: early })).toEqual([]);
    expect(await evidenceOn(hub, id, provider)).toEqual([]);
  });

  it("is not the provider's to release, nor another concern's", async () => {
    const [id, other] = [await aConcern(), await aConcern()];
    const evidence = await evidenceAdded(hub, region, id);
    const own = await act(hub, provider, "releaseEvidence", { id, evidenceId: evidence });
    expect(own.userErrors.map(({ code }) => code)).toEqual(["FORBIDDEN"]);
    const elsewhere = await act(hub, region, "releaseEvidence", { id: other, evidenceId: evidence });
    expect(elsewhere).toEqual(await act(hub, region, "releaseEvidence", { id: other, evidenceId: neverIssued }));
    expect(elsewhere.userErrors.map(({ code }) => code)).toEqual(["NOT_FOUND"]);
  });

  it("is opened to another body by a share that says so, kept or not, and closed when it is withdrawn", async () => {
    const id = await aConcern({ professions: ["NURSE_ADULT"] });
    const evidence = await evidenceAdded(hub, region, id);
    const share = { id, organisation: "HCPC", until: inThreeMonths, reason: "A pattern." };
    await done(hub, region, "shareConcern", { ...share, dataClasses: ["MANAGEMENT"] });
    const hcpc = people.persona("hcpc");
    expect((await fetchFile(hub, hcpc, evidence)).status).toBe(404);
    await done(hub, region, "shareConcern", { ...share, dataClasses: ["NARRATIVE"] });
    expect((await fetchFile(hub, hcpc, evidence)).status).toBe(200);
    await asAdministrator("update concerns.concern_share set withdrawn_on = current_date");
    expect((await fetchFile(hub, hcpc, evidence)).status).toBe(404);
  });
});

describe("a file is absent", () => {
  it.each([
    ["for another provider", people.aLeadOfAnotherProvider],
    ["for the university, which reads no evidence", people.aUniversityLead],
    ["for a regulator without an agreement", people.theGmc],
    ["for another region", people.aLeadOfAnotherRegion],
    ["for the board", people.anIcb],
    ["for an analyst", people.anAnalyst],
    ["for an auditor", people.anAuditor],
    ["for a member of the provider's staff", { ...provider, role: "MEMBER" as const }],
  ])("%s, in the same bytes as one that never was", async (_title, person) => {
    const evidence = await evidenceAdded(hub, provider, await aConcern());
    const [hidden, never] = [await fetchFile(hub, person, evidence), await fetchFile(hub, person, neverIssued)];
    expect([hidden.status, hidden.bytes.toString()]).toEqual([404, never.bytes.toString()]);
    const malformed = await fetchFile(hub, person, "..%2F..%2Fetc%2Fpasswd");
    expect([malformed.status, malformed.bytes.toString()]).toEqual([404, never.bytes.toString()]);
  });

  it("without a token, before anything of it is read", async () => {
    for (const [method, at] of [
      ["POST", "/files"],
      ["GET", `/evidence/${neverIssued}`],
    ] as const) {
      const response = await fetch(`${hub.url}${at}`, { method, ...(method === "POST" && { body: "x" }) });
      expect([response.status, response.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
      expect(await response.text()).toContain("UNAUTHENTICATED");
    }
  });

  it("for a regulator the list is withheld, and says so", async () => {
    const id = await aConcern();
    await evidenceAdded(hub, provider, id);
    const answer = await hub.as(people.theGmc).for(list, { id });
    expect(answer.data).toEqual({ concern: { evidence: null } });
    expect(answer.redactions).toEqual([
      { coordinate: "Concern.evidence", dataClass: "NARRATIVE", reason: "AGREEMENT", count: 1 },
    ]);
  });
});

describe("attaching a file", () => {
  it("is for whoever sent it, once, and within an hour", async () => {
    const id = await aConcern();
    const upload = await uploaded(hub, provider);
    const never = await act(hub, region, "addEvidence", { id, upload: neverIssued });
    expect(await act(hub, region, "addEvidence", { id, upload })).toEqual(never);
    expect(never.userErrors.map(({ code, field }) => [code, field])).toEqual([["NOT_FOUND", "upload"]]);

    await done(hub, provider, "addEvidence", { id, upload });
    const twice = await act(hub, provider, "addEvidence", { id, upload });
    expect(twice.userErrors).toEqual(never.userErrors);

    const late = await uploaded(hub, provider);
    await asAdministrator("update concerns.upload set uploaded_at = now() - interval '61 minutes'");
    expect((await act(hub, provider, "addEvidence", { id, upload: late })).userErrors).toEqual(never.userErrors);
  });

  it("has one effect, however often it is sent with its key", async () => {
    const id = await aConcern();
    const input = { id, upload: await uploaded(hub, provider), idempotencyKey: `evidence ${id}` };
    await done(hub, provider, "addEvidence", input);
    await done(hub, provider, "addEvidence", input);
    expect(await evidenceOn(hub, id)).toHaveLength(1);
  });

  it.each([
    ["the university", people.aUniversityLead, "FORBIDDEN"],
    ["a regulator", people.theGmc, "FORBIDDEN"],
    ["another provider", people.aLeadOfAnotherProvider, "NOT_FOUND"],
  ])("is refused to %s", async (_title, person, code) => {
    const id = await aConcern();
    const outcome = await act(hub, person, "addEvidence", { id, upload: await uploaded(hub, person) });
    expect(outcome.userErrors.map((error) => error.code)).toEqual([code]);
    expect(await evidenceOn(hub, id)).toEqual([]);
  });

  it("is refused at an old version, for a requirement of another concern, and on a closed concern", async () => {
    const id = await aConcern();
    const upload = await uploaded(hub, provider);
    const codes = async (more: object) =>
      (await act(hub, provider, "addEvidence", { id, upload, ...more })).userErrors.map(({ code }) => code);
    expect(await codes({ expectedVersion: 1 })).toEqual(["CONFLICT"]);
    expect(await codes({ requirementId: neverIssued })).toEqual(["NOT_FOUND"]);
    await asAdministrator(`update concerns.concern set status = 'CLOSED' where id = '${id}'`);
    expect(await codes({})).toEqual(["CONFLICT"]);
  });
});

describe("a file is not taken", () => {
  const tenMegabytes = 10 * 1024 * 1024;
  it.each([
    ["of a type that is not on the list", { mediaType: "text/html", content: "<p>" }, 400, "BAD_USER_INPUT"],
    ["that is not what it says", { mediaType: "image/png" }, 400, "BAD_USER_INPUT"],
    ["with a NUL that says it is text", { mediaType: "text/csv", content: "a,b\0" }, 400, "BAD_USER_INPUT"],
    ["in another encoding", { mediaType: "text/plain", content: Buffer.from([0xe4]) }, 400, "BAD_USER_INPUT"],
    ["that is empty", { mediaType: "text/plain", content: "" }, 400, "BAD_USER_INPUT"],
    ["of one byte too many", { content: Buffer.alloc(tenMegabytes + 1, "a") }, 413, "LIMIT_EXCEEDED"],
  ])("%s", async (_title, sent, status, code) => {
    const before = storedFiles().length;
    const answer = await sendFile(hub, provider, sent);
    expect([answer.status, answer.json.errors?.[0]?.extensions["code"]]).toEqual([status, code]);
    expect(storedFiles()).toHaveLength(before);
  });

  it("of too many bytes where it does not say how many", async () => {
    const content = new ReadableStream({
      start: (controller) => {
        for (let piece = 0; piece < 170; piece += 1) controller.enqueue(Buffer.alloc(64 * 1024, "a"));
        controller.close();
      },
    });
    const answer = await sendFile(hub, provider, { mediaType: "text/plain", content });
    expect([answer.status, answer.json.errors?.[0]?.extensions["limit"]]).toEqual([413, "fileBytes"]);
  });

  it.each([people.anAnalyst, people.anAuditor, people.anOperator, people.persona("midlands-guardian")])(
    "from $name, who could not attach it",
    async (person) => {
      expect((await sendFile(hub, person)).status).toBe(403);
    },
  );

  it("from somebody whose files wait in numbers", async () => {
    const person = { ...people.aLeadOfAnotherProvider, name: "a-hoarder" };
    for (let file = 0; file < 20; file += 1) await uploaded(hub, person, { mediaType: "text/plain", content: "x" });
    const answer = await sendFile(hub, person);
    const refusal = answer.json.errors?.[0]?.extensions;
    expect(refusal).toMatchObject({ code: "LIMIT_EXCEEDED", limit: "waitingFiles", most: 20 });
    // The first of them is forgotten within the hour.
    expect(refusal?.["retryAfter"]).toBeGreaterThan(3_000);
    expect(refusal?.["retryAfter"]).toBeLessThanOrEqual(3_600);
    await asAdministrator("update concerns.upload set uploaded_at = uploaded_at - interval '1 hour'");
    expect((await sendFile(hub, person)).status).toBe(201);
  });
});

it("the largest file that is taken comes back as it was", async () => {
  const content = Buffer.alloc(10 * 1024 * 1024, "nights,\n");
  const upload = await uploaded(hub, provider, { name: "nights.csv", mediaType: "text/csv", content });
  const id = await aConcern();
  await done(hub, provider, "addEvidence", { id, upload });
  const [evidence] = await evidenceOn(hub, id);
  expect((await fetchFile(hub, region, evidence?.id ?? "")).bytes.equals(content)).toBe(true);
}, 60_000);

it("files go in and out through a gateway that is a process of its own", async () => {
  const separate = await openSeparateProcesses(hub);
  try {
    const place = { url: separate.url, issuer: hub.issuer };
    const id = await aConcern();
    await done(hub, provider, "addEvidence", { id, upload: await uploaded(place, provider, { name: "ŵythnos.pdf" }) });
    const [evidence] = await evidenceOn(hub, id);
    const [apart, together] = [
      await fetchFile(place, region, evidence?.id ?? ""),
      await fetchFile(hub, region, evidence?.id ?? ""),
    ];
    expect([apart.status, apart.bytes.equals(aPdf)]).toEqual([200, true]);
    for (const header of ["content-type", "content-length", "content-disposition", "content-security-policy"])
      expect([header, apart.headers.get(header)]).toEqual([header, together.headers.get(header)]);
    for (const hidden of [evidence?.id ?? "", neverIssued]) {
      const [there, here] = [
        await fetchFile(place, people.theGmc, hidden),
        await fetchFile(hub, people.theGmc, hidden),
      ];
      expect([there.status, there.bytes.toString()]).toEqual([404, here.bytes.toString()]);
    }
    const refused = { content: Buffer.alloc(11 * 1024 * 1024, "a"), mediaType: "text/plain" };
    expect((await sendFile(place, provider, refused)).status).toBe(413);
    expect((await sendFile(place, provider, { mediaType: "image/png" })).bytes.toString()).toBe(
      (await sendFile(hub, provider, { mediaType: "image/png" })).bytes.toString(),
    );
    const port = separate.subgraphs.find(({ name }) => name === "concerns")?.origin ?? "";
    const past = await fetch(`${port}/evidence/${evidence?.id ?? ""}`);
    expect(past.status).toBe(401);
  } finally {
    await separate.close();
  }
});

it("whoever knows of the concern and reads no evidence cannot tell a file of it from none", async () => {
  const evidence = await evidenceAdded(hub, provider, await aConcern());
  const one = "query Read($id: ID!) { evidence(id: $id) { id } }";
  for (const person of [people.aUniversityLead, people.anIcb]) {
    const never = await hub.as(person).for(one, { id: neverIssued });
    expect((await hub.as(person).for(one, { id: evidence })).text).toBe(never.text);
  }
});
