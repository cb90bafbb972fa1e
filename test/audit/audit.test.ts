/** What the audit holds after a request, looked at by an administrator of the database. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { act, reported } from "../support/casework.js";
import * as people from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";

let hub: TestHub;
let administrator: pg.Client;
beforeAll(async () => {
  hub = await openTestHub();
  administrator = new pg.Client({ connectionString: hub.database.adminUrl });
  await administrator.connect();
});
afterAll(async () => {
  await administrator.end();
  await hub.close();
});

interface Entry {
  readonly subject: string | null;
  readonly organisation: string | null;
  readonly outcome: string;
  readonly because: string | null;
  readonly subgraph: string;
  readonly records: readonly { type: string; ids: string[]; fields: string[]; redacted: string[] }[];
}

async function entriesOf(requestId: string): Promise<Entry[]> {
  const { rows } = await administrator.query<Entry>("select * from audit.entry where request_id = $1 order by id", [
    requestId,
  ]);
  return rows;
}

async function noted(person: typeof people.theGmc, query: string, requestId: string): Promise<Entry[]> {
  await hub.as(person).with({ "x-request-id": requestId }).for(query);
  return entriesOf(requestId);
}

describe("the audit", () => {
  it("has the names of the fields returned and withheld, by record, and no value", async () => {
    const id = await reported(hub, people.aUniversityLead);
    const [entry] = await noted(
      people.aUniversityLead,
      `{ concern(id: "${id}") { title narrative internalNotes provider { name } } }`,
      "read-one-0001",
    );
    expect(entry?.outcome).toBe("DISCLOSED");
    expect(entry?.organisation).toBe("ZZWEXU");
    expect(entry?.records).toEqual([
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
    const [changed] = await entriesOf("accept-one-0001");
    expect([changed?.outcome, changed?.records[0]?.ids]).toEqual(["CHANGED", [id]]);
    expect(JSON.stringify(changed)).not.toContain("Released");
  });

  it("has a change that was refused, and why in a word", async () => {
    const id = await reported(hub, people.aUniversityLead);
    await hub
      .as(people.aUniversityLead)
      .with({ "x-request-id": "refused-one-0001" })
      .for(`mutation { acceptConcern(input: { id: "${id}", summary: "Mine." }) { userErrors { code } } }`);
    const [refused] = await entriesOf("refused-one-0001");
    expect([refused?.outcome, refused?.because]).toEqual(["REFUSED", "FORBIDDEN"]);
  });

  it("has one entry for a request without a token, and says nobody asked", async () => {
    const response = await fetch(`${hub.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-request-id": "nobody-0001" },
      body: "{}",
    });
    expect(response.status).toBe(401);
    const entries = await entriesOf("nobody-0001");
    expect(entries.map(({ subject, outcome }) => [subject, outcome])).toEqual([[null, "UNAUTHENTICATED"]]);
  });

  it("has an entry for a query that was not admitted", async () => {
    const tooMany = `{ concerns(first: 1000) { nodes { id } } }`;
    const entries = await noted(people.theGmc, tooMany, "not-admitted-0001");
    expect(entries.map(({ outcome }) => outcome)).toEqual(["INVALID"]);
  });

  it("has no entry for what everybody may read", async () => {
    expect(await noted(people.theGmc, "{ frameworks { id } }", "public-0001")).toEqual([]);
  });

  it("cannot be read by the roles that serve, nor changed by anybody", async () => {
    for (const connectionString of [hub.database.readerUrl, hub.database.writerUrl, hub.database.auditWriterUrl]) {
      const client = new pg.Client({ connectionString });
      await client.connect();
      await expect(client.query("select 1 from audit.entry")).rejects.toMatchObject({ code: "42501" });
      await client.end();
    }
    await expect(administrator.query("delete from audit.entry")).rejects.toThrow();
    await expect(administrator.query("update audit.entry set outcome = 'CHANGED'")).rejects.toThrow();
    await expect(administrator.query("truncate audit.entry")).rejects.toThrow();
  });
});

describe("a hub whose audit cannot be written", () => {
  it("discloses nothing and changes nothing", async () => {
    const id = await reported(hub, people.aUniversityLead);
    await administrator.query("alter table audit.entry add constraint disk_full check (false) not valid");
    try {
      const read = await hub.as(people.aUniversityLead).for(`{ concern(id: "${id}") { title } }`);
      expect(read.text).not.toContain("No consultant");
      expect(read.errors.map(({ extensions }) => extensions.code)).toEqual(["UNAVAILABLE"]);
      await expect(act(hub, people.aRegionalLead, "acceptConcern", { id, summary: "Lost." })).rejects.toThrow();
    } finally {
      await administrator.query("alter table audit.entry drop constraint disk_full");
    }
    const after = await hub.as(people.aRegionalLead).for(`{ concern(id: "${id}") { status } }`);
    expect(after.data).toEqual({ concern: { status: "REPORTED" } });
  });
});
