/** What the audit holds after a request, looked at by an administrator of the database. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { act, reported } from "../support/casework.js";
import * as people from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import { openAuditEntries, type AuditEntries } from "./audit-entries.js";

let hub: TestHub;
let entries: AuditEntries;
beforeAll(async () => {
  hub = await openTestHub();
  entries = await openAuditEntries(hub);
});
afterAll(async () => {
  await entries.close();
  await hub.close();
});

describe("the audit", () => {
  it("has the names of the fields returned and withheld, by record, and no value", async () => {
    const id = await reported(hub, people.aUniversityLead);
    const [entry] = await entries.for(
      people.aUniversityLead,
      `{ concern(id: "${id}") { title narrative internalNotes provider { name } } }`,
    );
    expect(entry?.outcome).toBe("DISCLOSED");
    expect(entry?.organisation).toBe("ZZWEXU");
    expect(entry?.records).toEqual([
      expect.objectContaining({ type: "Query", fields: ["concern"] }),
      { type: "Concern", ids: [id], fields: ["narrative", "provider", "title"], redacted: ["internalNotes"] },
    ]);
    expect(JSON.stringify(entry)).not.toMatch(/consultant|nobody senior|Northmoor/);
  });

  it("has what was changed in the transaction that changed it", async () => {
    const id = await reported(hub, people.aUniversityLead);
    await hub
      .as(people.aRegionalLead)
      .with({ "x-request-id": "accept-one-0001" })
      .for(`mutation { acceptConcern(input: { id: "${id}", summary: "Released." }) { userErrors { code } } }`);
    const [changed] = await entries.of("accept-one-0001");
    expect([changed?.outcome, changed?.records[0]?.ids]).toEqual(["CHANGED", [id]]);
    expect(JSON.stringify(changed)).not.toContain("Released");
  });

  it("has a change that was refused, and why in a word", async () => {
    const id = await reported(hub, people.aUniversityLead);
    await hub
      .as(people.aUniversityLead)
      .with({ "x-request-id": "refused-one-0001" })
      .for(`mutation { acceptConcern(input: { id: "${id}", summary: "Mine." }) { userErrors { code } } }`);
    const [refused] = await entries.of("refused-one-0001");
    expect([refused?.outcome, refused?.because]).toEqual(["REFUSED", "FORBIDDEN"]);
  });

  it("tells a request that was sent again, and changed nothing, from the one that did", async () => {
    const id = await reported(hub, people.aUniversityLead);
    const input = { id, summary: "Released once.", idempotencyKey: "the-same-request-0001" };
    const accept =
      "mutation Accept($input: AcceptConcernInput!) { acceptConcern(input: $input) { concern { status } } }";
    const outcomes = async () =>
      (await entries.for(people.aRegionalLead, accept, { input })).map(({ outcome, because, records }) => ({
        outcome,
        because,
        records,
      }));
    const [first] = await outcomes();
    expect(first).toMatchObject({ outcome: "CHANGED", records: [{ type: "Concern", ids: [id] }] });
    expect(first?.records[0]?.fields).not.toEqual([]);
    const [again] = await outcomes();
    const nothing = [{ type: "Concern", ids: [id], fields: [], redacted: [] }];
    expect(again).toEqual({ outcome: "REPLAYED", because: null, records: nothing });
  });

  it("tells a refusal that was sent again from the one that was decided", async () => {
    const id = await reported(hub, people.aUniversityLead);
    const input = { id, summary: "Mine.", idempotencyKey: "the-same-refusal-0001" };
    const accept =
      "mutation Accept($input: AcceptConcernInput!) { acceptConcern(input: $input) { userErrors { code } } }";
    const outcomes = async () =>
      (await entries.for(people.aUniversityLead, accept, { input })).map(({ outcome, because }) => [outcome, because]);
    expect((await outcomes())[0]).toEqual(["REFUSED", "FORBIDDEN"]);
    expect((await outcomes())[0]).toEqual(["REPLAYED", "FORBIDDEN"]);
  });

  it("has one entry for a request without a token, and says nobody asked", async () => {
    const response = await fetch(`${hub.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-request-id": "nobody-0001" },
      body: "{}",
    });
    expect(response.status).toBe(401);
    const nobody = await entries.of("nobody-0001");
    expect(nobody.map(({ subject, outcome }) => [subject, outcome])).toEqual([[null, "UNAUTHENTICATED"]]);
  });

  const ways: readonly (readonly [way: string, path: string, method: string])[] = [
    ["a question", "graphql", "POST"],
    ["a file", "evidence/00000000-0000-4000-8000-000000000000", "GET"],
    ["a document", "panels/00000000-0000-4000-8000-000000000000/record", "GET"],
  ];
  for (const [way, path, method] of ways) {
    it(`names who declared an emergency that is not theirs to declare, for ${way}`, async () => {
      const requestId = `emergency-${path.split("/")[0] ?? ""}`;
      const response = await fetch(`${hub.url}/${path}`, {
        method,
        headers: {
          authorization: `Bearer ${await hub.issuer.tokenFor(people.anAnalyst)}`,
          "x-purpose-of-use": "BREAK_GLASS",
          "x-request-id": requestId,
        },
      });
      expect(response.status).toBe(403);
      const refused = await entries.of(requestId);
      expect(refused.map(({ subject, organisation, role, purpose }) => [subject, organisation, role, purpose])).toEqual(
        [["https://issuer.test analyst", people.anAnalyst.organisation, people.anAnalyst.role, null]],
      );
      expect(refused.map(({ outcome, because }) => [outcome, because])).toEqual([["REFUSED", "PURPOSE_NOT_PERMITTED"]]);
    });
  }

  it("believes nothing of a token that does not verify, not even whom it names", async () => {
    const [header, , signature] = (await hub.issuer.tokenFor(people.anAnalyst)).split(".");
    const [, claims] = (await hub.issuer.tokenFor(people.theGmc)).split(".");
    await fetch(`${hub.url}/graphql`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${[header, claims, signature].join(".")}`,
        "x-purpose-of-use": "BREAK_GLASS",
        "x-request-id": "forged-0001",
      },
    });
    const forged = await entries.of("forged-0001");
    expect(forged.map(({ subject, organisation, because }) => [subject, organisation, because])).toEqual([
      [null, null, "SIGNATURE"],
    ]);
  });

  it("has an entry for a query that was not admitted", async () => {
    const tooMany = `{ concerns(first: 1000) { nodes { id } } }`;
    const notAdmitted = await entries.for(people.theGmc, tooMany);
    expect(notAdmitted.map(({ outcome }) => outcome)).toEqual(["INVALID"]);
  });

  it("has no entry for what everybody may read", async () => {
    expect(await entries.for(people.theGmc, "{ frameworks { id } }")).toEqual([]);
  });

  it("cannot be read by the roles that serve, nor changed by anybody", async () => {
    for (const connectionString of [hub.database.readerUrl, hub.database.writerUrl, hub.database.auditWriterUrl]) {
      const client = new pg.Client({ connectionString });
      await client.connect();
      await expect(client.query("select 1 from audit.entry")).rejects.toMatchObject({ code: "42501" });
      await client.end();
    }
    await expect(entries.administrator.query("delete from audit.entry")).rejects.toThrow();
    await expect(entries.administrator.query("update audit.entry set outcome = 'CHANGED'")).rejects.toThrow();
    await expect(entries.administrator.query("truncate audit.entry")).rejects.toThrow();
  });
});

describe("a hub whose audit cannot be written", () => {
  it("discloses nothing and changes nothing", async () => {
    const id = await reported(hub, people.aUniversityLead);
    await entries.administrator.query("alter table audit.entry add constraint disk_full check (false) not valid");
    try {
      const read = await hub.as(people.aUniversityLead).for(`{ concern(id: "${id}") { title } }`);
      expect(read.text).not.toContain("No consultant");
      expect(read.errors.map(({ extensions }) => extensions.code)).toEqual(["UNAVAILABLE"]);
      await expect(act(hub, people.aRegionalLead, "acceptConcern", { id, summary: "Lost." })).rejects.toThrow();
    } finally {
      await entries.administrator.query("alter table audit.entry drop constraint disk_full");
    }
    const after = await hub.as(people.aRegionalLead).for(`{ concern(id: "${id}") { status } }`);
    expect(after.data).toEqual({ concern: { status: "REPORTED" } });
  });
});
