/** The record of a review panel as a document: who gets it, what is in it, and what is not. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { assessed } from "../support/casework.js";
import { neverIssued } from "../support/mutation-inputs.js";
import { convened, donePanel, joint, nothingFurther } from "../support/panel-steps.js";
import * as people from "../support/people.js";
import { openTestHub, type TestHub } from "../support/test-hub.js";
import type { Person } from "../support/test-issuer.js";

const { aRegionalLead: region, theGmc: gmc, theNmc: nmc, aNationalLead: nation } = people;
const hostile = `<script>alert("1")</script> & <img src=x onerror='y'> {{ 7 * 7 }}`;

let hub: TestHub;
let concern: string;
let panel: string;
beforeAll(async () => {
  hub = await openTestHub();
  concern = await assessed(hub, { reporter: people.aUniversityLead, lead: region, category: "ISF1" });
  panel = await convened(hub, concern, { attending: [gmc], invited: ["NMC"] });
  await donePanel(hub, gmc, "contributeToPanel", { id: panel, text: hostile });
});
afterAll(() => hub.close());

interface Page {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

async function record(person: Person | null, id: string, more: Readonly<Record<string, string>> = {}): Promise<Page> {
  const authorization = person === null ? {} : { authorization: `Bearer ${await hub.issuer.tokenFor(person)}` };
  const response = await fetch(`${hub.url}/panels/${id}/record`, { headers: { ...authorization, ...more } });
  return { status: response.status, headers: response.headers, body: await response.text() };
}

describe("the record of a panel", () => {
  it("is a page that says what it is of, to whoever attends, before the panel has decided and after", async () => {
    const before = await record(gmc, panel);
    expect(before.status).toBe(200);
    expect(before.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(before.body).toContain("The panel has not decided yet.");
    await donePanel(hub, region, "recordPanelDecision", { id: panel, ...joint });
    for (const person of [gmc, region]) {
      const { status, body } = await record(person, panel);
      expect(status).toBe(200);
      for (const told of [
        "OFFICIAL-SENSITIVE",
        "General Medical Council",
        "Joint visit",
        "Name two visitors.",
        "Dissent",
      ])
        expect(body).toContain(told);
    }
  });

  it("escapes what people wrote", async () => {
    const { body } = await record(gmc, panel);
    expect(body).not.toContain("<script");
    expect(body).not.toContain("<img");
    expect(body).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &lt;img");
    expect(body).toContain("{{ 7 * 7 }}");
  });

  it("loads nothing and runs nothing, and is kept by nobody", async () => {
    const { headers, body } = await record(gmc, panel);
    expect(headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]+='; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(body).toContain("@page");
    expect(body).not.toMatch(/<[^>]*\b(src|href|action|srcset)=|url\(|@import|https?:/);
  });

  it("is in the audit before it is given, with what it holds of whom", async () => {
    const requestId = "record-of-a-panel-1";
    expect((await record(gmc, panel, { "x-request-id": requestId })).status).toBe(200);
    const client = new pg.Client({ connectionString: hub.database.adminUrl });
    await client.connect();
    const { rows } = await client.query<{ entry: string }>("select to_jsonb(e)::text as entry from audit.entry e");
    await client.end();
    const entry = rows.find((row) => row.entry.includes(requestId) && row.entry.includes("ReviewPanel"))?.entry;
    expect(entry).toContain("PanelContribution");
    expect(entry).toContain(panel);
    expect(entry).not.toContain("alert");
  });

  it("has no concern in it any more for who attended and does not know of it, once the panel is closed", async () => {
    const other = await assessed(hub, { reporter: people.aUniversityLead, lead: region, category: "ISF1" });
    const closed = await convened(hub, other, { attending: [gmc, nation] });
    await donePanel(hub, region, "recordPanelDecision", { id: closed, ...nothingFurther });
    await donePanel(hub, region, "decideDisclosure", { id: closed, tell: false, because: "There is nothing to tell." });
    const reference = /QC-\w{4}-\w{4}/;
    expect((await record(gmc, closed)).body).toMatch(reference);
    await donePanel(hub, region, "closePanel", { id: closed });
    const after = await record(gmc, closed);
    expect(after.status).toBe(200);
    expect(after.body).toContain("None that you may read now.");
    expect(after.body).not.toMatch(reference);
    expect((await record(region, closed)).body).toMatch(reference);
  });
});

describe("there is no record", () => {
  it("for whom the panel is hidden from, in the same bytes as for one that never was", async () => {
    const outsiders = [
      people.aProviderLead,
      people.aUniversityLead,
      people.aLeadOfAnotherRegion,
      nation,
      people.theCqc,
      people.persona("midlands-guardian"),
      people.anIcb,
      people.anAnalyst,
      people.anAuditor,
    ];
    const answers = new Set<string>();
    for (const person of outsiders)
      for (const id of [panel, neverIssued, panel.toUpperCase(), "1", "%25", "..%2F..%2Fetc%2Fpasswd", "__proto__"]) {
        const { status, headers, body } = await record(person, id);
        answers.add(`${status} ${headers.get("content-type")} ${body}`);
      }
    expect(answers).toEqual(
      new Set([
        `404 application/json; charset=utf-8 ${JSON.stringify({
          errors: [{ message: "There is no such record.", extensions: { code: "NOT_FOUND" } }],
          extensions: { handling: "OFFICIAL-SENSITIVE" },
        })}`,
      ]),
    );
  });

  it("for who is invited and has not answered", async () => {
    const open = await convened(hub, concern, { attending: [], invited: ["NMC"] });
    const { status, body } = await record(nmc, open);
    expect(status).toBe(404);
    expect(body).not.toContain(open);
  });

  it.each([
    ["without a token", null, {}],
    ["with a token that is none", null, { authorization: "Bearer nothing" }],
    ["with a purpose that the role does not declare", gmc, { "x-purpose-of-use": "STATISTICS" }],
  ])("%s", async (_title, person, headers) => {
    const { status, body } = await record(person, panel, headers);
    expect([401, 403]).toContain(status);
    expect(body).not.toContain("panel");
  });

  it("by another method", async () => {
    const authorization = `Bearer ${await hub.issuer.tokenFor(gmc)}`;
    for (const method of ["POST", "PUT", "DELETE", "HEAD"]) {
      const response = await fetch(`${hub.url}/panels/${panel}/record`, { method, headers: { authorization } });
      expect(response.status).toBe(404);
    }
  });
});
